"""What a role allows: asked by every service of whoever acts in its session."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from themewatch.domain.activity import Act, Subject
from themewatch.domain.person import Actor, Role
from themewatch.errors import ForbiddenError
from themewatch.storage import people
from themewatch.storage.acting import actor_of
from themewatch.storage.activity import add_activity
from themewatch.storage.engine import Session

P = ParamSpec("P")
R = TypeVar("R")

NEEDS: dict[str, Role] = {}
"""The role that each service needs, by its module and name."""


def needs(role: Role) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a service be used by this role and those above it alone.

    Its first argument is a session or a house. The house itself, such as a worker
    that fetches news, may do everything.

    Raises:
        ForbiddenError: From the service, before it does anything.
    """

    def guarding(service: Callable[P, R]) -> Callable[P, R]:
        NEEDS[f"{service.__module__}.{service.__qualname__}"] = role

        @wraps(service)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            require(args[0], role, service.__name__.replace("_", " "))
            return service(*args, **kwargs)

        return guarded

    return guarding


def require(where: Any, role: Role, what: str = "") -> None:
    """Raise ForbiddenError unless whoever acts in a session, or a house, has the role.

    `what` says in a word what was tried, for the log.
    """
    actor = actor_in(where)
    if actor is not None and not actor.may(role):
        raise ForbiddenError(forbidden_words(actor, role), what)


def actor_in(where: Any) -> Actor | None:
    """Return who acts in a session, or a house, with the role they have by now.

    None is the house itself.
    """
    if isinstance(where, Session):
        return actor_of(where)
    found: Actor | None = where.actor
    if found is None or not found.is_signed_in:
        return found
    with where.reading() as session:
        return actor_of(session)


def forbidden_words(actor: Actor, role: Role) -> str:
    """Say why somebody may not, and who can change it."""
    if actor.role is None:
        return (
            "You are signed out, or nobody gave you a role yet: ask an admin for one."
        )
    return (
        f"This needs the role of {role}, and yours is {actor.role}: "
        "ask an admin for it."
    )


def current_actor(session: Session, actor: Actor) -> Actor:
    """Return somebody with the role they have by now, none if their sign-in ended."""
    if actor.person is None or actor.signed_in_at is None:
        return actor
    person = people.find_person(session, actor.person)
    if person is None or people.is_over(session, person, actor.signed_in_at):
        return replace(actor, role=None)
    return replace(actor, role=person.role, name=person.name)


def keep_refusal(session: Session, refused: ForbiddenError, now: datetime) -> None:
    """Keep that whoever acts tried what they may not."""
    about = refused.what or str(refused)
    add_activity(session, Act.REFUSED, now, Subject(about=about))
