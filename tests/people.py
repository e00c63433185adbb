"""The cast, one person a role."""

CONTRIBUTOR = "Ann Contributor"
REVIEWER = "Ben Reviewer"
VIEWER = "Cleo Viewer"
ADMIN = "Dag Admin"
