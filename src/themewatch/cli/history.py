"""The command of what was done: who did what, and when."""

import argparse
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from themewatch.cli.terminal import day, say, the_house
from themewatch.domain.activity import Act, Sought
from themewatch.errors import InputError

if TYPE_CHECKING:
    from themewatch.cli.entry import Commands

FORMATS = ("text", "csv", "json")
_DAY = timedelta(days=1)


def add_commands(commands: "Commands") -> None:
    parser = commands.add("history", _history, "say who did what, and when")
    parser.add_argument("--who", metavar="NAME", help="only what this person did")
    parser.add_argument(
        "--act",
        action="append",
        default=[],
        metavar="A",
        type=_act,
        help="only this, such as taken-back; can be repeated",
    )
    parser.add_argument("--text", metavar="T", default="", help="only what speaks of T")
    parser.add_argument("--since", type=day, metavar="D", help="from this day on")
    parser.add_argument("--until", type=day, metavar="D", help="up to this day")
    parser.add_argument("--format", choices=FORMATS, default="text")


def _history(arguments: argparse.Namespace) -> None:
    from themewatch.services.history import write_history

    first, last = arguments.since, arguments.until
    if first and last and last < first:
        raise InputError(f"--until {last} lies before --since {first}: swap them.")
    sought = Sought(
        person=arguments.who,
        acts=tuple(arguments.act),
        text=arguments.text,
        since=_midnight(arguments.since),
        before=_midnight(arguments.until, after=_DAY),
    )
    with the_house(arguments).reading() as session:
        answer = write_history(session, arguments.format, sought)
    say(answer, end="")


def _midnight(on: date | None, after: timedelta = timedelta()) -> datetime | None:
    """Return when a day begins, or so much later; days are those of UTC."""
    if on is None:
        return None
    try:
        return datetime.combine(on, time(), UTC) + after
    except OverflowError:  # the last day there is has no end
        return None


def _act(text: str) -> Act:
    try:
        return Act(text)
    except ValueError:
        known = ", ".join(act.value for act in Act)
        message = f"{text!r} is nothing that is done here: choose of {known}"
        raise argparse.ArgumentTypeError(message) from None
