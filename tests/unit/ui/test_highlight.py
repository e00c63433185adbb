"""Marked words stay words: whatever they are, nothing becomes markup."""

import re

from hypothesis import given
from hypothesis import strategies as st

from themewatch.ui.highlight import marked
from themewatch.ui.text import plain

OURS = re.compile(r"((?<!\\)(?:\\\\)*):yellow-background\[((?:\\.|[^]\\])*)\]")
SIGNS = "[]():*_`$<>!#~&\\ abc:/."


def read(markdown: str) -> str:
    """Return what is read of it: our marks and every escape taken off."""
    text = OURS.sub(r"\1\2", markdown).replace("\u2060", "")
    return re.sub(r"\\(.)", r"\1", text)


@given(st.text(SIGNS, max_size=60), st.lists(st.text(SIGNS, max_size=8), max_size=4))
def test_it_is_read_as_it_was_written(text, words):
    assert read(marked(text, words)) == " ".join(text.split())


@given(st.text(SIGNS, max_size=60), st.lists(st.text(SIGNS, max_size=8), max_size=4))
def test_no_sign_of_markup_is_left_but_ours(text, words):
    outside = OURS.sub(r"\1\2", marked(text, words))
    assert not re.search(r"(?<!\\)(?:\\\\)*[\[\]()*_`$<>!#~&]", outside)


def test_without_words_it_is_plain():
    assert marked("*a* b", []) == plain("*a* b")
    assert marked("", ["a"]) == ""


def test_spaces_around_what_is_marked_stay():
    assert marked("one two three", ["two"]) == "one :yellow-background[two] three"
    assert marked("하나 두이 셋", ["두"]) == "하나 :yellow-background[두]이 셋"
