"""Publishing the map: once, however often one presses, and then for good."""

import httpx
import pytest
from playwright.sync_api import expect

from tests.browser.server import Server
from tests.browser.window import Window
from tests.people import REVIEWER

pytestmark = pytest.mark.browser


def publish(window: Window, title: str, number: int) -> None:
    """Press twice at once, as whoever is impatient does."""
    window.open("/editions")
    window.page.get_by_label("Title").fill(title)
    window.page.get_by_label("Note").fill("It was quiet.")
    window.page.get_by_role("button", name=f"Publish edition {number}").dblclick()
    window.settle()
    expect(window.heading).to_have_text(f"Edition {number}: {title}")


def test_a_map_is_published_once_read_compared_and_followed(
    window: Window, server: Server
) -> None:
    window.open().give_name(REVIEWER)
    publish(window, "September", 1)
    window.see("Published. What comes later goes into the next edition.")
    window.see("Nothing was decided with this edition.", "It was quiet.")
    window.see("Worked out anew from what was known then: the same figures")
    label = window.chart.get_attribute("aria-label") or ""
    assert label.startswith("Maturity map as of ")

    publish(window, "October", 2)
    window.open("/editions?edition=2&with=1")
    expect(window.heading).to_have_text("Edition 1 and Edition 2")
    window.see("7 themes without a clear change or new evidence")

    window.open("/editions").see("Edition 2: October", "Edition 1: September")
    window.not_see("Edition 3: ")
    feed = httpx.get(f"{server.address}/atom.xml", trust_env=False)
    assert feed.text.count("<entry>") == 2
