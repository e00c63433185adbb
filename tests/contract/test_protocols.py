"""The shipped protocols: one for everything to be tested, and each can be followed."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.agreed import NOT_ON_SCREEN
from themewatch import resources
from themewatch.domain.note import BEST_MARK
from themewatch.domain.theme import SLUGS
from themewatch.services.protocols import protocols
from themewatch.services.reference import catalogue

SHIPPED = protocols()
TESTS = list(SHIPPED.tests.values())
DIMENSIONS = [d for rubric in SHIPPED.rubrics.values() for d in rubric.dimensions]
SIGNALS = [(theme.slug, s.slug) for theme in catalogue() for s in theme.signals]
WITH_LONG_CLIPS = {
    ("longer-video", None),
    ("longer-video", "longer-duration"),
    ("longer-video", "identity-over-time"),
    ("longer-video", "scene-transitions"),
    ("consistency", "multi-shot-storyboarding"),
}
"""What takes clips of half a minute or of several shots: too dear for five tries."""
RUBRICS = {
    "over-time": "identity motion lighting environment clothing physics",
    "continuity": "frame-quality neighbouring-frames distant-frames plausible-motion"
    " things-stay",
    "object-persistence": "object-whole object-place object-shape object-colour"
    " object-return",
    "moments": "still-camera ambient-motion articulation complex-physics",
    "attention": "main-subject background",
}
each_test = pytest.mark.parametrize(
    "test", TESTS, ids=lambda t: f"{t.theme}.{t.signal or '-'}"
)


def texts() -> Iterator[str]:
    """Yield everything of them that is shown."""
    yield SHIPPED.how_to_mark
    for mark in SHIPPED.marks:
        yield from (mark.word, mark.meaning)
    for rubric in SHIPPED.rubrics.values():
        yield from (rubric.name, rubric.about)
    for dimension in DIMENSIONS:
        yield from (dimension.name, dimension.look_at)
    for test in TESTS:
        yield from (test.title, *test.prepare, *test.steps, test.usable)


def sentences(text: str) -> int:
    """Count the sentences outside “quotes”."""
    return len(re.findall(r"[.?](?: |$)", re.sub(r"“[^”]*”", "…", f"{text} ")))


def test_every_signal_has_a_protocol_of_its_own_and_so_has_every_theme():
    wanted = {*SIGNALS, *((slug, None) for slug in SLUGS)}
    assert set(SHIPPED.tests) == wanted
    assert len(wanted) == len(TESTS) == 31


def test_no_two_protocols_share_a_title():
    assert [t for t, n in Counter(t.title for t in TESTS).items() if n > 1] == []


@each_test
def test_a_protocol_is_short_enough_to_follow(test):
    assert 2 <= len(test.prepare) <= 4
    assert 3 <= len(test.steps) <= 6
    assert 10 <= len(test.title) <= 50
    assert all(10 <= len(item) <= 300 for item in test.prepare)
    assert all(20 <= len(step) <= 150 for step in test.steps)
    assert all(step.endswith((".", "?", "”")) for step in test.steps)
    assert 5 <= test.minutes <= 15


@each_test
def test_what_counts_is_decided_in_one_or_two_sentences(test):
    assert 80 <= len(test.usable) <= 260
    assert 1 <= sentences(test.usable) <= 2


@each_test
def test_tries_are_as_many_as_decide_a_claim_unless_they_are_dear(test):
    is_dear = (test.theme, test.signal) in WITH_LONG_CLIPS
    assert test.tries in (range(3, 6) if is_dear else range(5, 11))


def test_where_no_successes_are_counted_price_and_seconds_are_reckoned():
    uncounted = {t.slug for t in catalogue() if not t.counts_successes}
    for test in (t for t in TESTS if t.theme in uncounted):
        steps = [step for step in test.steps if step.startswith(("Price:", "Seconds:"))]
        assert len(steps) == 2
        assert all("divide" in s and "number of usable ones" in s for s in steps)


def test_the_rubrics_are_the_course_s_five():
    found = {slug: r.dimensions for slug, r in SHIPPED.rubrics.items()}
    assert {
        slug: " ".join(d.slug for d in dimensions) for slug, dimensions in found.items()
    } == RUBRICS


def test_every_rubric_is_used_and_every_used_one_is_there():
    assert {slug for test in TESTS for slug in test.rubrics} == set(SHIPPED.rubrics)


def test_no_two_dimensions_share_a_slug_or_a_name():
    for names in ([d.slug for d in DIMENSIONS], [d.name for d in DIMENSIONS]):
        assert [name for name, n in Counter(names).items() if n > 1] == []


def test_a_dimension_has_a_name_of_few_words_and_one_sentence():
    for dimension in DIMENSIONS:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", dimension.slug)
        assert 1 <= len(dimension.name.split()) <= 3
        assert 20 <= len(dimension.look_at) <= 140
        assert sentences(dimension.look_at) == 1


def test_every_mark_that_can_be_given_has_a_word_and_a_meaning():
    assert len(SHIPPED.marks) == BEST_MARK + 1
    assert len({mark.word for mark in SHIPPED.marks}) == len(SHIPPED.marks)
    assert all(sentences(mark.meaning) == 1 for mark in SHIPPED.marks)


def test_no_text_is_empty_or_broken_or_said_loudly():
    for text in texts():
        assert text == " ".join(text.split())
        assert text
        assert "!" not in text
        assert text.count("“") == text.count("”")


def test_no_text_says_a_word_we_do_not_use():
    words = re.compile(rf"\b(?:{'|'.join(NOT_ON_SCREEN)})s?\b", re.IGNORECASE)
    assert [text for text in texts() if words.search(text)] == []


def test_no_text_names_a_vendor_or_a_model():
    rows = resources.read_csv("releases.csv")
    names = {row["vendor"] for row in rows} | {row["model"] for row in rows}
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, names - {'vendor'}))})\b")
    assert [text for text in texts() if named.search(text)] == []
