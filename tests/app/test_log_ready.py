"""Log: a ready test to follow, and marks of what held."""

from dataclasses import replace

import pytest

from tests.app.conftest import Keep
from tests.app.logging_in_app import NAME, open_log, the_note
from tests.app.visitor import Visitor
from tests.factories import a_claim, a_note, a_release
from themewatch.domain.note import Mark, Rigor, Verdict
from themewatch.services.protocols import protocols
from themewatch.ui import cache

SIGNAL = "identity-over-time"
TEST = protocols().for_claim("longer-video", SIGNAL)


@pytest.fixture
def ready(visitor: Visitor, keep: Keep) -> Visitor:
    """Return a visitor who follows the ready test of a claim, nothing typed yet."""
    keep(a_release(), a_claim(id="c1", theme="longer-video", signal=SIGNAL))
    open_log(visitor, claim="c1", ready="true")
    return visitor.put("Your name", NAME)


class TestAReadyTest:
    def test_it_says_what_to_do_and_fills_in_how_often(self, ready: Visitor) -> None:
        assert TEST.title in ready.text
        assert all(step in ready.text for step in TEST.steps)
        assert TEST.usable in ready.text
        assert ready.field("Tries").value == TEST.tries
        assert ready.field("How thoroughly?").value is Rigor.FEW
        assert ready.field("What did you watch?").value == SIGNAL

    def test_its_result_is_saved_with_its_tries(self, ready: Visitor) -> None:
        ready.put("of these acceptable", 2).press("Save")
        note = the_note()
        assert (note.tries, note.acceptable) == (TEST.tries, 2)
        assert (note.rigor, note.signal) == (Rigor.FEW, SIGNAL)

    def test_five_tries_or_more_are_a_fixed_test(self, visitor: Visitor) -> None:
        assert protocols().for_claim("consistency", "style-lock").tries >= 5
        open_log(visitor, theme="consistency", signal="style-lock", ready="true")
        assert visitor.field("How thoroughly?").value is Rigor.FIXED

    def test_tries_alone_are_no_result(self, ready: Visitor) -> None:
        ready.press("Save")
        (problem,) = ready.problems
        assert problem.startswith("What happened is missing")
        assert cache.evidence().notes == ()

    def test_a_theme_that_counts_money_is_not_asked_for_tries(
        self, visitor: Visitor
    ) -> None:
        open_log(visitor, theme="lower-cost", signal="fast-variants", ready="true")
        visitor.put("Your name", NAME).put("Model or tool", "Any")
        visitor.put("What happened?", Verdict.USUALLY).press("Save")
        assert the_note().tries is None

    def test_without_being_asked_for_it_is_there_and_fills_in_nothing(
        self, visitor: Visitor
    ) -> None:
        open_log(visitor, theme="longer-video")
        assert protocols().for_claim("longer-video", None).title in visitor.text
        assert visitor.field("Tries").value is None
        assert visitor.field("How thoroughly?").value is Rigor.ONCE

    @pytest.mark.parametrize("signal", ["nope", "style-lock"])
    def test_what_the_theme_does_not_watch_is_left_out(
        self, visitor: Visitor, signal: str
    ) -> None:
        open_log(visitor, theme="longer-video", signal=signal)
        assert visitor.field("What did you watch?").value is None

    def test_another_theme_chosen_meanwhile_brings_its_own_test(
        self, visitor: Visitor
    ) -> None:
        open_log(visitor, theme="longer-video", signal=SIGNAL, ready="true")
        visitor.put("Theme", "text-rendering").run()
        assert protocols().for_claim("text-rendering", None).title in visitor.text
        assert visitor.field("What did you watch?").value is None


class TestMarks:
    def test_those_chosen_are_saved_and_the_others_left_out(
        self, ready: Visitor
    ) -> None:
        ready.put("of these acceptable", 2).put("Identity", 3).put("Physics", 0)
        ready.press("Save")
        assert the_note().marks == (Mark("identity", 3), Mark("physics", 0))

    def test_they_are_kept_when_the_form_is_refused(self, ready: Visitor) -> None:
        ready.put("Identity", 1).press("Save")
        assert ready.problems
        assert ready.field("Identity").value == 1

    def test_they_move_nothing(self, visitor: Visitor, keep: Keep) -> None:
        keep(note := a_note(theme="longer-video"))
        visitor.open("map")
        before = cache.todays_assessment().now.positions["longer-video"]
        marked = (Mark("identity", 0),)
        later = note.recorded_at.replace(hour=13)
        keep(replace(note, id="b", supersedes=note.id, marks=marked, recorded_at=later))
        assert the_note().marks == marked
        after = cache.todays_assessment().now.positions["longer-video"]
        assert (after.mean, after.sd) == (before.mean, before.sd)

    def test_they_stand_in_the_record_with_their_words(
        self, visitor: Visitor, keep: Keep
    ) -> None:
        keep(a_note(id="n1", marks=(Mark("identity", 3), Mark("of-yore", 1))))
        text = visitor.open("record", id="n1").text
        assert "Identity: holds" in text
        assert "of-yore: often slips" in text

    def test_a_correction_begins_with_them_and_keeps_what_is_not_known_here(
        self, visitor: Visitor, keep: Keep
    ) -> None:
        keep(a_note(id="n1", marks=(Mark("identity", 3), Mark("of-yore", 1))))
        visitor.open("record", id="n1").unfold("correct")
        assert visitor.field("Identity").value == 3
        visitor.put("Identity", 2).put("Clothing", 1).press("Save the correction")
        assert the_note().marks == (
            Mark("identity", 2),
            Mark("clothing", 1),
            Mark("of-yore", 1),
        )
