from tests.standings import the_baseline_map
from themewatch.reports import map_words


def test_a_pictures_caption_bears_the_date_and_one_sentence_from_the_data():
    assert map_words.caption(the_baseline_map()) == (
        "As of 2026-03-01. "
        "Nobody here has tested any of the 196 claims vendors have made."
    )
