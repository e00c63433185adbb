"""The commands of news: ingest, feeds and match, as people and programs use them."""

import io
import json
import re
from contextlib import closing
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from sqlalchemy import update

from tests.feed_server import serve_feeds
from tests.homes import settings_of
from tests.ingesting import a_feed, a_page, an_item
from themewatch.cli import main
from themewatch.services.house import open_house
from themewatch.storage.news_tables import feeds

FEED = a_feed(an_item(1, title="Veo 4 makes video clips of 30 seconds"), an_item(2))


pytestmark = pytest.mark.usefixtures("own_home")


@pytest.fixture(autouse=True)
def _allowed(monkeypatch):
    monkeypatch.setenv("THEMEWATCH_ALLOW_HOSTS", "127.0.0.1")


def hold_all(home):
    """Hold every feed as another run does."""
    house = open_house(settings_of(home))
    with closing(house), house.writing() as session:
        lease = {"lease_token": "x", "leased_until": datetime(2999, 1, 1, tzinfo=UTC)}
        session.execute(update(feeds).values(lease))


def a_list(address, monkeypatch):
    """Put a list of one feed on standard input."""
    opml = f'<opml><outline xmlUrl="{address}"/></opml>'.encode()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(opml)))
    return "-"


@pytest.fixture
def server():
    with serve_feeds() as server:
        yield server


@pytest.fixture
def said(capsys):
    """Return what runs a command and gives its exit status and what it said."""

    def said(*command):
        status = main([*command])
        return status, *capsys.readouterr()

    return said


@pytest.fixture
def typed(monkeypatch):
    def typed(*lines):
        raw = b"\n".join(
            line if isinstance(line, bytes) else json.dumps(line).encode()
            for line in lines
        )
        stdin = SimpleNamespace(buffer=io.BytesIO(raw))
        monkeypatch.setattr("sys.stdin", stdin)

    return typed


def test_a_feed_is_added_looked_at_and_matched_in_one_go(said, server):
    status, out, err = said("feeds", "add", server.answer("/feed", FEED))
    assert (status, out) == (0, "Acme: 2 new\n")
    assert "Made a new database" in err
    _, out, _ = said("feeds", "list", "--format", "json")
    (feed,) = json.loads(out)
    assert (feed["address"], feed["problem"]) == (server.url("/feed"), None)
    _, out, _ = said("doctor")
    assert "await matching" not in out


def test_a_site_is_added_by_the_feed_that_it_names(said, server):
    server.answer("/feed", FEED)
    page = server.answer("/", a_page("/feed"), content_type="text/html")
    assert said("feeds", "add", page)[:2] == (0, "Acme: 2 new\n")
    assert server.url("/feed") in said("feeds", "list")[1]


def test_of_several_feeds_a_site_names_one_is_to_be_chosen(said, server):
    page = server.answer("/", a_page("/a", "/b"), content_type="text/html")
    status, out, err = said("feeds", "add", page)
    assert (status, out) == (1, "")
    assert server.url("/b") in err
    assert said("feeds", "list")[1] == ""


def test_an_ingest_says_a_line_for_each_feed_and_draws_no_bar_in_a_pipe(said, server):
    said("feeds", "add", server.answer("/feed", FEED))
    said("feeds", "add", server.answer("/other", a_feed(an_item(3), title="Lab")))
    status, out, err = said("ingest", "--spacing", "0")
    assert (status, out) == (0, "")
    assert re.fullmatch(r"No feed is due; the next is (Acme|Lab) at .* UTC\.\n", err)
    server.answer("/feed", status=500)
    status, out, err = said("ingest", "--feed", server.url("/feed"))
    assert (status, err) == (0, "")
    assert re.fullmatch(r"Acme: .*500.*\n", out)


def test_each_bar_in_a_terminal_says_what_it_counts(said, server, monkeypatch):
    said("feeds", "import-opml", a_list(server.answer("/feed", FEED), monkeypatch))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    err = said("ingest")[2]
    assert re.search(r"Feeds █+ 1 of 1", err)
    assert re.search(r"Matching █+ 2 of 2", err)


def test_a_name_that_would_command_a_terminal_does_not(said, server):
    title = "<![CDATA[Bad\x1b]0;owned\x07 name]]>"
    out = said("feeds", "add", server.answer("/f", a_feed(an_item(), title=title)))[1]
    assert "\x1b" not in out
    assert "\x07" not in out


def test_a_feed_nobody_follows_cannot_be_ingested(said):
    status, _, err = said("ingest", "--feed", "https://acme.example/feed")
    assert status == 1
    assert "feeds list" in err


def test_a_page_added_twice_is_refused_twice(said, server):
    page = server.answer(
        "/", a_page("/a", "/b"), content_type="text/html", etag='"page"'
    )
    first, second = said("feeds", "add", page), said("feeds", "add", page)
    assert (second[0], server.url("/b") in second[2]) == (1, True)
    assert first[2].endswith(second[2])


def test_of_a_site_whose_feed_is_followed_it_is_said_so(said, server):
    server.answer("/feed", FEED)
    page = server.answer("/", a_page("/feed"), content_type="text/html")
    said("feeds", "add", page)
    status, _, err = said("feeds", "add", page)
    assert status == 1
    assert "followed already" in err
    assert "add one" not in err
    assert said("feeds", "list")[1].count("\n") == 1


def test_an_address_inside_the_network_is_not_followed(said, server):
    address = server.url("/feed", "localhost")
    status, _, err = said("feeds", "add", address)
    assert status == 1
    assert "--allow-host" in err
    assert "not followed" in err
    assert said("feeds", "list")[1] == ""


