"""The cast, one person a role."""

from themewatch.domain.person import Role

CONTRIBUTOR = "Ann Contributor"
REVIEWER = "Ben Reviewer"
VIEWER = "Cleo Viewer"
ADMIN = "Dag Admin"
WAITING = "Ede Waiting"
"""Who has no role yet."""

NAMES = {
    Role.VIEWER: VIEWER,
    Role.CONTRIBUTOR: CONTRIBUTOR,
    Role.REVIEWER: REVIEWER,
    Role.ADMIN: ADMIN,
}
MAILS = {
    Role.VIEWER: "cleo@example.org",
    Role.CONTRIBUTOR: "ann@example.org",
    Role.REVIEWER: "ben@example.org",
    Role.ADMIN: "dag@example.org",
}
