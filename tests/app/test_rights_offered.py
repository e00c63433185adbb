"""What one may not do is not offered; what one is offered may be done."""

from collections.abc import Mapping

import pytest

from tests import reviewing
from tests.app.conftest import Keep
from tests.app.rights_in_app import furnished_house as furnished_house
from tests.app.rights_in_app import is_bare as is_bare
from tests.app.rights_in_app import offered, refusals, tables, unfolded
from tests.app.signed_in import SignedIn
from tests.factories import a_claim, a_release
from themewatch.domain.person import Role
from themewatch.services.house import House

THEME = "longer-video"
REVIEWED = (reviewing.THEME, reviewing.OTHER)
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
    ("history", {}),
    ("editions", {}),
    ("editions", {"edition": "1"}),
    ("editions", {"edition": "2", "with": "1"}),
    ("review", {}),
    ("review", {"view": "open"}),
    ("review", {"review": "review-1"}),
    ("review", {"review": "review-1", "view": "change"}),
    *(("review", {"review": "review-1", "theme": theme}) for theme in REVIEWED),
    *(("review", {"review": "review-1", "meet": theme}) for theme in REVIEWED),
)
"""Where there is to see what a viewer may: each page in each of its states."""
WRITES = {
    *("Log a test", "Log a test of it", "Test it", "Log my view", "Log a release"),
    *("Log it", "Add a claim", "Save the claim", "Add a checkpoint", "Add it"),
    *("Overrule", "Take it back", "Put it back", "Correct it", "Save the correction"),
    *("Correct or take back", "Say what came of it", "And you?", "Keep my forecast"),
    *("Open a review", "Change it", "Close it for good", "Vote", "Publish edition 3"),
}
"""What leads to writing: a reviewer who keeps a journal sees it all, a viewer none."""
CHANGES_FEEDS = {
    *("Add", "Import it", "Refresh now", "Refresh all now", "Pause", "Resume"),
    *("Remove", "Undo the move", "Follow this one"),
}


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
    keys = [b.key for b in visitor.app.main.button if not b.disabled]
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


@pytest.mark.usefixtures("furnished_house")
def test_what_others_took_back_a_reviewer_puts_back_from_the_history(
    signed_in: SignedIn,
) -> None:
    assert "Put it back" not in offered(signed_in(Role.VIEWER).open("history"))
    assert "Put it back" not in offered(signed_in(Role.CONTRIBUTOR).open("history"))
    assert "Put it back" in offered(signed_in(Role.REVIEWER).open("history"))
