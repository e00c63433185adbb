"""What is done to stories, feeds, lessons and by imports leaves its lines."""

import pytest

from tests.deciding import AFTER, BY, CLAIMS, KITE, a_kite, seen
from tests.factories import NOW, a_claim, a_note, a_release, an_override
from tests.journaling import a_journal
from tests.news import put_story
from themewatch.domain.activity import Act, Sought, Subject
from themewatch.domain.person import Actor, Role
from themewatch.services import lessons
from themewatch.services.exchange import export_records, import_records
from themewatch.services.feed_lists import import_feeds
from themewatch.services.feeds import (
    add_feed,
    get_feed,
    pause,
    refresh,
    remove,
    resume,
)
from themewatch.services.journals import begin_journal
from themewatch.services.log import log_record, log_records
from themewatch.services.reference import catalogue
from themewatch.services.triage import (
    OFF_TOPIC,
    KnownRelease,
    accept,
    attach,
    dismiss,
    explain,
    merge,
    put_off,
)
from themewatch.services.undoing import undo
from themewatch.storage.acting import act_as
from themewatch.storage.activity import list_activity

ADDRESS = "https://acme.example/feed"
TITLE = "Acme Pictures: Kite 2 is now available"
LIST = b"""<opml version="2.0"><body>
<outline text="Acme" xmlUrl="https://acme.example/feed"/>
<outline text="Lab" xmlUrl="https://lab.example/feed"/>
</body></opml>"""


@pytest.fixture(autouse=True)
def _acting(session):
    act_as(session, Actor("Ann", Role.ADMIN))


def left(session):
    """Return what was done since, the first first."""
    lines = list_activity(session, Sought())[::-1]
    assert {line.person for line in lines} <= {"Ann"}
    return [(line.act, line.subject) for line in lines]


def acts(session):
    return [act for act, _subject in left(session)]


class TestStories:
    @pytest.fixture(autouse=True)
    def _stories(self, session):
        for number in range(1, 4):
            put_story(session, f"s{number}")

    def test_each_decision_leaves_one_with_the_storys_title(self, session):
        accept(session, seen(session), a_kite(), CLAIMS, BY)
        attach(session, seen(session, "s2"), KnownRelease(KITE, ()), BY)
        put_off(session, seen(session, "s3"), BY)
        on_stories = [one for one in left(session) if one[1].kind == "story"]
        assert on_stories == [
            (Act.ACCEPTED, Subject("story", "s1", TITLE)),
            (Act.ATTACHED, Subject("story", "s2", TITLE)),
            (Act.PUT_OFF, Subject("story", "s3", TITLE)),
        ]

    def test_what_a_decision_recorded_and_what_its_undoing_takes_back_too(
        self, session
    ):
        made = accept(session, seen(session), a_kite(), CLAIMS, BY)
        undo(session, [made.id], AFTER)
        records = 1 + len(CLAIMS)
        assert acts(session) == [
            *[Act.RECORDED] * records,
            Act.ACCEPTED,
            *[Act.TAKEN_BACK] * records,
            Act.UNDONE,
        ]

    def test_of_several_dismissed_at_once_each_leaves_its_own(self, session):
        made = dismiss(session, [seen(session, s) for s in ("s1", "s2")], BY)
        merge(session, seen(session, "s3"), put_story(session, "s4"), BY)
        explain(session, [made[0].id], OFF_TOPIC, BY)
        lessons.forget(session, [made[0].id], BY)
        lessons.remember(session, [made[0].id], BY)
        told = [(act, subject.id) for act, subject in left(session)]
        assert told == [
            (Act.DISMISSED, "s1"),
            (Act.DISMISSED, "s2"),
            (Act.MERGED, "s3"),
            (Act.EXPLAINED, "s1"),
            (Act.FORGOTTEN, "s1"),
            (Act.REMEMBERED, "s1"),
        ]


def test_what_is_done_to_a_feed_leaves_one_with_its_address(session):
    feed = add_feed(session, ADDRESS, by="Ann", now=NOW)
    pause(session, feed.id, feed.version, now=NOW)
    resume(session, feed.id, get_feed(session, feed.id).version, now=NOW)
    refresh(session, [feed.id], now=NOW)
    remove(session, feed.id, get_feed(session, feed.id).version, now=NOW)
    add_feed(session, ADDRESS, by="Ann", now=NOW)
    assert left(session) == [
        (act, Subject("feed", feed.id, ADDRESS))
        for act in (
            *(Act.FEED_ADDED, Act.FEED_PAUSED, Act.FEED_RESUMED),
            *(Act.FEED_REMOVED, Act.FEED_ADDED),
        )
    ]


def test_a_list_of_feeds_leaves_one_with_how_many_came(session):
    add_feed(session, ADDRESS, by="Ann", now=NOW)
    import_feeds(session, LIST, by="Ann", now=NOW)
    assert left(session)[1:] == [(Act.IMPORTED, Subject("feeds", about="1 feed"))]


def test_an_import_leaves_one_with_its_counts(session):
    records = [a_release(), a_claim(id="c1"), a_claim(id="c2"), a_note(id="n1")]
    log_records(session, records)
    lines = list(export_records(session))
    before = len(left(session))
    import_records(session, lines, now=NOW, catalogue=catalogue())
    assert left(session)[before:] == [(Act.IMPORTED, Subject("evidence", about=""))]
    more = [line.replace('"n1"', '"n2"') for line in lines]
    import_records(session, more, now=NOW, catalogue=catalogue())
    assert left(session)[before + 1 :] == [
        (Act.IMPORTED, Subject("evidence", about="1 note"))
    ]


def test_evidence_is_told_by_what_it_refers_to(session):
    log_records(session, [a_release(), a_claim(id="c1")])
    log_record(session, a_note(id="n1", tool=None, release=a_release().id))
    log_record(session, an_override(id="o1", claim="c1"))
    assert [subject.about for _act, subject in left(session)] == [
        "Vision 1 · Acme",
        "Vision 1 · consistency · Holds one look over many shots.",
        "Vision 1 · consistency · sometimes",
        "Holds one look over many shots. · partly",
    ]


def test_a_journal_leaves_none(session):
    begin_journal(session, a_journal(), today=NOW.date())
    assert left(session) == []
