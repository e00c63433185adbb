"""Roles in words: their names, and what each may do."""

from themewatch.domain.person import Role
from themewatch.words import _, mark

NAMES = {
    Role.VIEWER: mark("viewer"),
    Role.CONTRIBUTOR: mark("contributor"),
    Role.REVIEWER: mark("reviewer"),
    Role.ADMIN: mark("admin"),
}
MAY = {
    Role.VIEWER: mark("reads everything that is not private"),
    Role.CONTRIBUTOR: mark("logs, decides on news, votes, keeps journals"),
    Role.REVIEWER: mark("opens review rounds, decides, publishes, corrects others"),
    Role.ADMIN: mark("sees to people, feeds, settings and backups"),
}


def role_name(role: Role | None) -> str:
    """Name a role; without one a person waits."""
    return _("waits for a role") if role is None else _(NAMES[role])


def what_it_may(role: Role) -> str:
    """Say what a role may do beyond those below it."""
    return _(MAY[role])