def test_a_feed_without_a_title_is_listed_by_its_address_once(said, server):
    address = server.answer("/feed", a_feed(an_item(), title=""))
    said("feeds", "add", address)
    assert said("feeds", "list")[1].count(address) == 1


def test_a_feed_that_is_paused_is_not_ingested_by_name_either(said, server):
    address = server.answer("/feed", FEED)
    said("feeds", "add", address)
    said("feeds", "pause", address)
    asked = len(server.requests)
    status, _, err = said("ingest", "--feed", address)
    assert (status, "paused" in err, len(server.requests)) == (1, True, asked)


def test_what_another_run_holds_is_said(said, server, home):
    address = server.answer("/feed", FEED)
    said("feeds", "add", address)
    said("feeds", "resume", address)  # due
    hold_all(home)
    status, out, err = said("ingest")
    assert (status, out) == (0, "")
    assert re.fullmatch(r"1 due feed is held by another run, .* UTC\.\n", err)
    status, out, err = said("ingest", "--feed", address, "--quiet")
    assert (status, out) == (1, "")
    assert re.fullmatch(r"This feed is held .*; free by .* UTC\.\n", err)


def test_one_feed_alone_is_no_pass_over_all_of_them(said, server):
    address = server.answer("/feed", FEED)
    said("feeds", "add", address)
    said("ingest", "--feed", address)
    assert "never fetched" in said("doctor")[1]
    said("ingest")
    assert "never fetched" not in said("doctor")[1]


def test_what_is_no_list_is_said_once(said, tmp_path):
    file = tmp_path / "feeds.opml"
    file.write_text("<html></html>", encoding="utf-8")
    status, out, _ = said("feeds", "import-opml", str(file))
    assert (status, out) == (1, "Line 1: This is no list of feeds (OPML).\n")


def test_a_feed_is_paused_resumed_and_removed(said, server):
    address = server.answer("/feed", FEED)
    said("feeds", "add", address)
    assert said("feeds", "pause", address)[:2] == (0, "Acme: paused\n")
    assert "paused since" in said("feeds", "list")[1]
    assert said("feeds", "resume", address)[0] == 0
    assert said("ingest")[1] == "Acme: nothing new\n"
    assert said("feeds", "remove", address)[0] == 0
    status, _, err = said("feeds", "remove", address)
    assert (status, "not followed" in err) == (1, True)


def test_a_list_is_imported_row_by_row_and_exported(said, tmp_path):
    file = tmp_path / "feeds.opml"
    rows = '<outline xmlUrl="https://a.example/f"/>\n<outline type="rss" text="No"/>'
    file.write_text(f"<opml><body>\n{rows}</body></opml>", encoding="utf-8")
    status, out, err = said("feeds", "import-opml", str(file))
    assert status == 1
    assert out.splitlines()[0] == "Line 2: https://a.example/f: followed now"
    assert out.splitlines()[1].startswith("Line 3: No: The row")
    assert "followed now: 1" in err
    assert "https://a.example/f" in said("feeds", "export-opml")[1]


def test_news_are_matched_line_by_line_without_a_database(said, typed, home):
    typed(
        {"id": "a", "title": "Veo 4 makes video clips of 30 seconds", "lang": "en"},
        {"id": 2, "title": "A new chair", "summary": None, "url": "https://a.example"},
    )
    status, out, err = said("match")
    first, second = map(json.loads, out.splitlines())
    assert (status, err) == (0, "")
    assert (first["id"], first["themes"]) == ("a", ["longer-video"])
    assert {"theme": "longer-video", "words": ["30 seconds"]} in first["why"]
    assert second == {
        "id": 2,
        "themes": [],
        "signals": [],
        "is_release": False,
        "models": [],
        "why": [],
    }
    assert not home.exists()


def test_bad_lines_are_named_and_the_good_ones_answered(said, typed):
    good = {"id": "x", "title": "Veo 4"}
    typed(b"{", good, b"", [1], {"id": "y"}, {"id": 1.5, "title": ""}, b"\xff", good)
    status, out, err = said("match")
    assert status == 1
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["x", "x"]
    assert [line.split(":")[0] for line in err.splitlines()] == [
        f"Line {number}" for number in (1, 4, 5, 6, 7)
    ]
    assert err.lower().count("line") == 5  # nobody counts a second time


def test_half_characters_are_matched_and_given_back_as_they_came(said, typed):
    typed(b'{"id": "\\ud83d", "title": "Veo 4 \\ud83d"}')
    status, out, _ = said("match")
    assert status == 0
    assert json.loads(out)["id"] == "\ud83d"


@pytest.mark.parametrize("field", ["url", "published", "summary"])
def test_what_a_line_says_is_checked_even_if_it_is_not_read(said, typed, field):
    typed({"id": 1, "title": "Veo 4", field: 5})
    assert said("match") == (1, "", f"Line 1: {field} is no text.\n")


@pytest.mark.parametrize("spacing", ["-1", "nan", "inf", "soon"])
def test_a_wrong_spacing_is_refused(said, capsys, spacing):
    with pytest.raises(SystemExit) as stopped:
        said("ingest", f"--spacing={spacing}")
    assert stopped.value.code == 2
    assert "seconds" in capsys.readouterr().err


@pytest.mark.parametrize(
    "length", ["0s", "1", "soon", "-5m", "1.5h", "366d", "99999999999d"]
)
def test_a_wrong_length_of_time_is_said_with_the_right_form(said, capsys, length):
    with pytest.raises(SystemExit) as stopped:
        said("ingest", f"--every={length}")
    assert stopped.value.code == 2
    assert "15m" in capsys.readouterr().err
