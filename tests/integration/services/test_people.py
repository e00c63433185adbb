"""Admins invite people, give roles and names, and end their sign-ins."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.arrivals import HOW, NOW, an_arrival
from tests.factories import a_note
from tests.journaling import a_journal
from tests.people import CONTRIBUTOR
from themewatch.domain.activity import Act, Sought
from themewatch.domain.person import Actor, Role
from themewatch.errors import (
    ConflictError,
    ForbiddenError,
    InputError,
    NotFoundError,
)
from themewatch.services import people
from themewatch.services.log import log_records
from themewatch.services.signing_in import presence_of, sign_in
from themewatch.storage.acting import act_as
from themewatch.storage.activity import list_activity
from themewatch.storage.journals import add_journal


@pytest.fixture
def dag(session):
    """Return the admin, who acts."""
    admin = sign_in(
        session,
        an_arrival(subject="dag", name="Dag", email="dag@example.org"),
        HOW,
        NOW,
    )
    act_as(session, Actor("Dag", Role.ADMIN, admin.id, NOW))
    return admin


@pytest.fixture
def ann(session, dag):
    person = sign_in(session, an_arrival(), HOW, NOW)
    act_as(session, Actor("Dag", Role.ADMIN, dag.id, NOW))
    return person


def told(session) -> list[str]:
    acts = (Act.PERSON_CHANGED,)
    return [line.subject.about for line in list_activity(session, Sought(acts=acts))]


def test_who_waits_for_a_role_stands_first(session, ann, dag):
    people.invite(session, "fay@example.org", Role.VIEWER, NOW)
    listed = people.list_people(session).everybody
    assert [p.name for p in listed] == [CONTRIBUTOR, "fay@example.org", "Dag"]
    assert listed[0].id == ann.id
    assert listed[2].id == dag.id


class TestInviting:
    def test_an_invitation_is_kept_and_told_of(self, session, dag):  # noqa: ARG002  who acts
        people.invite(session, " fay@example.org ", Role.REVIEWER, NOW)
        assert told(session) == ["invited fay@example.org as reviewer"]

    @pytest.mark.parametrize("mail", ["", "fay", "fay@", "a b@example.org"])
    def test_what_is_no_mail_is_refused(self, session, mail):
        with pytest.raises(InputError, match="no mail"):
            people.invite(session, mail, Role.VIEWER, NOW)

    def test_whoever_is_there_is_not_invited_again(self, session, ann):
        with pytest.raises(ConflictError, match="among the people already"):
            people.invite(session, ann.email.upper(), Role.VIEWER, NOW)

    def test_an_invitation_can_be_taken_back(self, session):
        fay = people.invite(session, "fay@example.org", Role.VIEWER, NOW)
        people.uninvite(session, fay, NOW)
        assert not people.list_people(session).everybody

    def test_nobody_who_has_come_is_uninvited(self, session, ann):
        with pytest.raises(ConflictError):
            people.uninvite(session, ann, NOW)


class TestRoles:
    def test_a_role_is_given_and_told_of(self, session, ann):
        changed = people.change_role(session, ann, Role.REVIEWER, NOW)
        assert changed.role is Role.REVIEWER
        assert told(session) == [f"{CONTRIBUTOR}: none → reviewer"]

    def test_a_stale_change_says_what_stands_and_what_was_wanted(self, session, ann):
        people.change_role(session, ann, Role.REVIEWER, NOW)
        with pytest.raises(ConflictError, match=r"role reviewer.*wanted: role viewer"):
            people.change_role(session, ann, Role.VIEWER, NOW)

    def test_the_last_admin_cannot_be_unmade(self, session, dag):
        with pytest.raises(ConflictError, match="last admin"):
            people.change_role(session, dag, None, NOW)

    def test_an_admin_who_never_came_does_not_count(self, session, dag):
        people.invite(session, "fay@example.org", Role.ADMIN, NOW)
        with pytest.raises(ConflictError, match="last admin"):
            people.change_role(session, dag, Role.VIEWER, NOW)

    def test_one_of_two_admins_can_be(self, session, ann, dag):
        people.change_role(session, ann, Role.ADMIN, NOW)
        assert people.change_role(session, dag, None, NOW).role is None

    def test_whoever_is_no_admin_is_refused(self, session, ann):
        act_as(session, Actor("Ben", Role.REVIEWER, "ben", NOW))
        with pytest.raises(ForbiddenError):
            people.change_role(session, ann, Role.ADMIN, NOW)
        with pytest.raises(ForbiddenError):
            people.list_people(session)


class TestOlderNames:
    def test_a_name_without_a_person_can_be_given(self, session, ann):
        add_journal(session, a_journal(person="Annie"))
        assert people.list_people(session).unowned_names == ["Annie"]
        changed = people.give_name(session, ann, "Annie", NOW)
        assert changed.name == "Annie"
        assert people.list_people(session).unowned_names == []

    def test_a_name_that_somebody_bears_is_not_given(self, session, ann):
        log_records(session, [a_note(person="Dag", release=None)])
        with pytest.raises(ConflictError, match="borne by somebody"):
            people.give_name(session, ann, "Dag", NOW)

    def test_a_name_under_which_nothing_lies_is_not_given(self, session, ann):
        with pytest.raises(InputError, match="Nothing lies"):
            people.give_name(session, ann, "Annie", NOW)

    def test_nobody_leaves_behind_what_they_logged(self, session, ann):
        add_journal(session, a_journal(person="Annie"))
        add_journal(session, a_journal(person=ann.name))
        with pytest.raises(InputError, match="left behind"):
            people.give_name(session, ann, "Annie", NOW)

    def test_it_can_be_undone_at_once(self, session, ann):
        add_journal(session, a_journal(person="Annie"))
        changed = people.give_name(session, ann, "Annie", NOW)
        back = people.give_name_back(session, changed, ann.name, NOW)
        assert back.name == ann.name


class TestSigningOut:
    def test_an_admin_ends_all_sign_ins_of_somebody(self, session, ann):
        people.sign_out_person(session, ann, NOW + timedelta(minutes=1))
        assert presence_of(session, ann.id, NOW).is_over

    def test_also_those_from_a_clock_that_is_ahead(self, session, dag):
        ahead = NOW + timedelta(seconds=50)
        arrival = an_arrival(subject="fay", email="f@x.org", signed_in_at=ahead)
        fay = sign_in(session, arrival, HOW, NOW)
        act_as(session, Actor("Dag", Role.ADMIN, dag.id, NOW))
        people.sign_out_person(session, fay, NOW + timedelta(seconds=5))
        assert presence_of(session, fay.id, ahead).is_over

    def test_of_nobody_there_is_none_to_end(self, session, ann):
        with pytest.raises(NotFoundError):
            people.sign_out_person(session, replace(ann, id="none"), NOW)
