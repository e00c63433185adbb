import pytest

from tests.factories import a_catalogue
from themewatch.errors import InputError


def test_a_catalogue_yields_its_themes_in_order():
    assert [theme.slug for theme in a_catalogue()] == ["consistency", "lower-cost"]


def test_an_unknown_theme_is_refused_with_the_known_ones():
    with pytest.raises(InputError, match=r"'video'; there are consistency, lower-cost"):
        a_catalogue().theme("video")


def test_a_signal_is_found_under_its_theme():
    assert a_catalogue().theme("consistency").signal("style-lock").name == "Style lock"


def test_a_signal_of_another_theme_is_refused_with_the_known_ones():
    with pytest.raises(InputError, match=r"no signal 'price-drop'; it has style-lock"):
        a_catalogue().theme("consistency").signal("price-drop")
