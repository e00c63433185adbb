"""The commands of feeds: which are followed, and bringing lists of them in and out."""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from themewatch.cli.looking import (
    add_network_options,
    line_of,
    match_all,
    network_settings,
)
from themewatch.cli.terminal import (
    binary_of,
    minute,
    now,
    printable,
    say,
    stopping_said,
    tell,
    the_house,
    writer_to,
)

if TYPE_CHECKING:
    from themewatch.cli.entry import Commands
    from themewatch.domain.feed import Feed
    from themewatch.services.feed_lists import ImportedRow
    from themewatch.services.feeds import Followed

OWNER = ""
"""Who adds a feed from here: somebody who has no name on screen."""
WHAT_BECAME = {"added": "followed now", "there": "followed already", "wrong": "wrong"}


def add_commands(commands: "Commands") -> None:
    group = commands.group("feeds", "add, pause, remove and list sources of news")
    listing = group.add("list", _list, "write the feeds that are followed")
    listing.add_argument("--format", choices=("text", "json"), default="text")
    adding = group.add("add", _add, "follow a feed, or the feed of a site")
    _takes_address(adding)
    add_network_options(adding)
    for name, action, about, done in (
        ("pause", _pause, "ask a feed no more until it is resumed", "paused"),
        ("resume", _resume, "ask a paused feed again", "will be asked again"),
        ("remove", _remove, "follow a feed no longer, keep what it gave", "removed"),
    ):
        parser = group.add(name, action, about)
        parser.set_defaults(done=done)
        _takes_address(parser)
    group.add(
        "add-starters",
        _add_starters,
        "follow the shipped list of sources to start with",
    )
    group.add(
        "import-opml", _import, "follow every feed of a list that can be"
    ).add_argument("file", metavar="FILE", help="OPML; - reads standard input")
    group.add("export-opml", _export, "write the feeds as OPML").add_argument(
        "file", metavar="FILE", nargs="?", default="-", help="default: standard output"
    )


def _takes_address(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("address", metavar="URL")


def _list(arguments: argparse.Namespace) -> None:
    from themewatch.services.feeds import list_feeds

    with the_house(arguments).reading() as session:
        followed = list_feeds(session, now=now())
    if arguments.format == "json":
        say(json.dumps([_as_json(one) for one in followed], ensure_ascii=False))
    else:
        for one in followed:
            say(_as_line(one))
    if not followed:
        tell("No feed is followed yet: `themewatch feeds add URL`, or add-starters.")


def _add(arguments: argparse.Namespace) -> int:
    """Follow a feed and look at it at once."""
    from themewatch.services.first_look import follow
    from themewatch.services.ingest import ingest

    house = the_house(arguments)
    with stopping_said(), ingest(house, network_settings(arguments)) as run:
        looked = follow(house, run, arguments.address, by=OWNER, now=now())
    if looked is None:
        tell("It is followed, and another run looks at it just now.")
        return 0
    say(line_of(looked))
    match_all(house)
    if looked.fetch.problem is not None:
        tell("It is followed, and will be asked again.")
    return int(looked.fetch.problem is not None)


def _pause(arguments: argparse.Namespace) -> None:
    from themewatch.services.feeds import pause

    _edit(arguments, pause)


def _resume(arguments: argparse.Namespace) -> None:
    from themewatch.services.feeds import resume

    _edit(arguments, resume)


def _remove(arguments: argparse.Namespace) -> None:
    from themewatch.services.feeds import remove

    _edit(arguments, remove)


def _edit(arguments: argparse.Namespace, edit: Callable[..., None]) -> None:
    from themewatch.services.feeds import get_feed_at

    with the_house(arguments).writing() as session:
        feed = get_feed_at(session, arguments.address)
        edit(session, feed.id, feed.version, now=now())
    say(printable(f"{feed.name}: {arguments.done}"))


def _add_starters(arguments: argparse.Namespace) -> int:
    from themewatch.services.feed_lists import add_starters

    with the_house(arguments).writing() as session:
        return _report(add_starters(session, by=OWNER, now=now()))


def _import(arguments: argparse.Namespace) -> int:
    from themewatch.services.feed_lists import import_feeds

    with binary_of(arguments.file) as file:
        opml = file.read()
    with the_house(arguments).writing() as session:
        return _report(import_feeds(session, opml, by=OWNER, now=now()))


def _report(rows: Sequence["ImportedRow"]) -> int:
    """Say what became of each row; the exit status is 1 if any was wrong."""
    for row in rows:
        told = (row.name, row.problem or WHAT_BECAME[row.state])
        say(printable(": ".join(filter(None, (f"Line {row.line}", *told)))))
    counts = Counter(row.state for row in rows)
    tell(", ".join(f"{WHAT_BECAME[state]}: {n}" for state, n in counts.items()))
    return int(any(row.problem is not None for row in rows))


def _export(arguments: argparse.Namespace) -> None:
    from themewatch.services.feed_lists import export_feeds

    with the_house(arguments).reading() as session, writer_to(arguments.file) as out:
        out.write(export_feeds(session))


def _as_line(one: "Followed") -> str:
    feed = one.feed
    a_week = f"{one.entries_a_week:.1f} a week"
    told = (feed.title, feed.address, a_week, _state(feed))
    return printable(" | ".join(filter(None, told)))


def _state(feed: "Feed") -> str:
    if feed.paused_at is not None:
        return f"paused since {minute(feed.paused_at)}"
    due = f"next {minute(feed.due_at)}"
    if feed.failing_since is not None:
        return f"failing since {minute(feed.failing_since)} ({feed.problem}), {due}"
    return due if feed.answered_at else "not looked at yet"


def _as_json(one: "Followed") -> dict[str, Any]:
    """Return a feed as an object, times as ISO 8601."""
    feed = one.feed
    times = ("due_at", "fetched_at", "failing_since", "paused_at")
    return {
        "id": feed.id,
        "address": feed.address,
        "title": feed.title,
        "entries_a_week": one.entries_a_week,
        "failures": feed.failures,
        "problem": feed.problem,
        "offers": list(feed.offers),
        **{name: _iso(getattr(feed, name)) for name in times},
    }


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
