"""People, and what they are allowed to do.

A role holds every right of the roles below it, so that a right is named by the
lowest role that has it.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a person is allowed to do, from least to most."""

    VIEWER = "viewer"  # reads
    CONTRIBUTOR = "contributor"  # logs, triages, votes, keeps journals
    REVIEWER = "reviewer"  # opens rounds, decides, publishes
    ADMIN = "admin"  # people, feeds, settings, import

    def holds(self, other: "Role") -> bool:
        """Say whether this role may do what another one may.

        >>> Role.REVIEWER.holds(Role.CONTRIBUTOR), Role.VIEWER.holds(Role.ADMIN)
        (True, False)
        """
        ranks = list(Role)
        return ranks.index(self) >= ranks.index(other)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who signs in, or is expected to.

    `issuer` and `subject` are how the provider of sign-in knows them; both are None
    until they come for the first time. `name` stands under what they log, and is
    nobody else's. Without a role they wait for an admin. Sign-ins from before
    `signed_out_at` have ended.
    """

    id: str
    name: str
    email: str
    created_at: datetime
    role: Role | None = None
    is_role_claimed: bool = False
    issuer: str | None = None
    subject: str | None = None
    seen_at: datetime | None = None
    signed_out_at: datetime | None = None
    feed_key: str | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a person signed in, or whoever sits at a house without sign-in.

    `person` is the id of who signed in, at `signed_in_at`; None without sign-in.
    Without a role nothing is allowed.
    """

    name: str
    role: Role | None
    person: str | None = None
    signed_in_at: datetime | None = None

    @property
    def is_signed_in(self) -> bool:
        return self.person is not None

    def may(self, role: Role) -> bool:
        """Say whether they may do what needs this role."""
        return self.role is not None and self.role.holds(role)


AT_THE_MACHINE = Actor("", Role.ADMIN)
"""Whoever has the database at hand may do everything."""
