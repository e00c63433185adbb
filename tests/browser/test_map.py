"""The map in a real browser: clicked, copied, and taken along in files."""

import csv
import io
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenWindow
from tests.browser.server import Server
from tests.browser.window import Window
from themewatch.domain.theme import SLUGS
from themewatch.services.reference import catalogue

pytestmark = pytest.mark.browser

LONGER = SLUGS.index("longer-video")


@pytest.fixture
def window(furnished: Server, open_window: OpenWindow) -> Window:
    return open_window(furnished)


@pytest.mark.parametrize("trace", ["●", "◇"])
def test_clicking_a_mark_opens_its_theme(window: Window, trace: str) -> None:
    window.open()
    expect(window.chart).to_be_visible()
    window.page.mouse.click(*place_of(window, trace, LONGER))
    expect(window.heading).to_have_text("Longer, coherent video")
    assert "theme=longer-video" in window.page.url


def test_back_from_a_theme_leads_to_the_map_and_not_to_the_theme_again(
    window: Window,
) -> None:
    window.open()
    expect(window.chart).to_be_visible()
    window.page.mouse.click(*place_of(window, "●", LONGER))
    expect(window.heading).to_have_text("Longer, coherent video")
    window.settle().page.go_back()
    window.settle()
    expect(window.heading).to_have_text("What vendors say, and what tests show")


def place_of(window: Window, trace: str, lane: int) -> tuple[float, float]:
    """Return where a lane's mark lies in the window."""
    x, y = window.page.evaluate(PLACE, [trace, lane])
    return float(x), float(y)


PLACE = """([name, lane]) => {
  const plot = document.querySelector(".js-plotly-plot");
  const marks = plot.data.filter((trace) => trace.mode === "markers");
  const index = marks.findIndex((trace) => trace.name === name);
  const drawn = [...plot.querySelectorAll(".scatterlayer .trace")]
    .filter((trace) => trace.querySelector("path.point"));
  const box = drawn[index].querySelectorAll("path.point")[lane]
    .getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}"""


def test_the_picture_is_an_svg_of_the_map(window: Window) -> None:
    text, name = taken(window, "Picture (SVG)")
    root = ElementTree.fromstring(text)  # noqa: S314  it is our own
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert name.endswith(".svg")
    words = " ".join(root.itertext())
    assert all(theme.name in words for theme in catalogue().themes.values())


def test_the_page_is_one_file_that_asks_nobody(
    window: Window, open_window: OpenWindow, furnished: Server, tmp_path: Path
) -> None:
    text, _name = taken(window, "One web page (HTML)")
    file = tmp_path / "map.html"
    file.write_text(text, encoding="utf-8")
    reader = open_window(furnished)
    reader.page.goto(file.as_uri())
    expect(reader.page.locator("svg").first).to_be_visible()
    assert reader.hosts == {""}
    assert reader.complaints == []


def test_the_report_is_markdown(window: Window) -> None:
    text, name = taken(window, "Report (Markdown)")
    assert text.startswith("# ")
    assert name.endswith(".md")
    assert "Longer, coherent video" in text


def test_the_table_is_csv_a_row_a_theme(window: Window) -> None:
    text, _name = taken(window, "Table (CSV)")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["theme"] for row in rows] == list(SLUGS)


def test_the_lesson_s_chart_is_plain_text(window: Window) -> None:
    text, name = taken(window, "The lesson's chart (text)")
    assert name.endswith(".txt")
    for theme in catalogue().themes.values():
        assert theme.chart_name in text


def taken(window: Window, label: str, path: str = "/") -> tuple[str, str]:
    """Return what a download holds, and under which name it arrives."""
    window.open(path).press("Download")
    with window.page.expect_download() as expected:
        window.page.get_by_role("button", name=label).click()
    file = expected.value
    return file.path().read_text(encoding="utf-8"), file.suggested_filename


def test_copying_puts_a_picture_on_the_clipboard(window: Window) -> None:
    window.open().page.get_by_role("button", name="Copy as picture").click()
    window.see("Copied: paste it where you need it.")
    width, head = window.page.evaluate(CLIPBOARD)
    assert head == [0x89, *b"PNG"]
    assert width > 1000


CLIPBOARD = """async () => {
  const [item] = await navigator.clipboard.read();
  const picture = await item.getType("image/png");
  const head = [...new Uint8Array(await picture.arrayBuffer()).slice(0, 4)];
  return [(await createImageBitmap(picture)).width, head];
}"""
