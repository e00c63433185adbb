"""The inbox as it is opened, what was decided, and the news behind themes."""

from datetime import timedelta

import pytest

from tests.factories import NOW, RELEASE_ID, a_release
from tests.news import HOUR, QUIET, Piece, put_stories, put_story
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.news import Act, StoryState
from themewatch.domain.story import Seen, StorySearch
from themewatch.services.inbox import (
    count_decided,
    count_waiting,
    list_decided,
    open_inbox,
)
from themewatch.services.log import log_record
from themewatch.services.told import told_of_release, told_of_theme
from themewatch.services.triage import (
    By,
    KnownRelease,
    attach,
    dismiss,
    put_off,
)
from themewatch.services.undoing import undo

BY = By(CONTRIBUTOR, NOW)
LATER = By(REVIEWER, NOW + HOUR)


def test_it_opens_on_what_tells_something_and_counts_the_rest(session):
    put_stories(session, 3)
    put_story(session, "quiet", QUIET)
    inbox = open_inbox(session, StorySearch(), now=NOW)
    assert [story.id for story in inbox.stories] == ["s1", "s2", "s3"]
    assert (inbox.left, inbox.hidden, inbox.page, inbox.pages) == (3, 1, 1, 1)
    assert count_waiting(session, now=NOW) == 3


def test_with_everything_shown_nothing_is_hidden(session):
    put_story(session, "quiet", QUIET)
    inbox = open_inbox(session, StorySearch(everything=True), now=NOW)
    assert (inbox.left, inbox.hidden) == (1, 0)


def test_beyond_the_last_page_comes_the_last(session):
    put_stories(session, 31)
    inbox = open_inbox(session, StorySearch(), now=NOW, page=9)
    assert ([story.id for story in inbox.stories], inbox.page) == (["s31"], 2)


def test_an_empty_inbox_has_one_empty_page(session):
    inbox = open_inbox(session, StorySearch(), now=NOW, page=4)
    assert (inbox.stories, inbox.left, inbox.page, inbox.pages) == ((), 0, 1, 1)


def test_what_was_decided_is_told_the_last_first_undone_or_not(session):
    put_stories(session, 4)
    several = dismiss(session, [Seen("s1", 1), Seen("s2", 1)], BY)
    put_off(session, Seen("s3", 1), LATER)
    undo(session, [decision.id for decision in several], LATER)
    later, first = list_decided(session).acts
    assert (later.first.act, later.titles) == (Act.LATER, ("Kite 3 is now available",))
    assert set(first.titles) == {f"Kite {n} is now available" for n in (1, 2)}
    assert first.first.undone_by == REVIEWER
    assert list_decided(session).pages == 1


def test_a_week_counts_what_stands(session):
    put_stories(session, 2)
    dismiss(session, [Seen("s1", 1), Seen("s2", 1)], BY)
    assert count_decided(session, since=NOW) == {Act.DISMISS: 2}
    assert count_decided(session, since=NOW + timedelta(seconds=1)) == {}


@pytest.fixture
def attached(session) -> None:
    put_story(session, "s1", Piece(), Piece(feed="other", at=NOW - 9 * HOUR))
    log_record(session, a_release())
    attach(session, Seen("s1", 1), KnownRelease(RELEASE_ID, ("longer-video",)), BY)


@pytest.mark.usefixtures("attached")
def test_a_story_that_was_kept_stands_behind_its_theme_and_release(session):
    (told,) = told_of_theme(session, "longer-video")
    assert (told.story, told.on, told.release) == ("s1", Piece().at.date(), RELEASE_ID)
    assert (told.title, told.link) == (Piece().title, Piece().link)
    assert told_of_theme(session, "consistency") == []
    assert told_of_release(session, [RELEASE_ID]) == [told]


@pytest.mark.usefixtures("attached")
def test_what_is_undone_stands_behind_nothing(session):
    (act,) = list_decided(session).acts
    undo(session, act.ids, LATER)
    assert told_of_theme(session, "longer-video") == []
    assert told_of_release(session, [RELEASE_ID]) == []
    assert act.first.was is StoryState.WAITING
