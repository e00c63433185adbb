"""A house with everything in it, and what one is offered there."""

from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import select
from streamlit.elements.lib.utils import user_key_from_element_id

from tests.app.conftest import Keep
from tests.app.everything import everything, put_news
from tests.app.review_in_app import open_elsewhere
from tests.app.visitor import Visitor
from tests.factories import NOW, a_note
from tests.journaling import TODAY, a_journal
from tests.people import NAMES, REVIEWER
from themewatch.domain.activity import Act, Sought
from themewatch.services.editions import Wish, publish
from themewatch.services.house import House
from themewatch.services.journals import begin_journal
from themewatch.services.log import take_back
from themewatch.storage.activity import list_activity
from themewatch.storage.tables import metadata

NOT_EVIDENCE = {"activity", "people", "ended_sign_ins"}
"""What changes because somebody comes, leaves or is refused."""


@pytest.fixture
def is_bare() -> bool:
    return True


@pytest.fixture
def furnished_house(house: House, keep: Keep) -> House:
    """Return a house with evidence and news of every kind, and somebody's journal."""
    own = (a_note(id=f"by-{role}", person=name) for role, name in NAMES.items())
    keep(*everything(), *own)
    put_news(house)
    with house.writing() as db:
        take_back(db, "by-reviewer", by=REVIEWER, now=NOW)
        begin_journal(db, a_journal(person=REVIEWER), today=TODAY)
        for title in ("Summer", "Autumn"):
            publish(db, Wish(title, TODAY, REVIEWER), now=NOW)
    open_elsewhere(house)
    return house


def offered(visitor: Visitor) -> set[str]:
    """Return the labels of all that can be pressed, followed or opened on a page."""
    blocks = [*visitor.app.main.expander, *visitor.dialogs.expander]
    links = [link.proto.label for link in visitor.app.main.get("page_link")]
    return {
        *(button.label for button in visitor.app.main.button),
        *(block.label for block in blocks),
        *(header.value for header in visitor.app.main.subheader),
        *(label.replace("\\\\", "") for label in links),
    }


def tables(house: House) -> Mapping[str, list[Any]]:
    """Return all that stands in the database but who came and what was done."""
    with house.reading() as db:
        return {
            table.name: sorted(map(repr, db.execute(select(table))))
            for table in metadata.sorted_tables
            if table.name not in NOT_EVIDENCE
        }


def unfolded(visitor: Visitor) -> Visitor:
    """Open whatever is folded up, as far as it draws its inside only then."""
    for block in visitor.app.main.expander:
        if key := user_key_from_element_id(block.proto.id):
            visitor.app.session_state[key] = True
    return visitor.run()


def refusals(house: House) -> list[tuple[str, str]]:
    with house.reading() as db:
        lines = list_activity(db, Sought(acts=(Act.REFUSED,)), limit=1000)
    return [(line.person, line.subject.about) for line in lines]
