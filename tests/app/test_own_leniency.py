"""Log: how one's results sit beside others', told to oneself alone."""

from datetime import date, timedelta

import pytest

from tests.app.conftest import Browser, Keep
from tests.app.logging_in_app import open_log
from tests.app.visitor import Visitor
from tests.factories import a_note
from tests.people import CONTRIBUTOR, REVIEWER, VIEWER
from themewatch.domain.leniency import Leniency
from themewatch.domain.note import Note
from themewatch.ui.own_leniency import leniency_sentence

HEADING = "Your results beside others’"
DAY = date(2026, 7, 1)


def results(
    person: str, notes: int, acceptable: int, tool: str = "Shared"
) -> list[Note]:
    return [
        a_note(
            person=person,
            tool=f"{tool} {number % 5}",
            tested_on=DAY + timedelta(days=number),
            tries=10,
            acceptable=acceptable,
            verdict=None,
        )
        for number in range(notes)
    ]


def as_person(visitor: Visitor, browser: Browser, person: str) -> str:
    browser.cookies = {"themewatch_name": person}
    return open_log(visitor).text


def test_after_ten_notes_on_what_others_tested_it_is_said(
    visitor: Visitor, browser: Browser, keep: Keep
) -> None:
    keep(*results(CONTRIBUTOR, 10, 9), *results(REVIEWER, 10, 4))
    text = as_person(visitor, browser, CONTRIBUTOR)
    assert HEADING in text
    assert "above others' on the same tools. This rests on 10 tests of yours." in text


def test_to_the_stricter_one_it_is_said_the_other_way_round(
    visitor: Visitor, browser: Browser, keep: Keep
) -> None:
    keep(*results(CONTRIBUTOR, 10, 9), *results(REVIEWER, 10, 0))
    text = as_person(visitor, browser, REVIEWER)
    assert "below others' on the same tools" in text


def test_it_compares_with_others_and_not_with_where_the_map_began(
    visitor: Visitor, browser: Browser, keep: Keep
) -> None:
    """All of them find less than the course did, and one finds more than the other."""
    keep(*results(CONTRIBUTOR, 10, 2), *results(REVIEWER, 10, 0))
    text = as_person(visitor, browser, CONTRIBUTOR)
    assert "above others' on the same tools" in text


@pytest.mark.parametrize("person", [VIEWER, ""])
def test_to_anybody_else_nothing_is_said(
    visitor: Visitor, browser: Browser, keep: Keep, person: str
) -> None:
    keep(*results(CONTRIBUTOR, 10, 9), *results(REVIEWER, 10, 4))
    assert HEADING not in as_person(visitor, browser, person)


def test_nine_notes_are_too_few(visitor: Visitor, browser: Browser, keep: Keep) -> None:
    keep(*results(CONTRIBUTOR, 9, 9), *results(REVIEWER, 10, 4))
    assert HEADING not in as_person(visitor, browser, CONTRIBUTOR)


def test_notes_on_what_nobody_else_tested_do_not_count(
    visitor: Visitor, browser: Browser, keep: Keep
) -> None:
    keep(*results(CONTRIBUTOR, 20, 9, tool="Own"), *results(REVIEWER, 10, 4))
    assert HEADING not in as_person(visitor, browser, CONTRIBUTOR)


def test_notes_without_a_result_do_not_count(
    visitor: Visitor, browser: Browser, keep: Keep
) -> None:
    silent = [
        a_note(person=CONTRIBUTOR, tool="Shared 1", verdict=None) for _ in range(10)
    ]
    keep(*silent, *results(REVIEWER, 10, 4))
    assert HEADING not in as_person(visitor, browser, CONTRIBUTOR)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Leniency(0.31, 0.1, 12), "run about a third of a stage above others'"),
        (Leniency(-0.52, 0.1, 12), "run about half a stage below others'"),
        (Leniency(0.05, 0.01, 12), "run level with others'"),
        (Leniency(0.4, 0.5, 12), "run level with others'"),
    ],
)
def test_it_is_said_in_kind_words(found: Leniency, words: str) -> None:
    assert words in leniency_sentence(found)
