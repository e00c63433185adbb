"""What is shown of a text, and which of its parts decided."""

from hypothesis import given
from hypothesis import strategies as st

from themewatch.domain.excerpt import (
    LONGEST_CLAIM,
    excerpt,
    marked_pieces,
    on_one_line,
    sentence_about,
)

LONG = "It rains in the mountains. " * 40


@given(st.text(), st.lists(st.text(max_size=8), max_size=5))
def test_nothing_of_a_text_is_lost_or_doubled(text, words):
    assert "".join(piece for piece, _marked in marked_pieces(text, words)) == text


@given(st.text(max_size=200), st.lists(st.text(max_size=5), max_size=3))
def test_what_is_marked_stands_in_a_word_that_decided(text, words):
    for piece, is_marked in marked_pieces(text, words):
        assert not is_marked or any(on_one_line(w)[:1] in piece for w in words if w)


def test_words_that_overlap_are_marked_as_one():
    pieces = marked_pieces("keeps the same face", ["keeps the same", "same face"])
    assert pieces == [("keeps the same face", True)]


def test_a_word_is_marked_where_it_stands_alone():
    marked = [
        p for p, is_marked in marked_pieces("art in a start", ["art"]) if is_marked
    ]
    assert marked == ["art"]


def test_a_korean_word_is_marked_inside_what_it_is_joined_to():
    assert marked_pieces("영상편집을 지원", ["편집"]) == [
        ("영상", False),
        ("편집", True),
        ("을 지원", False),
    ]


def test_a_short_text_is_shown_whole():
    assert excerpt("One\n line.", ["line"]) == "One line."


def test_words_further_down_are_shown_with_what_stands_around_them():
    text = f"{LONG} Clips run for twenty seconds now. {LONG}"
    shown = excerpt(text, ["twenty seconds"])
    assert shown.startswith("It rains")
    assert "Clips run for twenty seconds now." in shown
    assert len(shown) < 700


def test_a_text_without_spaces_is_cut_too():
    assert len(excerpt("x" * 5000, [])) < 500


def test_the_sentence_that_says_so_is_found_and_kept_short():
    said = sentence_about("First. It makes 20-second clips. Last.", ["20-second"])
    assert said == "It makes 20-second clips."
    assert sentence_about("Nothing.", ["20-second"]) == ""
    long = sentence_about("word " * 200 + "20-second clips.", ["20-second"])
    assert len(long) <= LONGEST_CLAIM + 2


def test_what_no_screen_shows_is_left_out():
    assert on_one_line(" a\x00\n\tb\u200b ") == "a b\u200b"
