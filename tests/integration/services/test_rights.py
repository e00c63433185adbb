"""A service asks what whoever acts in its session is allowed to do, at that moment."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from themewatch.domain.activity import Act, Sought
from themewatch.domain.person import Actor, Person, Role
from themewatch.errors import ForbiddenError
from themewatch.services.house import House
from themewatch.services.rights import keep_refusal, needs
from themewatch.storage import people
from themewatch.storage.acting import actor_of
from themewatch.storage.activity import list_activity

NOW = datetime(2026, 11, 1, 9, tzinfo=UTC)
ANN = Person("ann", "Ann", "ann@example.org", NOW, role=Role.CONTRIBUTOR)
SIGNED_IN = Actor("Ann", Role.CONTRIBUTOR, "ann", NOW)


@needs(Role.CONTRIBUTOR)
def log_something(_session) -> str:
    return "logged"


@pytest.fixture
def house(engine, home) -> House:
    found = House(engine, home, is_new=False, has_reference=False)
    with found.writing() as session:
        people.add_person(session, ANN)
    return found


def test_who_has_the_role_may(house):
    with house.acting(SIGNED_IN).writing() as session:
        assert log_something(session) == "logged"


def test_the_house_itself_may_do_everything(house):
    with house.writing() as session:
        assert log_something(session) == "logged"


def test_who_has_a_lower_role_is_told_which_one_it_needs(house):
    viewer = Actor("Cleo", Role.VIEWER)
    with (
        pytest.raises(ForbiddenError, match="needs the role of contributor"),
        house.acting(viewer).writing() as session,
    ):
        log_something(session)


def test_a_service_may_be_asked_with_a_house_as_well(house):
    with pytest.raises(ForbiddenError):
        log_something(house.acting(Actor("Cleo", Role.VIEWER)))


@pytest.mark.parametrize(
    "changes",
    [{"role": None}, {"role": Role.VIEWER}, {"signed_out_at": NOW}],
    ids=["role removed", "role lowered", "signed out everywhere"],
)
def test_what_was_taken_away_meanwhile_counts_at_once(house, changes):
    with house.writing() as session:
        assert people.change_person(session, replace(ANN, **changes))
    with (
        pytest.raises(ForbiddenError),
        house.acting(SIGNED_IN).writing() as session,
    ):
        log_something(session)


def test_a_sign_in_that_was_ended_counts_no_more_and_others_do(house):
    later = replace(SIGNED_IN, signed_in_at=NOW + timedelta(hours=1))
    with house.writing() as session:
        people.end_sign_in(session, "ann", NOW, NOW)
        people.end_sign_in(session, "ann", NOW, NOW)
    with house.acting(SIGNED_IN).reading() as session:
        assert actor_of(session).role is None
    with house.acting(later).reading() as session:
        assert actor_of(session).role is Role.CONTRIBUTOR


def test_somebody_unknown_may_nothing(house):
    with house.acting(replace(SIGNED_IN, person="nobody")).reading() as session:
        assert actor_of(session).role is None


def test_a_refusal_is_kept_with_who_tried_what(house):
    with house.acting(SIGNED_IN).writing() as session:
        keep_refusal(session, ForbiddenError("No.", "publish"), NOW)
        (line,) = list_activity(session, Sought(acts=(Act.REFUSED,)))
    assert (line.person, line.at, line.subject.about) == ("Ann", NOW, "publish")


def test_a_person_changed_by_somebody_else_meanwhile_is_left_as_it_is(house):
    with house.writing() as session:
        assert people.change_person(session, replace(ANN, role=Role.ADMIN))
        assert people.change_person(session, replace(ANN, role=Role.VIEWER)) is None
        assert people.find_person(session, "ann").role is Role.ADMIN
