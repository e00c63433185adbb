"""The colours of the charts, for light and dark.

Stage is carried by column, so colour is free for change: up, down, same.
Whatever carries words keeps 4.5 : 1 against its ground, whatever carries a
mark 3 : 1; a test computes both.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one ground; bands and grid are decoration and stay pale."""

    paper: str
    ink: str
    muted: str
    up: str
    down: str
    same: str
    band: str
    grid: str
    range_fill: str
    range_edge: str
    ahead_fill: str
    ahead_edge: str


LIGHT = Palette(
    paper="#FFFFFF",
    ink="#1F2933",
    muted="#4A5560",
    up="#1F5FA8",
    down="#B3470E",
    same="#5B6470",
    band="#F4F6F8",
    grid="#D9DEE4",
    range_fill="#CDD5DE",
    range_edge="#76828F",
    ahead_fill="#E4E9EE",
    ahead_edge="#828E9B",
)

DARK = Palette(
    paper="#171614",  # Streamlit's own dark ground, which shows through the figures
    ink="#E6EAF0",
    muted="#B8C2CC",
    up="#6FB1FF",
    down="#FF9A5C",
    same="#A9B4C0",
    band="#201F1D",
    grid="#383633",
    range_fill="#3A4653",
    range_edge="#8592A0",
    ahead_fill="#2A2F35",
    ahead_edge="#6F7B88",
)


def palette_for(ground: Literal["light", "dark"] | None) -> Palette:
    """Return the colours for a ground; None, not known yet, is taken for light."""
    return DARK if ground == "dark" else LIGHT
