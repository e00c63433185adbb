"""The commands of news: fetch it, match it."""

import argparse
import os
import re
import sys
import threading
from datetime import timedelta
from time import sleep
from typing import TYPE_CHECKING

from themewatch.cli.terminal import (
    Progress,
    now,
    printable,
    say,
    tell,
    the_house,
    the_settings,
)
from themewatch.errors import ThemewatchError

if TYPE_CHECKING:
    from themewatch.cli.entry import Commands
    from themewatch.services.house import House
    from themewatch.services.ingest import FetchSettings, Ingest, Looked

STOPPED = 130
_ROUNDS = 2  # in the second, what a page named as its feed is looked at
_LENGTH = re.compile(r"(\d+)([smhd])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def add_commands(commands: "Commands") -> None:
    _add_ingest(commands.add("ingest", _ingest, "look at all feeds that are due"))
    commands.add_bare(
        "match",
        "say what news speak of: JSON Lines from standard input to standard output",
    ).set_defaults(command=_match)


def add_network_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--spacing",
        type=float,
        default=1.0,
        metavar="S",
        help="seconds between two requests to one host; default: 1",
    )
    parser.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="H",
        help="a host inside the network that may be asked; can be repeated; "
        "also THEMEWATCH_ALLOW_HOSTS",
    )


def network_settings(arguments: argparse.Namespace) -> "FetchSettings":
    from themewatch.services.ingest import FetchSettings

    allowed = the_settings(arguments).allow_hosts.union(arguments.allow_host)
    return FetchSettings(allowed_hosts=allowed, spacing=arguments.spacing)


def line_of(looked: "Looked") -> str:
    """Return what a look gave, in a line."""
    fetch = looked.fetch
    told = [f"{fetch.new} new"] if fetch.new else []
    told += [f"{fetch.changed} changed"] if fetch.changed else []
    what = fetch.problem or ", ".join(told) or "nothing new"
    return printable(f"{looked.feed.name}: {what}")


def _ingest(arguments: argparse.Namespace) -> int | None:
    if arguments.until_eof:
        _end_with_standard_input()
        _make_way()
    house = the_house(arguments)
    try:
        if arguments.every is None:
            _pass(house, arguments)
        else:
            _keep_going(house, arguments)
    except KeyboardInterrupt:
        tell("Stopped. What was fetched is kept; run it again to go on.")
        return STOPPED
    finally:
        house.close()
    return None


def _keep_going(house: "House", arguments: argparse.Namespace) -> None:
    """Pass after pass; what may go by, such as a busy database, ends nothing."""
    while True:
        try:
            _pass(house, arguments)
        except ThemewatchError as error:
            tell(f"{error} It is tried again.")
        sleep(arguments.every.total_seconds())


def _pass(house: "House", arguments: argparse.Namespace) -> None:
    """Look at what is due, or at one feed, then match what awaits it."""
    from themewatch.services.ingest import ingest

    with ingest(house, network_settings(arguments)) as run:
        for _ in range(_ROUNDS):
            _look(run, arguments)
            if arguments.feed:
                break
    if not arguments.no_matching:
        match_all(house, quiet=arguments.quiet)


def _look(run: "Ingest", arguments: argparse.Namespace) -> None:
    feeds = run.due() if arguments.feed is None else [run.named(arguments.feed)]
    with Progress(len(feeds), quiet=arguments.quiet) as progress:
        for looked in run.look_at(feeds):
            progress.step(line=None if arguments.quiet else line_of(looked))


def match_all(house: "House", *, quiet: bool = False) -> None:
    """Match all that awaits it."""
    from themewatch.services.matcher import matcher
    from themewatch.services.matching import count_awaiting, match_awaiting

    with house.reading() as session:
        total = count_awaiting(session)
    with Progress(total, quiet=quiet) as progress:
        for count in match_awaiting(house, matcher(), now=now()):
            progress.step(count)


def _match(_: argparse.Namespace) -> int:
    from themewatch.services.match_lines import match_lines
    from themewatch.services.matcher import matcher

    status = 0
    for answered in match_lines(sys.stdin.buffer, matcher()):
        if answered.answer is not None:
            say(answered.answer)
        else:
            tell(str(answered.problem))
            status = 1
    return status


def _end_with_standard_input() -> None:
    """Let the process end when whoever started it does, even by being killed."""

    def watch() -> None:
        sys.stdin.buffer.read()
        os._exit(0)  # at any moment: what is not kept whole is not kept at all

    threading.Thread(target=watch, daemon=True).start()


def _make_way() -> None:
    """Let the server beside us go first, where the system knows how."""
    if hasattr(os, "nice"):
        os.nice(10)


def _add_ingest(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--every", type=_length, metavar="T", help="keep going: 30s, 15m, 1h or 1d"
    )
    parser.add_argument("--feed", metavar="URL", help="this one, whether due or not")
    parser.add_argument(
        "--no-matching", action="store_true", help="leave matching to the next run"
    )
    parser.add_argument(
        "--quiet", action="store_true", help="say only what is wrong with the run"
    )
    parser.add_argument(
        "--until-eof", action="store_true", help="end when standard input ends"
    )
    add_network_options(parser)


def _length(text: str) -> timedelta:
    found = _LENGTH.fullmatch(text.strip())
    if found is None or not int(found[1]):
        message = f"{text!r} is no length of time: write it as 30s, 15m, 1h or 1d"
        raise argparse.ArgumentTypeError(message)
    return timedelta(**{_UNITS[found[2]]: int(found[1])})
