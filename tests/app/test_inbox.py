"""Inbox: one story before us, and a press for each thing to do with it."""

from datetime import timedelta

import pytest

from tests.app.conftest import Keep
from tests.app.inbox_in_app import KITE, current, open_inbox, waiting
from tests.app.visitor import Visitor
from tests.factories import NOW, RELEASE_ID, a_release
from tests.news import (
    CLIPS,
    LAB,
    QUIET,
    Piece,
    pieces,
    put_feed,
    put_story,
)
from tests.people import CONTRIBUTOR
from themewatch.domain.news import Match, Reason
from themewatch.domain.stage import Stage
from themewatch.services.house import House
from themewatch.ui import cache


@pytest.fixture
def kite(house: House) -> str:
    """Put one story of a release that nobody has logged."""
    with house.writing() as db:
        return put_story(db, "kite")


class TestTheStoryBeforeUs:
    @pytest.mark.usefixtures("kite")
    def test_it_says_what_is_suggested_and_why(self, visitor: Visitor) -> None:
        text = open_inbox(visitor).text
        assert "1 story left" in text
        assert "Kite 2 · Acme Pictures · not here yet" in text
        assert "Lab news · 2026-10-01 08:30 UTC" in text
        assert "Looks like a release: now available" in text
        assert "Longer, coherent video · Longer duration: 20-second clips" in text

    @pytest.mark.usefixtures("kite")
    def test_the_words_that_decided_are_marked_in_title_and_text(
        self, visitor: Visitor
    ) -> None:
        open_inbox(visitor)
        assert visitor.app.header[0].value == (
            "Acme Pictures\\: Kite 2 is :yellow-background[now available]"
        )
        summary = next(m for m in visitor.markdown if m.startswith("Kite 2 makes"))
        assert ":yellow-background[20\\-second clips] in one go" in summary
        assert ":yellow-background[same face] from shot" in summary

    @pytest.mark.usefixtures("kite")
    def test_a_release_that_is_here_is_told(self, visitor: Visitor, keep: Keep) -> None:
        keep(a_release(id=KITE, model="Kite 2", vendor="Acme Pictures"))
        text = open_inbox(visitor).text
        assert "here already, released 2026-08-01" in text
        assert visitor.links("Open the release") == [f"release?release={KITE}"]

    def test_the_rest_of_a_long_text_comes_on_request(
        self, visitor: Visitor, house: House
    ) -> None:
        with house.writing() as db:
            text = "It rains. " * 600 + "The very end."
            put_story(db, "long", Piece(text=text))
        assert "The very end" not in open_inbox(visitor).text
        assert "The very end." in visitor.unfold("rest-long-0").text

    def test_the_members_of_a_story_open_on_request(
        self, visitor: Visitor, house: House
    ) -> None:
        other = Piece(title="Kite 2 flies", feed="feed-other", at=NOW - timedelta(1))
        with house.writing() as db:
            put_story(db, "both", Piece(), other)
        text = open_inbox(visitor).text
        assert "Also in 1 more place" in text
        assert "Kite 2 flies" not in text
        assert "News of feed-other" in visitor.unfold("others-both").text


