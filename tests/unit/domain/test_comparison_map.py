"""The picture of two editions: ○ at the earlier one, ● at the later."""

from dataclasses import replace

from tests.editions import a_frozen, a_ground, a_piece, an_edition
from themewatch.domain.comparison_map import map_between
from themewatch.domain.edition import PieceKind
from themewatch.domain.edition_comparison import compare_editions


def between(second, *, sd=0.1, after=()):
    first = an_edition(1, themes=(a_frozen(sd=sd),))
    lane = a_frozen(mean=2.5, sd=sd, moved=0.2)
    later = an_edition(second, themes=(lane,))
    return compare_editions((first, a_ground()), (later, a_ground(*after)))


def test_between_neighbours_it_is_the_map_as_it_was_published():
    found = between(2)
    published = found.later.maturity_map
    assert map_between(found) == replace(published, is_between_editions=True)


def test_between_others_it_begins_where_the_earlier_one_stood():
    view = a_piece("view", kind=PieceKind.VIEW)
    found = between(4, after=(a_piece(), view))
    drawn = map_between(found)
    [lane] = drawn.themes
    assert (drawn.compared_with, drawn.since.edition) == (found.earlier.as_of, 1)
    assert (lane.before.mean, lane.position.mean) == (1.5, 2.5)
    assert (lane.movement.amount, lane.movement.is_clear) == (1.0, True)
    assert (lane.new_notes, lane.new_views) == (1, 1)


def test_a_change_within_the_doubt_of_both_is_not_clear():
    [lane] = map_between(between(4, sd=0.7)).themes
    assert not lane.movement.is_clear
