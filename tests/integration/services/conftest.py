"""A house of one's own, and the evidence that is put in it."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from themewatch.domain.record import Record
from themewatch.services.log import log_records
from themewatch.storage.engine import writing


@pytest.fixture
def keep(sqlite_engine: Engine) -> Callable[..., None]:
    """Return what logs records in a house without shipped ones."""

    def keep(*records: Record) -> None:
        with writing(sqlite_engine) as session:
            log_records(session, records)

    return keep
