"""A closed month on screen: its report as it was closed, and taking it out."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest

from tests.app.conftest import Browser, Clock
from tests.app.journal_in_app import named, the_journals
from tests.app.visitor import Visitor
from tests.homes import settings_of
from tests.journaling import a_journal
from tests.people import CONTRIBUTOR, REVIEWER
from tests.whole_month import END, LAST, Month, close_the_month, live_a_month
from themewatch.domain.journal import Journal, Moment
from themewatch.services import journal_pdf
from themewatch.services.house import House, open_house
from themewatch.services.journal_paper import get_paper
from themewatch.services.journal_zip import export_journal
from themewatch.services.journals import begin_journal, get_own_journal
from themewatch.services.log import take_back

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _at_its_end(browser: Browser, clock: Clock) -> None:
    named(browser)
    clock.moment = LAST.now


@pytest.fixture
def month(house: House) -> Month:
    return live_a_month(house)


@pytest.fixture
def closed(house: House, month: Month) -> Month:
    close_the_month(house, month)
    return month


def opened(visitor: Visitor, month: Month, view: str = "report") -> Visitor:
    visitor.open("journal", view=view, journal=month.journal.id)
    assert visitor.title == "Journal"
    return visitor


def journal_of(house: House, month: Month) -> Journal:
    with house.reading() as db:
        return get_own_journal(db, month.journal.id, CONTRIBUTOR)


def test_it_stands_as_it_was_closed_with_its_chart(
    visitor: Visitor, closed: Month
) -> None:
    opened(visitor, closed)
    assert "Closed on 2026-10-19, version 1." in visitor.text
    assert "The fixed tests, before and after" in visitor.text
    assert "Improvements: One evening less a scene (2026-10-10)." in visitor.chart_alt


def test_its_sentences_lead_to_the_days_of_their_entries(
    visitor: Visitor, closed: Month
) -> None:
    opened(visitor, closed)
    place = f"journal?view=month&journal={closed.journal.id}&day=2026-10-02"
    assert any(f"]({place})" in text for text in visitor.markdown)


def test_a_mark_that_is_clicked_opens_its_entry_or_page(
    visitor: Visitor, closed: Month
) -> None:
    opened(visitor, closed)
    points = [{"x": "2026-10-02"}, {"x": "2026-09-28"}]
    visitor.app.session_state["month_chart_1"] = {"selection": {"points": points}}
    visitor.run()
    assert visitor.links("Releases: Long 2") == ["release?release=acme-long-2"]
    assert visitor.links("Others' tests: Vision 1") == ["record?id=other"]
    [button] = [b for b in visitor.app.button if "Long 2 5/6" in b.label]
    button.click()
    visitor.run()
    assert visitor.app.query_params["day"] == "2026-10-02"
    assert "Long 2 holds her face." in visitor.text


def test_evidence_taken_back_since_is_said_and_changes_nothing(
    visitor: Visitor, house: House, closed: Month
) -> None:
    before = opened(visitor, closed).text
    with house.writing() as db:
        take_back(db, "other", by=REVIEWER, now=LAST.now)
    after = opened(Visitor(), closed)
    said = "1 test or view it stands on was taken back since."
    assert said in after.text
    shown = [line for line in after.text.splitlines() if said not in line]
    assert shown == before.splitlines()


def test_opened_again_and_closed_anew_both_versions_can_be_read(
    visitor: Visitor, house: House, closed: Month
) -> None:
    opened(visitor, closed).press("Open it again")
    assert not journal_of(house, closed).is_closed
    later = Moment(LAST.now + DAY, END + DAY)
    reopened = replace(closed, journal=journal_of(house, closed))
    close_the_month(house, reopened, at=later)
    opened(visitor, closed)
    assert "Closed on 2026-10-20, version 2." in visitor.text
    visitor.put("Closed versions", 1).run()
    assert "Closed on 2026-10-19, version 1." in visitor.text


def test_one_that_was_never_closed_has_no_report_yet(
    visitor: Visitor, month: Month
) -> None:
    assert "it has no report yet" in opened(visitor, month).text


def files(visitor: Visitor) -> list[str]:
    return [button.label for button in visitor.app.get("download_button")]


def test_it_is_taken_out_in_every_way(visitor: Visitor, closed: Month) -> None:
    opened(visitor, closed, "out")
    assert files(visitor) == [
        "One web page (HTML)",
        "On paper (PDF)",
        "Text (Markdown)",
        "The chart (SVG)",
        "Everything, to bring in elsewhere (zip)",
    ]
    assert "Copy as picture" in visitor.text


def test_without_typst_one_sentence_stands_for_the_pdf(
    visitor: Visitor, closed: Month, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_pdf, "find_spec", lambda _name: None)
    opened(visitor, closed, "out")
    assert "On paper (PDF)" not in files(visitor)
    said = "PDF needs one package more: pip install 'themewatch[pdf]'."
    assert said in visitor.text


def test_an_open_month_can_be_taken_out_too(visitor: Visitor, month: Month) -> None:
    opened(visitor, month, "out")
    assert len(files(visitor)) == 5
    assert "As of 2026-10-19." in visitor.text


def test_the_chart_of_an_open_month_says_what_ones_notes_moved(
    visitor: Visitor, month: Month
) -> None:
    opened(visitor, month, "chart")
    assert "Your 4 notes moved it" in visitor.text
    assert visitor.chart_alt.startswith("What tests show (●):")


def test_a_closed_journal_is_not_closed_again_from_its_address(
    visitor: Visitor, closed: Month
) -> None:
    opened(visitor, closed, "close")
    assert "This journal is closed." in visitor.text
    visitor.press("Read its report")
    assert "Closed on 2026-10-19" in visitor.text


def test_nobody_else_reads_a_report(
    visitor: Visitor, closed: Month, browser: Browser
) -> None:
    named(browser, REVIEWER)
    opened(visitor, closed)
    assert "There is no such journal of yours" in visitor.warnings[0]
    assert "Closed on" not in visitor.text


def test_months_are_compared_once_two_are_closed(
    visitor: Visitor, house: House, closed: Month
) -> None:
    opened(visitor, closed, "compare")
    assert "Once two of your months are closed" in visitor.text
    second = another_month(house)
    close_the_month(house, second)
    opened(visitor, closed, "compare")
    assert "Where it stood for me" in visitor.text
    assert "1 × a new model or version" in visitor.text
    buttons = [b.key for b in visitor.app.button if str(b.key).startswith("go_on_")]
    assert buttons == [f"go_on_{m.journal.id}" for m in (closed, second)]


def another_month(house: House) -> Month:
    """Return an empty month of the same person and theme, of the same days."""
    journal = a_journal()
    with house.writing() as db:
        begin_journal(db, journal, today=END)
    return Month(journal, ())


def test_a_journal_is_brought_in_where_there_is_none_yet(
    visitor: Visitor, house: House, tmp_path: Path
) -> None:
    content = made_elsewhere(tmp_path)
    visitor.open("journal").unfold("bring_in")
    handed_in(visitor, content).press("Bring it in")
    assert "Brought in with 8 entries." in visitor.text
    said = "4 results counted on a shared map whose notes are not here"
    assert said in visitor.text
    visitor.press("Open it")
    assert "Closed on 2026-10-19, version 1." in visitor.text
    [journal] = the_journals()
    assert journal_of(house, Month(journal, ())).is_closed


def test_a_zip_that_is_none_is_refused_with_a_sentence(visitor: Visitor) -> None:
    visitor.open("journal").unfold("bring_in")
    handed_in(visitor, b"PK no").press("Bring it in")
    assert visitor.problems == [
        "The file is no journal's zip: choose one as it was downloaded."
    ]
    assert the_journals() == []


def handed_in(visitor: Visitor, content: bytes) -> Visitor:
    upload = next(n for n in visitor.app.main if n.type == "file_uploader")
    upload.set_value(("month.zip", content, "application/zip"))
    return visitor.run()


def made_elsewhere(folder: Path) -> bytes:
    """Return the zip of a closed month of another database."""
    house = open_house(settings_of(folder), reference=False)
    month = live_a_month(house)
    close_the_month(house, month)
    content = zipped(house, month)
    house.close()
    return content


def zipped(house: House, month: Month) -> bytes:
    out = BytesIO()
    with house.reading() as db:
        journal = get_own_journal(db, month.journal.id, CONTRIBUTOR)
        paper = get_paper(db, house.home, journal, today=END)
        export_journal(db, house.home, paper, out)
    return out.getvalue()
