"""A film that plays, written by hand: a few pictures, each whole, in a WebM."""

import struct
from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageDraw

FRAMES = 10  # a second


def a_film(
    seconds: float = 2.0,
    colour: tuple[int, int, int] = (31, 95, 168),
    size: tuple[int, int] = (160, 90),
) -> bytes:
    """Return a film of one colour in which a bar shows how far it has gone."""
    frames = [
        _frame(size, colour, done / (seconds * FRAMES))
        for done in range(int(seconds * FRAMES))
    ]
    info = _element(
        b"\x15\x49\xa9\x66",
        _number(b"\x2a\xd7\xb1", 1_000_000),  # nanoseconds in a tick
        _element(b"\x44\x89", struct.pack(">d", 1000 * seconds)),
        _element(b"\x4d\x80", b"themewatch"),
        _element(b"\x57\x41", b"themewatch"),
    )
    tracks = _element(b"\x16\x54\xae\x6b", _track(size))
    clusters = list(_clusters(frames))
    cues_size = len(_cues([0] * len(clusters)))
    at = len(info) + len(tracks) + cues_size
    places = [at + sum(map(len, clusters[:n])) for n in range(len(clusters))]
    segment = b"".join([info, tracks, _cues(places), *clusters])
    return _head() + _element(b"\x18\x53\x80\x67", segment)


def _head() -> bytes:
    return _element(
        b"\x1a\x45\xdf\xa3",
        _number(b"\x42\x86", 1),
        _number(b"\x42\xf7", 1),
        _number(b"\x42\xf2", 4),
        _number(b"\x42\xf3", 8),
        _element(b"\x42\x82", b"webm"),
        _number(b"\x42\x87", 2),
        _number(b"\x42\x85", 2),
    )


def _track(size: tuple[int, int]) -> bytes:
    video = _element(b"\xe0", _number(b"\xb0", size[0]), _number(b"\xba", size[1]))
    return _element(
        b"\xae",
        _number(b"\xd7", 1),
        _number(b"\x73\xc5", 1),
        _number(b"\x83", 1),
        _element(b"\x86", b"V_VP8"),
        video,
    )


def _clusters(frames: list[bytes]) -> Iterator[bytes]:
    """Yield a cluster for each second."""
    for second in range(0, len(frames), FRAMES):
        here = frames[second : second + FRAMES]
        blocks = [
            _element(b"\xa3", b"\x81" + struct.pack(">hB", n * 1000 // FRAMES, 0x80), f)
            for n, f in enumerate(here)
        ]
        time = _element(b"\xe7", struct.pack(">I", second * 1000 // FRAMES))
        yield _element(b"\x1f\x43\xb6\x75", time, *blocks)


def _cues(places: list[int]) -> bytes:
    """Return where each second's cluster lies, so that one can seek."""
    points = [
        _element(
            b"\xbb",
            _element(b"\xb3", struct.pack(">I", 1000 * second)),
            _element(
                b"\xb7", _number(b"\xf7", 1), _element(b"\xf1", struct.pack(">I", at))
            ),
        )
        for second, at in enumerate(places)
    ]
    return _element(b"\x1c\x53\xbb\x6b", *points)


def _frame(size: tuple[int, int], colour: tuple[int, int, int], done: float) -> bytes:
    """Return a picture as VP8 has it: what is inside a lossy WebP."""
    picture = Image.new("RGB", size, colour)
    bar = (0, size[1] - 12, int(size[0] * done), size[1])
    ImageDraw.Draw(picture).rectangle(bar, fill="white")
    webp = BytesIO()
    picture.save(webp, "WEBP", quality=60)
    content = webp.getvalue()
    start = content.index(b"VP8 ")
    (length,) = struct.unpack("<I", content[start + 4 : start + 8])
    return content[start + 8 : start + 8 + length]


def _number(name: bytes, value: int) -> bytes:
    return _element(name, value.to_bytes(max(1, (value.bit_length() + 7) // 8), "big"))


def _element(name: bytes, *content: bytes) -> bytes:
    whole = b"".join(content)
    size = len(whole)
    length = bytes([0x80 | size]) if size < 127 else struct.pack(">Q", size | 1 << 56)
    return name + length + whole
