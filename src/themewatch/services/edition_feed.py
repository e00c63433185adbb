"""The Atom feed of a house: who may read it, under which address, and what it holds."""

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from secrets import token_urlsafe
from urllib.parse import urlencode

from themewatch.domain.activity import Act, Subject
from themewatch.domain.person import Person, Role
from themewatch.errors import ConflictError, InputError
from themewatch.reports.atom import MEDIA_TYPE as MEDIA_TYPE
from themewatch.reports.atom import atom_feed, updated_at
from themewatch.services.rights import needs
from themewatch.services.settings import house_name
from themewatch.storage import editions, people
from themewatch.storage.acting import actor_of
from themewatch.storage.activity import add_activity
from themewatch.storage.engine import Session

PATH = "/atom.xml"
_KEY_BYTES = 24


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it is sent: its text, a mark of exactly that text, and its moment."""

    text: str
    mark: str
    updated_at: datetime


@needs(Role.VIEWER)
def write_feed(session: Session, *, base: str, key: str | None = None) -> Feed:
    """Write the feed for a house that is reached under `base`."""
    published = editions.list_editions(session)
    text = atom_feed(
        published, base=base, own=feed_address(base, key), name=house_name(session)
    )
    mark = sha256(text.encode()).hexdigest()[:32]
    return Feed(text, mark, updated_at(published))


def feed_address(base: str, key: str | None = None) -> str:
    """Return where a feed is read; with sign-in a key stands for its person."""
    query = f"?{urlencode({'key': key})}" if key else ""
    return f"{base}{PATH}{query}"


@needs(Role.VIEWER)
def may_follow(session: Session, key: str) -> bool:
    """Say whether somebody with a role reads under this key: nobody without one may."""
    person = people.find_by_feed_key(session, key) if key else None
    return person is not None and person.role is not None


@needs(Role.VIEWER)
def own_feed_key(session: Session) -> str:
    """Return the key of the visitor's own feed, and make one where there is none.

    Raises:
        ConflictError: Somebody changed them at this very moment.
        InputError: Nobody is signed in.
    """
    person = _visitor(session)
    return person.feed_key or _given_key(session, person)


@needs(Role.VIEWER)
def renew_feed_key(session: Session, *, now: datetime) -> str:
    """Give the visitor another key: their former address leads nowhere from here on.

    Raises:
        ConflictError: Somebody changed them at this very moment.
        InputError: Nobody is signed in.
    """
    person = _visitor(session)
    key = _given_key(session, person)
    about = "another address of the own Atom feed"
    add_activity(session, Act.PERSON_CHANGED, now, Subject("person", person.id, about))
    return key


def _visitor(session: Session) -> Person:
    actor = actor_of(session)
    found = actor and actor.person and people.find_person(session, actor.person)
    if not isinstance(found, Person):
        raise InputError("Without sign-in the feed is open: it needs no key.")
    return found


def _given_key(session: Session, person: Person) -> str:
    key = token_urlsafe(_KEY_BYTES)
    if people.change_person(session, replace(person, feed_key=key)) is None:
        raise ConflictError("Somebody changed your account just now: try again.")
    return key
