"""Feeds in a real browser: a list with bad rows, and a page that is no feed."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.news_feed import a_feed, ingest
from tests.browser.server import Server
from tests.browser.window import Window
from tests.feed_server import serve_feeds

pytestmark = pytest.mark.browser

LIST = """<?xml version="1.0"?>
<opml version="2.0"><body>
<outline text="Good" xmlUrl="https://good.example/feed"/>
<outline text="No web" xmlUrl="ftp://bad.example/feed"/>
<outline text="&lt;b&gt;B ![x](http://evil.example/x)" xmlUrl="javascript:1"/>
<outline text="Good again" xmlUrl="https://good.example/feed"/>
<outline text="Fine" xmlUrl="https://fine.example/feed"/>
</body></opml>
"""
A_PAGE = """<!doctype html><html><head><title>News</title>
<link rel="alternate" type="application/rss+xml" href="/one.xml">
<link rel="alternate" type="application/rss+xml" href="/two.xml">
</head><body>Read our news.</body></html>"""


def add(window: Window, address: str) -> Window:
    window.page.get_by_label("Address of a site or its feed").fill(address)
    return window.press("Add")


def test_a_list_with_bad_rows_is_taken_in_row_by_row(window: Window) -> None:
    window.open("/feeds").unfold("Import or export a list (OPML)")
    window.page.locator('input[type="file"]').set_input_files(
        {"name": "feeds.opml", "mimeType": "text/x-opml", "buffer": LIST.encode()}
    )
    window.see("feeds.opml").settle().press("Import it")
    window.see("2 added. 0 were followed already. 3 left out.")
    rows = window.page.locator(".st-key-imported tbody tr")
    expect(rows).to_have_count(5)
    expect(rows.first).to_contain_text("is no http or https address")
    expect(rows.nth(2)).to_contain_text("The same address stands in line 3.")
    assert window.page.locator(".st-key-imported img, .st-key-imported b").count() == 0
    window.see("2 sources")


def test_the_list_is_taken_along(window: Window) -> None:
    add(window.open("/feeds"), "https://good.example/feed")
    window.unfold("Import or export a list (OPML)")
    with window.page.expect_download() as download:
        window.page.get_by_role("button", name="Export the list").click()
    assert 'xmlUrl="https://good.example/feed"' in download.value.path().read_text()


def test_a_page_offers_its_feeds_to_choose_from(window: Window, server: Server) -> None:
    with serve_feeds() as feeds:
        feeds.answer("/one.xml", body=a_feed(["Kuaishou releases Kling 9.1"]))
        page = feeds.answer("/", body=A_PAGE, content_type="text/html")
        add(window.open("/feeds"), page).see("Added.")
        ingest(server.home)
        window.press("Refresh all now")
        window.see(re.compile("It names these"), "Follow this one")
        window.page.get_by_role("button", name="Follow this one").first.click()
        window.settle().see("The fetcher will look at")
        ingest(server.home)
        window.press("Refresh all now").see("Film news")
    window.unfold("Last 50 fetches").see("200")


def test_a_feed_is_paused_resumed_removed_and_brought_back(window: Window) -> None:
    add(window.open("/feeds"), "good.example/feed").see("1 source")
    window.press("Pause").see("Paused since").press("Resume").not_see("Paused since")
    window.press("Remove").see("is removed; what came from it stays.", "No sources yet")
    window.press("Undo").see("1 source")
