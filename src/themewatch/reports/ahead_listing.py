"""What is written down of what lies ahead: themes' chances, and checkpoints."""

from dataclasses import dataclass
from datetime import date

from themewatch.domain.checkpoint import Checkpoint
from themewatch.domain.stage import Stage
from themewatch.domain.theme import Catalogue, Theme


@dataclass(frozen=True, slots=True)
class ThemeChance:
    """How probable it is that a theme stands in a stage, or beyond, by a day.

    `today` is the chance that it stands there already.
    """

    theme: Theme
    stage: Stage
    by: date
    chance: float
    today: float


@dataclass(frozen=True, slots=True)
class ChanceListing:
    """Chances in the order in which they are written, made on a day."""

    as_of: date
    chances: tuple[ThemeChance, ...]


@dataclass(frozen=True, slots=True)
class CheckpointListing:
    """Checkpoints in the order in which they are written, seen on a day."""

    as_of: date
    catalogue: Catalogue
    checkpoints: tuple[Checkpoint, ...]
