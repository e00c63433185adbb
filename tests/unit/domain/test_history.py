"""Steps of ◇ and marks of what happened."""

from datetime import date, timedelta

from tests.factories import RELEASE_ID, a_claim, a_note, a_release, a_view
from tests.people import CONTRIBUTOR
from tests.standings import a_history
from themewatch.domain.claim import CLAIM_WINDOW, Outcome
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.history import claimed_steps, day_marks, with_stories
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.stage import Stage
from themewatch.domain.standing import DayMark, MarkKind

START, END = date(2026, 1, 1), date(2026, 12, 31)
MADE = date(2026, 3, 1)
DAY = timedelta(days=1)


def claimed(stage: Stage, on: date = MADE, **changes) -> JudgedClaim:
    claim = a_claim(claimed_stage=stage, **changes)
    return JudgedClaim(claim, on, Outcome.UNTESTED, ())


def three(stage: Stage, on: date = MADE) -> list[JudgedClaim]:
    return [claimed(stage, on) for _ in range(3)]


def test_without_claims_the_line_is_empty_from_start_to_end():
    assert claimed_steps([], START, END) == ((START, None), (END, None))


def test_a_step_stands_where_the_level_changes():
    bolder = [claimed(Stage.MATURE, date(2026, 6, 1))]
    assert claimed_steps(three(Stage.GROWING) + bolder, START, END) == (
        (START, None),
        (MADE, 1.5),
        (date(2026, 6, 1), 3.5),
        (END, 3.5),
    )


def test_a_claim_that_changes_nothing_makes_no_step():
    timid = [claimed(Stage.EARLY, date(2026, 6, 1))]
    steps = claimed_steps(three(Stage.GROWING) + timid, START, END)
    assert [day for day, _ in steps] == [START, MADE, END]


def test_the_level_ends_when_its_claims_are_a_year_old():
    end = MADE + CLAIM_WINDOW + DAY
    assert claimed_steps(three(Stage.GROWING), MADE, end) == (
        (MADE, 1.5),
        (MADE + CLAIM_WINDOW, None),
        (end, None),
    )


def test_claims_made_before_the_start_count_from_the_start():
    assert claimed_steps(three(Stage.MATURE), MADE + DAY, END)[0] == (MADE + DAY, 3.5)


def evidence(notes=(), views=(), releases=()):
    return standing_evidence([*releases, *notes, *views])


def test_notes_of_one_day_share_a_mark():
    notes = [a_note(id="a"), a_note(id="b", tool="Brush 2")]
    assert day_marks(evidence(notes), [], "consistency", START) == (
        DayMark(notes[0].tested_on, MarkKind.NOTE, ("Vision 1", "Brush 2"), ("a", "b")),
    )


def test_marks_are_in_the_order_of_their_days():
    notes = [a_note(tested_on=END), a_note(tested_on=MADE)]
    views = [a_view(on=MADE + DAY)]
    marks = day_marks(evidence(notes, views), [], "consistency", START)
    assert [mark.on for mark in marks] == [MADE, MADE + DAY, END]
    assert marks[1].titles == (CONTRIBUTOR,)


def test_a_release_is_marked_once_however_much_it_claims():
    claims = [claimed(Stage.MATURE), claimed(Stage.EARLY)]
    found = evidence(releases=[a_release()])
    assert day_marks(found, claims, "consistency", START) == (
        DayMark(MADE, MarkKind.RELEASE, ("Vision 1",), (RELEASE_ID,)),
    )


def test_other_themes_and_earlier_days_are_not_marked():
    notes = [a_note(theme="longer-video"), a_note(tested_on=START - DAY)]
    assert day_marks(evidence(notes), [], "consistency", START) == ()


def test_news_that_was_kept_stands_on_its_day_while_the_line_lasts():
    history = a_history()
    last = history.path[-1].on
    stories = [
        (last, "s1", "Reel 5"),
        (last, "s2", "Reel 6"),
        (last + DAY, "s3", "Reel 7"),
        (history.path[0].on - DAY, "s4", "Reel 1"),
    ]
    *before, mark = with_stories(history, stories).marks
    assert tuple(before) == history.marks
    assert mark == DayMark(last, MarkKind.STORY, ("Reel 5", "Reel 6"), ("s1", "s2"))
