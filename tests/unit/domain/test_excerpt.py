"""What is shown of a text, and which of its parts decided."""

from hypothesis import given
from hypothesis import strategies as st

from themewatch.domain.excerpt import (
    LONGEST_CLAIM,
    excerpt,
    marked_pieces,
    on_one_line,
    sentences_about,
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


def test_the_sentences_that_say_so_are_found_whole():
    said = sentences_about("First. It makes 20-second clips. Last.", ["20-second"])
    assert said == ["It makes 20-second clips."]
    assert sentences_about("Nothing.", ["20-second"]) == []
    long = f"It makes {'really ' * 50}20-second clips."
    assert sentences_about(f"New. {long}", ["20-second"]) == [long]


def test_an_abbreviation_or_another_paragraph_cuts_no_sentence_and_joins_none():
    text = "Longer clips\nIt makes clips, e.g. of a cat, of 20 s vs. the old 8 s. Fine"
    assert sentences_about(text, ["20 s", "Longer"]) == [
        "Longer clips",
        "It makes clips, e.g. of a cat, of 20 s vs. the old 8 s.",
    ]
    assert sentences_about("它发布了。支持20秒视频。好", ["20秒"]) == ["支持20秒视频。"]


def test_a_sentence_that_no_claim_could_hold_is_cut():
    (long,) = sentences_about("word " * 200 + "20-second clips.", ["20-second"])
    assert len(long) <= LONGEST_CLAIM + 2


def test_what_no_screen_shows_is_left_out():
    assert on_one_line(" a\x00\n\tb\u200b ") == "a b\u200b"
