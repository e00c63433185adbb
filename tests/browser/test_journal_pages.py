"""The page a month is written to, opened by somebody who has nothing but a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.test_accessibility import OPTIONS
from tests.homes import settings_of
from tests.people import CONTRIBUTOR
from tests.whole_month import END, close_the_month, live_a_month
from themewatch.services.house import open_house
from themewatch.services.journal_files import write_journal
from themewatch.services.journal_paper import get_paper
from themewatch.services.journals import get_own_journal

pytestmark = pytest.mark.browser

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1100, "height": 900}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of a closed month."""
    home = tmp_path_factory.mktemp("month")
    house = open_house(settings_of(home), reference=False)
    month = live_a_month(house)
    close_the_month(house, month)
    with house.reading() as session:
        journal = get_own_journal(session, month.journal.id, CONTRIBUTOR)
        paper = get_paper(session, home, journal, today=END)
    path = home / "month.html"
    path.write_bytes(write_journal(paper, home, "html"))
    house.close()
    return path


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def page(
    request: pytest.FixtureRequest, chromium: Browser, scheme: str, file: Path
) -> Iterator[Page]:
    context = chromium.new_context(
        viewport=request.param, color_scheme=scheme, java_script_enabled=True
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    yield page
    assert [url for url in asked if not url.startswith("data:")] == [file.as_uri()]
    context.close()


def test_nothing_runs_off_the_side(page: Page) -> None:
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= page.viewport_size["width"]


def test_one_chart_is_shown_that_fits_the_page(page: Page) -> None:
    charts = [svg for svg in page.locator("svg").all() if svg.is_visible()]
    [box] = [svg.bounding_box() for svg in charts]
    assert box["width"] <= page.viewport_size["width"]


def test_its_letters_can_be_read_on_a_phone(page: Page) -> None:
    sizes = page.evaluate(
        """() => [...document.querySelectorAll("svg text")]
            .filter((node) => node.checkVisibility())
            .map((node) => node.getBoundingClientRect().height)"""
    )
    assert min(sizes) >= 11


def test_axe_finds_nothing(page: Page) -> None:
    found = Axe().run(page, options=OPTIONS).response["violations"]
    assert [(rule["id"], len(rule["nodes"])) for rule in found] == []


def test_images_are_there(page: Page) -> None:
    sizes = page.evaluate("[...document.images].map((image) => image.naturalWidth)")
    assert sizes == [48]


def test_a_sentence_leads_to_its_entry(page: Page) -> None:
    link = page.locator('main a[href^="#entry-"]').first
    target = link.get_attribute("href")
    link.click()
    assert page.url.endswith(target or "?")
    assert page.locator(f'[id="{(target or "")[1:]}"]').is_visible()


def test_on_paper_every_entry_is_there(page: Page) -> None:
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF-")
    page.emulate_media(media="print")
    assert page.locator("article").count() == 8
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(255, 255, 255)"
