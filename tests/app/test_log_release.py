"""Log: a release with claims, and a view."""

from datetime import date

import pytest

from tests.app.conftest import Keep
from tests.app.logging_in_app import NAME, claimed, open_log, position
from tests.app.visitor import Visitor
from tests.factories import NOW, a_claim, a_note, a_release
from themewatch.domain.stage import Stage
from themewatch.domain.view import Confidence
from themewatch.ui import cache


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
        assert form.saved.count("● stays: no claim moves it.") == 2

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
