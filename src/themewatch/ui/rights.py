"""What the visitor may do: what they may not is not offered to them.

Every service asks again: this is for what is drawn.
"""

from themewatch.domain.person import Role
from themewatch.domain.record import Record
from themewatch.services import own_name
from themewatch.ui import session


def may_log() -> bool:
    """Say whether the visitor may log, triage and keep journals."""
    return session.may(Role.CONTRIBUTOR)


def may_choose_feeds() -> bool:
    """Say whether the visitor may choose where news comes from."""
    return session.may(Role.ADMIN)


def may_change(record: Record) -> bool:
    """Say whether the visitor may correct a record and take it back."""
    return may_change_of(own_name.person_of(record))


def may_change_of(person: str | None) -> bool:
    """Say whether the visitor may change what bears a name, if it bears one."""
    return own_name.may_change(session.actor(), person)
