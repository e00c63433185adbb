"""Inbox: forms that know what is here, and that lose nothing to another window."""

import pytest

from tests.app.conftest import Keep
from tests.app.inbox_in_app import KITE, current, open_inbox
from tests.app.visitor import Visitor
from tests.factories import NOW, a_release
from tests.news import Piece, put_stories, put_story
from tests.people import REVIEWER
from themewatch.domain.news import Match
from themewatch.domain.stage import Stage
from themewatch.domain.story import Seen
from themewatch.services import triage, undoing
from themewatch.services.house import House
from themewatch.services.triage import By
from themewatch.storage.decisions import find_last
from themewatch.ui import cache

BY = By(REVIEWER, NOW)
KLING = "kuaishou-kling-3-0"


@pytest.fixture
def kite(house: House) -> str:
    """Put one story of a release that nobody has logged."""
    with house.writing() as db:
        return put_story(db, "kite")


class TestWhatIsHereAlready:
    @pytest.mark.parametrize(
        "model", ["Kling 3.0", "Kling 3", "Kling 3.0 Omni", "Kling 3.0 video"]
    )
    def test_one_press_offers_to_attach_to_what_has_a_longer_name(
        self, visitor: Visitor, house: House, model: str
    ) -> None:
        match = Match(is_release=True, models=(model,), vendor="Kuaishou")
        with house.writing() as db:
            put_story(db, "s1", Piece(match=match))
        assert "here already" in open_inbox(visitor).text
        visitor.press("Accept")
        assert visitor.field("Release").value == KLING

    def test_with_details_it_is_said_at_once_and_all_typed_is_carried_over(
        self, visitor: Visitor, keep: Keep, house: House
    ) -> None:
        keep(a_release(id=KITE, model="Kite 2", vendor="Acme Pictures"))
        with house.writing() as db:
            put_story(db, "kite")
        open_inbox(visitor).press("Details")
        assert "Kite 2 by Acme Pictures is here already" in visitor.text
        visitor.put("Themes", ["longer-video"]).run()
        stage = visitor.app.get_by_key("accept-kite-0-stage-longer-video")
        stage.set_value("mature")
        visitor.put("In these words", "Twenty seconds.").run()
        visitor.press("Attach to it instead")
        assert visitor.field("Release").value == KITE
        visitor.press("Attach it")
        assert visitor.problems == []
        (claim,) = (c for c in cache.evidence().claims if c.release == KITE)
        assert (claim.theme, claim.text) == ("longer-video", "Twenty seconds.")
        assert claim.claimed_stage is Stage.MATURE

    @pytest.mark.usefixtures("kite")
    def test_a_name_typed_that_is_here_leads_to_attaching(
        self, visitor: Visitor
    ) -> None:
        open_inbox(visitor).press("Details")
        visitor.put("Model", "Kling 3.0").put("Vendor", "Kuaishou")
        visitor.press("Accept it")
        assert visitor.problems == []
        assert visitor.field("Release").value == KLING
        visitor.press("Attach it")
        assert "Attached to Kling 3.0 and 3.0 Omni." in visitor.text

    @pytest.mark.parametrize(
        ("model", "vendor"), [("Runway", "Runway"), ("Flash Image", "Google")]
    )
    def test_half_a_name_opens_the_form(
        self, visitor: Visitor, house: House, model: str, vendor: str
    ) -> None:
        match = Match(is_release=True, models=(model,), vendor=vendor)
        with house.writing() as db:
            put_story(db, "s1", Piece(match=match))
        open_inbox(visitor).press("Accept")
        assert "was not recognised in full" in visitor.text
        assert visitor.field("Model").value == model


class TestAnotherWindow:
    @pytest.fixture(autouse=True)
    def _row(self, house: House) -> None:
        with house.writing() as db:
            put_stories(db, 3)

    @pytest.mark.parametrize(
        ("opens", "saves", "yours"),
        [
            ("Details", "Accept it", "accept it as Kite 1 by Acme Pictures"),
            ("Attach", "Attach it", f"attach it to {KLING}"),
            ("Merge", "Merge them", "merge it into “Kite 2 is now available”"),
        ],
    )
    def test_a_form_whose_story_was_decided_says_so(
        self, visitor: Visitor, house: House, opens: str, saves: str, yours: str
    ) -> None:
        open_inbox(visitor).press(opens)
        if opens == "Attach":
            visitor.put("Release", KLING)
        with house.writing() as db:
            triage.dismiss(db, [Seen("s1", 1)], BY)
        visitor.press(saves)
        [problem] = visitor.problems
        assert problem.startswith(
            f"“Kite 1 is now available” was dismissed by {REVIEWER} meanwhile: that "
            f"stands. Yours was to {yours}"
        )
        assert problem.endswith("; nothing of it was kept.")
        assert current(visitor) == "Kite 2 is now available"

    def test_what_was_typed_is_there_if_the_story_is_back(
        self, visitor: Visitor, house: House
    ) -> None:
        open_inbox(visitor).press("Details").put("Model", "Kite 1 Pro")
        with house.writing() as db:
            (made,) = triage.dismiss(db, [Seen("s1", 1)], BY)
        visitor.press("Accept it")
        with house.writing() as db:
            undoing.undo(db, [made.id], BY)
        visitor.run().press("Back").press("Details")
        assert current(visitor) == "Kite 1 is now available"
        assert visitor.field("Model").value == "Kite 1 Pro"
        visitor.press("Accept it")
        assert "acme-pictures-kite-1-pro" in cache.evidence().releases

    def test_what_was_undone_elsewhere_does_not_bar_the_undo_before_it(
        self, visitor: Visitor, house: House
    ) -> None:
        open_inbox(visitor).press("Dismiss").press("Dismiss")
        with house.writing() as db:
            last = find_last(db, "s2")
            assert last is not None
            undoing.undo(db, [last.id], BY)
        visitor.press("Undo")
        assert visitor.problems == ["This was undone already: the story waits again."]
        visitor.press("Undo")
        assert visitor.problems == []
        assert "3 stories left" in visitor.text


class TestWhatWasDecided:
    def test_it_says_which_release_and_which_story(
        self, visitor: Visitor, house: House
    ) -> None:
        with house.writing() as db:
            put_stories(db, 4)
        open_inbox(visitor).press("Accept").press("Merge").press("Merge them")
        visitor.press("Attach").put("Release", KLING).press("Attach it")
        text = visitor.open("inbox", view="decided").text
        assert "accepted as Kite 1 by somebody" in text
        assert "merged into “Kite 3 is now available” by somebody" in text
        assert "attached to Kling 3.0 and 3.0 Omni by somebody" in text

    def test_what_was_undone_stands_back(self, visitor: Visitor, house: House) -> None:
        with house.writing() as db:
            put_stories(db, 1)
        open_inbox(visitor).press("Accept").press("Undo")
        visitor.open("inbox", view="decided")
        assert any("undone by" in one.value for one in visitor.app.caption)
        assert visitor.links("Open") == []
        assert not visitor.has_button("Undo")
