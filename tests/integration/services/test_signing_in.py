"""Who somebody is whom the provider vouches for, and when a sign-in has ended."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.arrivals import HOW, NOW, OPEN, an_arrival
from tests.factories import a_note
from tests.journaling import a_journal
from tests.people import CONTRIBUTOR
from themewatch.domain.activity import Act, Sought
from themewatch.domain.person import Actor, Person, Role
from themewatch.errors import InputError
from themewatch.services.log import log_records
from themewatch.services.rights import current_actor
from themewatch.services.signing_in import (
    find_actor,
    presence_of,
    sign_in,
    sign_out,
    sign_out_everywhere,
)
from themewatch.storage import people
from themewatch.storage.activity import list_activity
from themewatch.storage.drafts import Draft, keep_draft
from themewatch.storage.journals import add_journal


def an_actor(person: Person, at: datetime = NOW) -> Actor:
    return Actor(person.name, person.role, person.id, at)


def invited(session, email="ann@example.org", role=Role.CONTRIBUTOR) -> Person:
    person = Person("p-1", email, email, NOW, role=role)
    people.add_person(session, person)
    return person


class TestWhoSomebodyIs:
    def test_a_newcomer_waits_for_an_admin(self, session):
        person = sign_in(session, an_arrival(), HOW, NOW)
        assert person.role is None
        assert person.name == CONTRIBUTOR

    def test_newcomers_get_the_role_the_house_has_for_them(self, session):
        assert sign_in(session, an_arrival(), OPEN, NOW).role is Role.VIEWER

    def test_whoever_comes_again_is_known_by_the_providers_name_for_them(self, session):
        first = sign_in(session, an_arrival(), OPEN, NOW)
        married = an_arrival(name="Ann Other", email="other@example.org")
        again = sign_in(session, married, OPEN, NOW)
        assert again.id == first.id
        assert (again.name, again.email) == (CONTRIBUTOR, "other@example.org")

    def test_the_same_subject_of_another_provider_is_somebody_else(self, session):
        first = sign_in(session, an_arrival(), OPEN, NOW)
        other = an_arrival(issuer="https://other.example")
        assert sign_in(session, other, OPEN, NOW).id != first.id

    @pytest.mark.parametrize("is_verified", [True, None])
    def test_who_was_invited_has_the_role_at_once(self, session, is_verified):
        there = invited(session)
        arrival = an_arrival(email="Ann@Example.org", is_verified=is_verified)
        person = sign_in(session, arrival, HOW, NOW)
        assert (person.id, person.role) == (there.id, Role.CONTRIBUTOR)
        assert person.name == CONTRIBUTOR

    def test_a_mail_that_is_not_theirs_is_nobodys_invitation(self, session):
        there = invited(session)
        person = sign_in(session, an_arrival(is_verified=False), HOW, NOW)
        assert person.id != there.id
        assert person.role is None

    def test_an_invitation_is_taken_up_once(self, session):
        invited(session)
        sign_in(session, an_arrival(), HOW, NOW)
        other = sign_in(session, an_arrival(subject="else"), HOW, NOW)
        assert other.role is None


class TestNames:
    def test_a_name_that_somebody_bears_gets_the_mail_behind_it(self, session):
        sign_in(session, an_arrival(), HOW, NOW)
        other = an_arrival(
            subject="ann2", name=CONTRIBUTOR.upper(), email="ann2@example.org"
        )
        person = sign_in(session, other, HOW, NOW)
        assert person.name == f"{CONTRIBUTOR.upper()} (ann2@example.org)"

    def test_nobody_inherits_evidence_by_having_the_same_name(self, session):
        log_records(session, [a_note(person=CONTRIBUTOR, release=None)])
        person = sign_in(session, an_arrival(), HOW, NOW)
        assert person.name == f"{CONTRIBUTOR} (ann@example.org)"

    def test_nobody_inherits_a_journal_by_having_the_same_name(self, session):
        add_journal(session, a_journal())
        person = sign_in(session, an_arrival(), HOW, NOW)
        assert person.name == f"{CONTRIBUTOR} (ann@example.org)"

    def test_nobody_comes_upon_what_another_typed(self, session):
        keep_draft(session, Draft(CONTRIBUTOR, "note", {}, NOW))
        person = sign_in(session, an_arrival(), HOW, NOW)
        assert person.name != CONTRIBUTOR


class TestRoles:
    def test_the_named_admin_is_one_from_their_first_sign_in(self, session):
        person = sign_in(session, an_arrival(email="DAG@example.org"), HOW, NOW)
        assert person.role is Role.ADMIN

    def test_the_named_admin_is_none_by_a_mail_that_is_not_theirs(self, session):
        arrival = an_arrival(email="dag@example.org", is_verified=False)
        assert sign_in(session, arrival, HOW, NOW).role is None

    def test_an_admin_who_was_made_less_stays_so_as_long_as_there_is_another(
        self, session
    ):
        dag = sign_in(session, an_arrival(email="dag@example.org"), HOW, NOW)
        ben = sign_in(session, an_arrival(subject="ben", email="b@x.org"), HOW, NOW)
        people.change_person(session, replace(ben, role=Role.ADMIN))
        people.change_person(session, replace(dag, role=Role.VIEWER))
        arrival = an_arrival(email="dag@example.org")
        assert sign_in(session, arrival, HOW, NOW).role is Role.VIEWER

    def test_without_any_admin_the_named_one_is_one_again(self, session):
        dag = sign_in(session, an_arrival(email="dag@example.org"), HOW, NOW)
        people.change_person(session, replace(dag, role=None))
        arrival = an_arrival(email="dag@example.org")
        assert sign_in(session, arrival, HOW, NOW).role is Role.ADMIN

    def test_without_an_admin_and_a_name_for_one_nobody_is_let_in(self, session):
        with pytest.raises(InputError, match="THEMEWATCH_ADMIN"):
            sign_in(session, an_arrival(), replace(OPEN, admin=None), NOW)

    def test_where_a_group_means_admin_no_name_for_one_is_needed(self, session):
        by_group = replace(OPEN, admin=None, roles=((Role.ADMIN, "board"),))
        assert sign_in(session, an_arrival(), by_group, NOW).role is Role.VIEWER

    def test_with_an_admin_no_name_for_one_is_needed(self, session):
        sign_in(session, an_arrival(subject="d", email="dag@example.org"), HOW, NOW)
        nameless = replace(OPEN, admin=None)
        assert sign_in(session, an_arrival(), nameless, NOW).role is Role.VIEWER

    def test_groups_win_over_what_was_chosen_by_hand(self, session):
        person = sign_in(session, an_arrival(), OPEN, NOW)
        people.change_person(session, replace(person, role=Role.ADMIN))
        again = sign_in(session, an_arrival(role=Role.REVIEWER), OPEN, NOW)
        assert (again.role, again.is_role_claimed) == (Role.REVIEWER, True)

    def test_who_is_in_no_group_any_more_loses_what_it_gave(self, session):
        sign_in(session, an_arrival(role=Role.REVIEWER), HOW, NOW)
        assert sign_in(session, an_arrival(), HOW, NOW).role is None

    def test_what_was_chosen_by_hand_stays_where_groups_say_nothing(self, session):
        person = sign_in(session, an_arrival(), HOW, NOW)
        people.change_person(session, replace(person, role=Role.REVIEWER))
        assert sign_in(session, an_arrival(), HOW, NOW).role is Role.REVIEWER


class TestTheEndOfASignIn:
    def test_ends_one_and_no_other(self, session):
        person = sign_in(session, an_arrival(), OPEN, NOW)
        earlier = NOW - timedelta(hours=1)
        sign_out(session, an_actor(person), NOW)
        assert presence_of(session, person.id, NOW).is_over
        assert not presence_of(session, person.id, earlier).is_over
        assert current_actor(session, an_actor(person)).role is None

    def test_ending_it_twice_changes_nothing(self, session):
        person = sign_in(session, an_arrival(), OPEN, NOW)
        for _ in range(2):
            sign_out(session, an_actor(person), NOW)
        assert presence_of(session, person.id, NOW).is_over

    def test_everywhere_ends_all_so_far(self, session):
        person = sign_in(session, an_arrival(), OPEN, NOW)
        sign_out_everywhere(session, an_actor(person), NOW)
        earlier, later = NOW - timedelta(days=3), NOW + timedelta(seconds=1)
        assert presence_of(session, person.id, earlier).is_over
        assert not presence_of(session, person.id, later).is_over

    def test_everywhere_ends_this_one_though_the_providers_clock_is_ahead(
        self, session
    ):
        ahead = NOW + timedelta(seconds=40)
        person = sign_in(session, an_arrival(signed_in_at=ahead), OPEN, NOW)
        sign_out_everywhere(session, an_actor(person, ahead), NOW)
        assert presence_of(session, person.id, ahead).is_over

    def test_its_cookie_signs_nobody_in_again(self, session):
        person = sign_in(session, an_arrival(), OPEN, NOW)
        sign_out(session, an_actor(person), NOW)
        sign_in(session, an_arrival(role=Role.ADMIN), OPEN, NOW)
        assert find_actor(session, HOW.issuer, "ann", NOW) is None
        stays = people.find_person(session, person.id)
        assert stays is not None
        assert stays.role is Role.VIEWER

    def test_who_has_come_is_found_with_the_role_they_have_by_now(self, session):
        person = sign_in(session, an_arrival(), OPEN, NOW)
        people.change_person(session, replace(person, role=Role.REVIEWER))
        found = find_actor(session, HOW.issuer, "ann", NOW)
        assert found == an_actor(replace(person, role=Role.REVIEWER))

    def test_coming_and_going_is_kept_once_each(self, session):
        for _ in range(3):
            person = sign_in(session, an_arrival(), OPEN, NOW)
        sign_out(session, an_actor(person), NOW)
        acts = [(line.act, line.person) for line in list_activity(session, Sought())]
        assert sorted(acts) == [
            (Act.SIGNED_IN, CONTRIBUTOR),
            (Act.SIGNED_OUT, CONTRIBUTOR),
        ]
