from hypothesis import given
from hypothesis import strategies as st

from tests.standings import a_rich_map, the_baseline_map
from themewatch.charts.geometry import map_geometry
from themewatch.charts.lines import key_lines, key_words, lane_lines, packed


@given(st.lists(st.text("ab c", min_size=1, max_size=40)), st.integers(8, 50))
def test_packing_loses_no_word_and_keeps_to_the_width(sentences, letters):
    lines = packed(sentences, letters)
    assert all(len(line) <= letters for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(sentences).replace(" ", "")


def test_lines_break_between_sentences_first():
    lane = map_geometry(a_rich_map()).lanes[1]
    assert lane_lines(lane, 40) == (
        [
            "Vendors: too few claims to say.",
            "Tests: Growing (few tests).",
            "21 claims nobody here has tested.",
        ],
        ["● confirmed, 2 tests since 2026-10-21"],
    )


def test_the_key_explains_only_what_is_drawn():
    glyphs = [glyph for glyph, _words in key_words(map_geometry(the_baseline_map()))]
    assert glyphs == ["◇", "●", "▭", "◌"]
    assert len(key_words(map_geometry(a_rich_map()))) == 6


def test_the_key_is_broken_into_lines_of_so_many_entries():
    lines = key_lines(map_geometry(the_baseline_map()), 3)
    assert [len(line) for line in lines] == [3, 1]
