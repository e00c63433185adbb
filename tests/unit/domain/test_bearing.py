from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.production import a_map_for_work, a_need, a_need_standing, a_work
from tests.standings import a_map, a_rich_map, a_standing
from themewatch.domain.bearing import Ground, bearing_on, production_standing
from themewatch.domain.stage import Stage

places = st.floats(-0.5, 4.5)
needs = st.builds(
    lambda mean, claimed, notes, stage: a_need_standing(
        stage, mean=mean, claimed=claimed, notes=notes
    ),
    mean=places,
    claimed=st.none() | st.floats(0.5, 3.5),
    notes=st.integers(0, 5),
    stage=st.sampled_from(Stage),
)


@pytest.mark.parametrize(
    ("mean", "notes", "claimed", "ground"),
    [
        (2.0, 1, 3.5, Ground.TESTS),
        (3.4, 1, None, Ground.TESTS),
        (2.0, 0, 3.5, Ground.COURSE),
        (1.99, 1, 2.0, Ground.CLAIMS),
        (1.99, 0, 2.0, Ground.CLAIMS),
        (1.99, 1, 1.99, Ground.NOBODY),
        (1.99, 1, None, Ground.NOBODY),
    ],
)
def test_by_whose_word_a_theme_is_there(mean, notes, claimed, ground):
    need = a_need_standing(Stage.MATURING, mean=mean, notes=notes, claimed=claimed)
    assert need.ground is ground


@given(needs)
def test_a_claim_never_makes_a_theme_be_there(need):
    unclaimed = replace(need, standing=replace(need.standing, claimed=None))
    assert need.is_met == unclaimed.is_met
    assert need.shortfall == unclaimed.shortfall


@given(needs)
def test_only_what_is_not_there_falls_short(need):
    assert (need.shortfall > 0) is not need.is_met
    assert need.is_met is (need.ground in {Ground.TESTS, Ground.COURSE})


def test_the_weakest_link_is_what_falls_short_most():
    work = a_work(
        a_need("consistency", Stage.MATURING), a_need("longer-video", Stage.MATURE)
    )
    standings = [a_standing("consistency", mean=1.2), a_standing("longer-video")]
    weakest = production_standing(work, standings).weakest
    assert weakest.need.theme == "longer-video"
    assert weakest.shortfall == 1.5


def test_of_equally_weak_links_the_heaviest_is_named():
    work = a_work(a_need("longer-video"), a_need("consistency"))
    standings = [a_standing("consistency"), a_standing("longer-video")]
    assert production_standing(work, standings).weakest.need.theme == "longer-video"


def test_where_every_theme_is_there_no_link_is_weak():
    standing = production_standing(a_work(a_need()), [a_standing(mean=2.1)])
    assert standing.weakest is None
    assert standing.unmet == ()


def test_a_work_is_untested_while_none_of_its_themes_is_tested():
    work = a_work(a_need("consistency"), a_need("longer-video"))
    untested = [a_standing("consistency", notes=0), a_standing("longer-video", notes=0)]
    tested_once = [untested[0], a_standing("longer-video", notes=1)]
    elsewhere = [*untested, a_standing("multimodality", notes=9)]
    assert production_standing(work, untested).is_untested
    assert not production_standing(work, tested_once).is_untested
    assert production_standing(work, elsewhere).is_untested


def test_needs_are_sorted_by_whose_word_they_rest_on():
    drawn = a_map_for_work()
    standing = production_standing(drawn.made, drawn.themes)
    found = {
        ground: [need.need.theme for need in standing.on(ground)] for ground in Ground
    }
    assert found == {
        Ground.TESTS: ["consistency"],
        Ground.COURSE: [],
        Ground.CLAIMS: ["longer-video"],
        Ground.NOBODY: ["editing-fidelity"],
    }


def test_a_map_for_a_work_has_its_lanes_alone_the_heaviest_first():
    work = a_work(a_need("lower-cost"), a_need("consistency"))
    whole = a_rich_map()
    drawn = bearing_on(whole, work)
    assert [s.theme.slug for s in drawn.themes] == ["lower-cost", "consistency"]
    assert all(standing in whole.themes for standing in drawn.themes)
    assert drawn.made is work
    assert (drawn.as_of, drawn.compared_with) == (whole.as_of, whole.compared_with)


def test_a_whole_map_is_drawn_for_nothing_in_particular():
    assert a_map(a_standing()).made is None


def test_a_work_needs_nothing_of_a_theme_it_does_not_name():
    work = a_work(a_need("consistency"))
    assert work.need("consistency").stage is Stage.MATURING
    assert work.need("longer-video") is None
