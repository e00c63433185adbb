"""What was done is told to everybody, and what people themselves did to admins."""

import json
from datetime import timedelta

import pytest

from tests.factories import NOW, a_forecast, a_note, a_release
from tests.people import ADMIN, CONTRIBUTOR, REVIEWER, VIEWER
from themewatch.domain.activity import OF_PEOPLE, Act, Sought, Subject
from themewatch.domain.person import Actor, Role
from themewatch.errors import ForbiddenError
from themewatch.services.history import (
    LINES_A_PAGE,
    count_done,
    list_acts,
    list_doers,
    list_done,
    write_history,
)
from themewatch.services.log import log_record, put_back, take_back
from themewatch.storage.acting import act_as
from themewatch.storage.activity import add_activity

HOUR = timedelta(hours=1)
LATER = NOW + HOUR
EVERYTHING = Sought()


def who(name, role, *, is_signed_in=True):
    return Actor(name, role, name.lower(), NOW) if is_signed_in else Actor(name, role)


def done(session, sought=EVERYTHING, **options):
    return list_done(session, sought, now=LATER, **options)


def lines(session, **sought):
    return [one.line for one in done(session, Sought(**sought))]


@pytest.fixture
def taken_back(session):
    """Let a note by the contributor be logged, and taken back by the reviewer."""
    act_as(session, who(CONTRIBUTOR, Role.CONTRIBUTOR))
    log_record(session, a_note(id="n1", recorded_at=NOW))
    act_as(session, who(REVIEWER, Role.REVIEWER))
    take_back(session, "n1", by=REVIEWER, now=LATER)
    return "n1"


@pytest.mark.usefixtures("taken_back")
def test_it_says_who_did_what_the_last_first(session):
    told = [(line.person, line.act, line.subject) for line in lines(session)]
    note = Subject("note", "n1", "Vision 1 · consistency · sometimes")
    assert told == [
        (REVIEWER, Act.TAKEN_BACK, note),
        (CONTRIBUTOR, Act.RECORDED, note),
    ]


@pytest.mark.usefixtures("taken_back")
@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ({"person": REVIEWER}, 1),
        ({"acts": (Act.RECORDED, Act.CORRECTED)}, 1),
        ({"text": "vision"}, 2),
        ({"text": "Kling"}, 0),
        ({"since": LATER}, 1),
        ({"before": LATER}, 1),
        ({"subject": "n1"}, 2),
    ],
    ids=str,
)
def test_it_is_filtered(session, sought, found):
    assert len(lines(session, **sought)) == found


def test_a_theme_is_found_by_its_words(session):
    log_record(session, a_note(theme="longer-video"))
    assert len(lines(session, text="Longer video")) == 1


def test_it_is_told_a_page_at_a_time(session):
    for number in range(LINES_A_PAGE + 1):
        add_activity(session, Act.VOTED, NOW + number * HOUR)
    assert count_done(session, EVERYTHING) == LINES_A_PAGE + 1
    assert [one.line.at for one in done(session, page=2)] == [NOW]


class TestWhatPeopleThemselvesDid:
    @pytest.fixture(autouse=True)
    def _did(self, session):
        act_as(session, who("Eve", Role.VIEWER))
        for act in (*OF_PEOPLE, Act.VOTED):
            add_activity(session, act, NOW)

    @pytest.mark.parametrize("role", [Role.VIEWER, Role.CONTRIBUTOR, Role.REVIEWER])
    def test_is_told_to_nobody_but_admins(self, session, role):
        act_as(session, who(VIEWER, role))
        assert [line.act for line in lines(session)] == [Act.VOTED]
        assert json.loads(write_history(session, "json", EVERYTHING))["lines"][1:] == []
        assert not set(OF_PEOPLE) & set(list_acts(session))

    @pytest.mark.parametrize("act", OF_PEOPLE)
    def test_asking_for_it_is_refused(self, session, act):
        act_as(session, who(REVIEWER, Role.REVIEWER))
        for ask in (done, count_done, lambda db, s: write_history(db, "csv", s)):
            with pytest.raises(ForbiddenError, match="needs the role of admin"):
                ask(session, Sought(acts=(Act.VOTED, act)))

    def test_is_told_to_admins_and_to_the_house_itself(self, session):
        for actor in (who(ADMIN, Role.ADMIN), None):
            act_as(session, actor)
            assert {line.act for line in lines(session)} == {*OF_PEOPLE, Act.VOTED}

    def test_does_not_tell_who_did_nothing_else(self, session):
        act_as(session, who("Zoe", Role.ADMIN))
        add_activity(session, Act.SIGNED_IN, NOW)
        assert list_doers(session) == ["Eve", "Zoe"]
        act_as(session, who(VIEWER, Role.VIEWER))
        assert list_doers(session) == ["Eve"]


