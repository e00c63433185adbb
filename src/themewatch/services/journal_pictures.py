"""Images at the size of a page: turned as they are held, and nothing hidden in them.

Each is drawn anew, so that what a camera wrote into it, such as where it was taken,
does not travel with a report.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from themewatch.domain.record import FileRef
from themewatch.reports.journal_paper import Picture
from themewatch.services.files import read_file

LONGEST_EDGE = 1000  # px: sharp over a page's width, a tenth of a megabyte
MOST_PIXELS = 60_000_000  # a drawing pad's largest; more would fill the memory
QUALITY = 82
FORMATS = ("PNG", "JPEG", "GIF", "WEBP")


def pictures_of(home: Path, refs: Iterable[FileRef]) -> Iterator[tuple[str, Picture]]:
    """Yield the images among files that can be drawn, each by its hash."""
    for ref in refs:
        if not ref.media_type.startswith("image/"):
            continue
        content = read_file(home, ref)
        picture = None if content is None else drawn_anew(content)
        if picture is not None:
            yield ref.sha256, picture


def drawn_anew(content: bytes) -> Picture | None:
    """Return an image no larger than a page needs; None where it is damaged or vast.

    Of one that moves the first picture is kept.
    """
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                return None
            image.draft("RGB", (LONGEST_EDGE, LONGEST_EDGE))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
            return _written(upright)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _written(image: Image.Image) -> Picture:
    is_see_through = image.has_transparency_data
    out = BytesIO()
    if is_see_through:
        image.convert("RGBA").save(out, "PNG", optimize=True)
    else:
        image.convert("RGB").save(out, "JPEG", quality=QUALITY)
    media_type = "image/png" if is_see_through else "image/jpeg"
    return Picture(out.getvalue(), media_type, image.width, image.height)
