"""What was done is said in words, of everything that can be done."""

import pytest

from tests.factories import NOW, a_catalogue
from themewatch.charts.activity_words import (
    ACTS,
    DONE,
    KINDS,
    about_words,
    done_words,
)
from themewatch.domain.activity import Act, Activity, Subject
from themewatch.domain.kinds import RECORD_KINDS
from themewatch.services.reference import catalogue


def a_line(act, kind="note", person="Ann", subject_id=""):
    return Activity("a1", NOW, person, act, Subject(kind, subject_id))


def test_nothing_that_can_be_done_is_without_words():
    assert set(ACTS) == set(DONE) == set(Act)
    assert len(set(ACTS.values())) == len(Act), "told apart where one is chosen"
    assert set(RECORD_KINDS) <= set(KINDS)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (a_line(Act.RECORDED), "Ann logged a test note"),
        (a_line(Act.TAKEN_BACK, "override"), "Ann took back a word on a claim"),
        (a_line(Act.IMPORTED, "evidence", ""), "somebody at the machine imported ev"),
        (a_line(Act.SIGNED_IN, "person"), "Ann signed in"),
        (a_line(Act.SECOND_ROUND, "review"), "Ann opened a second round"),
        (a_line(Act.PUBLISHED, "edition", subject_id="2"), "Ann published edition 2"),
        (a_line(Act.PUBLISHED, "unheard-of"), "Ann published something"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_sentence_says_who_did_what(line, said):
    assert done_words(line).startswith(said)


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ("Kite 2 · consistency · sometimes", "sometimes works"),
        ("Kite 2 · lower-cost · sometimes", "only for finals"),
        ("longer-video · growing", "Growing"),
        ("Holds one look. · holds-up", "Holds one look. · holds up"),
        ("3 note · 1 claim · 2 taken-back", "3 test notes · 1 claim · 2 taken back"),
        ("2 feed · 30 row · 1 file", "2 feeds · 30 other rows · 1 file"),
        ("Kite 2 · consistency · 3/8", "3/8"),
        ("holds-up by Acme", "holds-up by Acme"),
        ("30 days of Kling", "30 days of Kling"),
        ("30 days", "30 days"),
        ("", ""),
    ],
)
def test_what_has_a_name_in_every_language_is_said_by_it(about, said):
    assert about_words(about, catalogue()).endswith(said)


def test_a_theme_that_is_gone_keeps_its_slug():
    assert about_words("gone-theme · growing", a_catalogue()).startswith("gone-theme")
