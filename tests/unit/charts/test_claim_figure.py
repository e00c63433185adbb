"""Claimed against tested, as a figure and in words."""

import pytest

from tests.factories import a_release
from tests.judged import a_judged, an_overruled, the_evidence
from themewatch.charts import claim_points
from themewatch.charts.claim_alt import cloud_alt, cloud_sentences, left_out_sentence
from themewatch.charts.claim_figure import SYMBOLS, WIDE, claim_figure
from themewatch.charts.claim_points import claim_cloud
from themewatch.charts.palette import DARK, LIGHT
from themewatch.domain.claim import Outcome
from themewatch.domain.stage import Stage

HELD = a_judged(Outcome.HOLDS_UP, id="held", tested=3.3, text="<b>All & ever</b>")
PARTLY = a_judged(id="partly", tested=2.4, notes=2)


def figure(*judged, **options):
    return claim_figure(
        claim_cloud(judged, WIDE), the_evidence(*judged), LIGHT, **options
    )


def test_each_outcome_has_a_trace_named_with_its_number():
    names = {trace.name for trace in figure(HELD, PARTLY, a_judged()).data}
    assert names == {"1 holds up", "2 partly"}


def test_a_mark_s_click_names_its_claim():
    marks = {t.name: list(t.customdata) for t in figure(HELD, PARTLY).data}
    assert marks == {"1 holds up": ["held"], "1 partly": ["partly"]}


def test_outcomes_differ_in_more_than_colour():
    looks = {
        outcome: (symbol, outcome is Outcome.TESTED_ONCE)
        for outcome, symbol in SYMBOLS.items()
    }
    assert len(set(looks.values())) == len(looks) == len(Outcome) - 1
    once = figure(a_judged(Outcome.TESTED_ONCE)).data[0]
    assert once.marker.color == LIGHT.paper


def test_a_tooltip_names_model_claim_outcome_and_tests_and_is_no_markup():
    [tip] = figure(HELD).data[0].hovertext
    assert tip == (
        "<b>Vision 1</b><br>&lt;b&gt;All &amp; ever&lt;/b&gt;<br>"
        "✔ holds up · 1 test<br>tests put it at Mature, lower third"
    )


def test_a_tooltip_tells_a_person_s_word_and_what_tests_say():
    [tip] = figure(an_overruled(person="Ben", reason="By day")).data[0].hovertext
    assert "overruled by Ben: partly — By day; tests say: holds" in tip.replace(
        "<br>", " "
    )


def test_a_long_claim_is_cut_in_its_tooltip():
    [tip] = figure(a_judged(text="word " * 200)).data[0].hovertext
    assert tip.count("<br>") == 5
    assert " …" in tip


def test_the_line_of_what_was_claimed_is_drawn_and_named():
    drawn = figure(HELD).layout
    diagonal = [s for s in drawn.shapes if (s.x0, s.y0, s.x1, s.y1) == (0, 0, 4, 4)]
    assert [shape.type for shape in diagonal if shape.type == "line"] == ["line"]
    assert "as claimed" in [note.text for note in drawn.annotations]


def test_both_axes_name_the_stages_in_their_middles():
    drawn = figure(HELD).layout
    for axis in (drawn.xaxis, drawn.yaxis):
        assert list(axis.range) == [0, 4]
        assert list(axis.tickvals) == [0.5, 1.5, 2.5, 3.5]
        assert list(axis.ticktext) == ["Early", "Growing", "Maturing", "Mature"]


def test_the_colours_are_those_of_the_ground():
    cloud = claim_cloud([HELD], WIDE)
    dark = claim_figure(cloud, the_evidence(HELD), DARK)
    assert dark.data[0].marker.color == DARK.up != LIGHT.up


def test_a_phone_s_key_takes_more_lines():
    wide, narrow = figure(HELD, PARTLY), figure(HELD, PARTLY, narrow=True)
    assert narrow.layout.margin.t > wide.layout.margin.t


def test_hundreds_of_marks_stay_light():
    judged = [
        a_judged(id=f"a-release-{n}/consistency/style-lock", tested=n % 40 / 10)
        for n in range(1000)
    ]
    drawn = figure(*judged)
    assert sum(len(t.x) for t in drawn.data) == claim_points.MOST_POINTS
    assert len(drawn.to_json()) < 100 * 1024


def cloud(*judged):
    return claim_cloud(judged, WIDE)


def test_with_few_claims_no_average_is_told():
    assert cloud_sentences(cloud(HELD, PARTLY)) == (
        "Tests reach the claimed stage for 1 of 2 tested claims.",
    )


def test_with_five_claims_the_average_is_told():
    told = cloud_sentences(cloud(*[a_judged(tested=2.5)] * 5))
    assert told == (
        "Tests reach the claimed stage for 0 of 5 tested claims.",
        "On average claims stand about a stage ahead of tests.",
    )


def test_what_is_left_out_is_said(monkeypatch):
    assert left_out_sentence(cloud(HELD)) == ""
    monkeypatch.setattr(claim_points, "MOST_POINTS", 1)
    said = left_out_sentence(cloud(HELD, PARTLY, a_judged()))
    assert said == "The newest are drawn, 2 older ones are left out."


def test_who_does_not_see_it_is_told_what_it_shows():
    assert cloud_alt(cloud(HELD, PARTLY)) == (
        "Claimed against tested, a mark for each claim. Tests reach the claimed stage "
        "for 1 of 2 tested claims. Drawn: 1 holds up, 1 partly."
    )


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_its_column(stage):
    [x] = figure(a_judged(claimed_stage=stage)).data[0].x
    assert x == stage.midpoint


def test_a_model_is_named_as_its_release_is_now():
    judged = a_judged()
    evidence = the_evidence(judged, releases=(a_release(model="Vision One"),))
    drawn = claim_figure(cloud(judged), evidence, LIGHT)
    assert drawn.data[0].hovertext[0].startswith("<b>Vision One</b>")
