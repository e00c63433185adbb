"""Reviews, their rounds, votes and decisions.

A vote and a decision are rows that are added and never changed. A review is edited in
place by whoever names the version they saw.
"""

from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Column, Table, func, select, update

from themewatch.domain.review import Ballot, Decision, Review, Round
from themewatch.errors import NotFoundError
from themewatch.storage.engine import Session
from themewatch.storage.journal_bodies import from_body, to_body
from themewatch.storage.journals import insert_into
from themewatch.storage.team_tables import (
    ballots,
    review_decisions,
    review_rounds,
    reviews,
)


def add_review(session: Session, review: Review) -> bool:
    """Keep a new review; returns False where it is there already, as it was."""
    statement = insert_into(session, reviews).values(_review_row(review))
    once = statement.on_conflict_do_nothing().returning(reviews.c.id)
    return session.scalar(once) is not None


def get_review(session: Session, review_id: str, *, lock: bool = False) -> Review:
    """Return a review; raises NotFoundError.

    Once locked nobody else can change it, vote or decide in it until this session
    ends; on SQLite a writing session is alone from its beginning.
    """
    query = select(reviews.c.body).where(reviews.c.id == review_id)
    body = session.scalar(query.with_for_update() if lock else query)
    if body is None:
        raise NotFoundError("There is no such review: choose one from the list.")
    return from_body(body, Review)


def list_reviews(session: Session, *, only_open: bool = False) -> list[Review]:
    """Return every review, or those not closed yet, the one opened last first."""
    wanted = [reviews.c.closed_at.is_(None)] if only_open else []
    query = (
        select(reviews.c.body)
        .where(*wanted)
        .order_by(reviews.c.opened_at.desc(), reviews.c.id.desc())
    )
    return [from_body(body, Review) for body in session.scalars(query)]


def change_review(session: Session, review: Review) -> Review | None:
    """Keep a review as changed over the version that was seen.

    Returns:
        It with its new version, or None where somebody else was quicker.
    """
    newer = replace(review, version=review.version + 1)
    is_seen = (reviews.c.id == review.id, reviews.c.version == review.version)
    done = session.execute(update(reviews).where(*is_seen).values(_review_row(newer)))
    return newer if done.rowcount else None


def add_round(session: Session, a_round: Round) -> bool:
    """Keep a further round; returns False where it was opened already."""
    statement = insert_into(session, review_rounds).values(_row(a_round))
    once = statement.on_conflict_do_nothing().returning(review_rounds.c.number)
    return session.scalar(once) is not None


def list_rounds(session: Session, review_id: str) -> list[Round]:
    """Return the further rounds of a review."""
    table = review_rounds
    columns = _columns(table, Round)
    query = select(*columns).where(table.c.review == review_id)
    found = session.execute(query.order_by(table.c.theme, table.c.number))
    return [Round(**row) for row in found.mappings()]


def add_ballot(session: Session, ballot: Ballot) -> bool:
    """Keep a vote; returns False where its person has voted in the round already."""
    statement = insert_into(session, ballots).values(_row(ballot))
    once = statement.on_conflict_do_nothing().returning(ballots.c.person)
    return session.scalar(once) is not None


def list_ballots(session: Session, review_id: str) -> list[Ballot]:
    """Return every vote of a review, as they were cast: whoever asks keeps them."""
    columns = _columns(ballots, Ballot)
    query = select(*columns).where(ballots.c.review == review_id)
    found = session.execute(query.order_by(ballots.c.cast_at, ballots.c.person))
    return [Ballot(**row) for row in found.mappings()]


def add_decision(session: Session, decision: Decision) -> bool:
    """Keep a decision; returns False where its version is there already."""
    statement = insert_into(session, review_decisions).values(_decision_row(decision))
    once = statement.on_conflict_do_nothing().returning(review_decisions.c.version)
    return session.scalar(once) is not None


def list_decisions(session: Session, review_id: str | None = None) -> list[Decision]:
    """Return every version of every decision, of a review or all, the first first."""
    table = review_decisions
    wanted = [] if review_id is None else [table.c.review == review_id]
    query = select(table.c.body).where(*wanted)
    in_order = query.order_by(table.c.decided_at, table.c.review, table.c.theme)
    bodies = session.scalars(in_order.order_by(table.c.version))
    return [from_body(body, Decision) for body in bodies]


def count_acts(session: Session, review_id: str) -> int:
    """Return how many changes, rounds, votes and decisions a review has had."""
    parts = [
        select(func.count()).select_from(table).where(table.c.review == review_id)
        for table in (review_rounds, ballots, review_decisions)
    ]
    version = select(reviews.c.version).where(reviews.c.id == review_id)
    counts = (session.scalar(query) for query in (version, *parts))
    return sum(count or 0 for count in counts)


def _columns(table: Table, kind: type) -> list[Column[Any]]:
    return [table.c[field.name] for field in fields(kind)]


def _row(value: Round | Ballot) -> dict[str, object]:
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _review_row(review: Review) -> dict[str, object]:
    names = ("id", "starts_on", "ends_on", "opened_at", "until", "closed_at", "version")
    row = {name: getattr(review, name) for name in names}
    return {**row, "body": to_body(review)}


def _decision_row(decision: Decision) -> dict[str, object]:
    names = ("review", "theme", "version", "decided_at", "decided_by")
    row = {name: getattr(decision, name) for name in names}
    return {**row, "body": to_body(decision)}
