"""Stories as they are looked for: what waits, what is hidden, and their members."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from tests.factories import NOW
from tests.news import (
    CLIPS,
    HOUR,
    LAB,
    QUIET,
    Piece,
    put_feed,
    put_stories,
    put_story,
)
from themewatch.domain.news import Match, StoryState
from themewatch.domain.story import Seen, StorySearch
from themewatch.errors import NotFoundError
from themewatch.storage import stories
from themewatch.storage.reasons import reasons_from_text, reasons_to_text
from themewatch.storage.stories import MOST_COUNTED, PAGE


def found(session, now=NOW, page=1, **search):
    return [
        s.id for s in stories.list_stories(session, StorySearch(**search), now, page)
    ]


def test_what_waits_comes_newest_first_a_page_at_a_time(session):
    put_stories(session, PAGE + 2)
    assert found(session) == [f"s{n}" for n in range(1, PAGE + 1)]
    assert found(session, page=2) == [f"s{PAGE + 1}", f"s{PAGE + 2}"]
    assert stories.count_stories(session, StorySearch(), NOW) == PAGE + 2


@pytest.mark.parametrize("state", [s for s in StoryState if s != "waiting"])
def test_what_does_not_wait_is_not_shown(session, state):
    put_story(session, "s1", state=state)
    assert found(session) == []
    assert stories.count_stories(session, StorySearch(), NOW) == 0


def test_what_is_put_off_waits_from_its_time_on(session):
    put_story(session, "s1", waits_from=NOW + HOUR)
    assert found(session) == []
    assert found(session, NOW + HOUR) == ["s1"]


def test_what_has_neither_theme_nor_release_is_hidden_and_counted(session):
    put_story(session, "telling")
    put_story(session, "quiet", QUIET)
    put_story(session, "elsewhere", Piece(feed="other", match=None))
    assert found(session) == ["telling"]
    assert stories.count_hidden(session, "", NOW) == 2
    assert stories.count_hidden(session, "other", NOW) == 1
    assert len(found(session, everything=True)) == 3


def test_it_is_narrowed_by_theme_source_and_release(session):
    put_story(session, "clips")
    put_story(
        session, "cheap", Piece(feed="other", match=Match(themes=("lower-cost",)))
    )
    assert found(session, theme="lower-cost") == ["cheap"]
    assert found(session, source=LAB) == ["clips"]
    assert found(session, is_release=True) == ["clips"]
    assert found(session, theme="consistency", source="other") == []


def test_words_are_found_in_every_story_nobody_decided_on(session):
    put_story(session, "old", Piece(title="Kite 1: 100% free"), state=StoryState.STORED)
    put_story(session, "new", Piece(title="Kite 2"))
    put_story(session, "gone", Piece(title="Kite 3"), state=StoryState.DISMISSED)
    assert set(found(session, words="kite")) == {"old", "new"}
    assert found(session, words="FREE kite") == ["old"]
    assert found(session, words="100%") == ["old"]
    assert found(session, words="2%") == []


def test_a_story_holds_its_entries_with_what_each_speaks_of(session):
    put_feed(session, "untitled", title="")
    other = Piece(feed="untitled", at=NOW, match=None)
    put_story(session, "s1", Piece(), other)
    story = stories.get_story(session, "s1")
    assert [m.entry.id for m in story.members] == ["s1-1", "s1-0"]
    assert [m.source for m in story.members] == [
        "https://untitled.example/feed.xml",
        "Lab news",
    ]
    assert story.lead.entry.id == "s1-0"
    assert story.match == CLIPS
    assert story.link == Piece().link


def test_a_page_takes_the_same_few_queries_however_many_its_members(session):
    put_stories(session, 3)
    few = count_queries(session)
    for number in range(20):
        put_story(session, f"more-{number}", Piece(), Piece(feed="other"))
    assert count_queries(session) == few == 3


def count_queries(session) -> int:
    asked = []

    def note(*_arguments):
        asked.append(1)

    event.listen(session.engine, "before_cursor_execute", note)
    found(session)
    event.remove(session.engine, "before_cursor_execute", note)
    return len(asked)


def test_counting_goes_no_further_than_it_says(session, monkeypatch):
    monkeypatch.setattr(stories, "MOST_COUNTED", 2)
    put_stories(session, 5)
    assert stories.count_stories(session, StorySearch(), NOW) == 3
    assert MOST_COUNTED >= 999


def test_all_of_a_text_is_there_where_lists_hold_its_beginning(session):
    text = "word " * 3000
    put_story(session, "s1", Piece(text=text))
    lead = stories.get_story(session, "s1").lead
    assert len(lead.entry.text) == 4000
    assert stories.get_text(session, lead.entry.id) == text


def test_a_state_is_set_only_on_the_version_that_was_seen(session):
    put_story(session, "s1")
    assert stories.set_state(session, Seen("s1", 1), StoryState.DISMISSED)
    assert not stories.set_state(session, Seen("s1", 1), StoryState.ACCEPTED)
    assert stories.get_story(session, "s1").seen == Seen("s1", 2)


def test_nobody_gets_what_is_not_there(session):
    with pytest.raises(NotFoundError, match="no story 'nope'"):
        stories.get_story(session, "nope")
    with pytest.raises(NotFoundError, match="no entry 'nope'"):
        stories.get_text(session, "nope")


def test_sources_are_named_in_order_without_those_removed(session):
    put_feed(session, "b", title="beta")
    put_feed(session, "a", title="Alpha")
    put_feed(session, "c", title="Gone", removed_at=NOW - timedelta(days=1))
    assert list(stories.list_sources(session).values()) == ["Alpha", "beta"]


def test_reasons_are_kept_as_they_are():
    assert reasons_from_text(reasons_to_text(CLIPS.why)) == CLIPS.why
