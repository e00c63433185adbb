"""The kinds of record, by the names they bear in files and in storage."""

from collections.abc import Mapping

from themewatch.domain.checkpoint import Checkpoint
from themewatch.domain.claim import Claim
from themewatch.domain.forecast import Forecast
from themewatch.domain.note import Note
from themewatch.domain.override import Override
from themewatch.domain.record import Record
from themewatch.domain.release import Release
from themewatch.domain.view import View

RECORD_KINDS: Mapping[str, type[Record]] = {
    "release": Release,
    "claim": Claim,
    "note": Note,
    "view": View,
    "override": Override,
    "checkpoint": Checkpoint,
    "forecast": Forecast,
}
"""In the order in which one refers to another."""

_NAMES = {record_type: kind for kind, record_type in RECORD_KINDS.items()}


def kind_of(record: Record) -> str:
    """Return the name of a record's kind, such as release or claim."""
    return _NAMES[type(record)]
