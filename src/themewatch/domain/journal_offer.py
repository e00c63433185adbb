"""What each theme would give somebody to do in a month."""

from collections.abc import Iterable
from dataclasses import dataclass

from themewatch.domain.evidence import Evidence
from themewatch.domain.judging import JudgedClaim


@dataclass(frozen=True, slots=True)
class Offer:
    """How many claims of a theme wait for a test, and how many tools make them.

    `own_tools` counts those of them that the person has tested something on.
    """

    claims: int
    own_tools: int


def offers(
    themes: Iterable[str],
    judged: Iterable[JudgedClaim],
    evidence: Evidence,
    person: str,
) -> dict[str, Offer]:
    """Return what is untested under each theme, seen by one person."""
    own = {evidence.release_name(n) for n in evidence.notes if n.person == person}
    untested = [j.claim for j in judged if j.is_untested]
    found = {}
    for theme in themes:
        claims = [claim for claim in untested if claim.theme == theme]
        tools = {evidence.release_name(claim) for claim in claims} & (own - {None})
        found[theme] = Offer(len(claims), len(tools))
    return found
