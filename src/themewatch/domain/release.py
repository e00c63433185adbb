"""A model becoming available."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from themewatch.domain.record import Record

KINDS = ("open-weights", "api", "product", "research")
MODALITIES = ("text", "image", "video", "audio", "action")


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Record):
    """A model becoming available; its id is its slug."""

    model: str
    vendor: str
    released_on: date
    kind: str | None = None
    modalities_in: tuple[str, ...] = ()
    modalities_out: tuple[str, ...] = ()
    url: str | None = None
    price_usd: float | None = None
    price_unit: str | None = None
    price_as_of: date | None = None


def release_slug(vendor: str, model: str) -> str:
    """Return the id of a release from its names.

    >>> release_slug("Black Forest Labs", "FLUX.1 Kontext [dev]")
    'black-forest-labs-flux-1-kontext-dev'
    """
    text = unicodedata.normalize("NFKC", f"{vendor} {model}").casefold()
    return re.sub(r"[\W_]+", "-", text).strip("-")
