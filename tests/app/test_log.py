"""Log: a test note, quick or in detail, and what is said when it is refused."""

from datetime import date

import pytest

from tests.app.logging_in_app import NAME, open_log, position, the_note
from tests.app.visitor import Visitor
from tests.factories import NOW
from tests.people import REVIEWER
from themewatch.domain.note import Rigor, Verdict
from themewatch.services.house import House
from themewatch.services.log import take_back
from themewatch.ui import cache


@pytest.fixture
def quick(visitor: Visitor) -> Visitor:
    """Return a visitor with a name and a quick note typed, not yet saved."""
    open_log(visitor, theme="longer-video")
    visitor.put("Your name", NAME).put("Model or tool", "google-veo-3-1")
    visitor.put("What happened?", Verdict.USUALLY)
    return visitor.put("In one line", "A street for ten seconds.")


class TestAQuickNote:
    def test_it_is_saved_with_what_one_need_not_say(self, quick: Visitor) -> None:
        quick.press("Save")
        note = the_note()
        assert note.theme == "longer-video"
        assert note.person == NAME
        assert note.tested_on == NOW.date()
        assert (note.release, note.tool) == ("google-veo-3-1", None)
        assert note.verdict is Verdict.USUALLY
        assert note.rigor is Rigor.ONCE
        assert note.observed == "A street for ten seconds."

    def test_it_says_what_moved(self, quick: Visitor) -> None:
        before = position("longer-video")
        quick.press("Save")
        moved = position("longer-video") - before
        assert moved > 0.1
        assert "The first test here of this theme." in quick.saved
        assert f"Longer, coherent video: ● moved {moved:+.2f} to" in quick.saved

    def test_it_is_undone_and_put_back(self, quick: Visitor) -> None:
        before = position("longer-video")
        quick.press("Save")
        after = position("longer-video")
        quick.press("Undo")
        assert "Taken back." in quick.saved
        assert cache.evidence().notes == ()
        assert position("longer-video") == pytest.approx(before)
        quick.press("Put it back")
        assert "Saved." in quick.saved
        assert position("longer-video") == pytest.approx(after)

    def test_the_frame_of_what_was_saved_is_closed(self, quick: Visitor) -> None:
        quick.press("Save").press("Close")
        assert not quick.has_button("Undo")

    def test_the_form_is_empty_again_with_the_model_used_last(
        self, quick: Visitor
    ) -> None:
        quick.press("Save")
        assert quick.field("In one line").value == ""
        assert quick.field("What happened?").value is None
        assert quick.field("Model or tool").value == "google-veo-3-1"

    def test_the_name_is_asked_for_once(self, quick: Visitor) -> None:
        quick.press("Save")
        assert quick.field("Your name").key == "tester_name"
        assert quick.field("Your name").value == NAME

    def test_a_model_nobody_logged_is_kept_as_typed(self, quick: Visitor) -> None:
        quick.put("Model or tool", "Homemade 7").press("Save")
        assert (the_note().release, the_note().tool) == (None, "Homemade 7")

    def test_a_known_model_typed_in_full_is_found(self, quick: Visitor) -> None:
        quick.put("Model or tool", "veo 3.1").press("Save")
        assert the_note().release == "google-veo-3-1"

    def test_an_older_test_is_logged_on_its_day(self, quick: Visitor) -> None:
        quick.put("Tested on", date(2026, 4, 2)).press("Save")
        assert the_note().tested_on == date(2026, 4, 2)

    def test_a_line_alone_is_kept_and_moves_nothing(self, quick: Visitor) -> None:
        before = position("longer-video")
        quick.put("What happened?", None).press("Save")
        assert "It gives no result, so it is kept and moves nothing." in quick.saved
        assert position("longer-video") == pytest.approx(before)

    def test_an_older_model_is_said_to_count_less(self, quick: Visitor) -> None:
        quick.put("Model or tool", "openai-dall-e-2").press("Save")
        assert "An older model: kept in full, counts less" in quick.saved

    def test_counts_and_words_a_stage_apart_are_told(self, quick: Visitor) -> None:
        quick.put("Tries", 8).put("of these acceptable", 0).press("Save")
        said = "Counts and words lie more than a stage apart: the counts count."
        assert said in quick.saved

    def test_counts_and_words_that_agree_are_not(self, quick: Visitor) -> None:
        quick.put("Tries", 6).put("of these acceptable", 4).press("Save")
        assert "Counts and words" not in quick.saved

    def test_every_detail_is_kept(self, quick: Visitor) -> None:
        quick.put("What did you watch?", "identity-over-time")
        quick.put("How thoroughly?", Rigor.FEW).put("Tries", 4)
        quick.put("of these acceptable", 3).put("What still fails?", "Hands.")
        quick.put("What got better?", "Faces.").put("Link", "https://example.org/x")
        quick.put("Price of one usable output, US$", 0.5)
        quick.put("Seconds to one usable output", 90.0).press("Save")
        note = the_note()
        assert note.signal == "identity-over-time"
        assert (note.rigor, note.tries, note.acceptable) == (Rigor.FEW, 4, 3)
        assert (note.limits, note.improvement) == ("Hands.", "Faces.")
        assert note.link == "https://example.org/x"
        assert (note.price_usd, note.seconds) == (0.5, 90.0)

    def test_the_map_shows_it_at_once(self, quick: Visitor) -> None:
        quick.press("Save").open("map")
        assert (
            "Longer, coherent video: Vendors: Mature. Tests: Growing (few tests)"
            in (quick.chart_alt)
        )

    def test_undoing_what_somebody_took_back_meanwhile_is_said(
        self, quick: Visitor, house: House
    ) -> None:
        quick.press("Save")
        with house.writing() as db:
            take_back(db, the_note().id, by=REVIEWER, now=NOW)
        quick.press("Undo")
        (problem,) = quick.problems
        assert problem.endswith(".")
        assert "taken back" in problem


