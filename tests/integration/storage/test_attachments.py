"""Files are kept by content, known by content, and refused by content."""

import resource
import wave
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from themewatch.domain.attachment import MEDIA_TYPES, MOST_BYTES
from themewatch.errors import InputError, StorageError
from themewatch.storage.attachments import find, store


def picture(kind: str, **options: object) -> bytes:
    out = BytesIO()
    Image.new("RGB", (8, 8), "teal").save(out, kind, **options)
    return out.getvalue()


def animated_png() -> bytes:
    other = Image.new("RGB", (8, 8), "white")
    return picture("PNG", save_all=True, append_images=[other])


def sound() -> bytes:
    out = BytesIO()
    with wave.open(out, "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(b"\x00\x01" * 80)
    return out.getvalue()


def iso_media(*brands: bytes) -> bytes:
    """Return the head of an MP4, MOV or M4A: its own brand, then what it fits."""
    head = b"ftyp" + brands[0] + b"\x00\x00\x02\x00" + b"".join(brands[1:])
    return (len(head) + 4).to_bytes(4, "big") + head + b"\x00\x00\x00\x08free"


PNG = picture("PNG")
MEDIA = {
    "a.png": (PNG, "image/png"),
    "moving.png": (animated_png(), "image/png"),
    "a.jpg": (picture("JPEG"), "image/jpeg"),
    "a.gif": (picture("GIF"), "image/gif"),
    "a.webp": (picture("WEBP"), "image/webp"),
    "a.mp4": (iso_media(b"isom", b"isom", b"iso2", b"mp41"), "video/mp4"),
    "a.mov": (iso_media(b"qt  ", b"qt  "), "video/quicktime"),
    "a.webm": (b"\x1aE\xdf\xa3\x93\x42\x82\x84webm" + b"\x00" * 20, "video/webm"),
    "a.mp3": (b"ID3\x04\x00\x00\x00\x00\x00\x00" + b"\x00" * 20, "audio/mpeg"),
    "a.wav": (sound(), "audio/wav"),
    "a.ogg": (b"OggS\x00\x02" + b"\x00" * 40, "audio/ogg"),
    "a.m4a": (iso_media(b"M4A ", b"M4A ", b"mp42", b"isom"), "audio/mp4"),
    "a.flac": (b"fLaC\x00\x00\x00\x22" + b"\x00" * 40, "audio/flac"),
}
REFUSED = {
    "page.html": b"<!doctype html><script>alert(1)</script>",
    "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "picture.png": b"<html>not a picture</html>",
    "paper.pdf": b"%PDF-1.7\n" + b"\x00" * 40,
    "archive.zip": b"PK\x03\x04" + b"\x00" * 40,
    "clip.avi": b"RIFF\x00\x00\x00\x00AVI LIST" + b"\x00" * 40,
    "notes.txt": b"The jacket changes colour.",
}


@contextmanager
def room_for(size: int):
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def kept(home) -> list:
    return [path for path in home.rglob("*") if path.is_file()]


@pytest.mark.parametrize("name", MEDIA)
def test_what_a_file_is_its_content_says(home, name):
    content, media_type = MEDIA[name]
    ref = store(home, "anything.txt", content)
    assert (ref.media_type, ref.size) == (media_type, len(content))
    assert find(home, ref).read_bytes() == content


def test_every_accepted_kind_is_tried():
    assert {media_type for _, media_type in MEDIA.values()} == set(MEDIA_TYPES)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_image_video_or_audio_is_refused(home, name):
    with pytest.raises(InputError) as refused:
        store(home, name, REFUSED[name])
    assert str(refused.value) == (
        f"The file {name} cannot be kept: accepted are images (PNG, JPEG, GIF, WebP), "
        "video (MP4, WebM, MOV) and audio (MP3, WAV, Ogg, M4A, FLAC)."
    )
    assert kept(home) == []


def test_an_empty_file_is_refused(home):
    with pytest.raises(InputError, match=r"empty\.png is empty"):
        store(home, "empty.png", b"")


def test_fifty_megabytes_are_kept_and_a_byte_more_is_not(home):
    full = PNG + bytes(MOST_BYTES - len(PNG))
    assert store(home, "large.png", full).size == MOST_BYTES
    with pytest.raises(InputError, match=r"larger\.png is larger than 50 MB"):
        store(home, "larger.png", full + b"\x00")


def test_a_file_lies_under_its_hash_and_once(home):
    first, second = store(home, "a.png", PNG), store(home, "b.png", PNG)
    digest = sha256(PNG).hexdigest()
    assert first.sha256 == second.sha256 == digest
    assert kept(home) == [home / "attachments" / digest[:2] / digest]


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("../../etc/passwd.png", "passwd.png"),
        ("C:\\Users\\Ann\\take 2.mp4", "take 2.mp4"),
        ("a\nb\x00.png", "ab.png"),
        ("", "file"),
        ("x" * 300 + ".png", "x" * 196 + ".png"),
    ],
)
def test_a_name_is_only_a_name(home, given_name, name):
    assert store(home, given_name, PNG).name == name


def test_a_file_that_is_gone_or_not_whole_is_not_found(home):
    ref = store(home, "a.png", PNG)
    path = find(home, ref)
    path.write_bytes(PNG[:-1])
    assert find(home, ref) is None
    path.unlink()
    assert find(home, ref) is None


def test_a_file_that_was_damaged_is_mended_by_keeping_it_again(home):
    ref = store(home, "a.png", PNG)
    find(home, ref).write_bytes(b"")
    assert find(home, store(home, "a.png", PNG)).read_bytes() == PNG


def test_a_folder_that_cannot_be_written_to_is_said(home):
    home.parent.mkdir(exist_ok=True)
    home.touch()
    with pytest.raises(
        StorageError, match=r"a\.png could not be kept in .*attachments"
    ):
        store(home, "a.png", PNG)


def test_a_full_disk_is_said_and_leaves_no_half_file(home):
    with room_for(1000), pytest.raises(StorageError, match="has room left"):
        store(home, "a.png", PNG + bytes(5000))
    assert kept(home) == []


@settings(max_examples=200)
@given(
    st.binary(min_size=1)
    | st.sampled_from(list(MEDIA.values())).flatmap(
        lambda media: st.binary(max_size=40).map(lambda tail: media[0][:12] + tail)
    )
)
def test_whatever_bytes_come_they_are_kept_as_media_or_refused(
    tmp_path_factory, content
):
    home = tmp_path_factory.getbasetemp() / "any"
    try:
        ref = store(home, "any", content)
    except InputError:
        return
    assert ref.media_type in MEDIA_TYPES
    assert find(home, ref) is not None