def test_somebody_without_a_role_reads_nothing(session):
    act_as(session, who("Eve", None))
    for ask in (done, list_doers, list_acts):
        with pytest.raises(ForbiddenError):
            ask(session)


class TestPuttingBack:
    def offered(self, session):
        return [one.line.act for one in done(session) if one.can_put_back]

    @pytest.mark.usefixtures("taken_back")
    @pytest.mark.parametrize(
        ("actor", "acts"),
        [
            (who(CONTRIBUTOR, Role.CONTRIBUTOR), [Act.TAKEN_BACK]),
            (who(REVIEWER, Role.REVIEWER), [Act.TAKEN_BACK]),
            (who("Eve", Role.CONTRIBUTOR), []),
            (who(CONTRIBUTOR, Role.VIEWER), []),
            (who("Eve", Role.ADMIN, is_signed_in=False), [Act.TAKEN_BACK]),
        ],
        ids=["its own", "a reviewer", "another's", "a viewer", "without sign-in"],
    )
    def test_is_offered_to_whoever_may(self, session, actor, acts):
        act_as(session, actor)
        assert self.offered(session) == acts

    def test_is_offered_of_the_last_time_alone(self, session, taken_back):
        put_back(session, taken_back, by=REVIEWER, now=LATER + HOUR)
        assert self.offered(session) == []
        take_back(session, taken_back, by=REVIEWER, now=LATER + 2 * HOUR)
        assert [one.line.at for one in done(session) if one.can_put_back] == [
            LATER + 2 * HOUR
        ]

    def test_is_not_offered_of_a_forecast_that_is_gone_for_good(self, session):
        act_as(session, None)
        log_record(session, a_forecast(id="f1", recorded_at=NOW, on=NOW.date()))
        take_back(session, "f1", by="", now=NOW)
        assert self.offered(session) == [Act.TAKEN_BACK]
        later = list_done(session, EVERYTHING, now=NOW + timedelta(days=2))
        assert not any(one.can_put_back for one in later)

    def test_is_offered_of_a_release_too(self, session):
        log_record(session, a_release())
        take_back(session, a_release().id, by="", now=NOW)
        assert self.offered(session) == [Act.TAKEN_BACK]

    def test_is_not_offered_of_what_only_a_line_speaks_of(self, session):
        add_activity(session, Act.TAKEN_BACK, NOW, Subject("note", "gone", "x"))
        assert self.offered(session) == []


class TestWrittenDown:
    @pytest.mark.usefixtures("taken_back")
    def test_everything_sought_is_there_and_nothing_else(self, session):
        for number in range(LINES_A_PAGE):
            add_activity(session, Act.VOTED, NOW + number * HOUR)
        document = json.loads(write_history(session, "json", EVERYTHING))
        assert len(document["lines"]) == LINES_A_PAGE + 2
        one = json.loads(write_history(session, "json", Sought(acts=(Act.RECORDED,))))
        assert one["lines"] == [
            {
                "at": NOW.isoformat(),
                "person": CONTRIBUTOR,
                "act": "recorded",
                "kind": "note",
                "subject": "n1",
                "about": "Vision 1 · consistency · sometimes",
            }
        ]

    def test_no_cell_is_taken_for_a_formula(self, session):
        act_as(session, who("=1+1", Role.ADMIN))
        add_activity(session, Act.PUBLISHED, NOW, Subject("edition", "1", "@x, y"))
        table = write_history(session, "csv", EVERYTHING)
        assert table.splitlines()[1:] == [
            f"{NOW.isoformat()},'=1+1,published,edition,1,\"'@x, y\""
        ]

    def test_text_is_said_in_words_and_moves_no_terminal(self, session):
        act_as(session, who("Ann", Role.ADMIN))
        subject = Subject("note", "n1", "Vis\x1b[2Jion · consistency · sometimes")
        add_activity(session, Act.RECORDED, NOW, subject)
        assert write_history(session, "text", EVERYTHING) == (
            "2026-10-01 09:30 UTC · Ann logged a test note · "
            "Vis[2Jion · Consistency & control · sometimes works\n"
        )

    def test_nothing_found_is_said(self, session):
        assert write_history(session, "text", EVERYTHING) == "Nothing was done.\n"
