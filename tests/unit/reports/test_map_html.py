import re
from html.parser import HTMLParser

from tests.agreed import NOT_ON_SCREEN
from tests.standings import a_map, a_rich_map, a_standing, a_theme, the_baseline_map
from themewatch.charts.headline import headline
from themewatch.charts.palette import DARK, LIGHT
from themewatch.reports.map_html import map_html


class Page(HTMLParser):
    """The tags and the words of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.words, self._in_style = [], [], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._in_style = tag == "style"

    def handle_data(self, data):
        if not self._in_style:
            self.words.append(data)

    def all(self, name):
        return [attrs for tag, attrs in self.tags if tag == name]


def test_it_asks_no_other_host_for_anything():
    text = map_html(a_rich_map())
    page = Page(text)
    loading = {"src", "href", "srcset", "data", "action", "poster"}
    assert not [attrs for _tag, attrs in page.tags if loading & set(attrs)]
    assert not page.all("script") + page.all("link")
    assert "@import" not in text
    assert set(re.findall(r"url\(([^)]*)\)", text)) == {"#wide-hatch", "#narrow-hatch"}


def test_it_says_title_dates_headline_and_method():
    words = "".join(Page(map_html(a_rich_map())).words)
    assert "What vendors say, and what tests show" in words
    assert "As of 2026-11-20, compared with 2026-10-21." in words
    assert headline(a_rich_map()) in words
    assert "nobody sets it by hand" in words


def test_it_has_light_and_dark_colours():
    text = map_html(the_baseline_map())
    light, dark = text.split("@media screen and (prefers-color-scheme: dark)")[:2]
    assert f"--ink: {LIGHT.ink}" in light
    assert f"--ink: {DARK.ink}" in dark


def test_both_pictures_have_ids_of_their_own():
    page = Page(map_html(a_rich_map()))
    ids = [attrs["id"] for _tag, attrs in page.tags if "id" in attrs]
    assert len(page.all("svg")) == 2
    assert len(ids) == len(set(ids))


def test_the_table_twin_has_a_row_for_each_theme():
    page = Page(map_html(a_rich_map()))
    scopes = [attrs["scope"] for attrs in page.all("th")]
    assert scopes.count("row") == 7
    assert scopes.count("col") == 8


def test_names_from_data_are_escaped_wherever_they_stand():
    name = "<script>alert(1)</script>"
    theme = a_theme(name=name, chart_name=name)
    page = Page(map_html(a_map(a_standing(theme=theme, moved=0.3))))
    assert not page.all("script")
    assert name in page.words
    assert f"tests in {name} (vendors" in "".join(page.words)


def test_the_language_of_its_words_is_said():
    [attrs] = Page(map_html(the_baseline_map(), language="ko")).all("html")
    assert attrs["lang"] == "ko"


def test_the_order_of_lanes_can_be_chosen():
    text = map_html(the_baseline_map(), order="position")
    first = re.search(r'data-theme="([^"]+)"', text)
    assert first[1] == "native-audio"


def test_words_of_the_workshop_stay_off_the_page():
    words = " ".join(Page(map_html(a_rich_map())).words).lower()
    assert not [word for word in NOT_ON_SCREEN if re.search(rf"\b{word}\b", words)]
