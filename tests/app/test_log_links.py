"""Log: files with a note, and links that lead to the form filled in."""

from pathlib import Path

import pytest

from tests.app.conftest import Browser, Keep
from tests.app.logging_in_app import NAME, open_log, the_note
from tests.app.visitor import Visitor
from tests.factories import a_claim, a_note, a_release
from tests.media import a_page, a_png, a_wav, a_webm
from themewatch.domain.note import Verdict
from themewatch.ui import cache


@pytest.fixture
def quick(visitor: Visitor) -> Visitor:
    """Return a visitor with a name and a quick note typed, not yet saved."""
    open_log(visitor, theme="longer-video")
    visitor.put("Your name", NAME).put("Model or tool", "google-veo-3-1")
    visitor.put("What happened?", Verdict.USUALLY)
    return visitor.put("In one line", "A street for ten seconds.")


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
