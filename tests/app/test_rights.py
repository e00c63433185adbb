"""Every page × role: opened, or refused with a sentence that is kept."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

import pytest

from tests.app.rights_in_app import furnished_house as furnished_house
from tests.app.rights_in_app import is_bare as is_bare
from tests.app.rights_in_app import refusals, tables
from tests.app.signed_in import SignedIn
from tests.app.visitor import Visitor
from tests.people import NAMES
from themewatch.domain.person import Role
from themewatch.services.house import House
from themewatch.storage import people
from themewatch.ui.pages import PAGES


@pytest.mark.usefixtures("furnished_house")
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.script)
def test_a_page_opens_for_the_role_it_needs_and_is_refused_below(
    house: House, signed_in: SignedIn, entry: Any, role: Role
) -> None:
    visitor = signed_in(role).open(entry.script, **place_of(entry.script))
    if role.holds(entry.role):
        assert not [said for said in visitor.problems if "ask an admin" in said]
        assert refusals(house) == []
        return
    assert visitor.title == entry.title
    assert visitor.problems == [
        f"This needs the role of {entry.role}, and yours is {role}: "
        "ask an admin for it."
    ]
    assert not visitor.app.main.button
    assert (NAMES[role], f"page {entry.script}") in refusals(house)


def place_of(page: str) -> Mapping[str, str]:
    """Return what a page is asked for where it speaks of one thing."""
    return {"release": {"release": "1"}, "record": {"id": "4"}}.get(page, {})


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.script)
def test_nobody_and_who_waits_for_a_role_open_no_page(
    signed_in: SignedIn, entry: Any
) -> None:
    waiting = signed_in(None).open(entry.script)
    nobody = Visitor().open(entry.script)
    for visitor in (waiting, nobody):
        assert entry.title not in visitor.title
        assert not visitor.app.get("page_link")
        assert not visitor.app.get("plotly_chart")


@pytest.mark.usefixtures("furnished_house")
def test_pages_one_may_not_open_are_not_listed(signed_in: SignedIn) -> None:
    for role in Role:
        visitor = signed_in(role).open("next")
        linked = {link.proto.page for link in visitor.app.get("page_link")}
        needs = {entry.script: entry.role for entry in PAGES}
        assert all(role.holds(needs[page]) for page in linked if page in needs)


@pytest.mark.parametrize(
    ("role", "place", "act"),
    [
        (Role.CONTRIBUTOR, "record?id=by-contributor", ("Take it back", "take back")),
        (Role.ADMIN, "feeds?", ("Refresh all now", "refresh")),
        (Role.CONTRIBUTOR, "log?log=view", ("Save", "log record")),
    ],
    ids=["record", "feeds", "log"],
)
@pytest.mark.usefixtures("furnished_house")
def test_what_is_pressed_after_a_role_was_lowered_is_refused_and_kept(
    house: House, signed_in: SignedIn, role: Role, place: str, act: tuple[str, str]
) -> None:
    page, _mark, query = place.partition("?")
    button, tried = act
    visitor = signed_in(role).open(page, **dict(parse_qsl(query)))
    before = tables(house)
    lower(house, NAMES[role])
    visitor.press(button)
    assert tables(house) == before
    assert (NAMES[role], tried) in refusals(house)
    assert not visitor.has_button(button)


def lower(house: House, name: str) -> None:
    """Make a viewer of somebody, as an admin does elsewhere."""
    with house.writing() as db:
        person = people.find_by_name(db, name)
        assert person is not None
        assert people.change_person(db, replace(person, role=Role.VIEWER))
