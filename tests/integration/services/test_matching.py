"""Entries that await matching, and what that does to their stories."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from tests.factories import NOW
from tests.news import HOUR, Piece, put_story
from tests.people import CONTRIBUTOR
from themewatch.domain.news import StoryState
from themewatch.domain.story import Seen
from themewatch.services.house import House
from themewatch.services.matcher import matcher
from themewatch.services.matching import count_awaiting, match_awaiting
from themewatch.services.triage import By, dismiss
from themewatch.storage.house import MATCHER, keep_fact
from themewatch.storage.news_tables import (
    entries,
    matches,
    stories,
    story_themes,
    unmatched,
)

LONGER = {
    "title": "Veo 4 makes video clips of 30 seconds",
    "text": "Google releases Veo 4: the text-to-video model now makes longer videos.",
}
BOARD = {"title": "A new chair of the board", "text": "The company names a new chair."}


def a_piece(number=0, **changes):
    link = f"https://acme.example/{number}"
    return Piece(**{"match": None, "link": link, **LONGER, **changes})


@pytest.fixture
def house(engine, home):
    with House(engine, home, is_new=True, has_reference=False).writing() as session:
        keep_fact(session, MATCHER, matcher().version)
    return House(engine, home, is_new=True, has_reference=False)


@pytest.fixture
def put(house):
    """Return what puts a story whose entries await matching."""

    def put(story, *pieces, was=None, **changes):
        with house.writing() as session:
            put_story(session, story, *pieces, **changes)
            for number, _ in enumerate(pieces):
                row = {"entry": f"{story}-{number}", **(was or {})}
                session.execute(insert(unmatched).values(**row))

    return put


def run(house):
    return sum(match_awaiting(house, matcher(), now=NOW))


def rows(house, *columns):
    with house.reading() as session:
        return session.execute(select(*columns).order_by(columns[0])).all()


def themes(house, story):
    pairs = rows(house, story_themes.c.story, story_themes.c.theme)
    return {theme for of, theme in pairs if of == story}


def test_what_awaits_is_matched_and_its_story_shows_it(house, put):
    put("s1", a_piece())
    put("s2", a_piece(1, **BOARD))
    assert run(house) == 2
    assert "longer-video" in themes(house, "s1")
    assert rows(house, stories.c.id, stories.c.is_telling) == [
        ("s1", True),
        ("s2", False),
    ]
    with house.reading() as session:
        assert count_awaiting(session) == 0
    assert run(house) == 0


def test_another_matcher_looks_at_everything_again(house, put):
    put("s1", a_piece())
    run(house)
    with house.writing() as session:
        keep_fact(session, MATCHER, "an older one")
        session.execute(update(matches).values(themes=(), matcher="an older one"))
    assert run(house) == 1
    assert rows(house, matches.c.matcher) == [(matcher().version,)]


def test_versions_side_by_side_replace_each_others_matcher_once(house, put):
    put("s1", a_piece())
    run(house)
    for matched in (1, 0, 0):
        with house.writing() as session:
            keep_fact(session, MATCHER, "of the other version")
        assert run(house) == matched


def test_another_matcher_brings_no_decided_story_back(house, put):
    put("s1", a_piece(), state=StoryState.DISMISSED)
    run(house)
    with house.writing() as session:
        keep_fact(session, MATCHER, "an older one")
        session.execute(update(matches).values(themes=("lower-cost",)))
    run(house)
    assert rows(house, stories.c.state) == [(StoryState.DISMISSED,)]
    assert "longer-video" in themes(house, "s1")


@pytest.mark.parametrize("state", [StoryState.DISMISSED, StoryState.ACCEPTED])
@pytest.mark.parametrize(
    ("was", "after"),
    [
        ({"was_title": LONGER["title"] + "!", "was_text": LONGER["text"]}, None),
        ({"was_title": BOARD["title"], "was_text": BOARD["text"]}, StoryState.WAITING),
        (
            {"was_title": "Veo 4 v1.1: " + LONGER["title"], "was_text": LONGER["text"]},
            StoryState.WAITING,
        ),
    ],
    ids=["the same", "other themes", "another version"],
)
def test_an_edit_brings_a_decided_story_back_only_if_it_tells_something_new(
    house, put, state, was, after
):
    put("s1", a_piece(), was=was, state=state)
    run(house)
    assert rows(house, stories.c.state) == [(after or state,)]
    assert rows(house, stories.c.version) == [(2 if after else 1,)]


def test_an_old_story_that_was_never_news_comes_up_only_with_a_new_version(house, put):
    was = {"was_title": BOARD["title"], "was_text": BOARD["text"]}
    put("s1", a_piece(), was=was, state=StoryState.STORED)
    newer = {"was_title": "Veo v1.5 makes video", "was_text": ""}
    put(
        "s2",
        a_piece(1, title="Veo v1.6 makes video", text=""),
        was=newer,
        state=StoryState.STORED,
    )
    run(house)
    assert rows(house, stories.c.id, stories.c.state) == [
        ("s1", StoryState.STORED),
        ("s2", StoryState.WAITING),
    ]


def test_one_headline_on_one_model_in_two_feeds_is_one_story(house, put):
    put("s1", a_piece(at=NOW - 3 * HOUR))
    put("s2", a_piece(1, feed="other", title=LONGER["title"].upper() + " –"))
    put("s3", a_piece(2, feed="third", at=NOW - timedelta(days=9)))
    run(house)
    assert rows(house, stories.c.id) == [("s1",), ("s3",)]
    assert rows(house, entries.c.story) == [("s1",), ("s1",), ("s3",)]
    assert rows(house, stories.c.dated_at)[-1] == (NOW - HOUR,)


def test_a_story_keeps_its_decision_when_others_join_it(house, put):
    put("s1", a_piece(at=NOW - 3 * HOUR))
    run(house)
    with house.writing() as session:
        dismiss(session, [Seen("s1", 1)], By(CONTRIBUTOR, NOW))
    put("s0", a_piece(1, feed="other", at=NOW - 5 * HOUR))
    run(house)
    assert rows(house, stories.c.id, stories.c.state) == [("s1", StoryState.DISMISSED)]


def test_an_old_story_that_takes_in_news_waits(house, put):
    put("s1", a_piece(at=NOW - 3 * HOUR), state=StoryState.STORED)
    put("s2", a_piece(1, feed="other"))
    run(house)
    assert rows(house, stories.c.id, stories.c.state) == [("s1", StoryState.WAITING)]
