"""What a first visitor is told: what is in the map, and that nobody has tested it."""

from dataclasses import dataclass

from themewatch.domain.evidence import Evidence
from themewatch.domain.person import Role
from themewatch.services.reference import catalogue
from themewatch.services.rights import needs
from themewatch.storage.engine import Session
from themewatch.storage.house import find_fact, keep_fact

DISMISSED = "welcome-dismissed"


@dataclass(frozen=True, slots=True)
class Welcome:
    """Counted facts: the claims made since the course drew its map."""

    claims: int


@needs(Role.VIEWER)
def get_welcome(session: Session, evidence: Evidence) -> Welcome | None:
    """Return what to tell, or None once somebody has tested or closed it."""
    if evidence.notes or find_fact(session, DISMISSED) is not None:
        return None
    drawn_on = catalogue().baseline_on
    days = (evidence.claimed_on(claim) for claim in evidence.claims)
    return Welcome(claims=sum(day is not None and day > drawn_on for day in days))


@needs(Role.CONTRIBUTOR)
def dismiss_welcome(session: Session) -> None:
    """Do not tell it again, to anybody who uses this database."""
    keep_fact(session, DISMISSED, "yes")
