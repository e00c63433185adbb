"""A house of one's own, and the evidence that is put in it."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from tests.deciding import BY, CLAIMS, a_kite, seen
from tests.news import put_story
from themewatch.domain.record import Record
from themewatch.services.log import log_records
from themewatch.services.triage import accept
from themewatch.storage.engine import Session, writing


@pytest.fixture
def keep(one_engine: Engine) -> Callable[..., None]:
    """Return what logs records in a house without shipped ones."""

    def keep(*records: Record) -> None:
        with writing(one_engine) as session:
            log_records(session, records)

    return keep


@pytest.fixture
def story(session: Session) -> str:
    """Return a story that waits."""
    return put_story(session, "s1")


@pytest.fixture
def accepted(session: Session, story: str):
    """Return the decision that made a release of it."""
    assert story == "s1"
    return accept(session, seen(session), a_kite(), CLAIMS, BY)
