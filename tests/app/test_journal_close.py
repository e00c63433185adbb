"""Close a month on screen: asked unswayed, drafted from entries, then for good."""

from dataclasses import replace

import pytest

from tests.app.conftest import Browser, Clock
from tests.app.journal_in_app import named
from tests.app.visitor import Visitor
from tests.people import CONTRIBUTOR
from tests.whole_month import LAST, Month, live_a_month
from themewatch.domain.journal_report import Report
from themewatch.domain.view import Confidence
from themewatch.services.evidence import get_evidence
from themewatch.services.house import House
from themewatch.services.journal_closing import list_reports
from themewatch.services.journal_entries import write_entry
from themewatch.services.journals import change_journal, get_own_journal

ON_SCALE = ("Growing, lower third as the month began", "moved it", "likely range")
"""What only the estimate says."""


@pytest.fixture(autouse=True)
def _at_its_end(browser: Browser, clock: Clock) -> None:
    named(browser)
    clock.moment = LAST.now


@pytest.fixture
def month(house: House) -> Month:
    return live_a_month(house)


def opened(visitor: Visitor, month: Month) -> Visitor:
    visitor.open("journal", view="close", journal=month.journal.id)
    assert visitor.title == "Journal"
    return visitor


def answered(visitor: Visitor, month: Month) -> Visitor:
    opened(visitor, month).put("Which note convinced you?", "entry-4")
    visitor.put("Why?", "Five of *six*.")
    return visitor.press("Go on to the report")


def reports(house: House, month: Month) -> list[Report]:
    with house.reading() as db:
        return list(list_reports(db, month.journal))


def test_the_view_is_asked_before_any_estimate_is_on_the_page(
    visitor: Visitor, month: Month
) -> None:
    opened(visitor, month)
    assert "Where does it stand for you now" in visitor.text
    assert not visitor.app.get("plotly_chart")
    assert not [words for words in ON_SCALE if words in visitor.text]


def test_the_convincing_note_is_chosen_from_what_was_noted(
    visitor: Visitor, month: Month
) -> None:
    options = opened(visitor, month).field("Which note convinced you?").options
    assert options == [
        "2026-09-20: 1 of 5 usable on Vision 1",
        "2026-09-29: 2 of 5 usable on Vision 1",
        "2026-10-02: 5 of 6 usable on Long 2",
        "2026-10-05: 0 of 2 usable on Vision 2",
        "2026-10-10: a new model or version",
        "2026-10-16: 5 of 6 usable on Long 2 (42 s each)",
        "no single note",
    ]


def test_then_the_chart_stands_there_and_a_report_drafted_from_the_entries(
    visitor: Visitor, month: Month
) -> None:
    answered(visitor, month)
    assert "For you it stands at Growing, upper third." in visitor.text
    assert "Your 4 notes moved it" in visitor.text
    assert visitor.chart_alt.startswith("What tests show (●):")
    standing = visitor.field("Where it stands").value
    assert "[2026-10-02: 5 of 6 usable on Long 2](entry:entry-4)" in standing
    assert "Five of \\*six\\*." in standing


def test_closing_keeps_what_was_written_and_leads_to_the_report(
    visitor: Visitor, house: House, month: Month
) -> None:
    answered(visitor, month).put("Open questions", "- Two *people*?")
    visitor.put("What still fails", "").press("Close the month")
    [report] = reports(house, month)
    texts = {section.title: section.text for section in report.sections}
    assert texts["Open questions"] == "- Two *people*?"
    assert "What still fails" not in texts
    assert report.view.reason == "Five of *six*."
    assert (report.view.entry, report.view.view) == ("entry-4", None)
    assert visitor.app.query_params["view"] == "report"
    assert "Closed on 2026-10-19, version 1." in visitor.text


def test_a_view_counts_on_the_map_only_where_that_was_chosen(
    visitor: Visitor, house: House, month: Month
) -> None:
    opened(visitor, month).put("Count my view on the shared map", value=True)
    visitor.field("How sure are you?").set_value(Confidence.SURE)
    visitor.press("Go on to the report").press("Close the month")
    [report] = reports(house, month)
    with house.reading() as db:
        [view] = get_evidence(db).views
    assert view.id == report.view.view
    assert (view.person, view.confidence) == (CONTRIBUTOR, Confidence.SURE)


def test_an_answer_can_be_changed_and_the_draft_follows(
    visitor: Visitor, month: Month
) -> None:
    answered(visitor, month).press("Change my answer")
    assert not visitor.app.get("plotly_chart")
    assert visitor.field("Why?").value == "Five of *six*."
    visitor.put("Which note convinced you?", "entry-7").press("Go on to the report")
    assert "(entry:entry-7)." in visitor.field("Where it stands").value


def test_what_was_typed_is_there_on_another_visit(
    visitor: Visitor, month: Month
) -> None:
    answered(visitor, month).put("Open questions", "- Rain?").run()
    later = opened(Visitor(), month)
    assert later.field("Open questions").value == "- Rain?"
    assert "For you it stands at Growing, upper third." in later.text


def test_what_nobody_changed_follows_the_entries_and_what_was_changed_stays(
    visitor: Visitor, house: House, month: Month
) -> None:
    answered(visitor, month).put("Open questions", "- Rain?").run()
    entry = replace(month.entries[1], text="It rained.")
    with house.writing() as db:
        write_entry(db, month.journal, entry, (), LAST)
    visitor.run()
    assert "It rained" in visitor.field("Where it stands").value
    assert visitor.field("Open questions").value == "- Rain?"


def test_a_part_can_be_drafted_anew(visitor: Visitor, month: Month) -> None:
    answered(visitor, month)
    drafted = visitor.field("What moved it").value
    assert not visitor.has_button("Draft it anew")
    visitor.put("What moved it", "Mine.").run()
    visitor.press("Draft it anew")
    assert visitor.field("What moved it").value == drafted
    assert not visitor.has_button("Draft it anew")


def test_how_it_will_read_is_shown_with_its_links(
    visitor: Visitor, month: Month
) -> None:
    answered(visitor, month).put("Open questions", "**Rain** <b> [x](entry:gone)?")
    visitor.unfold(f"reads-{month.journal.id}")
    shown = [text for text in visitor.markdown if "**Rain**" in text]
    assert len(shown) == 1
    assert "\\<b\\>" in shown[0]
    assert "](journal" not in shown[0]
    linked = f"journal?view=month&journal={month.journal.id}&day=2026-10-02"
    assert any(linked in text for text in visitor.markdown)


def test_closed_in_another_window_it_says_so_and_keeps_what_was_typed(
    visitor: Visitor, house: House, month: Month
) -> None:
    answered(visitor, month).put("Open questions", "- Rain?").run()
    with house.writing() as db:
        journal = get_own_journal(db, month.journal.id, CONTRIBUTOR)
        change_journal(db, replace(journal, why="Else."), today=LAST.today)
    # The button still holds the journal of the run before.
    visitor.press("Close the month")
    assert "What it means for your work: now “Else.”, yours “" in visitor.problems[0]
    assert visitor.field("Open questions").value == "- Rain?"
    assert reports(house, month) == []


def test_ending_it_early_is_said_plainly(
    visitor: Visitor, month: Month, clock: Clock
) -> None:
    clock.moment = LAST.now.replace(day=9)
    opened(visitor, month)
    said = "The month lasts until 2026-10-19: closing now ends it early."
    assert said in visitor.text