class TestAccepting:
    @pytest.mark.usefixtures("kite")
    def test_one_press_makes_the_release_with_claims_without_weight(
        self, visitor: Visitor
    ) -> None:
        open_inbox(visitor).press("Accept")
        evidence = cache.evidence()
        release = evidence.releases[KITE]
        assert (release.model, release.vendor) == ("Kite 2", "Acme Pictures")
        assert (release.link, release.source) == (Piece().link, "Lab news")
        claims = [c for c in evidence.claims if c.release == KITE]
        assert {c.theme for c in claims} == set(CLIPS.themes)
        assert all(c.claimed_stage is None for c in claims)
        assert "Kite 2 makes 20-second clips in one go." in {c.text for c in claims}
        said = "Accepted: Kite 2 by Acme Pictures. 2 claims kept, without weight."
        assert said in visitor.text
        assert "All caught up." in visitor.text
        assert "1 accepted, 0 dismissed this week." in visitor.text

    @pytest.mark.usefixtures("kite")
    def test_it_is_undone_with_its_evidence_and_stands_before_us_again(
        self, visitor: Visitor
    ) -> None:
        open_inbox(visitor).press("Accept").press("Undo")
        assert KITE not in cache.evidence().releases
        assert current(visitor).startswith("Acme Pictures: Kite 2")
        assert not visitor.has_button("Undo")

    @pytest.mark.usefixtures("kite")
    def test_with_details_each_claim_says_how_far_the_vendor_goes(
        self, visitor: Visitor
    ) -> None:
        open_inbox(visitor).press("Details")
        form = visitor.app.get_by_key("accept-kite-0-stage-longer-video")
        form.set_value("mature")
        visitor.put("Model", "Kite 2 Pro").press("Accept it")
        assert visitor.problems == []
        claims = {
            c.theme: c.claimed_stage
            for c in cache.evidence().claims
            if c.release == "acme-pictures-kite-2-pro"
        }
        assert claims == {"longer-video": Stage.MATURE, "consistency": None}
        assert "Longer, coherent video: ◇ moved to" in visitor.text

    @pytest.mark.usefixtures("kite")
    def test_a_theme_that_was_suggested_wrongly_is_left_out(
        self, visitor: Visitor
    ) -> None:
        open_inbox(visitor).press("Details").put("Themes", ["longer-video"])
        visitor.press("Accept it")
        claims = [c for c in cache.evidence().claims if c.release == KITE]
        assert [c.theme for c in claims] == ["longer-video"]

    def test_without_a_recognised_vendor_the_form_opens_with_a_sentence(
        self, visitor: Visitor, house: House
    ) -> None:
        with house.writing() as db:
            put_story(db, "s1", Piece(match=Match(is_release=True)))
        open_inbox(visitor).press("Accept")
        assert "Model or vendor was not recognised" in visitor.text
        visitor.press("Accept it")
        assert visitor.problems == [
            "The model's name is missing: type it.",
            "The vendor is missing: choose or type who released it.",
        ]
        visitor.put("Model", "Kite 3").put("Vendor", "Acme").press("Accept it")
        assert "acme-kite-3" in cache.evidence().releases

    @pytest.mark.usefixtures("kite")
    def test_a_release_that_is_here_is_offered_to_attach_to(
        self, visitor: Visitor, keep: Keep
    ) -> None:
        keep(a_release(id=KITE, model="Kite 2", vendor="Acme Pictures"))
        open_inbox(visitor).press("Accept")
        assert "Kite 2 by Acme Pictures is here already" in visitor.text
        assert visitor.field("Release").value == KITE
        visitor.press("Attach it")
        assert "Attached to Kite 2." in visitor.text


class TestAttaching:
    @pytest.mark.usefixtures("kite")
    def test_claims_are_kept_where_one_wants_them(
        self, visitor: Visitor, keep: Keep
    ) -> None:
        keep(a_release())
        open_inbox(visitor).press("Attach").put("Release", RELEASE_ID)
        visitor.put("Keep what it claims", value=True).run()
        visitor.put("Themes", ["consistency"]).run().press("Attach it")
        assert visitor.problems == []
        (claim,) = (c for c in cache.evidence().claims if c.release == RELEASE_ID)
        assert (claim.theme, claim.link) == ("consistency", Piece().link)

    @pytest.mark.usefixtures("kite")
    def test_without_a_release_it_is_refused(self, visitor: Visitor) -> None:
        open_inbox(visitor).press("Attach").press("Attach it")
        assert visitor.problems == ["No release is chosen: type part of its name."]
        visitor.press("Leave it")
        assert visitor.has_button("Attach")


class TestWhatIsShown:
    @pytest.fixture(autouse=True)
    def _stories(self, house: House) -> None:
        first, second = pieces(2)
        audio = Match(themes=("native-audio",), why=(Reason("native-audio", ("dub",)),))
        other = Piece(title="A dub", match=audio, feed="feed-b", at=second.at)
        with house.writing() as db:
            put_feed(db, LAB)
            put_story(db, "s1", first)
            put_story(db, "s2", other)
            put_story(db, "quiet", QUIET)

    def test_it_opens_on_what_has_a_theme_or_a_release(self, visitor: Visitor) -> None:
        text = open_inbox(visitor).text
        assert "2 stories left" in text
        assert "1 other hidden" in text
        assert QUIET.title not in text
        visitor.press("show")
        assert "3 stories left" in visitor.text
        assert QUIET.title in visitor.text

    @pytest.mark.parametrize(
        ("query", "title"),
        [
            ({"about": "native-audio"}, "A dub"),
            ({"source": "feed-b"}, "A dub"),
            ({"releases": "true"}, "Kite 1 is now available"),
            ({"words": "KITE now"}, "Kite 1 is now available"),
        ],
    )
    def test_it_is_narrowed_by_the_address(
        self, visitor: Visitor, query: dict[str, str], title: str
    ) -> None:
        open_inbox(visitor, **query)
        assert "1 story left" in visitor.text
        assert current(visitor) == title

    def test_what_was_decided_is_told_with_reasons_and_undone(
        self, visitor: Visitor, house: House
    ) -> None:
        open_inbox(visitor).put("Your name", CONTRIBUTOR).press("Dismiss")
        visitor.put("Why? (optional)", "seen-before").run()
        visitor.open("inbox", view="decided")
        said = f"dismissed by {CONTRIBUTOR} · because: seen before"
        assert said in visitor.text
        visitor.press("Undo")
        assert f"undone by {CONTRIBUTOR}" in visitor.text
        assert waiting(house) == 2
