"""A house in which a team can begin to write."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from tests.factories import a_note
from tests.journaling import an_entry
from tests.news import pieces, put_story
from tests.reviewing import DAY, a_review
from tests.writing_people import (
    BEGAN,
    NEWCOMER,
    SHARED,
    TODAY,
    TOGGLED,
    journal_of,
    name_of,
    person_of,
)
from themewatch.config import Settings
from themewatch.domain.person import Person
from themewatch.domain.theme import SLUGS
from themewatch.services.house import House, Session, open_house
from themewatch.services.log import log_records
from themewatch.services.reviews import open_review
from themewatch.storage import journals, people

PEOPLE, STORIES = 20, 400


@pytest.fixture
def house(engine, home) -> Iterator[House]:
    """Yield a house in which twenty people can begin to write."""
    engine.dispose()
    url = engine.url.render_as_string(hide_password=False)
    with closing(open_house(Settings(url, home), reference=False)) as house:
        with house.writing() as session:
            furnish(session)
        yield house


def furnish(session: Session) -> None:
    for number in range(PEOPLE):
        people.add_person(session, person_of(number))
        journal = journal_of(name_of(number))
        journals.add_journal(session, journal)
        entry = an_entry(journal, id=f"entry-{name_of(number)}", on=TODAY, version=1)
        journals.add_entry(session, replace(entry, written_at=BEGAN))
    people.add_person(session, Person(NEWCOMER, "New", "new@example.org", BEGAN))
    notes = [a_note(id=name, recorded_at=BEGAN) for name in (*SHARED, TOGGLED)]
    log_records(session, [replace(note, tested_on=BEGAN.date()) for note in notes])
    for number, piece in enumerate(pieces(STORIES)):
        put_story(session, f"s{number}", replace(piece, at=BEGAN))
    days = {
        "starts_on": BEGAN.date(),
        "ends_on": BEGAN.date(),
        "until": BEGAN + 30 * DAY,
    }
    review = a_review(themes=SLUGS, people=(), opened_at=BEGAN, **days)
    open_review(session, review, now=BEGAN)
