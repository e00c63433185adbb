"""What an examination finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, in a sentence."""

    sentence: str
    is_wrong: bool = False
