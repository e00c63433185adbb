import pytest

from themewatch.domain.protocol import (
    Dimension,
    MarkMeaning,
    Protocol,
    Protocols,
    Rubric,
)
from themewatch.errors import InputError


def a_protocol(signal=None, rubrics=()):
    return Protocol(
        theme="consistency",
        signal=signal,
        title=f"A test of {signal or 'it all'}",
        prepare=("A picture.",),
        steps=("Ask.", "Look."),
        tries=5,
        usable="It counts if it is the same.",
        rubrics=rubrics,
        minutes=10,
    )


WHOLE = a_protocol()
STYLE = a_protocol("style-lock", rubrics=("pair", "alone"))


@pytest.fixture
def shipped():
    alone = Rubric("alone", "Alone", "Look.", (Dimension("one", "One", "The one."),))
    pair = (Dimension("left", "Left", "The left."), Dimension("right", "Right", "It."))
    return Protocols(
        tests={(test.theme, test.signal): test for test in (WHOLE, STYLE)},
        rubrics={"alone": alone, "pair": Rubric("pair", "Pair", "Look twice.", pair)},
        marks=(MarkMeaning("falls apart", "Lost."), MarkMeaning("holds", "Fine.")),
        how_to_mark="Mark what most tries show.",
    )


def test_a_claim_on_a_signal_is_tested_by_the_signal_s_protocol(shipped):
    assert shipped.for_claim("consistency", "style-lock") is STYLE


@pytest.mark.parametrize("signal", [None, "character-consistency"])
def test_without_one_of_its_own_a_claim_is_tested_by_the_theme_s(shipped, signal):
    assert shipped.for_claim("consistency", signal) is WHOLE


def test_a_theme_without_a_protocol_is_refused(shipped):
    with pytest.raises(InputError, match="no protocol for 'video'"):
        shipped.for_claim("video", "style-lock")


def test_a_rubric_is_found_by_its_slug(shipped):
    assert shipped.rubric("pair").name == "Pair"


def test_an_unknown_rubric_is_refused_with_the_known_ones(shipped):
    with pytest.raises(InputError, match="no rubric 'three'; there are alone, pair"):
        shipped.rubric("three")


def test_a_dimension_is_found_whatever_its_rubric(shipped):
    assert [shipped.dimension(slug).name for slug in ("one", "right")] == [
        "One",
        "Right",
    ]


def test_an_unknown_dimension_is_refused_with_the_known_ones(shipped):
    with pytest.raises(InputError, match="'middle'; there are one, left, right"):
        shipped.dimension("middle")


def test_a_protocol_s_dimensions_come_rubric_by_rubric_in_its_own_order(shipped):
    assert [d.slug for d in shipped.dimensions(STYLE)] == ["left", "right", "one"]
    assert shipped.dimensions(WHOLE) == ()
