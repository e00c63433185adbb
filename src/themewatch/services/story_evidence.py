"""The evidence a story gives: a release and claims, with its link, and taken back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from themewatch.domain.checks import value_problems
from themewatch.domain.claim import Claim
from themewatch.domain.person import Role
from themewatch.domain.record import Record
from themewatch.domain.release import Release, release_slug
from themewatch.domain.story import Story
from themewatch.domain.suggestion import SuggestedClaim
from themewatch.errors import ConflictError
from themewatch.services.log import log_records, new_id
from themewatch.services.own_name import own
from themewatch.services.reference import catalogue
from themewatch.services.rights import needs
from themewatch.storage.engine import Session
from themewatch.storage.evidence import (
    find_successor,
    get_record,
    is_recorded,
    restore_record,
    withdraw_record,
)


@dataclass(frozen=True, slots=True)
class By:
    """Who decides, and when."""

    person: str
    now: datetime


@needs(Role.CONTRIBUTOR)
@own
def keep_release(
    session: Session, story: Story, release: Release, by: By
) -> tuple[str, str]:
    """Keep a release as a story has it; one taken back is put back, as told now.

    Returns:
        The name of the release, and the id of the version that was kept.

    Raises:
        InputError: With everything there is to put right.
        ConflictError: It stands already.
    """
    name = release_slug(release.vendor, release.model)
    told = replace(release, id=name, recorded_at=by.now, **origin(story, by))
    if is_recorded(session, name):
        latest = _latest(session, name)
        if not latest.is_withdrawn():
            raise ConflictError(
                f"{release.model} by {release.vendor} is here already: "
                "attach the story to it."
            )
        restore_record(session, latest.id, by.now, by.person or None)
        told = replace(told, id=new_id(), supersedes=latest.id)
    log_records(session, [told])
    return name, told.id


@needs(Role.CONTRIBUTOR)
@own
def keep_claims(
    session: Session,
    story: Story,
    release: str,
    claims: Iterable[SuggestedClaim],
    by: By,
) -> tuple[str, ...]:
    """Keep what a story claims of a release, and return the claims' ids.

    Raises:
        InputError: With everything there is to put right.
    """
    made = [
        Claim(
            id=new_id(),
            recorded_at=by.now,
            release=release,
            theme=claim.theme,
            signal=claim.signal,
            claimed_stage=claim.claimed_stage,
            text=claim.text,
            **origin(story, by),
        )
        for claim in claims
    ]
    log_records(session, made)
    return tuple(claim.id for claim in made)


@needs(Role.CONTRIBUTOR)
@own
def take_evidence_back(session: Session, record_id: str, by: By) -> None:
    """Take a record back as it was last corrected, unless somebody did already."""
    latest = _latest(session, record_id)
    if not latest.is_withdrawn():
        withdraw_record(session, latest.id, by.now, by.person or None)


def origin(story: Story, by: By) -> dict[str, Any]:
    """Return where evidence comes from; a link no record may hold is left out."""
    link = story.link
    if link and value_problems({"link": link}, catalogue(), by.now):
        link = None
    return {"link": link, "source": story.lead.source}


@needs(Role.CONTRIBUTOR)
def latest_id(session: Session, record_id: str) -> str:
    """Return the id of a record as it was last corrected."""
    while (successor := find_successor(session, record_id)) is not None:
        record_id = successor
    return record_id


def _latest(session: Session, record_id: str) -> Record:
    return get_record(session, latest_id(session, record_id))
