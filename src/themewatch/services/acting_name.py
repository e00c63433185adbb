"""Under which name something is done: that of who acts, wherever they are known."""

from themewatch.errors import InputError
from themewatch.storage.acting import actor_of
from themewatch.storage.engine import Session


def acting_name(session: Session, given: str = "") -> str:
    """Return the name of who acts, empty where they gave none.

    The house itself acts for whoever is given.
    """
    actor = actor_of(session)
    return " ".join((given if actor is None else actor.name).split())


def required_name(session: Session, given: str = "") -> str:
    """Return the name of who acts; raises InputError where they gave none."""
    if name := acting_name(session, given):
        return name
    raise InputError("Your name is missing: it stands beside what you do here.")
