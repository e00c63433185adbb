"""How a wording is written is how it is found."""

import pytest

from themewatch.errors import ReferenceDataError
from themewatch.matching.pattern import Wordings


def found(wording, text):
    return [
        text[start:end] for _, start, end in Wordings([(wording, 0)]).found_in(text)
    ]


@pytest.mark.parametrize("text", ["lip sync", "lip-sync", "lipsync", "lip‑sync"])
def test_between_two_words_stands_a_space_a_hyphen_or_nothing(text):
    assert found("lip sync", f"good {text}, bad hands") == [text]


def test_a_latin_word_is_found_only_as_a_whole():
    assert found("edit", "credit, edited, reddit") == []


def test_a_korean_word_is_found_with_what_is_attached_to_it():
    assert found("편집", "이미지편집을 지원") == ["편집"]


def test_a_caret_asks_for_the_beginning_of_a_korean_word():
    assert found("^저가", "매니저가 왔다") == []
    assert found("^저가", "더 저가 모델") == ["저가"]


def test_a_star_is_any_ending():
    assert found("distill*", "distilled") == ["distilled"]


def test_a_group_is_one_of_its_words():
    assert found("(fast|quick) draw", "a quick draw") == ["quick draw"]


def test_a_group_with_a_question_mark_may_be_missing():
    assert found("key (big )?frame", "keyframe, key big frame") == [
        "keyframe",
        "key big frame",
    ]


def test_a_plus_is_up_to_three_words():
    assert found("keep + face", "keep the same old face") == ["keep the same old face"]
    assert found("keep + face", "keep a b c d face") == []


def test_a_tilde_stays_in_its_sentence():
    assert found("keep ~ face", "keep hats. a face") == []
    assert found("keep ~ face", "keep 2.5 of a face") == ["keep 2.5 of a face"]


def test_a_number_sign_is_a_number():
    assert found("# credits", "12 credits, 1.5 credits") == [
        "12 credits",
        "1.5 credits",
    ]


def test_an_ampersand_is_what_stands_in_a_list():
    for between in (", ", "/", " and ", "·", " + ", "와 "):
        assert found("image & video", f"image{between}video")
    assert not found("image & video", "image of a video")
    assert not found("image & video", "image\nvideo")


@pytest.mark.parametrize("wording", ["a ((b|c) d)", "steps?", "a (b", "[ab]", "a\\d"])
def test_a_wording_that_would_never_be_found_is_refused(wording):
    with pytest.raises(ReferenceDataError, match="cannot be read"):
        Wordings([(wording, 0)])
