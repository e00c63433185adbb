"""Following feeds: which addresses there are, lists in and out, and who was first."""

from datetime import timedelta

import pytest

from tests.factories import NOW
from tests.news import HOUR, Piece, put_feed, put_story
from themewatch.errors import ConflictError, InputError, NotFoundError
from themewatch.services.feed_lists import (
    RowState,
    add_starters,
    export_feeds,
    import_feeds,
    list_starters,
)
from themewatch.services.feeds import (
    add_feed,
    find_next,
    get_feed,
    get_feed_at,
    last_ingest_at,
    list_feeds,
    pause,
    remove,
    undo_move,
)
from themewatch.storage.house import INGEST_RAN_AT, keep_fact

ADDRESS = "https://acme.example/feed"
LIST = b"""<opml version="2.0"><body>
<outline text="Acme" xmlUrl="https://acme.example/feed"/>
<outline text="Nothing" type="rss"/>
<outline text="Script" xmlUrl="javascript:alert(1)"/>
<outline text="Lab & Co" xmlUrl="https://lab.example/feed"/>
<outline text="Lab again" xmlUrl="https://lab.example/feed"/>
"""


def add(session, address=ADDRESS, **changes):
    return add_feed(session, address, **{"by": "Ann", "now": NOW, **changes})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("acme.example/feed", ADDRESS),
        (" https://acme.example/feed\n", ADDRESS),
        ("feed:https://acme.example/feed", ADDRESS),
        ("FEED:https://acme.example/feed", ADDRESS),
        ("feed://acme.example/feed", ADDRESS),
        ("HTTPS://Acme.Example:443/feed#top", ADDRESS),
        ("https://93.184.216.34/feed", "https://93.184.216.34/feed"),
        ("http://acme.example:8080/", "http://acme.example:8080/"),
    ],
)
def test_an_address_is_taken_as_people_type_it(session, typed, meant):
    feed = add(session, typed)
    assert get_feed(session, feed.id).address == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ftp://acme.example",
        "file:///etc/passwd",
        "https://",
        "https://a b",
        "x" * 3000,
        "javascript:alert(1)",
        "http://[::1",
        "http://acme.example:99999/",
        "mailto:ann@acme.example",
        "https://ann:secret@acme.example/feed",
        "https://ac*me.example/",
        "https://acme..example/",
        "https://xn--.example/",
        "https://1.2.3.4.5/",
        "http://127.1/",
        "http://①②⑦.⓪.⓪.①",
        "https://acme.example/\udcff",
    ],
)
def test_what_is_no_address_is_refused(session, typed):
    with pytest.raises(InputError):
        add(session, typed)


def test_a_feed_that_is_followed_is_not_added_twice(session):
    add(session)
    with pytest.raises(ConflictError, match="followed already"):
        add(session)


def test_a_feed_is_due_at_once_and_says_who_added_it(session):
    feed = get_feed(session, add(session).id)
    assert (feed.due_at, feed.added_by, feed.version) == (NOW, "Ann", 1)


def test_a_stale_edit_is_reported_and_wins_nothing(session):
    feed = add(session)
    pause(session, feed.id, 1, now=NOW)
    with pytest.raises(ConflictError, match="changed meanwhile"):
        remove(session, feed.id, 1, now=NOW)
    assert get_feed(session, feed.id).paused_at == NOW


def test_a_removed_feed_is_hidden(session):
    feed = add(session)
    remove(session, feed.id, 1, now=NOW)
    assert list_feeds(session, now=NOW) == []
    with pytest.raises(NotFoundError):
        get_feed(session, feed.id)
    with pytest.raises(NotFoundError, match="not followed"):
        get_feed_at(session, ADDRESS)


def test_a_feed_is_found_by_its_site_and_by_where_it_was(session):
    put_feed(session, "a", address=ADDRESS, site="https://acme.example/")
    put_feed(
        session, "b", address="https://b.example/f", former_address="http://b.example/f"
    )
    assert get_feed_at(session, "acme.example").id == "a"
    assert get_feed_at(session, "HTTP://b.example/f").id == "b"


