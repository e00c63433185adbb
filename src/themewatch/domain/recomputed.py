"""Whether an edition's figures, worked out anew, are what was published."""

from dataclasses import dataclass
from enum import StrEnum


class Agreement(StrEnum):
    """Whether what is worked out today is what was published."""

    SAME = "same"
    METHOD_CHANGED = "method-changed"
    LEDGER_DIFFERS = "ledger-differs"


@dataclass(frozen=True, slots=True)
class Recomputed:
    """How an edition's figures compare with those worked out anew.

    `largest` is the greatest difference between two figures. `settings` are those
    that changed, each with its value then and now, empty where there was none.
    `came` counts the pieces of evidence that bear an earlier time and came in later,
    as by an import; `went` those that are there no more. Without what came the figures
    are the same where `is_same_without` says so.
    """

    agreement: Agreement
    largest: float
    settings: tuple[tuple[str, str, str], ...] = ()
    came: int = 0
    went: int = 0
    is_same_without: bool = False
