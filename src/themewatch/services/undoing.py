"""Undo decisions on stories: they wait again, and the evidence made is taken back."""

from collections.abc import Collection

from themewatch.domain.news import Act, Decision
from themewatch.errors import ConflictError
from themewatch.services.story_evidence import By, take_evidence_back
from themewatch.services.triage import said_meanwhile
from themewatch.storage import decisions, stories
from themewatch.storage.engine import Session


def undo(session: Session, ids: Collection[str], by: By) -> None:
    """Undo decisions with the evidence they made: the stories wait again.

    Raises:
        NotFoundError: There is no such decision.
        ConflictError: It was undone already, or something was built on it since.
    """
    for decision in decisions.get_decisions(session, ids):
        _refuse_undone(session, decision)
        for record_id in reversed(decision.records):
            take_evidence_back(session, record_id, by)
        _set_back(session, decision, by)
    decisions.mark_undone(session, ids, by.now, by.person or None)


def _refuse_undone(session: Session, decision: Decision) -> None:
    if decision.undone_at is not None:
        raise ConflictError("This was undone already: the story waits again.")
    last = decisions.find_last(session, decision.story)
    if last is not None and last.id != decision.id:
        raise ConflictError("The story was decided on again since: undo that first.")
    if decision.act is Act.ACCEPT and decision.release is not None:
        kept = decisions.list_keeping(session, releases=[decision.release])
        if others := len(kept) - 1:
            raise ConflictError(
                f"{others} more of the stories accepted speak of this release: "
                "undo those first."
            )


def _set_back(session: Session, decision: Decision, by: By) -> None:
    """Let the story stand where it stood; one that was put off waits at once."""
    story = stories.get_story(session, decision.story)
    waits_from = by.now if decision.act is Act.LATER else None
    if not stories.set_state(session, story.seen, decision.was, waits_from):
        raise ConflictError(said_meanwhile(session, story))
