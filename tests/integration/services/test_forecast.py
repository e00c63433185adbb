"""What may come of a theme, from what had happened by a day."""

from datetime import date

import pytest

from tests.factories import a_note
from tests.people import REVIEWER
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.note import Rigor, Verdict
from themewatch.domain.stage import Stage
from themewatch.errors import InputError
from themewatch.services.assessment import assess
from themewatch.services.forecast import (
    STAGES,
    chance_by,
    chance_today,
    look_ahead,
    offered_days,
    usual_day,
    usual_stage,
)
from themewatch.services.themes import report_theme

AS_OF, BY = date(2026, 9, 1), date(2027, 9, 30)
THEME = "consistency"


def assessed(*notes, as_of=AS_OF):
    return assess(standing_evidence(notes), as_of=as_of)


def once_tested():
    return assessed(
        a_note(verdict=Verdict.USUALLY, rigor=Rigor.FIXED),
        a_note(person=REVIEWER, tries=8, acceptable=5, tested_on=date(2026, 6, 1)),
    )


def test_a_forecast_begins_where_the_history_ends():
    assessment = once_tested()
    outlook = look_ahead(assessment, THEME, Stage.MATURING, BY)
    last = report_theme(assessment, THEME).history.path[-1]
    first = outlook.path[0]
    assert first.on == last.on == AS_OF
    for name in ("mean", "low", "high"):
        assert getattr(first, name) == pytest.approx(getattr(last, name), abs=1e-9)
    assert outlook.path[-1].on == BY


def test_an_outlook_holds_the_chance_then_and_now():
    assessment = once_tested()
    outlook = look_ahead(assessment, THEME, Stage.MATURING, BY)
    assert outlook.chance == chance_by(assessment, THEME, Stage.MATURING, BY)
    assert outlook.today == chance_today(assessment, THEME, Stage.MATURING)


def test_the_chance_today_is_that_of_the_position():
    assessment = once_tested()
    stages = assessment.now.positions[THEME].stage_probabilities
    beyond = stages[Stage.MATURING] + stages[Stage.MATURE]
    assert chance_today(assessment, THEME, Stage.MATURING) == pytest.approx(beyond)


def test_nothing_that_happened_later_plays_a_part():
    later = a_note(tested_on=date(2026, 9, 2), tries=10, acceptable=10)
    assert chance_by(assessed(later), THEME, Stage.MATURE, BY) == pytest.approx(
        chance_by(assessed(), THEME, Stage.MATURE, BY)
    )


def test_a_rising_theme_has_the_better_chance():
    day, tries = date(2026, 8, 20), {"tries": 10, "acceptable": 9}
    rising = [a_note(tested_on=day, person=p, tool=p, **tries) for p in "abc"]
    assert chance_by(assessed(*rising), THEME, Stage.MATURE, BY) > chance_by(
        assessed(), THEME, Stage.MATURE, BY
    )


def test_a_day_gone_by_has_no_outlook():
    with pytest.raises(InputError, match="choose a later day"):
        look_ahead(once_tested(), THEME, Stage.MATURE, date(2026, 8, 31))


def test_an_unknown_theme_has_no_chance():
    with pytest.raises(InputError, match="There is no theme 'video'"):
        chance_by(once_tested(), "video", Stage.MATURE, BY)


def test_the_next_stage_is_the_usual_one_until_the_last():
    assert usual_stage(assessed().now.positions[THEME]) is Stage.MATURING
    day, tries = date(2026, 8, 20), {"tries": 20, "acceptable": 20}
    best = [a_note(tested_on=day, person=p, tool=p, **tries) for p in "abcdef"]
    position = assessed(*best).now.positions[THEME]
    assert position.stage is Stage.MATURE
    assert usual_stage(position) is Stage.MATURE


@pytest.mark.parametrize(
    "day", [date(2026, 9, 1), date(2026, 9, 30), date(2024, 2, 29)]
)
def test_the_usual_day_and_stages_are_among_those_offered(day):
    assert usual_day(day) in offered_days(day)
    assert all(end > day for end in offered_days(day))
    assert Stage.EARLY not in STAGES
