"""Two editions against each other: what moved, what was confirmed, and why."""

import pytest

from tests.editions import a_decided, a_frozen, a_ground, a_piece, an_edition
from themewatch.domain.edition import Constant, PieceKind
from themewatch.domain.edition_comparison import Change, compare_editions
from themewatch.domain.review import DecisionKind

THEME = "consistency"


def compared(was=None, now=None, *, before=(), after=(), second=2, **changes):
    """Return what became of one theme between two editions."""
    first = an_edition(1, themes=(was or a_frozen(),))
    later = an_edition(second, themes=(now or a_frozen(),), **changes)
    found = compare_editions((first, a_ground(*before)), (later, a_ground(*after)))
    [theme] = found.themes
    return theme


@pytest.mark.parametrize(
    ("mean", "change", "stages"),
    [
        (1.9, Change.UP, 0),
        (2.1, Change.UP, 1),
        (0.9, Change.DOWN, -1),
        (1.55, Change.NOT_REVIEWED, 0),
    ],
)
def test_a_clear_move_is_up_or_down_within_or_over_a_stage(mean, change, stages):
    found = compared(now=a_frozen(mean=mean, moved=mean - 1.5))
    assert (found.change, found.stages) == (change, stages)
    assert found.amount == pytest.approx(mean - 1.5)


def test_what_did_not_move_is_confirmed_only_where_it_was_reviewed():
    reviewed = compared(decisions=(a_decided(THEME),))
    assert (reviewed.change, reviewed.is_reviewed) == (Change.CONFIRMED, True)
    assert compared().change is Change.NOT_REVIEWED


def test_what_moved_without_a_review_moved():
    found = compared(now=a_frozen(mean=2.1, moved=0.6))
    assert (found.has_moved, found.is_reviewed) == (True, False)


def test_between_neighbours_the_doubt_is_that_of_the_change():
    assert compared(now=a_frozen(mean=1.7, moved=0.2)).change is Change.UP


def test_between_others_the_doubt_is_that_of_both_together():
    now = a_frozen(mean=1.7, moved=0.2)
    assert compared(now=now, second=3).change is Change.NOT_REVIEWED
    sure = a_frozen(mean=1.7, sd=0.05)
    assert compared(a_frozen(sd=0.05), sure, second=3).change is Change.UP


def test_a_place_the_team_decided_on_is_no_estimate():
    decided = a_decided(THEME, kind=DecisionKind.PLACE, position=1.7)
    now = a_frozen(published=1.7)
    found = compared(now=now, second=3, decisions=(decided,))
    assert (found.change, found.sd) == (Change.UP, 0.0)


def test_doubt_narrows_and_widens():
    assert compared(now=a_frozen(sd=0.2)).narrowed == pytest.approx(1 / 3)
    assert compared(now=a_frozen(sd=0.45)).narrowed == pytest.approx(-0.5)


def test_why_names_what_came_what_was_corrected_and_what_is_gone():
    kept, gone = a_piece("kept"), a_piece("gone")
    weak, strong = a_piece("weak", effect=0.01), a_piece("strong", effect=-0.4)
    claim = a_piece("claim", kind=PieceKind.CLAIM, effect=None)
    newer = a_piece("newer", root="old")
    why = compared(
        before=(kept, gone, a_piece("old")), after=(kept, claim, weak, strong, newer)
    ).why
    assert [piece.id for piece in why.new] == ["strong", "weak", "claim"]
    assert [piece.id for piece in why.corrected] == ["newer"]
    assert [piece.id for piece in why.gone] == ["gone"]


def test_only_evidence_of_the_theme_says_why_it_moved():
    assert not compared(after=(a_piece(theme="longer-video"),)).why.has_any


def test_whichever_is_named_first_the_later_one_is_held_against_the_earlier():
    first, second = an_edition(1), an_edition(2)
    one = compare_editions((first, a_ground()), (second, a_ground()))
    assert one == compare_editions((second, a_ground()), (first, a_ground()))
    assert (one.earlier.number, one.later.number) == (1, 2)


def test_a_theme_that_only_one_edition_has_is_left_out():
    first = an_edition(1, themes=(a_frozen(THEME),))
    found = compare_editions((first, a_ground()), (an_edition(2), a_ground()))
    assert [theme.later.slug for theme in found.themes] == [THEME]


def test_editions_of_another_method_say_so():
    other = an_edition(2, settings=(Constant("model: volatility", "0.6"),))
    found = compare_editions((an_edition(1), a_ground()), (other, a_ground()))
    assert not found.has_same_settings


def test_what_moved_is_told_first_then_what_has_new_evidence():
    slugs = ("consistency", "multimodality", "longer-video")
    first = an_edition(1, themes=tuple(map(a_frozen, slugs)))
    moved = a_frozen("longer-video", mean=2.1, moved=0.6)
    later = an_edition(2, themes=(*first.themes[:2], moved))
    after = a_ground(a_piece(theme="multimodality"))
    found = compare_editions((first, a_ground()), (later, after))
    told = [theme.later.slug for theme in found.moved_first]
    assert told == ["longer-video", "multimodality", "consistency"]
    assert [theme.is_as_before for theme in found.moved_first] == [False, False, True]
