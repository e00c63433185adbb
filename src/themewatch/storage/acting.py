"""Who acts in a session; nobody is named where the house does something itself."""

from themewatch.domain.person import Actor
from themewatch.storage.engine import Session

_ACTOR = "themewatch_actor"


def act_as(session: Session, actor: Actor | None) -> None:
    """Let everything that follows in the session be this actor's doing."""
    session.execution_options(**{_ACTOR: actor})


def actor_of(session: Session) -> Actor | None:
    """Return who acts, or None for the house itself: a worker, a migration."""
    found = session.get_execution_options().get(_ACTOR)
    return found if isinstance(found, Actor) else None
