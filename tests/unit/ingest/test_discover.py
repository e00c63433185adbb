"""Which feeds a page advertises."""

import pytest

from themewatch.ingest.discover import feeds_of_page, is_page

BLOG = "https://e.org/blog/"


def found(head):
    return feeds_of_page(f"<!doctype html><head>{head}".encode(), BLOG)


@pytest.mark.parametrize(
    "kind",
    [
        *("application/rss+xml", "application/atom+xml", "application/feed+json"),
        "Application/RSS+XML; charset=utf-8",
    ],
)
def test_a_feed_that_a_page_names_is_found(kind):
    link = f'<link rel="alternate" type="{kind}" title="x" href="feed.xml">'
    assert found(link) == ("https://e.org/blog/feed.xml",)


def test_feeds_are_found_once_each_and_in_order():
    link = "<LINK REL='alternate home' TYPE=application/rss+xml HREF='{}'>"
    head = "".join(link.format(href) for href in ("/b", "/a", "/b"))
    assert found(head) == ("https://e.org/b", "https://e.org/a")


def test_a_page_may_say_where_its_links_start():
    base = '<base href="https://cdn.example/x/">'
    link = '<link rel=alternate type="application/rss+xml" href="feed">'
    assert found(base + link) == ("https://cdn.example/x/feed",)


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="stylesheet" type="application/rss+xml" href="/a">',
        '<link rel="alternate" type="text/html" href="/a">',
        '<link rel="alternate" type="application/rss+xml">',
        '<link rel="alternate" type="application/rss+xml" href="javascript:1">',
        '<!-- <link rel="alternate" type="application/rss+xml" href="/a"> -->',
        "<link",
        "",
    ],
)
def test_other_links_are_no_feeds(head):
    assert found(head) == ()


@pytest.mark.parametrize(
    ("document", "answer"),
    [
        ("<!DOCTYPE HTML><p>", True),
        ("\ufeff\n<html lang=ko>", True),
        ("<!-- built -->\n<html>", True),
        ("<?xml version='1.0'?><!DOCTYPE html><html>", True),
        ("<rss><channel><title>x</title>", False),
        ("<rss><channel><description><![CDATA[<html>]]></description>", False),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", False),
        ("{}", False),
        ("", False),
    ],
)
def test_a_page_is_known_at_first_sight(document, answer):
    assert is_page(document.encode()) is answer
