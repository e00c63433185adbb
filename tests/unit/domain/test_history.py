"""Steps of ◇ and marks of what happened."""

from dataclasses import replace
from datetime import date, timedelta

from tests.factories import (
    RELEASE_ID,
    a_checkpoint,
    a_claim,
    a_note,
    a_release,
    a_view,
)
from tests.people import CONTRIBUTOR
from tests.standings import a_history
from themewatch.domain.claim import CLAIM_WINDOW, Outcome
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.history import (
    claimed_steps,
    day_marks,
    month_marks,
    off_the_line,
    with_checkpoints,
    with_stories,
)
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.stage import Stage
from themewatch.domain.standing import DayMark, MarkKind, PathPoint

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


class TestCheckpoints:
    LINE = a_history()
    START, END = LINE.path[0].on, LINE.path[-1].on
    AHEAD = (*LINE.path[-1:], PathPoint(END + 60 * DAY, 2.2, 1.5, 3.0))

    def marks(self, *checkpoints, history=LINE):
        bare = replace(history, marks=())
        return with_checkpoints(bare, checkpoints).marks

    def test_they_stand_on_their_day_beside_what_is_there(self):
        checkpoint = a_checkpoint(id="k", theme=None, due_on=self.END)
        found = with_checkpoints(self.LINE, [checkpoint])
        assert found.marks == (
            *self.LINE.marks,
            DayMark(self.END, MarkKind.CHECKPOINT, (checkpoint.title,), ("k",)),
        )

    def test_one_of_no_theme_stands_on_every_line_and_others_on_their_own(self):
        everywhere = a_checkpoint(id="all", theme=None, due_on=self.END)
        elsewhere = a_checkpoint(id="no", theme="consistency", due_on=self.END)
        own = a_checkpoint(id="own", theme="longer-video", due_on=self.END)
        (found,) = self.marks(everywhere, elsewhere, own)
        assert found.ids == ("all", "own")

    def test_a_settled_one_stands_on_the_day_it_was_settled(self):
        settled = a_checkpoint(
            theme=None, due_on=self.END, settled_on=self.START, result="x"
        )
        assert [mark.on for mark in self.marks(settled)] == [self.START]

    def test_without_a_forecast_the_line_ends_today(self):
        soon = a_checkpoint(theme=None, due_on=self.END + DAY)
        assert self.marks(soon) == ()
        assert off_the_line(self.LINE, [soon]) == (soon,)

    def test_a_forecast_carries_the_line_on_to_its_end(self):
        ahead = replace(self.LINE, ahead=self.AHEAD)
        end = self.AHEAD[-1].on
        last, later = (a_checkpoint(theme=None, due_on=day) for day in (end, end + DAY))
        assert [m.on for m in self.marks(last, later, history=ahead)] == [end]
        assert off_the_line(ahead, [last, later]) == (later,)

    def test_off_the_line_the_nearest_stands_first_and_an_open_day_last(self):
        days = {"open": None, "far": self.END + 9 * DAY, "near": self.END + DAY}
        some = [
            a_checkpoint(id=name, theme=None, due_on=day) for name, day in days.items()
        ]
        found = off_the_line(self.LINE, some)
        assert [c.id for c in found] == ["near", "far", "open"]

    def test_what_is_settled_or_of_another_theme_is_not_named_off_the_line(self):
        far = self.END + DAY
        others = [
            a_checkpoint(theme=None, due_on=far, settled_on=far, result="x"),
            a_checkpoint(theme="consistency", due_on=far),
        ]
        assert off_the_line(self.LINE, others) == ()


def test_a_month_has_one_mark_of_each_kind_on_its_first_day():
    marks = [
        DayMark(date(2026, 3, 4), MarkKind.NOTE, ("a",), ("n1",)),
        DayMark(date(2026, 3, 9), MarkKind.VIEW, ("Bo",), ("v1",)),
        DayMark(date(2026, 3, 30), MarkKind.NOTE, ("b", "c"), ("n2", "n3")),
        DayMark(date(2026, 4, 1), MarkKind.NOTE, ("d",), ("n4",)),
    ]
    march, placed, april = month_marks(marks)
    assert (march.on, march.when) == (date(2026, 3, 4), "2026-03")
    assert (march.titles, march.ids) == (("a", "b", "c"), ("n1", "n2", "n3"))
    assert (placed.when, april.when) == ("2026-03-09", "2026-04-01")


def test_what_happened_twice_in_a_month_is_named_once():
    days = (date(2026, 3, 4), date(2026, 3, 30))
    marks = [DayMark(on, MarkKind.RELEASE, ("Reel",), ("reel",)) for on in days]
    [march] = month_marks(marks)
    assert (march.titles, march.ids) == (("Reel",), ("reel",))
