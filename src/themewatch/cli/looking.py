"""What commands that look at feeds share: how to ask, what to tell, and matching."""

import argparse
from math import isfinite
from typing import TYPE_CHECKING

from themewatch.cli.terminal import Progress, now, printable, the_settings

if TYPE_CHECKING:
    from themewatch.services.house import House
    from themewatch.services.ingest import FetchSettings, Looked


def add_network_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--spacing",
        type=_seconds,
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


def match_all(house: "House", *, quiet: bool = False) -> None:
    """Match all that awaits it."""
    from themewatch.services.matcher import matcher
    from themewatch.services.matching import count_awaiting, match_awaiting

    with house.reading() as session:
        total = count_awaiting(session)
    with Progress("Matching", total, quiet=quiet) as progress:
        for count in match_awaiting(house, matcher(), now=now()):
            progress.step(count)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not (isfinite(seconds) and seconds >= 0):
        message = f"{text!r} is no number of seconds: write it as 0, 0.5 or 2"
        raise argparse.ArgumentTypeError(message)
    return seconds
