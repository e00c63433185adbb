"""What was done, voted and published is added, and the database holds it so."""

from datetime import date

import pytest
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.exc import ProgrammingError

from tests.factories import NOW
from themewatch.domain.activity import Act
from themewatch.domain.view import Confidence
from themewatch.errors import ConflictError
from themewatch.storage.activity import add_activity
from themewatch.storage.engine import writing
from themewatch.storage.team_tables import activity, ballots, editions, reviews

REVIEW = {
    "id": "review-1",
    "starts_on": date(2026, 9, 1),
    "ends_on": date(2026, 9, 30),
    "opened_at": NOW,
    "until": NOW,
    "version": 1,
    "body": "{}",
}
VOTE = {
    "review": "review-1",
    "theme": "consistency",
    "number": 1,
    "person": "Ann",
    "position": 1.5,
    "confidence": Confidence.FAIR,
    "reason": "",
    "cast_at": NOW,
}
EDITION = {
    "number": 1,
    "title": "September",
    "as_of": date(2026, 9, 30),
    "published_at": NOW,
    "published_by": "Ann",
    "evidence_version": 1,
    "body": "{}",
    "ground": "{}",
}
NAMED = {activity: "person", ballots: "person", editions: "published_by"}
REFUSED = (ConflictError, ProgrammingError)
NO = "is never changed|stands in the way"
TABLES = [pytest.param(table, id=table.name) for table in NAMED]


@pytest.fixture
def kept(engine):
    return keep_a_row_each(engine)


def keep_a_row_each(engine):
    with writing(engine) as session:
        add_activity(session, Act.VOTED, NOW)
        session.execute(insert(reviews).values(REVIEW))
        session.execute(insert(ballots).values(VOTE))
        session.execute(insert(editions).values(EDITION))
    return engine


@pytest.mark.parametrize("table", TABLES)
def test_a_row_is_neither_changed_nor_removed(kept, table):
    column = table.c[NAMED[table]]
    before = rows(kept, table)
    for change in (update(table).values({column: "Eve"}), delete(table)):
        with pytest.raises(REFUSED, match=NO), writing(kept) as session:
            session.execute(change)
    assert rows(kept, table) == before != []


@pytest.mark.parametrize("table", TABLES)
def test_postgresql_does_not_empty_them_either(postgres_engine, table):
    keep_a_row_each(postgres_engine)
    with pytest.raises(ProgrammingError, match=NO), writing(postgres_engine) as session:
        session.execute(text(f"TRUNCATE {table.name}"))
    assert len(rows(postgres_engine, table)) == 1


def test_more_may_be_added(kept):
    with writing(kept) as session:
        add_activity(session, Act.PUBLISHED, NOW)
        count = session.scalar(select(func.count()).select_from(activity))
    assert count == 2


def rows(engine, table):
    with writing(engine) as session:
        return session.execute(select(table)).all()
