"""Any text has an answer, and its reasons stand in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from themewatch.domain.news import NewsText
from themewatch.services.matcher import matcher
from themewatch.services.reference import catalogue

PIECES = st.sampled_from(
    [
        "Kling 3.0", "video", "image", "edit", "lip sync", "20-second", "4 steps",
        "generation", "released", "한글", "렌더링", "편집", "출시", "일관성", ".", "\n",
        "\ud800", "\x00", "İ", "ß", "<b>", "$5 per image", "8 GB of VRAM", "¤", "", " ",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(st.characters(), max_size=200),
    st.lists(PIECES, max_size=30).map(" ".join),
    st.lists(PIECES, max_size=30).map("".join),
)


@given(title=TEXTS, text=TEXTS, source=TEXTS)
def test_reasons_stand_in_the_text_and_agree_with_the_answer(title, text, source):
    found = matcher().match(NewsText(title=title, text=text, source=source))
    for reason in found.why:
        assert reason.words
        assert all(word in title or word in text for word in reason.words)
    for model in found.models:
        assert model in title or model in text
    given_for = [reason.theme for reason in found.why]
    assert given_for == [*found.themes, *([None] if found.is_release else [])]
    slugs = {s.slug for t in found.themes for s in catalogue().theme(t).signals}
    assert set(found.signals) <= slugs


@pytest.mark.parametrize(
    "unit",
    ["a", "편", "1", ". ", "edit video ", "(", "\x00", "\ud800", "keep the ", "İ"],
)
def test_half_a_megabyte_of_anything_is_read(unit):
    text = unit * (500_000 // len(unit))
    matcher().match(NewsText(title=text, text=text, source=text))
