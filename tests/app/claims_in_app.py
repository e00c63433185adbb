"""What the tests of claims share: claims, tests of them, the page that lists them."""

from datetime import date
from typing import Any

from tests.app.visitor import Visitor, unescaped
from tests.factories import a_claim, a_note, a_release
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.note import Note
from themewatch.domain.record import Record
from themewatch.domain.stage import Stage

FACES = "The same face in every scene."
LOOK = "One look over many shots."
MINUTE = "A whole minute in one go."
LIPS = "Lips fit every word."
ALL = [LOOK, LIPS, FACES, MINUTE]
"""What the claims say, the newest first."""


def some_claims() -> list[Record]:
    """Return four claims of two vendors: one bold, one without a stage, two others."""
    return [
        a_release(),
        a_release(
            id="umbra-lens",
            model="Lens",
            vendor="Umbra",
            released_on=date(2026, 6, 1),
        ),
        a_claim(
            id="faces",
            text=FACES,
            signal="character-consistency",
            claimed_stage=Stage.MATURE,
        ),
        a_claim(id="look", text=LOOK, claimed_stage=Stage.MATURING),
        a_claim(
            id="minute",
            release="umbra-lens",
            theme="longer-video",
            signal=None,
            text=MINUTE,
            claimed_stage=Stage.MATURING,
        ),
        a_claim(
            id="lips",
            theme="native-audio",
            signal="dialogue-lip-sync",
            text=LIPS,
            claimed_stage=None,
        ),
    ]


def a_test(**changes: Any) -> Note:
    """Return a careful test of the claim that one look is held."""
    fields = {
        "release": "acme-vision-1",
        "tool": None,
        "signal": "style-lock",
        "tries": 6,
        "acceptable": 4,
        "verdict": None,
    }
    return a_note(**fields | changes)


def some_tests() -> list[Note]:
    """Return tests by which one look holds up, faces do not, a minute is tried once."""
    return [
        a_test(id="t-look", person=CONTRIBUTOR),
        a_test(
            id="t-faces", signal="character-consistency", acceptable=0, person=REVIEWER
        ),
        a_test(
            id="t-minute",
            release="umbra-lens",
            theme="longer-video",
            signal=None,
            tries=2,
            acceptable=1,
        ),
    ]


def open_claims(visitor: Visitor, **query: Any) -> Visitor:
    visitor.open("claims", **query)
    assert visitor.title == "Do the claims hold up?"
    return visitor


def listed(visitor: Visitor) -> list[str]:
    """Return what the claims on the page say, from the top."""
    rows = (unescaped(row.value).split("  \n") for row in visitor.app.markdown)
    return [row[1] for row in rows if len(row) > 3]


def row_of(visitor: Visitor, text: str) -> str:
    """Return all that stands in the row of a claim."""
    rows = (unescaped(row.value) for row in visitor.app.markdown)
    return next(row for row in rows if text in row and "vendor says" in row)
