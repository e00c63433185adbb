"""The commands of news: fetch it, match it."""

import argparse
import logging
import os
import re
import sys
import threading
from collections.abc import Sequence
from datetime import timedelta
from time import sleep
from typing import TYPE_CHECKING

from themewatch.cli.looking import (
    add_network_options,
    line_of,
    match_all,
    network_settings,
)
from themewatch.cli.terminal import (
    Progress,
    minute,
    printable,
    say,
    stopping_said,
    tell,
    the_house,
)
from themewatch.errors import ThemewatchError

if TYPE_CHECKING:
    from themewatch.cli.entry import Commands
    from themewatch.services.house import House
    from themewatch.services.ingest import DueFeed, Held, Ingest

_ROUNDS = 2  # in the second, what a page named as its feed is looked at
_LENGTH = re.compile(r"(\d{1,9})([smhd])")
_LONGEST = timedelta(days=365)
_log = logging.getLogger(__name__)
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def add_commands(commands: "Commands") -> None:
    _add_ingest(commands.add("ingest", _ingest, "look at all feeds that are due"))
    commands.add_bare(
        "match",
        "say what news speak of: JSON Lines from standard input to standard output",
    ).set_defaults(command=_match)


def _ingest(arguments: argparse.Namespace) -> int | None:
    if arguments.until_eof:
        _end_with_standard_input()
        _make_way()
    house = the_house(arguments)
    try:
        with stopping_said():
            if arguments.every is None:
                return _pass(house, arguments)
            _keep_going(house, arguments)
    except KeyboardInterrupt:
        tell("Stopped. What was fetched is kept; run it again to go on.")
        raise
    finally:
        house.close()
    return None


def _keep_going(house: "House", arguments: argparse.Namespace) -> None:
    """Pass after pass; neither a busy database nor a bug, which is logged, ends it."""
    while True:
        try:
            _pass(house, arguments)
        except ThemewatchError as error:
            tell(f"{error} It is tried again.")
        except Exception:  # noqa: BLE001  said in the log, with all there is to say
            _log.exception("a pass failed; it is tried again")
        sleep(arguments.every.total_seconds())


def _pass(house: "House", arguments: argparse.Namespace) -> int:
    """Look at what is due, or at one feed, then match what awaits it."""
    from themewatch.services.ingest import ingest

    with ingest(house, network_settings(arguments)) as run:
        if arguments.feed is None:
            seen = sum(_look(run, run.due(), arguments) for _ in range(_ROUNDS))
        else:
            seen = _look(run, [run.named(arguments.feed)], arguments)
        held = run.held()
    if not arguments.no_matching:
        match_all(house, quiet=arguments.quiet)
    if arguments.feed is not None:
        return 0 if seen else _say_not_looked_at(held)
    if not arguments.quiet:
        _say_what_is_left(house, arguments, seen, held)
    return 0


def _look(run: "Ingest", feeds: Sequence["DueFeed"], args: argparse.Namespace) -> int:
    """Look at feeds; returns at how many: others may be faster."""
    seen = 0
    with Progress("Feeds", len(feeds), quiet=args.quiet) as progress:
        for looked in run.look_at(feeds, is_pass=args.feed is None):
            seen += 1
            progress.step(line=None if args.quiet else line_of(looked))
    return seen


def _say_not_looked_at(held: "Held | None") -> int:
    """Say why the one feed that was named was not looked at; refused is refused."""
    free = f"free by {minute(held.until)}" if held else "free now"
    tell(f"This feed is held by another run, or by one that was killed; {free}.")
    return 1


def _say_what_is_left(
    house: "House", arguments: argparse.Namespace, seen: int, held: "Held | None"
) -> None:
    """Say what others hold; of a single run that found nothing due, when it will."""
    if held is not None:
        are = "due feed is" if held.feeds == 1 else "due feeds are"
        tell(
            f"{held.feeds} {are} held by another run, or by one that was killed; "
            f"free by {minute(held.until)}."
        )
    elif not seen and arguments.every is None:
        tell(_when_due(house))


def _when_due(house: "House") -> str:
    from themewatch.services.feeds import find_next

    with house.reading() as session:
        feed = find_next(session)
    if feed is None:
        return "No feed is due: none is followed, or all are paused."
    return (
        f"No feed is due; the next is {printable(feed.name)} at {minute(feed.due_at)}."
    )


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
    length = timedelta(**{_UNITS[found[2]]: int(found[1])}) if found else timedelta()
    if not timedelta() < length <= _LONGEST:
        message = f"{text!r} is no length of time: write it as 30s, 15m, 1h or 1d"
        raise argparse.ArgumentTypeError(message)
    return length
