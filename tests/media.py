"""Small files of each kind, written by hand: enough to be what they are."""

import struct
import wave
import zlib
from io import BytesIO


def a_png(width: int = 48, height: int = 32, colour: bytes = b"\x1f\x5f\xa8") -> bytes:
    """Return a picture of one colour."""
    rows = b"".join(b"\0" + colour * width for _row in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + check


def a_wav(seconds: float = 0.2) -> bytes:
    """Return silence."""
    sound = BytesIO()
    with wave.open(sound, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(b"\0\0" * int(8000 * seconds))
    return sound.getvalue()


def a_webm() -> bytes:
    """Return the head of a video, which is all that says what it is."""
    doctype = b"\x42\x82\x84webm"
    return b"\x1a\x45\xdf\xa3" + bytes([0x80 | len(doctype)]) + doctype


def a_page() -> bytes:
    """Return what must never be kept, whatever its name says."""
    return b"<!doctype html><script>document.title = 'taken over'</script>"
