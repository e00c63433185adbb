import re

import pytest

from themewatch.charts.palette import DARK, LIGHT, palette_for

TEXTS = ("ink", "muted", "up", "down", "same")
MARKS = ("range_edge", "ahead_edge")


def luminance(colour: str) -> float:
    """WCAG 2.2's relative luminance."""
    channels = [int(pair, 16) / 255 for pair in re.findall("[0-9A-F]{2}", colour)]
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    ]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_21_to_1():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "band"])
@pytest.mark.parametrize("name", TEXTS)
def test_words_stand_out_from_paper_and_bands(palette, ground, name):
    assert contrast(getattr(palette, name), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "band"])
@pytest.mark.parametrize("name", MARKS)
def test_the_edge_of_the_likely_range_stands_out(palette, ground, name):
    assert contrast(getattr(palette, name), getattr(palette, ground)) >= 3


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["ink", "up", "down", "same"])
def test_marks_stand_out_from_the_bar_they_lie_on(palette, name):
    assert contrast(getattr(palette, name), palette.range_fill) >= 3


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_what_may_come_is_paler_than_what_was(palette):
    ahead, was = (
        contrast(fill, palette.paper)
        for fill in (palette.ahead_fill, palette.range_fill)
    )
    assert 1.1 < ahead < was
    assert contrast(palette.muted, palette.ahead_fill) >= 3


def test_each_ground_has_its_palette():
    assert palette_for("dark") is DARK
    assert palette_for("light") is LIGHT
