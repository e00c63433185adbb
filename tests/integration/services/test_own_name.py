"""Signed in, one acts under one's own name; what bears another's a reviewer changes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from inspect import signature
from typing import Any, get_type_hints

import pytest

from tests.deciding import CLAIMS, a_kite, seen
from tests.factories import (
    NOW,
    a_checkpoint,
    a_claim,
    a_forecast,
    a_note,
    a_release,
    a_view,
    an_override,
)
from tests.journaling import AT, TODAY, a_journal
from tests.news import put_story
from tests.people import CONTRIBUTOR, MAILS, NAMES, REVIEWER
from tests.services_there import Service, services_there
from themewatch.domain.claim import Outcome
from themewatch.domain.journal import Journal
from themewatch.domain.person import AT_THE_MACHINE, Actor, Person, Role
from themewatch.domain.record import Record
from themewatch.errors import ForbiddenError, NotFoundError
from themewatch.services.checkpoints import Settlement, settle
from themewatch.services.corrections import correct_back
from themewatch.services.drafts import Draft
from themewatch.services.house import House, Session
from themewatch.services.journals import begin_journal, get_own_journal
from themewatch.services.log import log_record, log_records, put_back, take_back
from themewatch.services.own_name import OWN
from themewatch.services.records import get_history
from themewatch.services.triage import By, accept, dismiss, explain
from themewatch.services.undoing import undo
from themewatch.storage import people

BEN = "Ben Other"
"""Somebody else: a contributor too."""
RECORDS: dict[str, Callable[..., Record]] = {
    "note": a_note,
    "view": a_view,
    "forecast": a_forecast,
    "override": an_override,
    "checkpoint": a_checkpoint,
}
CORRECTED: dict[str, dict[str, Any]] = {
    "note": {"limits": "Hands."},
    "view": {"reason": "Hands."},
    "override": {"outcome": Outcome.PARTLY},
    "checkpoint": {"title": "Another ruling"},
}
"""A forecast is never corrected."""


@pytest.fixture
def house(one_engine, home) -> House:
    found = House(one_engine, home, is_new=False, has_reference=False)
    cast = [(role, NAMES[role], MAILS[role]) for role in Role]
    with found.writing() as session:
        for role, name, mail in cast:
            people.add_person(session, Person(role, name, mail, NOW, role=role))
        log_records(session, [a_release(id="veo-9"), a_claim(id="c", release="veo-9")])
    return found


@contextmanager
def acting(house: House, role: Role) -> Iterator[Session]:
    with house.acting(Actor(NAMES[role], role, role, NOW)).writing() as session:
        yield session


def a_record(kind: str, **changes: Any) -> Record:
    fields = {"claim": "c"} if kind == "override" else {}
    return RECORDS[kind](**fields | changes)


def corrected(record: Record, kind: str, **changes: Any) -> Record:
    fields = CORRECTED[kind] | changes
    return replace(record, id="again", supersedes=record.id, withdrawals=(), **fields)


@pytest.mark.parametrize("kind", RECORDS)
def test_one_logs_under_ones_own_name_alone(house, kind):
    with acting(house, Role.CONTRIBUTOR) as session:
        log_record(session, a_record(kind, person=CONTRIBUTOR))
    with (
        pytest.raises(ForbiddenError, match=f"signed in as {REVIEWER}.*for {BEN}"),
        acting(house, Role.REVIEWER) as session,
    ):
        log_record(session, a_record(kind, id="other", person=BEN))


@pytest.mark.parametrize("kind", CORRECTED)
def test_a_correction_of_anothers_needs_a_reviewer_and_keeps_the_name(house, kind):
    bens = a_record(kind, person=BEN)
    with house.writing() as session:
        log_record(session, bens)
    with (
        pytest.raises(ForbiddenError, match=f"bears the name of {BEN}: ask them"),
        acting(house, Role.CONTRIBUTOR) as session,
    ):
        log_record(session, corrected(bens, kind))
    with (
        pytest.raises(ForbiddenError, match=f"keeps the name of {BEN}"),
        acting(house, Role.REVIEWER) as session,
    ):
        log_record(session, corrected(bens, kind, person=REVIEWER))
    with acting(house, Role.REVIEWER) as session:
        log_record(session, corrected(bens, kind))
        assert get_history(session, bens.id).latest.person == BEN


@pytest.mark.parametrize("kind", CORRECTED)
def test_what_bears_ones_own_name_one_corrects_oneself(house, kind):
    own = a_record(kind, person=CONTRIBUTOR)
    with acting(house, Role.CONTRIBUTOR) as session:
        log_record(session, own)
        log_record(session, corrected(own, kind))
        correct_back(session, "again", now=NOW)


@pytest.mark.parametrize("kind", RECORDS)
def test_taking_back_anothers_needs_a_reviewer_and_so_does_putting_it_back(house, kind):
    bens = a_record(kind, person=BEN, recorded_at=NOW)
    with house.writing() as session:
        log_record(session, bens)
    for act in (take_back, put_back):
        with (
            pytest.raises(ForbiddenError, match="or a reviewer"),
            acting(house, Role.CONTRIBUTOR) as session,
        ):
            act(session, bens.id, by=CONTRIBUTOR, now=NOW)
        with acting(house, Role.REVIEWER) as session:
            act(session, bens.id, by=REVIEWER, now=NOW)


def test_a_correction_of_anothers_is_undone_by_a_reviewer_alone(house):
    bens = a_note(person=BEN)
    with house.writing() as session:
        log_record(session, bens)
        log_record(session, corrected(bens, "note"))
    with pytest.raises(ForbiddenError), acting(house, Role.CONTRIBUTOR) as session:
        correct_back(session, "again", now=NOW)
    with acting(house, Role.REVIEWER) as session:
        correct_back(session, "again", now=NOW)


def test_what_came_of_anothers_checkpoint_a_reviewer_says(house):
    said = Settlement("came", NOW, TODAY, "Fair use.")
    with house.writing() as session:
        log_record(session, a_checkpoint(id="ruling", person=BEN))
    with pytest.raises(ForbiddenError), acting(house, Role.CONTRIBUTOR) as session:
        settle(session, "ruling", said)
    with acting(house, Role.REVIEWER) as session:
        settle(session, "ruling", said)


def test_releases_and_claims_bear_no_name_and_anybody_who_logs_corrects_them(house):
    with acting(house, Role.CONTRIBUTOR) as session:
        claim = get_history(session, "c").latest
        correction = replace(claim, id="c2", supersedes="c", text="Ten seconds.")
        log_record(session, correction)
        take_back(session, "c2", by=CONTRIBUTOR, now=NOW)


def test_a_decision_of_anothers_is_undone_and_explained_by_a_reviewer_alone(house):
    with house.writing() as session:
        put_story(session, "s1")
        put_story(session, "s2")
        bens = [
            accept(session, seen(session), a_kite(), CLAIMS, By(BEN, NOW)).id,
            dismiss(session, [seen(session, "s2")], By(BEN, NOW))[0].id,
        ]
    for act in (
        lambda db, by: explain(db, bens[1:], "Not ours.", by),
        lambda db, by: undo(db, bens[:1], by),
    ):
        with pytest.raises(ForbiddenError), acting(house, Role.CONTRIBUTOR) as session:
            act(session, By(CONTRIBUTOR, NOW))
        with acting(house, Role.REVIEWER) as session:
            act(session, By(REVIEWER, NOW))


def test_a_journal_is_its_persons_own_whatever_role_asks(house):
    journal = a_journal(person=CONTRIBUTOR)
    with acting(house, Role.CONTRIBUTOR) as session:
        begin_journal(session, journal, today=TODAY)
    with acting(house, Role.ADMIN) as session:
        with pytest.raises(ForbiddenError, match="under your own name"):
            get_own_journal(session, journal.id, CONTRIBUTOR)
        with pytest.raises(NotFoundError):
            get_own_journal(session, journal.id, NAMES[Role.ADMIN])


def given(service: Service, person: str) -> dict[str, Any]:
    """Return what to ask a service with, for a person, and nothing else."""
    kinds = get_type_hints(service.function)
    made = {
        Journal: a_journal(person=person),
        Draft: Draft(person, "form", {}, NOW),
        By: By(person, NOW),
    }
    names = list(signature(service.function).parameters)[1:]
    return {
        name: person
        if name in ("person", "by") and kinds[name] is str
        else made.get(kinds[name], AT if name == "at" else None)
        for name in names
        if name != "args"
    }


def is_for_somebody(service: Service) -> bool:
    """Say whether a service is told for whom it is, by a name or by what is theirs."""
    kinds = get_type_hints(service.function)
    return any(
        kind in (Journal, Draft, By) or (name in ("person", "by") and kind is str)
        for name, kind in kinds.items()
        if name != "return"
    )


@pytest.mark.parametrize(
    "service", [s for s in services_there() if s.name in OWN], ids=str
)
def test_what_is_done_for_another_is_refused_at_once(house, service):
    admin = house.acting(Actor(NAMES[Role.ADMIN], Role.ADMIN, Role.ADMIN, NOW))
    with pytest.raises(ForbiddenError, match=f"for {BEN}: do it under your own name"):
        ask(admin, service, **given(service, BEN))


def ask(house: House, service: Service, **asked: Any) -> None:
    if service.where is House:
        service.function(house, **asked)
        return
    with house.writing() as session:
        service.function(session, **asked)


def test_every_service_that_is_for_somebody_asks_whose_name_it_is():
    found = {str(s) for s in services_there() if is_for_somebody(s)}
    own = {str(s) for s in services_there() if s.name in OWN}
    assert found - own == set()


def test_without_sign_in_names_are_only_typed_and_anybody_corrects(house):
    here = house.acting(replace(AT_THE_MACHINE, name=CONTRIBUTOR))
    bens = a_note(person=BEN)
    with here.writing() as session:
        log_record(session, bens)
        log_record(session, corrected(bens, "note"))
        take_back(session, "again", by=CONTRIBUTOR, now=NOW)
