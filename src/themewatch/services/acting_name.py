"""Under which name something is done: that of who acts, wherever they are known."""

from themewatch.storage.acting import actor_of
from themewatch.storage.engine import Session


def acting_name(session: Session, given: str = "") -> str:
    """Return the name of who acts; the one given where the house itself does."""
    actor = actor_of(session)
    name = actor.name if actor is not None and actor.name else given
    return " ".join(name.split())