def test_of_several_feeds_of_a_site_one_is_to_be_named(session):
    for name in ("a", "b"):
        address = f"https://acme.example/{name}"
        put_feed(session, name, address=address, site="https://acme.example")
    with pytest.raises(NotFoundError, match=r"example/a, .*example/b"):
        get_feed_at(session, "https://acme.example")


def test_a_feed_is_found_as_it_is_listed_however_odd(session):
    put_feed(session, "a", address="https://ACME.example/feed#odd")
    assert get_feed_at(session, "https://ACME.example/feed#odd").id == "a"


def test_a_page_that_comes_back_is_asked_as_if_for_the_first_time(session):
    put_feed(
        session,
        "a",
        address=ADDRESS,
        answered_at=None,
        failures=3,
        etag='"page"',
        offers=("https://acme.example/a",),
    )
    remove(session, "a", 1, now=NOW)
    back = add(session)
    assert (back.id, back.failures, back.offers) == ("a", 0, ())
    assert not back.validators


def test_the_feed_that_is_due_next_is_known(session):
    assert find_next(session) is None
    put_feed(session, "late", due_at=NOW + 2 * HOUR)
    put_feed(session, "next", due_at=NOW + HOUR)
    put_feed(session, "paused", due_at=NOW, paused_at=NOW)
    assert find_next(session).id == "next"


def test_what_never_moved_cannot_be_moved_back(session):
    with pytest.raises(InputError, match="always was"):
        undo_move(session, add(session).id, 1, now=NOW)


def test_feeds_are_listed_by_name_with_their_entries_a_week(session):
    put_feed(session, "b", title="beta")
    put_feed(session, "a", title="Alpha")
    for number in range(6):
        piece = Piece(feed="a", at=NOW - number * timedelta(days=5), link=None)
        put_story(session, f"s{number}", piece)
    put_story(session, "old", Piece(feed="a", at=NOW - timedelta(days=60), link=None))
    found = list_feeds(session, now=NOW)
    assert [(f.feed.name, f.entries_a_week) for f in found] == [
        ("Alpha", 1.5),
        ("beta", 0.0),
    ]


def test_when_news_were_last_fetched_is_known(session):
    assert last_ingest_at(session) is None
    keep_fact(session, INGEST_RAN_AT, (NOW - HOUR).isoformat())
    assert last_ingest_at(session) == NOW - HOUR


def test_a_list_gives_a_result_for_each_row_and_bad_ones_stop_no_other(session):
    add(session)
    rows = import_feeds(session, LIST, by="Ann", now=NOW)
    assert [(row.line, row.state) for row in rows] == [
        (2, RowState.THERE),
        (3, RowState.WRONG),
        (4, RowState.WRONG),
        (5, RowState.ADDED),
        (6, RowState.WRONG),
    ]
    assert all(row.problem for row in rows if row.state is RowState.WRONG)
    assert len(list_feeds(session, now=NOW)) == 2


def test_what_is_exported_can_be_imported_elsewhere(session):
    import_feeds(session, LIST, by="Ann", now=NOW)
    exported = export_feeds(session).encode()
    before = {one.feed.address for one in list_feeds(session, now=NOW)}
    for one in list_feeds(session, now=NOW):
        remove(session, one.feed.id, one.feed.version, now=NOW)
    rows = import_feeds(session, exported, by="Ben", now=NOW)
    assert [row.state for row in rows] == [RowState.ADDED] * 2
    assert {one.feed.address for one in list_feeds(session, now=NOW)} == before


def test_the_shipped_list_can_be_followed_as_it_is(session):
    rows = add_starters(session, by="Ann", now=NOW)
    assert {row.state for row in rows} == {RowState.ADDED}
    assert len(rows) == len(list_starters()) >= 10
