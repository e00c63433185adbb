"""Publish editions, and read them as they were published."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from themewatch.domain.activity import Act, Subject
from themewatch.domain.edition import Edition, EditionHead, Ground, edition_before
from themewatch.domain.edition_comparison import EditionComparison, compare_editions
from themewatch.domain.person import Role
from themewatch.domain.standing import Step
from themewatch.errors import ConflictError, InputError
from themewatch.services.acting_name import acting_name
from themewatch.services.edition_drafting import Wish as Wish
from themewatch.services.edition_drafting import draft_edition
from themewatch.services.reviews import close_review
from themewatch.services.rights import needs
from themewatch.storage import editions
from themewatch.storage.acting import actor_of
from themewatch.storage.activity import add_activity
from themewatch.storage.engine import Session
from themewatch.storage.evidence import lock_evidence

LONGEST_TITLE = 120
LONGEST_NOTE = 4000
_DAY = timedelta(days=1)
_TICK = timedelta(microseconds=1)


@needs(Role.REVIEWER)
def publish(session: Session, wish: Wish, *, now: datetime) -> Edition:
    """Freeze the map as it is known now, and keep it for good.

    Of two who publish at once each gets a number of their own, or is told: whoever
    saw another number announced publishes nothing. The same words by the same
    person are a second press of one button, and publish once. The review it closes
    with takes no votes from here on.

    Raises:
        InputError: With everything there is to put right.
        ConflictError: Another edition was published meanwhile.
        NotFoundError: There is no such review.
    """
    wish = replace(_tidied(wish), by=acting_name(session, wish.by))
    _check(session, wish, now)
    lock_evidence(session)
    if (same := _published_meanwhile(session, wish)) is not None:
        return same
    last_at = editions.last_published_at(session)
    moment = max(now, last_at + _TICK) if last_at else now
    edition, ground = draft_edition(session, wish, now=moment)
    editions.add_edition(session, edition, ground)
    if wish.review is not None:
        close_review(session, wish.review, now=moment)
    subject = Subject("edition", str(edition.number), edition.title)
    add_activity(session, Act.PUBLISHED, moment, subject)
    return edition


@needs(Role.VIEWER)
def list_editions(session: Session) -> list[Edition]:
    """Return every edition, the newest first."""
    return editions.list_editions(session)


@needs(Role.VIEWER)
def steps_of(session: Session, theme: str) -> tuple[Step, ...]:
    """Return where each edition placed a theme, the first one first."""
    return tuple(
        Step(edition.as_of, edition.number, lane.published)
        for edition in reversed(editions.list_editions(session))
        for lane in edition.themes
        if lane.slug == theme
    )


@needs(Role.VIEWER)
def list_heads(session: Session) -> list[EditionHead]:
    """Return what a list tells of each edition, the newest first: a quick query."""
    return editions.list_heads(session)


@needs(Role.VIEWER)
def last_day(session: Session, day: date) -> date | None:
    """Return what a map of a day is compared with: the last edition's before."""
    before = edition_before(editions.list_heads(session), day)
    return before.as_of if before else None


@needs(Role.VIEWER)
def get_edition(session: Session, number: int) -> Edition:
    """Return an edition as it was published; raises NotFoundError."""
    return editions.get_edition(session, number)


@needs(Role.VIEWER)
def get_ground(session: Session, number: int) -> Ground:
    """Return the evidence an edition rests on; raises NotFoundError."""
    return editions.get_ground(session, number)


@needs(Role.VIEWER)
def last_number(session: Session) -> int:
    """Return the number of the last edition, 0 before the first."""
    return editions.last_number(session)


@needs(Role.VIEWER)
def compare(session: Session, one: int, other: int) -> EditionComparison:
    """Hold two editions against each other, whichever is named first.

    Raises:
        InputError: They are the same one.
        NotFoundError: There is no such edition.
    """
    if one == other:
        raise InputError(f"This is edition {one} twice: choose another to compare.")
    first, second = (
        (get_edition(session, number), get_ground(session, number))
        for number in (one, other)
    )
    return compare_editions(first, second)


def _tidied(wish: Wish) -> Wish:
    note = "\n".join(line.rstrip() for line in wish.note.strip().splitlines())
    title, by = " ".join(wish.title.split()), " ".join(wish.by.split())
    return replace(wish, title=title, note=note, by=by)


def _check(session: Session, wish: Wish, now: datetime) -> None:
    if problems := _problems(session, wish, now.date()):
        raise InputError(*problems)


def _problems(session: Session, wish: Wish, today: date) -> Sequence[str]:
    problems = []
    if not wish.title:
        problems.append("An edition needs a title: say in a line what it is about.")
    if len(wish.title) > LONGEST_TITLE:
        problems.append(f"This title is long: keep it within {LONGEST_TITLE} letters.")
    if len(wish.note) > LONGEST_NOTE:
        problems.append(f"This note is long: keep it within {LONGEST_NOTE} letters.")
    if actor_of(session) is not None and not wish.by:
        problems.append("An edition bears a name: give yours at the left first.")
    if wish.as_of > today + _DAY:
        problems.append(f"{wish.as_of} lies ahead: publish the map of {today}.")
    return problems


def _published_meanwhile(session: Session, wish: Wish) -> Edition | None:
    """Return what a second press would publish again.

    Raises:
        ConflictError: Somebody else published the number that was announced.
    """
    if wish.number is None or wish.number == editions.last_number(session) + 1:
        return None
    there = editions.find_edition(session, wish.number)
    if there is None:
        raise InputError(f"Edition {wish.number} is not the next one: look again.")
    said = (there.title, there.note, there.published_by, there.review)
    if said == (wish.title, wish.note, wish.by, wish.review):
        return there
    raise ConflictError(
        f"Edition {there.number} was published meanwhile by "
        f"{there.published_by or 'somebody else'}: look at it, then publish the next."
    )
