"""People and what they are allowed to do, as admins see to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from themewatch.domain.activity import Act, Subject
from themewatch.domain.person import Person, Role
from themewatch.errors import ConflictError, InputError, NotFoundError
from themewatch.services.rights import needs
from themewatch.services.signing_in import end_all_sign_ins
from themewatch.storage import people
from themewatch.storage.activity import add_activity
from themewatch.storage.engine import Session
from themewatch.storage.ids import new_id
from themewatch.storage.names import is_name_used, list_unowned_names

_MAIL = re.compile(r"[^@\s]+@[^@\s]+")


@dataclass(frozen=True, slots=True)
class People:
    """Everybody, those first who wait for a role; names without a person."""

    everybody: Sequence[Person]
    unowned_names: Sequence[str]


@needs(Role.ADMIN)
def list_people(session: Session) -> People:
    """Return everybody there is, those who wait for a role first."""
    everybody = people.list_people(session)
    waiting_first = sorted(
        everybody, key=lambda p: (p.role is not None, bool(p.issuer))
    )
    return People(waiting_first, list_unowned_names(session))


@needs(Role.VIEWER)
def list_voters(session: Session) -> list[str]:
    """Return the names of everybody who has come and whose role lets them vote."""
    return [
        person.name
        for person in people.list_people(session)
        if person.issuer is not None
        and person.role is not None
        and person.role.holds(Role.CONTRIBUTOR)
    ]


@needs(Role.ADMIN)
def invite(session: Session, email: str, role: Role, now: datetime) -> Person:
    """Expect somebody: who signs in with this mail first has the role at once.

    Raises:
        InputError: It is no mail.
        ConflictError: Somebody has this mail already.
    """
    email = email.strip()
    if not _MAIL.fullmatch(email):
        raise InputError("This is no mail: write it as name@example.org.")
    if people.is_known(session, email):
        raise ConflictError(f"{email} is among the people already: change them there.")
    person = Person(new_id(), email, email, now, role=role)
    if not people.add_person(session, person):
        raise ConflictError(f"Somebody bears the name {email} already.")
    _keep(session, now, person, f"invited {email} as {role}")
    return person


@needs(Role.ADMIN)
def change_role(
    session: Session, seen: Person, role: Role | None, now: datetime
) -> Person:
    """Give somebody another role, or none: then they wait for one.

    Args:
        session: Whose actor is an admin.
        seen: The person as the admin saw them.
        role: What they are allowed to do from here on.
        now: The moment.

    Raises:
        ConflictError: Somebody changed them meanwhile, or they are the last admin.
    """
    if seen.role is Role.ADMIN and role is not Role.ADMIN:
        _refuse_last_admin(session, seen)
    wanted = replace(seen, role=role, is_role_claimed=False)
    changed = people.change_person(session, wanted)
    if changed is None:
        raise _stale(session, seen, f"role {_role_words(role)}")
    was = _role_words(seen.role)
    _keep(session, now, changed, f"{changed.name}: {was} → {_role_words(role)}")
    return changed


@needs(Role.ADMIN)
def give_name(session: Session, seen: Person, name: str, now: datetime) -> Person:
    """Give somebody a name under which something lies that belongs to no person.

    Raises:
        InputError: Nothing lies under that name, or they would leave behind what
            they logged.
        ConflictError: Somebody bears it, or changed this person meanwhile.
    """
    bearer = people.find_by_name(session, name)
    if bearer is not None and bearer.id != seen.id:
        raise ConflictError(f"The name {name} is borne by somebody: choose another.")
    if not is_name_used(session, name):
        raise InputError(f"Nothing lies under the name {name}: choose one of the list.")
    if is_name_used(session, seen.name):
        raise InputError(
            f"What was logged as {seen.name} would be left behind: "
            "only who has logged nothing yet can get an older name."
        )
    return _renamed(session, seen, name, now)


@needs(Role.ADMIN)
def give_name_back(session: Session, seen: Person, name: str, now: datetime) -> Person:
    """Undo the giving of an older name: they bear their former one again.

    Raises:
        ConflictError: Somebody bears it by now, or changed this person meanwhile.
    """
    bearer = people.find_by_name(session, name)
    if bearer is not None or is_name_used(session, name):
        raise ConflictError(f"The name {name} belongs to somebody by now.")
    return _renamed(session, seen, name, now)


@needs(Role.ADMIN)
def sign_out_person(session: Session, seen: Person, now: datetime) -> Person:
    """End all sign-ins of somebody, wherever their cookies may be.

    Raises:
        NotFoundError: There is no such person.
        ConflictError: Somebody changed them at this very moment.
    """
    person = people.find_person(session, seen.id)
    if person is None:
        raise NotFoundError("There is no such person: look at the list again.")
    return end_all_sign_ins(session, person, now)


@needs(Role.ADMIN)
def uninvite(session: Session, seen: Person, now: datetime) -> Person:
    """Expect somebody no longer, as long as they have not come; returns who it was.

    Raises:
        ConflictError: They have come meanwhile, or somebody changed them.
    """
    if not people.remove_invited(session, seen):
        raise _stale(session, seen, "gone")
    _keep(session, now, seen, f"no longer invited: {seen.email}")
    return seen


def _renamed(session: Session, seen: Person, name: str, now: datetime) -> Person:
    changed = people.change_person(session, replace(seen, name=name))
    if changed is None:
        raise _stale(session, seen, f"name {name}")
    _keep(session, now, changed, f"{seen.name} → {name}")
    return changed


def _refuse_last_admin(session: Session, seen: Person) -> None:
    others = [admin for admin in people.lock_admins(session) if admin.id != seen.id]
    if not others and seen.issuer is not None:
        raise ConflictError(
            f"{seen.name} is the last admin: make somebody else one first."
        )


def _stale(session: Session, seen: Person, wanted: str) -> Exception:
    """Say both versions: what stands now, and what was to stand instead."""
    current = people.find_person(session, seen.id)
    if current is None:
        return NotFoundError("There is no such person: look at the list again.")
    return ConflictError(
        f"Somebody changed {seen.name} meanwhile. Now: name {current.name}, role "
        f"{_role_words(current.role)}. You wanted: {wanted}. Look at it again."
    )


def _role_words(role: Role | None) -> str:
    return "none" if role is None else str(role)


def _keep(session: Session, now: datetime, person: Person, about: str) -> None:
    subject = Subject("person", person.id, about)
    add_activity(session, Act.PERSON_CHANGED, now, subject)
