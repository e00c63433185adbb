"""Undo decisions on stories: they wait again, and the evidence made is taken back."""

from collections.abc import Collection

from themewatch.domain import activity
from themewatch.domain.about import so_many
from themewatch.domain.news import Act, Decision
from themewatch.domain.person import Role
from themewatch.errors import ConflictError
from themewatch.services.evidence import get_evidence
from themewatch.services.own_name import own, require_own_or_reviewer
from themewatch.services.rights import needs
from themewatch.services.story_evidence import By, latest_id, take_evidence_back
from themewatch.services.triage import log_decisions, said_meanwhile
from themewatch.storage import decisions, stories
from themewatch.storage.engine import Session


@needs(Role.CONTRIBUTOR)
@own
def undo(session: Session, ids: Collection[str], by: By) -> None:
    """Undo decisions with the evidence they made: the stories wait again.

    Raises:
        NotFoundError: There is no such decision.
        ConflictError: It was undone already, or something was built on it since.
    """
    for decision in decisions.get_decisions(session, ids):
        require_own_or_reviewer(session, decision.by, f"undo {decision.id}")
        _refuse_undone(session, decision)
        for record_id in reversed(decision.records):
            take_evidence_back(session, record_id, by)
        _set_back(session, decision, by)
    decisions.mark_undone(session, ids, by.now, by.person or None)
    log_decisions(session, activity.Act.UNDONE, ids, by)


def _refuse_undone(session: Session, decision: Decision) -> None:
    if decision.undone_at is not None:
        raise ConflictError("This was undone already: the story waits again.")
    last = decisions.find_last(session, decision.story)
    if last is not None and last.id != decision.id:
        raise ConflictError("The story was decided on again since: undo that first.")
    if decision.act is Act.ACCEPT and decision.release is not None:
        _refuse_kept(session, decision, decision.release)
        _refuse_built_on(session, decision, decision.release)


def _refuse_kept(session: Session, decision: Decision, release: str) -> None:
    """Raise ConflictError where other stories speak of the release."""
    kept = decisions.list_keeping(session, releases=[release])
    others = {other.story for other in kept} - {decision.story}
    if not others:
        return
    title = next(iter(stories.list_titles(session, others).values()))
    more = f" and {len(others) - 1} more" if len(others) > 1 else ""
    verb, them = ("speak", "those") if more else ("speaks", "that")
    raise ConflictError(
        f"“{title}”{more} {verb} of this release too: undo {them} first, under Decided."
    )


def _refuse_built_on(session: Session, decision: Decision, release: str) -> None:
    """Raise ConflictError where tests or claims of others stand on the release."""
    evidence = get_evidence(session)
    own = {latest_id(session, record) for record in decision.records}
    tests = sum(
        note.release is not None and evidence.release_name(note) == release
        for note in evidence.notes
    )
    claims = sum(
        evidence.release_name(claim) == release and claim.id not in own
        for claim in evidence.claims
    )
    built = [so_many(tests, "test"), so_many(claims, "claim")]
    if said := " and ".join(filter(None, built)):
        model = evidence.models[release]
        raise ConflictError(
            f"{model} keeps {said} logged since: take back what stands on it first."
        )


def _set_back(session: Session, decision: Decision, by: By) -> None:
    """Let the story stand where it stood; one that was put off waits at once."""
    story = stories.get_story(session, decision.story)
    waits_from = by.now if decision.act is Act.LATER else None
    if not stories.set_state(session, story.seen, decision.was, waits_from):
        raise ConflictError(said_meanwhile(session, story, "to undo it"))
