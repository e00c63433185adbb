"""Signed in, one acts under one's own name; what bears another's a reviewer changes.

Without sign-in everybody acts under the name they typed, as the house trusts them.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from inspect import signature
from typing import Any, ParamSpec, TypeVar

from themewatch.domain.kinds import kind_of
from themewatch.domain.person import Actor, Role
from themewatch.domain.record import Record
from themewatch.errors import ForbiddenError
from themewatch.services.rights import actor_in
from themewatch.storage.engine import Session
from themewatch.storage.evidence import get_record

P = ParamSpec("P")
R = TypeVar("R")

OWN: set[str] = set()
"""The services that one uses for oneself alone, by their modules and names."""
CORRECTS = Role.REVIEWER
"""Who corrects and takes back what bears somebody else's name."""


def own(service: Callable[P, R]) -> Callable[P, R]:
    """Let whoever signed in use a service for themselves alone.

    Whom it is for is its argument `person` or `by`, or the person of an argument
    that has one: a journal is its person's.

    Raises:
        ForbiddenError: From the service, before it does anything.
    """
    OWN.add(f"{service.__module__}.{service.__qualname__}")
    parameters = signature(service)

    @wraps(service)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        if (actor := _signed_in(args[0])) is not None:
            given = parameters.bind(*args, **kwargs).arguments
            for person in _people(given):
                _refuse_other(actor, person, service.__qualname__)
        return service(*args, **kwargs)

    return guarded


def require_own(where: Any, person: str, what: str) -> None:
    """Raise ForbiddenError unless a name is that of whoever signed in."""
    if (actor := _signed_in(where)) is not None:
        _refuse_other(actor, person, what)


def require_own_record(session: Session, record: Record) -> None:
    """Refuse a record under another's name, and a correction of another's.

    A correction keeps the name it bears: a reviewer who puts a note right did not
    test for it.

    Raises:
        ForbiddenError: It bears a name that whoever signed in may not write under.
    """
    if _signed_in(session) is None or (person := person_of(record)) is None:
        return
    if record.supersedes is None:
        require_own(session, person, f"log {kind_of(record)}")
        return
    former = get_record(session, record.supersedes)
    require_right_to(session, former, "correct")
    if (bore := person_of(former)) != person:
        raise ForbiddenError(
            f"A correction keeps the name of {bore}: leave it as it is.",
            f"correct {former.id}",
        )


def require_right_to(session: Session, record: Record, act: str) -> None:
    """Raise ForbiddenError where a record bears another's name and no reviewer acts."""
    require_own_or_reviewer(session, person_of(record), f"{act} {record.id}")


def require_own_or_reviewer(where: Any, person: str | None, what: str) -> None:
    """Raise ForbiddenError where another's name stands and no reviewer acts."""
    actor = actor_in(where)
    if actor is not None and not may_change(actor, person):
        raise ForbiddenError(
            f"This bears the name of {person}: ask them, or a {CORRECTS}, to do it.",
            what,
        )


def may_change(actor: Actor, person: str | None) -> bool:
    """Say whether somebody may correct and take back what bears a name, if it does.

    Without sign-in names are only typed, and anybody may.
    """
    is_theirs = not actor.is_signed_in or person in (None, actor.name)
    return actor.may(CORRECTS if not is_theirs else Role.CONTRIBUTOR)


def person_of(record: Record) -> str | None:
    """Return whose name a record bears; releases and claims bear nobody's."""
    name: str | None = getattr(record, "person", None)
    return name


def _signed_in(where: Any) -> Actor | None:
    actor = actor_in(where)
    return actor if actor is not None and actor.is_signed_in else None


def _people(given: Mapping[str, Any]) -> Iterator[str]:
    for name, value in given.items():
        person = getattr(value, "person", value if name in ("person", "by") else None)
        if isinstance(person, str):
            yield person


def _refuse_other(actor: Actor, person: str, what: str) -> None:
    if person != actor.name:
        raise ForbiddenError(
            f"You are signed in as {actor.name}, and this is for {person or 'nobody'}: "
            "do it under your own name.",
            what,
        )
