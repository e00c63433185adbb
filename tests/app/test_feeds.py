"""Feeds: how each source fares, what one does with it, and what decisions taught."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, update

from tests.app.visitor import Visitor
from tests.factories import NOW
from tests.news import Piece, put_feed, put_story
from tests.people import CONTRIBUTOR
from themewatch.domain.feed import Feed
from themewatch.domain.story import Seen
from themewatch.services import feeds
from themewatch.services.house import House
from themewatch.services.lessons import list_taught
from themewatch.services.triage import OFF_TOPIC, By, dismiss, explain
from themewatch.storage import news_tables as tables


def open_feeds(visitor: Visitor, **query: Any) -> Visitor:
    visitor.open("feeds", **query)
    assert visitor.title == "Feeds"
    return visitor


def put(house: House, feed_id: str = "a", **changes: Any) -> None:
    with house.writing() as db:
        put_feed(db, feed_id, **changes)


def the_feed(house: House, feed_id: str = "a") -> Feed:
    with house.reading() as db:
        return feeds.get_feed(db, feed_id)


class TestWithoutAny:
    def test_the_known_sources_are_followed_with_one_press(
        self, visitor: Visitor
    ) -> None:
        assert "No sources yet." in open_feeds(visitor).text
        start = next(b for b in visitor.app.button if b.label.startswith("Follow "))
        count = int(start.label.split()[1])
        start.click()
        visitor.run()
        assert "They are followed: the fetcher will look at them next." in visitor.text
        assert f"{count} sources" in visitor.text

    def test_the_inbox_offers_them_too(self, visitor: Visitor) -> None:
        visitor.open("inbox")
        assert "No sources yet." in visitor.text
        assert visitor.links("Choose your own") == ["feeds?"]
        assert "All caught up." not in visitor.text
        labels = [getattr(node, "label", "") for node in visitor.app.main]
        assert "Theme" not in labels


class TestAdding:
    def test_a_source_is_added_and_due_at_once(
        self, visitor: Visitor, house: House
    ) -> None:
        open_feeds(visitor).put("Address of a site or its feed", "acme.example/news")
        visitor.press("Add")
        assert "The fetcher will look at acme.example/news next" in visitor.text
        assert "never looked at yet" in visitor.text
        with house.reading() as db:
            (followed,) = feeds.list_feeds(db, now=NOW + timedelta(hours=1))
        assert followed.feed.address == "https://acme.example/news"
        assert visitor.field("Address of a site or its feed").value == ""

    def test_what_is_no_address_is_refused_and_kept_as_typed(
        self, visitor: Visitor
    ) -> None:
        open_feeds(visitor).put("Address of a site or its feed", "ftp://acme.example")
        visitor.press("Add")
        assert "ftp://acme.example is no address of a feed" in visitor.problems[0]
        field = visitor.field("Address of a site or its feed")
        assert field.value == "ftp://acme.example"

    def test_nothing_typed_is_told_as_that(self, visitor: Visitor) -> None:
        open_feeds(visitor).put("Address of a site or its feed", " \u2060").press("Add")
        assert visitor.problems == ["Type an address first."]

    def test_an_address_copied_from_a_screen_is_taken(
        self, visitor: Visitor, house: House
    ) -> None:
        copied = "https:\u2060//a.example/f"
        open_feeds(visitor).put("Address of a site or its feed", copied).press("Add")
        assert visitor.problems == []
        with house.reading() as db:
            (followed,) = feeds.list_feeds(db, now=NOW)
        assert followed.feed.address == "https://a.example/f"

    def test_one_that_is_followed_is_refused(
        self, visitor: Visitor, house: House
    ) -> None:
        put(house, address="https://acme.example/")
        open_feeds(visitor).put("Address of a site or its feed", "acme.example/")
        visitor.press("Add")
        assert "https://acme.example/ is followed already." in visitor.problems[0]


class TestAList:
    def test_without_a_file_one_is_asked_for(self, visitor: Visitor) -> None:
        open_feeds(visitor).press("Import it")
        assert visitor.problems == ["Choose a file first."]

    def test_what_is_no_list_is_one_sentence(self, visitor: Visitor) -> None:
        open_feeds(visitor)
        upload = next(n for n in visitor.app.main if n.type == "file_uploader")
        upload.set_value(("a.opml", b"Hello", "text/x-opml"))
        visitor.run().press("Import it")
        assert visitor.problems == ["This is no list of feeds (OPML)."]
        assert "left out" not in visitor.text


class TestASource:
    def test_it_says_when_it_was_looked_at_and_will_be(
        self, visitor: Visitor, house: House
    ) -> None:
        put(
            house,
            title="Lab *news*",
            fetched_at=NOW - timedelta(hours=2),
            due_at=NOW + timedelta(minutes=31),
        )
        with house.writing() as db:
            for number in range(8):
                piece = Piece(feed="a", at=NOW - timedelta(days=number))
                put_story(db, f"s{number}", piece)
        text = open_feeds(visitor).text
        assert "Lab *news* · `https://a.example/feed.xml`" in text
        assert "looked at 2 hours ago · next in 30 minutes · 2 entries a week" in text

    def test_one_that_fails_says_since_when_and_why_and_comes_first(
        self, visitor: Visitor, house: House
    ) -> None:
        put(house, "a", title="Fine")
        put(
            house,
            "z",
            title="Zebra",
            failing_since=NOW - timedelta(days=3),
            problem="Nobody answers there.",
        )
        text = open_feeds(visitor).text
        said = "⚠ Failing since 2026-09-28 09:30 UTC: Nobody answers there."
        assert said in text
        assert text.index("Zebra") < text.index("Fine")
        assert "2 sources, 1 is failing" in text
        assert "Fine ·" not in open_feeds(visitor, feeds="failing").text

    def test_it_is_paused_and_resumed(self, visitor: Visitor, house: House) -> None:
        put(house)
        open_feeds(visitor).press("Pause")
        assert "Lab news is paused." in visitor.text
        assert the_feed(house).paused_at is not None
        visitor.press("Resume")
        assert the_feed(house).paused_at is None

    def test_it_is_made_due(self, visitor: Visitor, house: House) -> None:
        put(house, due_at=NOW + timedelta(days=1))
        open_feeds(visitor).press("Refresh now")
        assert "The fetcher will look at Lab news next." in visitor.text
        assert the_feed(house).due_at < NOW + timedelta(hours=1)

    def test_it_is_removed_and_brought_back(
        self, visitor: Visitor, house: House
    ) -> None:
        put(house)
        open_feeds(visitor).press("Remove")
        assert "Lab news is removed; what came from it stays." in visitor.text
        visitor.press("Undo")
        assert the_feed(house).title == "Lab news"
        assert "Lab news is followed again." in visitor.text

    def test_a_long_name_is_cut_to_a_line(self, visitor: Visitor, house: House) -> None:
        put(house, title="Lab " * 400)
        assert len(max(open_feeds(visitor).text.splitlines(), key=len)) < 400

    def test_a_move_that_was_adopted_is_undone(
        self, visitor: Visitor, house: House
    ) -> None:
        put(house, former_address="https://old.example/feed")
        open_feeds(visitor).press("Undo the move")
        assert the_feed(house).address == "https://old.example/feed"

    def test_of_the_feeds_a_page_names_one_is_chosen(
        self, visitor: Visitor, house: House
    ) -> None:
        put(house, offers=("https://a.example/1", "https://a.example/2"))
        open_feeds(visitor)
        offers = [b for b in visitor.app.button if b.label == "Follow this one"]
        offers[1].click()
        visitor.run()
        assert the_feed(house).address == "https://a.example/2"

    def test_a_page_whose_feed_is_followed_says_so_and_can_go(
        self, visitor: Visitor, house: House
    ) -> None:
        put(house, "a", address="https://a.example/1")
        put(house, "b", address="https://a.example/", offers=("https://a.example/1",))
        text = open_feeds(visitor).text
        assert "is followed already" in text
        assert "All it names is followed: you can remove this one." in text
        assert not visitor.has_button("Follow this one")

    def test_what_somebody_changed_meanwhile_is_reported(
        self, visitor: Visitor, house: House
    ) -> None:
        put(house)
        open_feeds(visitor)
        with house.writing() as db:
            db.execute(update(tables.feeds).values(version=2))
        visitor.press("Pause")
        assert "was changed meanwhile: it is " in visitor.problems[0]
        assert the_feed(house).paused_at is None

    def test_its_last_fetches_are_listed_on_request(
        self, visitor: Visitor, house: House
    ) -> None:
        put(house)
        with house.writing() as db:
            fetch = {
                "feed": "a",
                "place": 1,
                "at": NOW,
                "status": 503,
                "seconds": 0.44,
                "size": 2048,
                "new": 3,
                "changed": 1,
                "problem": "Busy |x| *now*.",
            }
            db.execute(insert(tables.fetches).values(**fetch))
        assert "503" not in open_feeds(visitor).text
        text = visitor.unfold("fetches-a").text
        assert "2026-10-01 09:30 UTC" in text
        assert "503" in text
        assert "Busy |x| *now*." in text


class TestWhatWasTaught:
    @pytest.fixture(autouse=True)
    def _dismissed(self, house: House) -> None:
        with house.writing() as db:
            put_story(db, "s1")
            (made,) = dismiss(db, [Seen("s1", 1)], By(CONTRIBUTOR, NOW))
            explain(db, [made.id], OFF_TOPIC, By(CONTRIBUTOR, NOW))

    def test_it_is_told_in_words(self, visitor: Visitor) -> None:
        text = open_feeds(visitor).unfold("taught").text
        assert f"Dismissed: “{Piece().title}”" in text
        assert "wrong: Consistency, Longer Video" in text

    def test_all_of_it_is_summed_up_and_none_is_out_of_reach(
        self, visitor: Visitor, house: House
    ) -> None:
        piece = Piece(
            title="Kling 9.1 is a new video model",
            text="Kling 9.1 makes 20-second clips at the sandpaper parade of Seoul.",
        )
        with house.writing() as db:
            put_story(db, "s2", piece)
            (made,) = dismiss(
                db, [Seen("s2", 1)], By(CONTRIBUTOR, NOW + timedelta(minutes=1))
            )
            explain(db, [made.id], OFF_TOPIC, By(CONTRIBUTOR, NOW))
            taught = list_taught(db).taught[0]
        text = open_feeds(visitor).unfold("taught").text
        assert "2 decisions taught:" in text
        assert "against Longer Video: “" in text
        lines = text.count(" speaks against ")
        assert len(taught.learned) > lines
        visitor.unfold(f"more-{taught.decision.id}")
        assert visitor.text.count(" speaks against ") == len(taught.learned)

    def test_it_is_forgotten_and_learned_again(self, visitor: Visitor) -> None:
        open_feeds(visitor).unfold("taught").press("Forget")
        assert "Forgotten: it changes nothing now." in visitor.text
        visitor.press("Learn it again")
        assert "It is learned again." in visitor.text
        visitor.press("Forget").press("Undo")
        assert visitor.has_button("Forget")


class TestWhatTheInboxSaysOfIt:
    def test_it_says_how_to_start_what_never_ran(
        self, visitor: Visitor, house: House
    ) -> None:
        put(house)
        visitor.open("inbox")
        assert visitor.warnings == [
            "Nobody looks for news regularly. Start it with `themewatch ingest --every "
            "1h`, or run `themewatch run`."
        ]
        assert "All caught up." in visitor.text
        assert "stories left" not in visitor.text
        assert "Nothing was decided this week yet." in visitor.text
