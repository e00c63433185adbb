"""Every page × role: opened or refused; and what one may not do is not offered."""

from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import select
from streamlit.elements.lib.utils import user_key_from_element_id

from tests.app.conftest import Keep
from tests.app.everything import everything, put_news
from tests.app.signed_in import SignedIn
from tests.app.visitor import Visitor
from tests.factories import NOW, a_claim, a_note, a_release
from tests.journaling import TODAY, a_journal
from tests.people import NAMES, REVIEWER
from themewatch.domain.activity import Act, Sought
from themewatch.domain.person import Role
from themewatch.services.house import House
from themewatch.services.journals import begin_journal
from themewatch.services.log import take_back
from themewatch.storage.activity import list_activity
from themewatch.storage.tables import metadata
from themewatch.ui.pages import PAGES

THEME = "longer-video"
NOT_EVIDENCE = {"activity", "people", "ended_sign_ins"}
"""What changes because somebody comes, leaves or is refused."""
PLACES: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("map", {}),
    *(("theme", {"theme": THEME, "show": part}) for part in ("watch", "tools")),
    *(("theme", {"theme": THEME, "show": part}) for part in ("tests", "views")),
    ("theme", {"theme": THEME, "show": "claims"}),
    ("claims", {}),
    ("claims", {"find": "nothing is called this"}),
    ("claims", {"view": "vendors"}),
    ("next", {}),
    ("releases", {}),
    ("releases", {"search": "nothing is called this"}),
    ("ahead", {}),
    ("ahead", {"view": "forecasts"}),
    ("release", {"release": "1"}),
    *(("record", {"id": name}) for name in ("1", "3", "4", "5", "6")),
    *(("record", {"id": name}) for name in ("201", "204", "211", "212", "gone")),
    ("record", {"id": "by-reviewer"}),
)
"""Where there is to see what a viewer may: each page in each of its states."""
WRITES = {
    *("Log a test", "Log a test of it", "Test it", "Log my view", "Log a release"),
    *("Log it", "Add a claim", "Save the claim", "Add a checkpoint", "Add it"),
    *("Overrule", "Take it back", "Put it back", "Correct it", "Save the correction"),
    *("Correct or take back", "Say what came of it", "And you?", "Keep my forecast"),
}
"""What leads to writing: a reviewer who keeps a journal sees it all, a viewer none."""
CHANGES_FEEDS = {
    *("Add", "Import it", "Refresh now", "Refresh all now", "Pause", "Resume"),
    *("Remove", "Undo the move", "Follow this one"),
}


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


@pytest.mark.usefixtures("furnished_house")
@pytest.mark.parametrize(("page", "query"), PLACES, ids=str)
def test_a_viewer_is_offered_nothing_that_writes(
    signed_in: SignedIn, page: str, query: Mapping[str, str]
) -> None:
    visitor = unfolded(signed_in(Role.VIEWER).open(page, **query))
    assert not visitor.problems
    assert offered(visitor) & WRITES == set()
    assert not list(visitor.app.main.text_area)
    assert not list(visitor.app.main.get("file_uploader"))


@pytest.mark.parametrize(("page", "query"), PLACES, ids=str)
def test_whatever_a_viewer_presses_nothing_is_written(
    furnished_house: House, signed_in: SignedIn, page: str, query: Mapping[str, str]
) -> None:
    before = tables(furnished_house)
    visitor = unfolded(signed_in(Role.VIEWER).open(page, **query))
    keys = [button.key for button in visitor.app.main.button]
    for key in keys:
        again = unfolded(signed_in(Role.VIEWER).open(page, **query))
        next(b for b in again.app.main.button if b.key == key).click()
        again.run()
        assert tables(furnished_house) == before, key
    assert tables(furnished_house) == before
    assert refusals(furnished_house) == []


@pytest.mark.usefixtures("furnished_house")
def test_who_may_do_all_of_it_is_offered_all_of_it(signed_in: SignedIn) -> None:
    found: set[str] = set()
    for page, query in PLACES:
        found |= offered(unfolded(signed_in(Role.REVIEWER).open(page, **query)))
    assert WRITES - found == set()


@pytest.mark.usefixtures("furnished_house")
def test_what_bears_anothers_name_a_reviewer_and_its_own_person_change(
    signed_in: SignedIn,
) -> None:
    changes = {"Take it back", "Correct it", "Put it back", "Say what came of it"}
    own, others = f"by-{Role.CONTRIBUTOR}", ("4", "5", "6", "201", "by-reviewer")
    contributor = signed_in(Role.CONTRIBUTOR).open("record", id=own)
    assert offered(contributor) & changes == {"Take it back", "Correct it"}
    for record in others:
        contributor = signed_in(Role.CONTRIBUTOR).open("record", id=record)
        assert offered(contributor) & changes == set()
        assert "they or a reviewer may change it" in contributor.text
        assert offered(signed_in(Role.REVIEWER).open("record", id=record)) & changes


@pytest.mark.usefixtures("furnished_house")
def test_feeds_are_read_by_who_logs_and_changed_by_an_admin(
    signed_in: SignedIn,
) -> None:
    for role in (Role.CONTRIBUTOR, Role.REVIEWER):
        visitor = signed_in(role).open("feeds")
        assert "https://1.example/" in visitor.text
        assert offered(visitor) & CHANGES_FEEDS == set()
        assert not list(visitor.app.main.text_input)
    assert CHANGES_FEEDS - offered(signed_in(Role.ADMIN).open("feeds")) == set()


@pytest.mark.parametrize("page", ["feeds", "inbox"])
def test_where_there_are_no_sources_an_admin_alone_is_offered_some(
    signed_in: SignedIn, page: str
) -> None:
    visitor = signed_in(Role.CONTRIBUTOR).open(page)
    assert "An admin chooses where news comes from." in visitor.text
    assert not [label for label in offered(visitor) if "source" in label]
    assert [
        label
        for label in offered(signed_in(Role.ADMIN).open(page))
        if label.startswith("Follow ")
    ]


@pytest.mark.usefixtures("furnished_house")
def test_who_decided_on_a_story_and_reviewers_undo_it(signed_in: SignedIn) -> None:
    contributor = signed_in(Role.CONTRIBUTOR).open("inbox", view="decided")
    assert "Undo" not in offered(contributor)
    assert "Undo" in offered(signed_in(Role.REVIEWER).open("inbox", view="decided"))


def test_before_the_first_test_a_viewer_is_told_of_it_and_asked_for_none(
    keep: Keep, signed_in: SignedIn
) -> None:
    keep(a_release(id="1"), a_claim(id="3", release="1"))
    viewer = signed_in(Role.VIEWER).open("map")
    assert "Nobody here has tested it." in viewer.text
    assert offered(viewer) & {"Log a test", "Close"} == set()
    assert {"Log a test", "Close"} <= offered(signed_in(Role.CONTRIBUTOR).open("map"))


def place_of(page: str) -> Mapping[str, str]:
    """Return what a page is asked for where it speaks of one thing."""
    return {"release": {"release": "1"}, "record": {"id": "4"}}.get(page, {})
