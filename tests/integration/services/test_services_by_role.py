"""Every service × role: refused below the one it needs, before anything is done."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.homes import settings_of
from tests.people import MAILS, NAMES, WAITING
from tests.services_there import Service, services_there
from themewatch.domain.person import Actor, Person, Role
from themewatch.errors import ForbiddenError
from themewatch.services.house import House
from themewatch.services.rights import NEEDS
from themewatch.storage import people
from themewatch.storage.engine import open_engine
from themewatch.storage.migrate import migrate

NOW = datetime(2026, 11, 1, 9, tzinfo=UTC)
ROLES = (None, *Role)
GUARDED = [service for service in services_there() if service.name in NEEDS]
"""All of them, which tests/contract/test_rights.py holds."""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Yield a house where the whole cast is known, and one who waits for a role."""
    home = tmp_path_factory.mktemp("rights")
    engine = migrated(home)
    found = House(engine, home, is_new=False, has_reference=False)
    with found.writing() as session:
        for role in ROLES:
            people.add_person(session, person_of(role))
    yield found
    found.close()


def migrated(home: Path) -> Engine:
    engine = open_engine(settings_of(home).database_url)
    migrate(engine)
    return engine


def person_of(role: Role | None) -> Person:
    name = NAMES[role] if role else WAITING
    mail = MAILS[role] if role else "ede@example.org"
    return Person(role or "nobody", name, mail, NOW, role=role)


def ask(house: House, service: Service, actor: Actor | None) -> None:
    """Ask a service for nothing in particular, on behalf of somebody."""
    here = house if actor is None else house.acting(actor)
    if service.where is House:
        service.function(here)
        return
    with here.reading() as session:
        service.function(session)


def actor_of(role: Role | None) -> Actor:
    """Return who signed in; their role is what the house knows of them."""
    person = person_of(role)
    return Actor(person.name, None, person.id, NOW)


@pytest.mark.parametrize("role", ROLES, ids=str)
@pytest.mark.parametrize("service", GUARDED, ids=str)
def test_who_lacks_the_role_a_service_needs_is_refused_at_once(house, service, role):
    needed = NEEDS[service.name]
    is_enough = role is not None and role.holds(needed)
    if not is_enough:
        with pytest.raises(ForbiddenError, match="ask an admin for"):
            ask(house, service, actor_of(role))
        return
    try:
        ask(house, service, actor_of(role))
    except ForbiddenError as refused:
        pytest.fail(f"refused: {refused}")
    except Exception:  # noqa: BLE001, S110  let in, and asked for nothing that is there
        pass


@pytest.mark.parametrize("service", GUARDED, ids=str)
def test_the_house_itself_is_let_in_everywhere(house, service):
    try:
        ask(house, service, None)
    except ForbiddenError as refused:
        pytest.fail(f"refused: {refused}")
    except Exception:  # noqa: BLE001, S110  as above
        pass


def test_a_refusal_says_which_role_it_needs(house):
    service = next(s for s in services_there() if str(s) == "exchange.import_records")
    with pytest.raises(ForbiddenError) as refused:
        ask(house, service, actor_of(Role.VIEWER))
    assert str(refused.value) == (
        "This needs the role of admin, and yours is viewer: ask an admin for it."
    )
    assert refused.value.what == "import records"
