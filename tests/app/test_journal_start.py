"""Journal: from what costs most retries to a theme, and to what is tested."""

from datetime import date, timedelta

import pytest

from tests.app.conftest import Browser, Keep
from tests.app.journal_in_app import (
    FIXED,
    THEME,
    TODAY,
    a_month,
    named,
    open_journal,
    the_journals,
)
from tests.app.visitor import Visitor
from tests.factories import a_claim, a_note, a_release
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.journal import month_from
from themewatch.domain.theme import SLUGS
from themewatch.services.house import House
from themewatch.services.protocols import protocols
from themewatch.services.reference import catalogue
from themewatch.ui.journal_start import RETRIES


@pytest.fixture(autouse=True)
def _named(browser: Browser) -> None:
    named(browser)


def start(visitor: Visitor, theme: str = THEME) -> Visitor:
    return open_journal(visitor, view="start", theme=theme)


def filled(visitor: Visitor) -> Visitor:
    """Return a visitor with a fixed test typed, and the month not yet begun."""
    start(visitor).put("Title", FIXED.title).put("Prompt", FIXED.prompt)
    return visitor.put("What counts as usable?", FIXED.usable)


class TestChoosingATheme:
    def test_seven_plain_answers_lead_to_seven_themes(self, visitor: Visitor) -> None:
        text = open_journal(visitor).text
        assert "What costs you most retries?" in text
        for slug in SLUGS:
            assert RETRIES[slug] in text
            assert catalogue().theme(slug).name in text

    def test_each_says_what_there_is_to_do(self, visitor: Visitor, keep: Keep) -> None:
        keep(a_release(), a_claim(theme=THEME, signal=None))
        keep(a_note(person=CONTRIBUTOR, theme="multimodality"))
        text = open_journal(visitor).text
        assert "claims to check, 1 of your tools" in text

    def test_an_answer_leads_to_its_theme_and_back(self, visitor: Visitor) -> None:
        open_journal(visitor).app.button(key=f"follow_{THEME}").click()
        visitor.run()
        assert "A month with Longer, coherent video" in visitor.text
        visitor.press("Choose another theme")
        assert "What costs you most retries?" in visitor.text

    def test_without_a_name_it_is_asked_for_first(
        self, visitor: Visitor, browser: Browser
    ) -> None:
        named(browser, "")
        text = open_journal(visitor).text
        assert "Say whose it is." in text
        assert "What costs you most retries?" not in text


class TestBeginning:
    def test_a_month_begins_today_with_its_fixed_test(self, visitor: Visitor) -> None:
        filled(visitor).put("What does it mean for your work?", "Trailers.")
        visitor.press("Begin the month")
        (journal,) = the_journals()
        assert (journal.theme, journal.person) == (THEME, CONTRIBUTOR)
        assert (journal.started_on, journal.ends_on) == (TODAY, month_from(TODAY))
        assert journal.why == "Trailers."
        (test,) = journal.tests
        assert (test.title, test.usable) == (FIXED.title, FIXED.usable)

    def test_it_may_have_begun_on_a_past_day(self, visitor: Visitor) -> None:
        filled(visitor).put("It begins on", date(2026, 9, 20)).run()
        assert "to 2026-10-19; a missed day costs nothing" in visitor.text
        visitor.press("Begin the month")
        assert the_journals()[0].started_on == date(2026, 9, 20)

    def test_a_ready_test_fills_the_fields_in(self, visitor: Visitor) -> None:
        start(visitor).put("What is watched", FIXED.signal)
        visitor.press("Take the ready test")
        ready = protocols().for_claim(THEME, FIXED.signal)
        assert visitor.field("Title").value == ready.title
        assert visitor.field("What counts as usable?").value == ready.usable
        visitor.press("Begin the month")
        (test,) = the_journals()[0].tests
        assert test.signal == FIXED.signal
        assert all(step in test.prompt for step in ready.steps)

    def test_a_test_half_typed_is_refused_and_kept(self, visitor: Visitor) -> None:
        start(visitor).put("Title", "Only a title").press("Begin the month")
        assert visitor.problems == [
            "Fixed test 1: prompt is missing.",
            "Fixed test 1: what counts as usable is missing.",
        ]
        assert the_journals() == []
        assert visitor.field("Title").value == "Only a title"

    def test_a_month_without_a_fixed_test_may_begin(self, visitor: Visitor) -> None:
        start(visitor).press("Begin the month")
        assert the_journals()[0].tests == ()


class TestContinuing:
    def test_questions_and_fixed_tests_are_carried_over(
        self, visitor: Visitor, house: House
    ) -> None:
        before = a_month(
            house,
            started_on=TODAY - timedelta(days=40),
            questions="Does it hold for a minute?",
        )
        open_journal(visitor, view="start", journal=before.id)
        assert visitor.field("Title").value == FIXED.title
        visitor.press("Begin the month")
        journal = the_journals()[0]
        assert journal.continues == before.id
        assert journal.questions == "Does it hold for a minute?"
        assert journal.tests[0].prompt == FIXED.prompt
        assert journal.tests[0].id != FIXED.id


def test_a_journal_of_somebody_else_is_not_there(
    visitor: Visitor, house: House
) -> None:
    other = a_month(house, person=REVIEWER, why="My secret.")
    text = open_journal(visitor, journal=other.id).text
    assert "There is no such journal of yours" in text
    assert "My secret." not in text
