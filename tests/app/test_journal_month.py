"""Journal: its days, what is planned and skipped, how long it lasts, all of them."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.app.conftest import Browser, Clock
from tests.app.journal_in_app import (
    FIXED,
    THEME,
    TODAY,
    a_month,
    named,
    open_journal,
    the_journals,
)
from tests.app.journal_writing_in_app import COUNT, a_good_run, fill_run
from tests.app.visitor import Visitor
from tests.factories import NOW
from tests.people import REVIEWER
from themewatch.domain.journal import Journal, Moment
from themewatch.domain.journal_entry import Entry, EntryKind, Run
from themewatch.domain.theme import SLUGS
from themewatch.services.house import House
from themewatch.services.journal_entries import list_own_entries, write_entry
from themewatch.services.journals import begin_journal, change_journal, new_journal
from themewatch.ui import session

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _named(browser: Browser) -> None:
    named(browser)


@pytest.fixture
def month(house: House) -> Journal:
    """Return a journal that began eight days ago."""
    return a_month(house, started_on=TODAY - 8 * DAY)


def wrote(house: House, journal: Journal, **fields: Any) -> Entry:
    entry = Entry(
        **{
            "id": f"e{fields.get('on', TODAY)}",
            "journal": journal.id,
            "kind": EntryKind.CHECK_IN,
            "on": TODAY,
            "written_at": NOW,
            "text": "The coat turned blue.",
        }
        | fields
    )
    with house.writing() as db:
        return write_entry(db, journal, entry, (), Moment(NOW, TODAY))


def entries(journal: Journal) -> list[Entry]:
    with session.reading() as db:
        return list(list_own_entries(db, journal))


def calendar(visitor: Visitor) -> dict[str, str]:
    """Return what the calendar says of each day."""
    for component in visitor.app.get("bidi_component"):
        data = json.loads(component.proto.json or "{}")
        if "weeks" in data:
            days = [day for week in data["weeks"] for day in week if day]
            return {day["on"]: day["label"] for day in days}
    raise AssertionError("there is no calendar")


class TestTheMonth:
    def test_it_says_where_one_stands(self, visitor: Visitor, month: Journal) -> None:
        text = open_journal(visitor).text
        assert f"Day 9 of {month.days}" in text
        assert "Longer, coherent video" in text

    def test_every_day_says_what_it_holds(
        self, visitor: Visitor, house: House, month: Journal
    ) -> None:
        wrote(house, month)
        wrote(house, month, on=TODAY - DAY, kind=EntryKind.SKIPPED, text="Ill.")
        wrote(house, month, on=TODAY + DAY, kind=EntryKind.PLANNED, text="Again.")
        days = calendar(open_journal(visitor))
        assert len(days) == month.days
        assert days[str(TODAY)] == f"{TODAY}: noted"
        assert days[str(TODAY - DAY)] == f"{TODAY - DAY}: skipped"
        assert days[str(TODAY + DAY)] == f"{TODAY + DAY}: planned"
        assert days[str(TODAY - 2 * DAY)] == f"{TODAY - 2 * DAY}: empty"

    def test_without_a_before_it_reminds_once(
        self, visitor: Visitor, house: House, month: Journal
    ) -> None:
        assert open_journal(visitor).text.count("has no *before* yet") == 1
        run = Run(
            id="r",
            model="Any",
            on=TODAY,
            test=FIXED.id,
            is_before=True,
            tries=5,
            usable=1,
        )
        wrote(house, month, runs=(run,))
        assert "has no *before* yet" not in open_journal(visitor).text

    def test_the_before_keeps_what_is_typed_from_field_to_field(
        self, visitor: Visitor, month: Journal
    ) -> None:
        open_journal(visitor).press("Add the before")
        visitor.put("What I saw", "Blurred.").run().put("Tries", 5).run()
        visitor.put("of these usable", 1).run()
        fill_run(visitor, Model_or_tool="Homemade 7").press("Save")
        (entry,) = entries(month)
        (run,) = entry.runs
        assert (entry.text, run.model, run.tries, run.usable) == (
            *("Blurred.", "Homemade 7"),
            *(5, 1),
        )
        assert run.is_before

    def test_the_before_is_of_today_where_a_day_to_come_is_open(
        self, visitor: Visitor, month: Journal
    ) -> None:
        open_journal(visitor, day=str(TODAY + DAY)).press("Add the before")
        assert f"Today, {TODAY}" in visitor.text
        assert visitor.field("This is my *before*").value is True
        assert not entries(month)

    def test_what_was_begun_before_midnight_stays_until_it_is_saved(
        self, visitor: Visitor, month: Journal, clock: Clock
    ) -> None:
        open_journal(visitor).put("What I saw", "Late.").run()
        clock.moment += DAY
        assert visitor.run().field("What I saw").value == "Late."
        visitor.press("Save")
        assert [entry.on for entry in entries(month)] == [TODAY]
        open_journal(visitor)
        assert f"Today, {TODAY + DAY}" in visitor.text

    def test_this_week_asks_for_a_signal_of_the_theme(
        self, visitor: Visitor, month: Journal
    ) -> None:
        assert month.theme == THEME
        text = open_journal(visitor).text
        assert "This week:" in text
        assert "Nobody has tested this here yet." in text


class TestPlanningAndSkipping:
    def test_a_day_is_skipped_with_a_reason(
        self, visitor: Visitor, month: Journal
    ) -> None:
        open_journal(visitor, day=str(TODAY - DAY), kind="skip")
        visitor.put("Why was it skipped?", "On the train.").press("Save")
        (entry,) = entries(month)
        assert (entry.kind, entry.on) == (EntryKind.SKIPPED, TODAY - DAY)
        assert entry.text == "On the train."
        assert "Saved." in visitor.saved
        assert visitor.press("Undo").saved.startswith("Removed.")
        assert entries(month) == []

    def test_without_a_reason_it_is_refused(
        self, visitor: Visitor, month: Journal
    ) -> None:
        open_journal(visitor, day=str(TODAY - DAY), kind="skip").press("Save")
        assert visitor.problems == ["Say in a word why the day was skipped."]
        assert entries(month) == []

    def test_a_day_to_come_is_planned(self, visitor: Visitor, month: Journal) -> None:
        open_journal(visitor, day=str(TODAY + 3 * DAY))
        visitor.put("What do you mean to test?", "The new release.").press("Save")
        (entry,) = entries(month)
        assert (entry.kind, entry.on) == (EntryKind.PLANNED, TODAY + 3 * DAY)


class TestSettings:
    def test_a_month_is_extended(self, visitor: Visitor, month: Journal) -> None:
        open_journal(visitor).unfold("journal_settings")
        later = month.ends_on + 7 * DAY
        visitor.put("It ends on", later)
        visitor.app.button(key="save_settings").click()
        visitor.run()
        assert the_journals()[0].ends_on == later

    def test_another_window_s_change_is_told_and_not_overwritten(
        self, visitor: Visitor, house: House, month: Journal
    ) -> None:
        open_journal(visitor).unfold("journal_settings")
        with house.writing() as db:
            change_journal(db, replace(month, why="Theirs."), today=TODAY)
        visitor.put("What does it mean for your work?", "Mine.")
        visitor.app.button(key="save_settings").click()
        visitor.run()
        assert the_journals()[0].why == "Theirs."
        assert visitor.problems == [
            "This journal was changed in another window meanwhile. What it means "
            "for your work: now “Theirs.”, yours “Mine.”. What you typed is kept here. "
            "Open it anew to go on from that."
        ]
        assert visitor.field("What does it mean for your work?").value == "Mine."
        visitor.press("Show what it says now")
        assert visitor.field("What does it mean for your work?").value == "Theirs."


def test_nothing_is_said_of_the_map_where_one_s_view_of_it_is_asked(
    visitor: Visitor, month: Journal
) -> None:
    open_journal(visitor, kind="check-in", day=str(TODAY))
    a_good_run(visitor).put(COUNT, True).press("Save")
    assert "● moved" in visitor.text
    open_journal(visitor, view="close", journal=month.id)
    assert "Where does it stand for you now" in visitor.text
    assert "moved" not in visitor.text


class TestTheStrip:
    def test_it_stands_on_every_page(self, visitor: Visitor, month: Journal) -> None:
        for page in ("map", "theme", "log", "releases", "inbox"):
            text = visitor.open(page).text
            assert f"Day 9 of {month.days} · Longer, coherent video" in text
            assert "0 tests this week" in text

    def test_whoever_keeps_no_journal_sees_none(
        self, visitor: Visitor, month: Journal, browser: Browser
    ) -> None:
        named(browser, REVIEWER)
        assert month.theme
        assert "of the month" not in visitor.open("map").text
        assert "Day 9 of" not in visitor.text

    def test_after_the_last_day_it_offers_to_close(
        self, visitor: Visitor, house: House
    ) -> None:
        a_month(house, started_on=TODAY - 60 * DAY)
        visitor.open("map")
        assert "the month is over" in visitor.text
        assert any("view=close" in link for link in visitor.links("Close the month"))


class TestSeveral:
    def test_one_is_current_and_another_can_be(
        self, visitor: Visitor, house: House, month: Journal
    ) -> None:
        other = new_journal(
            person=month.person, theme=SLUGS[0], started_on=TODAY, now=NOW
        )
        with house.writing() as db:
            begin_journal(db, other, today=TODAY)
        assert "Day 1 of" in visitor.open("map").text
        open_journal(visitor, view="list").press("Remind me of this one")
        assert "Day 9 of" in visitor.open("map").text
