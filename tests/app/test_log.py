"""The page where people log: a note in four actions, a release with claims, a view."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import Browser, Keep
from tests.app.visitor import Visitor
from tests.factories import NOW, a_claim, a_note, a_release
from tests.media import a_page, a_png, a_wav, a_webm
from tests.people import REVIEWER
from themewatch.domain.note import Note, Rigor, Verdict
from themewatch.domain.stage import Stage
from themewatch.domain.view import Confidence
from themewatch.services.house import House
from themewatch.services.log import take_back
from themewatch.ui import cache

NAME = "Ann Contributor"


def open_log(visitor: Visitor, **query: Any) -> Visitor:
    visitor.open("log", **query)
    assert visitor.title == "Log what you saw"
    return visitor


def the_note() -> Note:
    (note,) = cache.evidence().notes
    return note


def position(theme: str) -> float:
    return cache.todays_assessment().now.positions[theme].mean


def claimed(theme: str) -> float:
    """Return where ◇ stands, as the map draws it."""
    today = cache.todays_assessment()
    themes = cache.maturity_map(today.as_of).themes
    (standing,) = (s for s in themes if s.theme.slug == theme)
    assert standing.claimed is not None
    return standing.claimed.value


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


class TestFiles:
    def test_they_are_kept_by_what_they_are(self, quick: Visitor, home: Path) -> None:
        quick.put(
            "Images, video or audio, up to four",
            [
                ("third shot.png", a_png(), "image/png"),
                ("hum.wav", a_wav(), "audio/wav"),
                ("clip.webm", a_webm(), "video/webm"),
            ],
        ).press("Save")
        kinds = [ref.media_type for ref in the_note().files]
        assert kinds == ["image/png", "audio/wav", "video/webm"]
        assert len([p for p in (home / "attachments").rglob("*") if p.is_file()]) == 3

    def test_a_page_in_disguise_is_refused_with_a_sentence(
        self, quick: Visitor, home: Path
    ) -> None:
        page = ("shot.png", a_page(), "image/png")
        quick.put("Images, video or audio, up to four", page).press("Save")
        (problem,) = quick.problems
        assert problem.startswith("The file shot.png cannot be kept: accepted are")
        assert cache.evidence().notes == ()
        assert not list((home / "attachments").rglob("*"))

    def test_five_are_too_many(self, quick: Visitor) -> None:
        files = [(f"{n}.png", a_png(width=n + 1), "image/png") for n in range(5)]
        quick.put("Images, video or audio, up to four", files).press("Save")
        assert quick.problems == ["There are 5 files; up to 4 fit: leave some out."]


class TestALinkToTheForm:
    def test_a_claim_brings_its_theme_model_and_what_to_watch(
        self, visitor: Visitor, keep: Keep
    ) -> None:
        keep(a_release(), a_claim(id="c1"))
        open_log(visitor, claim="c1")
        told = "To test: Vision 1 claims “Holds one look over many shots.”"
        assert told in visitor.text
        assert visitor.field("Theme").value == "consistency"
        assert visitor.field("Model or tool").value == "acme-vision-1"
        assert visitor.field("What did you watch?").value == "style-lock"

    def test_testing_a_claim_says_how_it_did(
        self, visitor: Visitor, keep: Keep
    ) -> None:
        keep(a_release(), a_claim(id="c1"))
        open_log(visitor, claim="c1").put("Your name", NAME)
        visitor.put("Tries", 6).put("of these acceptable", 5).press("Save")
        first = "First test here of the claim “Holds one look over many shots.”: "
        assert f"{first}holds up." in visitor.saved

    def test_a_release_brings_its_model(self, visitor: Visitor, keep: Keep) -> None:
        keep(a_release())
        open_log(visitor, release="acme-vision-1")
        assert visitor.field("Model or tool").value == "acme-vision-1"

    def test_a_signal_is_what_to_watch(self, visitor: Visitor) -> None:
        open_log(visitor, theme="longer-video", signal="scene-transitions")
        assert visitor.field("What did you watch?").value == "scene-transitions"

    @pytest.mark.parametrize("asked", ["theme", "claim", "release", "signal", "log"])
    def test_what_the_address_does_not_know_is_left_out(
        self, visitor: Visitor, asked: str
    ) -> None:
        open_log(visitor, **{asked: "nope"})
        visitor.put("Your name", NAME).put("Model or tool", "google-veo-3-1")
        visitor.put("What happened?", Verdict.BREAKS).press("Save")
        assert visitor.problems == []
        assert the_note().theme == "consistency"

    def test_who_logged_before_finds_the_model_used_last(
        self, visitor: Visitor, browser: Browser, keep: Keep
    ) -> None:
        keep(a_note(tool="Homemade 7", person="Zoë O'Neil"))
        browser.cookies["themewatch_name"] = "Zo%C3%AB%20O%27Neil"
        open_log(visitor)
        assert visitor.field("Your name").value == "Zoë O'Neil"
        assert visitor.field("Model or tool").value == "Homemade 7"


class TestARelease:
    @pytest.fixture
    def form(self, visitor: Visitor) -> Visitor:
        open_log(visitor, log="release")
        return visitor.put("Model", "Vision 1").put("Vendor", "Acme")

    def claim(self, form: Visitor, number: int, theme: str, text: str) -> Visitor:
        fields = {"theme": theme, "text": text, "stage": "mature"}
        for field, value in fields.items():
            widget = form.app.get_by_key(f"release-0-{field}{number}")
            widget.set_value(value)
        return form.run()

    def test_two_claims_move_what_vendors_say_and_not_what_tests_show(
        self, form: Visitor, keep: Keep
    ) -> None:
        keep(a_note())
        tested = {t: position(t) for t in ("consistency", "multimodality")}
        said = {t: claimed(t) for t in tested}
        form.press("Add a claim").press("Add a claim")
        self.claim(form, 0, "consistency", "Never changes a face.")
        self.claim(form, 1, "multimodality", "Everything at once.")
        form.press("Save")
        assert form.problems == []
        assert "Vision 1 is logged." in form.saved
        assert "2 claims kept." in form.saved
        for theme, name in (
            ("consistency", "Consistency & control"),
            ("multimodality", "Multimodality"),
        ):
            assert claimed(theme) > said[theme]
            assert position(theme) == tested[theme]
            assert f"{name}: ◇ moved to" in form.saved
        assert form.saved.count("● stays, only tests move it.") == 2

    def test_it_is_undone_with_its_claims(self, form: Visitor) -> None:
        said = claimed("consistency")
        form.press("Add a claim")
        self.claim(form, 0, "consistency", "Never changes a face.")
        form.press("Save").press("Undo")
        assert form.problems == []
        assert "acme-vision-1" not in cache.evidence().releases
        assert claimed("consistency") == said
        form.press("Put it back")
        assert claimed("consistency") > said

    def test_all_that_is_missing_is_said_at_once(self, visitor: Visitor) -> None:
        open_log(visitor, log="release").press("Add a claim").press("Save")
        assert visitor.problems == [
            "The model's name is missing: type it.",
            "The vendor is missing: choose or type who released it.",
            "Claim 1 has no theme: choose one.",
            "Claim 1 says nothing: type what is claimed.",
        ]

    def test_a_bad_address_keeps_all_that_was_typed(self, form: Visitor) -> None:
        form.press("Add a claim")
        self.claim(form, 0, "consistency", "Never changes a face.")
        form.put("Address", "acme.example/vision").press("Save")
        assert form.problems == [
            "Url must be an address that begins with http:// or https://."
        ]
        assert form.field("Model").value == "Vision 1"
        assert form.field("Vendor").value == "Acme"
        text = form.app.get_by_key("release-0-text0").value
        assert text == "Never changes a face."

    def test_the_last_claim_is_left_out(self, form: Visitor) -> None:
        form.press("Add a claim").press("Leave out the last").press("Save")
        assert form.problems == []
        assert "0 claims kept." not in form.saved
        assert "acme-vision-1" in cache.evidence().releases

    def test_details_are_kept(self, form: Visitor) -> None:
        form.put("How it is offered", "api").put("Takes in", ["text", "image"])
        form.put("Gives out", ["video"]).put("Price, US$", 0.4).put("per", "second")
        form.put("Address", "https://acme.example/vision")
        form.put("Released on", date(2026, 9, 3)).press("Save")
        release = cache.evidence().releases["acme-vision-1"]
        assert release.kind == "api"
        assert release.modalities_in == ("text", "image")
        assert release.modalities_out == ("video",)
        assert (release.price_usd, release.price_unit) == (0.4, "second")
        assert release.released_on == date(2026, 9, 3)

    def test_one_that_is_here_opens_with_the_claims_typed_kept_on_it(
        self, form: Visitor, keep: Keep
    ) -> None:
        keep(a_release(), a_claim())
        form.put("Model", "vision 1").put("Vendor", "ACME").press("Add a claim")
        self.claim(form, 0, "longer-video", "An hour in one go.")
        form.press("Save")
        assert form.title == "Vision 1"
        assert "vision 1 was here already." in form.saved
        assert "1 claim kept." in form.saved
        assert "An hour in one go." in form.text
        claims = [c for c in cache.evidence().claims if c.release == "acme-vision-1"]
        assert {c.claimed_stage for c in claims} == {Stage.MATURING, Stage.MATURE}

    def test_one_that_is_here_is_found_by_name(
        self, visitor: Visitor, keep: Keep
    ) -> None:
        keep(a_release())
        open_log(visitor, log="release")
        visitor.put("Is it here already?", "acme-vision-1").run()
        assert visitor.title == "Vision 1"


class TestAView:
    @pytest.fixture
    def form(self, visitor: Visitor) -> Visitor:
        return open_log(visitor, log="view", theme="consistency")

    def test_it_is_kept_with_its_reason(self, form: Visitor) -> None:
        form.put("Your name", NAME).put("Where does the theme stand for you?", 3.5)
        form.put("How sure are you?", Confidence.SURE).put("Why?", "I use it daily.")
        form.press("Save")
        (view,) = cache.evidence().views
        assert (view.theme, view.person) == ("consistency", NAME)
        assert (view.position, view.confidence) == (3.5, Confidence.SURE)
        assert view.reason == "I use it daily."
        assert "Consistency & control: ● moved +" in form.saved

    def test_it_shows_no_estimate_before_one_has_placed_it(self, form: Visitor) -> None:
        assert "Tests:" not in form.text
        assert "likely range" not in form.text

    def test_it_moves_nothing_for_whoever_tested_lately(
        self, form: Visitor, keep: Keep
    ) -> None:
        keep(a_note(person=NAME, tested_on=date(2026, 9, 20), recorded_at=NOW))
        form.put("Your name", NAME).put("Where does the theme stand for you?", 3.5)
        form.press("Save")
        assert "Consistency & control: ● stays at" in form.saved

    def test_without_a_name_it_is_refused_and_kept_as_chosen(
        self, form: Visitor
    ) -> None:
        form.put("Where does the theme stand for you?", 3.5).put("Why?", "Because.")
        form.press("Save")
        assert form.problems == ["Your name is missing: it stands under the view."]
        assert form.field("Where does the theme stand for you?").value == 3.5
        assert form.field("Why?").value == "Because."
        assert cache.evidence().views == ()
