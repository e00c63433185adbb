"""Sign in and out: who somebody is whom the provider of sign-in vouches for.

The house does it itself, before anybody has a role; `@needs` guards none of it.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from themewatch.domain.activity import Act, Subject
from themewatch.domain.person import Actor, Person, Role
from themewatch.domain.sign_in import Arrival, SignIn
from themewatch.errors import ConflictError, InputError
from themewatch.services.free_name import free_name
from themewatch.storage import people
from themewatch.storage.acting import act_as
from themewatch.storage.activity import add_activity
from themewatch.storage.engine import Session
from themewatch.storage.ids import new_id


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody who signed in, with the role they have by now."""

    actor: Actor
    is_over: bool


def presence_of(session: Session, person_id: str, signed_in_at: datetime) -> Presence:
    """Return how somebody who signed in stands by now."""
    person = people.find_person(session, person_id)
    if person is None or people.is_over(session, person, signed_in_at):
        return Presence(Actor("", None), is_over=True)
    actor = Actor(person.name, person.role, person.id, signed_in_at)
    return Presence(actor, is_over=False)


def find_actor(
    session: Session, issuer: str, subject: str, signed_in_at: datetime
) -> Actor | None:
    """Return who acts by a sign-in the provider vouches for, if it has not ended."""
    person = people.find_by_subject(session, issuer, subject)
    if person is None or people.is_over(session, person, signed_in_at):
        return None
    return Actor(person.name, person.role, person.id, signed_in_at)


def sign_in(session: Session, arrival: Arrival, how: SignIn, now: datetime) -> Person:
    """Return who has come, with the role they have from here on.

    They are known by the provider's own name for them. Who comes for the first time
    is whoever was invited under their mail, unless the provider says that it is not
    theirs; else a newcomer. Without a role they wait for an admin. A sign-in that has
    ended changes nothing: its cookie was brought again.

    Raises:
        ConflictError: Somebody changed them at this very moment.
        InputError: There is no admin, and nobody is named as the first one.
    """
    person = _known(session, arrival) or _newcomer(session, arrival, how, now)
    if people.is_over(session, person, arrival.signed_in_at):
        return person
    person = _with_role(session, person, arrival, how)
    if person.role is not Role.ADMIN:
        refuse_without_admin(session, how)
    act_as(session, Actor(person.name, person.role, person.id, arrival.signed_in_at))
    if person.seen_at is None or person.seen_at < arrival.signed_in_at:
        add_activity(session, Act.SIGNED_IN, now, subject_of(person))
    # Never before any sign-in that was used, whichever clock is ahead.
    seen_at = max(now, arrival.signed_in_at)
    people.keep_seen(session, person.id, seen_at)
    return replace(person, seen_at=seen_at)


def sign_out(session: Session, actor: Actor, now: datetime) -> None:
    """End one sign-in, wherever its cookie may still be."""
    if actor.person is None or actor.signed_in_at is None:
        return
    act_as(session, actor)
    people.end_sign_in(session, actor.person, actor.signed_in_at, now)
    subject = Subject("person", actor.person, actor.name)
    add_activity(session, Act.SIGNED_OUT, now, subject)


def sign_out_everywhere(session: Session, actor: Actor, now: datetime) -> None:
    """End all sign-ins of whoever acts.

    Raises:
        ConflictError: An admin changed them at this very moment.
    """
    person = people.find_person(session, actor.person) if actor.person else None
    if person is None or actor.signed_in_at is None:
        return
    act_as(session, actor)
    end_all_sign_ins(session, person, now)


def end_all_sign_ins(session: Session, person: Person, now: datetime) -> Person:
    """End the sign-ins of somebody so far, and keep who did it.

    The provider's clock may be ahead of ours: a sign-in that was used ends too, from
    whatever moment it says it is.
    """
    until = max(now, person.seen_at or now)
    changed = people.change_person(session, replace(person, signed_out_at=until))
    if changed is None:
        raise ConflictError(f"Somebody changed {person.name} meanwhile: try again.")
    about = f"everywhere: {person.name}"
    add_activity(session, Act.SIGNED_OUT, now, Subject("person", person.id, about))
    return changed


def subject_of(person: Person) -> Subject:
    """Return a person as what something was done to."""
    role = f", {person.role}" if person.role else ", without a role"
    return Subject("person", person.id, f"{person.name}{role}")


def _known(session: Session, arrival: Arrival) -> Person | None:
    """Return who has come before, or was invited and comes now."""
    person = people.find_by_subject(session, arrival.issuer, arrival.subject)
    if person is not None:
        if arrival.email and arrival.email != person.email:
            return _changed(session, replace(person, email=arrival.email))
        return person
    if not arrival.has_own_mail:
        return None
    invited = people.find_invited(session, arrival.email)
    if invited is None:
        return None
    return _changed(
        session,
        replace(
            invited,
            name=free_name(session, arrival, besides=invited),
            issuer=arrival.issuer,
            subject=arrival.subject,
        ),
    )


def _newcomer(session: Session, arrival: Arrival, how: SignIn, now: datetime) -> Person:
    person = Person(
        new_id(),
        free_name(session, arrival),
        arrival.email,
        now,
        role=how.newcomers,
        issuer=arrival.issuer,
        subject=arrival.subject,
    )
    if not people.add_person(session, person):
        raise ConflictError("You came in two windows at once: reload this page.")
    return person


def _with_role(
    session: Session, person: Person, arrival: Arrival, how: SignIn
) -> Person:
    """Return somebody with the role that their groups and the house give them.

    Groups win over what an admin chose by hand. Who is in none of them any more
    loses what they had from them. Whom the house names as its first admin is one at
    their first sign-in, and whenever there is none other.
    """
    role, is_claimed = person.role, person.is_role_claimed
    if arrival.role is not None:
        role, is_claimed = arrival.role, True
    elif is_claimed:
        role, is_claimed = how.newcomers, False
    if role is not Role.ADMIN and how.names_admin(arrival):
        others = {admin.id for admin in people.lock_admins(session)} - {person.id}
        if person.seen_at is None or not others:
            role, is_claimed = Role.ADMIN, False
    if (role, is_claimed) == (person.role, person.is_role_claimed):
        return person
    changed = replace(person, role=role, is_role_claimed=is_claimed)
    return _changed(session, changed)


def _changed(session: Session, person: Person) -> Person:
    changed = people.change_person(session, person)
    if changed is None:
        raise ConflictError("Somebody changed who you are here: reload this page.")
    return changed


def refuse_without_admin(session: Session, how: SignIn) -> None:
    """Raise InputError where nobody could give anybody a role, ever.

    Raises:
        InputError: Nobody is named as first admin, no group means one, and none is
            there yet.
    """
    comes_by_group = any(role is Role.ADMIN for role, _group in how.roles)
    if how.admin is None and not comes_by_group and not people.has_admin(session):
        raise InputError(
            "Nobody can be let in yet: there is no admin. Whoever runs themewatch "
            "names the first one by THEMEWATCH_ADMIN=their mail, and starts it again."
        )