class TestABadNote:
    def test_all_that_is_missing_is_said_at_once(self, visitor: Visitor) -> None:
        open_log(visitor, theme="longer-video").press("Save")
        assert visitor.problems == [
            "Your name is missing: it stands under the note.",
            "The model or tool is missing: choose it, or type its name.",
            "What happened is missing: choose one of the four, or write a line.",
        ]
        assert cache.evidence().notes == ()

    def test_all_that_is_wrong_is_said_at_once_and_stays_as_typed(
        self, quick: Visitor
    ) -> None:
        quick.put("Tries", 3).put("of these acceptable", 5)
        quick.put("Link", "javascript:alert(1)").put("Tested on", date(2026, 12, 24))
        quick.put("What still fails?", "Hands.").press("Save")
        assert sorted(quick.problems) == [
            "Acceptable (5) is more than tries (3).",
            "Link must be an address that begins with http:// or https://.",
            "Tested on (2026-12-24) lies in the future.",
        ]
        assert cache.evidence().notes == ()
        typed = {
            "Your name": NAME,
            "Model or tool": "google-veo-3-1",
            "Tested on": date(2026, 12, 24),
            "What happened?": Verdict.USUALLY,
            "In one line": "A street for ten seconds.",
            "Tries": 3,
            "of these acceptable": 5,
            "Link": "javascript:alert(1)",
            "What still fails?": "Hands.",
        }
        assert {label: quick.field(label).value for label in typed} == typed

    def test_put_right_it_is_saved(self, quick: Visitor) -> None:
        quick.put("Tries", 3).put("of these acceptable", 5).press("Save")
        assert quick.problems
        quick.put("of these acceptable", 2).press("Save")
        assert quick.problems == []
        assert the_note().acceptable == 2

    def test_a_tool_typed_freely_stays_when_refused(self, quick: Visitor) -> None:
        quick.put("Model or tool", "Homemade 7").put("Tries", 0).press("Save")
        assert quick.problems == ["Tries must be 1 to 1,000,000, not 0."]
        assert quick.field("Model or tool").value == "Homemade 7"

    def test_acceptable_without_tries_is_refused(self, quick: Visitor) -> None:
        quick.put("of these acceptable", 2).press("Save")
        assert quick.problems == ["Acceptable needs tries: say how many there were."]

    def test_what_was_typed_stays_while_one_looks_elsewhere(
        self, quick: Visitor
    ) -> None:
        quick.put("Tries", 3).put("of these acceptable", 5).press("Save")
        quick.open("map")
        open_log(quick, theme="longer-video")
        assert quick.problems
        assert quick.field("In one line").value == "A street for ten seconds."
        assert quick.field("What happened?").value is Verdict.USUALLY
        assert quick.field("Tries").value == 3
        quick.put("Tries", 5).press("Save")
        open_log(quick.open("map"), theme="longer-video")
        assert quick.problems == []
        assert quick.field("In one line").value == ""

    def test_another_theme_lets_go_of_what_was_watched(self, quick: Visitor) -> None:
        quick.put("What did you watch?", "identity-over-time")
        quick.put("Tries", 0).press("Save")
        quick.put("Theme", "consistency").run()
        quick.put("Tries", 1).press("Save")
        assert quick.problems == []
        assert (the_note().theme, the_note().signal) == ("consistency", None)
