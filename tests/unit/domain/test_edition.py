"""What an edition keeps, and which one a day is compared with."""

from datetime import date, timedelta

from tests.editions import OCTOBER, a_decided, a_piece, an_edition
from tests.standings import a_standing
from themewatch.domain.edition import (
    EditionHead,
    Ground,
    PieceKind,
    edition_before,
    edition_of,
)
from themewatch.domain.standing import Since

DAY = timedelta(days=1)


def heads(*days: date) -> list[EditionHead]:
    """Return editions of these days, the newest first."""
    found = [
        EditionHead(number, "", day, an_edition().published_at, "")
        for number, day in enumerate(days, start=1)
    ]
    return found[::-1]


def test_a_day_is_compared_with_the_last_edition_of_an_earlier_day():
    """On the day it is published, nothing can have moved since."""
    found = heads(OCTOBER, OCTOBER + 30 * DAY)
    assert edition_before(found, OCTOBER) is None
    assert edition_before(found, OCTOBER + 30 * DAY).number == 1
    assert edition_before(found, OCTOBER + 31 * DAY).number == 2


def test_of_two_editions_of_a_day_the_last_one_names_it():
    found = heads(OCTOBER, OCTOBER)
    assert edition_before(found, OCTOBER + DAY).number == 2
    assert edition_of(found, OCTOBER) == 2
    assert edition_of(found, OCTOBER + DAY) is None


def test_a_published_map_is_drawn_as_any_other():
    drawn = an_edition(2).maturity_map
    assert drawn.since == Since(drawn.compared_with, 1)
    lane = drawn.themes[0]
    as_drawn = a_standing(moved=0.0, last_evidence_on=lane.last_evidence_on)
    assert lane.position == as_drawn.position
    assert lane.theme.stage_words == as_drawn.theme.stage_words


def test_the_ground_of_a_theme_begins_with_what_moves_it_most():
    ground = Ground(
        (
            a_piece("claim", kind=PieceKind.CLAIM, effect=None),
            a_piece("still", effect=None),
            a_piece("low", effect=-0.3),
            a_piece("high", effect=0.2),
            a_piece("other", theme="longer-video"),
        )
    )
    found = [piece.id for piece in ground.of("consistency")]
    assert found == ["low", "high", "still", "claim"]


def test_what_was_decided_is_found_by_its_theme():
    edition = an_edition(decisions=(a_decided("longer-video"),))
    assert edition.decision("longer-video").theme == "longer-video"
    assert edition.decision("consistency") is None
