"""Pictures made small enough to be handed to a page as they are."""

from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from themewatch.domain.record import FileRef
from themewatch.errors import StorageError
from themewatch.storage import attachments

LONGEST_SIDE = 1280  # pixels
MOST_PIXELS = 64_000_000
"""What is larger fills the memory of a small machine when it is opened."""
_QUALITY = 82


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as an address that holds all of it, and its size in pixels."""

    address: str
    width: int
    height: int


def small_picture(home: Path, ref: FileRef) -> Picture | None:
    """Return a kept picture, upright and no larger than a screen shows.

    Of one that moves, the first frame. None where the file is not on this machine.

    Raises:
        StorageError: It is damaged, or too large to be opened.
    """
    path = attachments.find(home, ref)
    if path is None:
        return None
    try:
        with Image.open(path) as found:
            found.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # of a JPEG, no more
            if found.width * found.height > MOST_PIXELS:
                raise _damaged(ref)
            upright = ImageOps.exif_transpose(found).convert(_mode(found))
    except (OSError, ValueError, UnidentifiedImageError, SyntaxError) as error:
        raise _damaged(ref) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _damaged(ref) from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    content = BytesIO()
    upright.save(content, "WEBP", quality=_QUALITY)
    address = f"data:image/webp;base64,{b64encode(content.getvalue()).decode()}"
    return Picture(address, upright.width, upright.height)


def _mode(picture: Image.Image) -> str:
    return "RGBA" if picture.has_transparency_data else "RGB"


def _damaged(ref: FileRef) -> StorageError:
    return StorageError(
        f"The file {ref.name} cannot be shown: it is damaged or too large."
    )
