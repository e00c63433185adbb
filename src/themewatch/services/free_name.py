"""A name for who comes for the first time: nobody else's, and nothing lies under it."""

from themewatch.domain.person import Person
from themewatch.domain.sign_in import Arrival
from themewatch.storage import people
from themewatch.storage.engine import Session
from themewatch.storage.names import is_name_used, is_typed_under


def free_name(session: Session, arrival: Arrival, besides: Person | None = None) -> str:
    """Return a name that is nobody else's, and under which nothing lies.

    So nobody comes into a stranger's journal by having the same name.
    """
    behind = arrival.email or arrival.subject
    for name in (arrival.name, f"{arrival.name} ({behind})"):
        if _is_free(session, name, besides):
            return name
    return f"{arrival.name} ({arrival.subject}, {arrival.issuer})"


def _is_free(session: Session, name: str, besides: Person | None) -> bool:
    bearer = people.find_by_name(session, name)
    is_borne = bearer is not None and (besides is None or bearer.id != besides.id)
    return not (
        is_borne or is_name_used(session, name) or is_typed_under(session, name)
    )
