"""Several people, or one in several windows, at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import Engine

from tests.arrivals import HOW, NOW, OPEN, an_arrival
from tests.people import CONTRIBUTOR
from themewatch.domain.person import Actor, Role
from themewatch.errors import ConflictError
from themewatch.services.people import change_role
from themewatch.services.signing_in import sign_in
from themewatch.storage import people
from themewatch.storage.acting import act_as
from themewatch.storage.engine import reading, writing

WINDOWS = 8


def together(engine: Engine, *acts) -> list[object]:
    """Do everything at once, each in a transaction; return what came of it."""
    ready = Barrier(len(acts))

    def doing(act) -> object:
        ready.wait()
        try:
            with writing(engine) as session:
                return act(session)
        except ConflictError as conflict:
            return conflict

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(doing, acts))


def everybody(engine: Engine):
    with reading(engine) as session:
        return people.list_people(session)


def test_who_comes_in_many_windows_at_once_is_one_person(engine):
    def coming(session):
        return sign_in(session, an_arrival(), OPEN, NOW)

    came = together(engine, *[coming] * WINDOWS)
    assert [person.name for person in everybody(engine)] == [CONTRIBUTOR]
    assert any(not isinstance(one, ConflictError) for one in came)
    again = together(engine, *[coming] * WINDOWS)
    assert not [one for one in again if isinstance(one, ConflictError)]


def test_of_two_who_come_with_one_name_at_once_each_has_their_own(engine):
    def coming(subject):
        arrival = an_arrival(subject=subject, email=f"{subject}@example.org")
        return lambda session: sign_in(session, arrival, OPEN, NOW)

    for _again in range(2):  # who was told of a conflict looks again, as a window does
        together(engine, coming("ann1"), coming("ann2"))
    names = [person.name for person in everybody(engine)]
    assert len(names) == len(set(names)) == 2


def test_of_two_admins_who_unmake_each_other_one_stays(engine):
    with writing(engine) as session:
        dag = sign_in(session, an_arrival(subject="d", email=HOW.admin), HOW, NOW)
        eve = sign_in(session, an_arrival(subject="e", name="Eve"), HOW, NOW)
        act_as(session, Actor(dag.name, Role.ADMIN, dag.id, NOW))
        eve = change_role(session, eve, Role.ADMIN, NOW)

    def unmaking(by, other):
        def act(session):
            act_as(session, Actor(by.name, Role.ADMIN, by.id, NOW))
            return change_role(session, other, None, NOW)

        return act

    done = together(engine, unmaking(dag, eve), unmaking(eve, dag))
    assert sum(isinstance(one, ConflictError) for one in done) == 1
    admins = [p for p in everybody(engine) if p.role is Role.ADMIN]
    assert len(admins) == 1
