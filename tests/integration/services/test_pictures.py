"""Pictures are handed to a page small, upright and whole, or said to be damaged."""

from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.factories import a_file
from tests.media import a_png
from themewatch.domain.record import FileRef
from themewatch.errors import StorageError
from themewatch.services import pictures
from themewatch.services.files import has_file, keep_file
from themewatch.services.pictures import LONGEST_SIDE, Picture, small_picture

SIDEWAYS = 6  # how EXIF says that a picture lies on its side
ORIENTATION = 0x0112


def kept(home: Path, picture: Image.Image, kind: str = "PNG", **options) -> FileRef:
    content = BytesIO()
    picture.save(content, kind, **options)
    return keep_file(home, f"a.{kind.lower()}", content.getvalue())


def opened(picture: Picture) -> Image.Image:
    kind, content = picture.address.split(";base64,")
    assert kind == "data:image/webp"
    found = Image.open(BytesIO(b64decode(content)))
    assert found.size == (picture.width, picture.height)
    return found


def shown(home: Path, ref: FileRef) -> Image.Image:
    picture = small_picture(home, ref)
    assert picture is not None
    return opened(picture)


def test_a_small_one_keeps_its_size(home):
    assert shown(home, keep_file(home, "a.png", a_png(48, 32))).size == (48, 32)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_large_one_is_made_small_and_keeps_its_shape(home, kind):
    ref = kept(home, Image.new("RGB", (4000, 2000), "navy"), kind)
    assert shown(home, ref).size == (LONGEST_SIDE, LONGEST_SIDE // 2)


def test_one_that_lies_on_its_side_is_set_upright(home):
    exif = Image.Exif()
    exif[ORIENTATION] = SIDEWAYS
    ref = kept(home, Image.new("RGB", (60, 20)), "JPEG", exif=exif)
    assert shown(home, ref).size == (20, 60)


def test_what_can_be_seen_through_stays_so(home):
    ref = kept(home, Image.new("RGBA", (20, 20), (0, 0, 0, 0)))
    assert shown(home, ref).convert("RGBA").getpixel((5, 5))[3] == 0


def test_of_one_that_moves_the_first_frame_is_shown(home):
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    ref = kept(home, frames[0], "GIF", save_all=True, append_images=frames[1:])
    red, _green, blue = shown(home, ref).convert("RGB").getpixel((10, 10))
    assert red > blue


def test_one_that_is_not_here_is_none(home):
    assert small_picture(home, a_file()) is None
    assert not has_file(home, a_file())


def test_a_damaged_one_is_said_by_its_name(home):
    ref = keep_file(home, "torn.png", a_png(200, 200)[:60])
    assert has_file(home, ref)
    with pytest.raises(StorageError, match=r"torn\.png cannot be shown"):
        small_picture(home, ref)


def test_one_that_would_fill_the_memory_is_refused(home, monkeypatch):
    monkeypatch.setattr(pictures, "MOST_PIXELS", 100)
    with pytest.raises(StorageError, match="too large"):
        small_picture(home, keep_file(home, "a.png", a_png(48, 32)))
