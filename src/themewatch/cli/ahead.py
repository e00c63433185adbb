"""The commands of what lies ahead: forecast and checkpoints."""

import argparse
import re
from datetime import date
from typing import TYPE_CHECKING

from themewatch.cli.terminal import now, say, the_house
from themewatch.domain.months import month_end
from themewatch.domain.stage import Stage
from themewatch.domain.theme import SLUGS

if TYPE_CHECKING:
    from themewatch.cli.entry import Commands

FORMATS = ("text", "json")
STAGES = ("growing", "maturing", "mature")


def add_commands(commands: "Commands") -> None:
    _add_forecast(commands.add("forecast", _forecast, "say what stage is how probable"))
    checkpoints = commands.add("checkpoints", _checkpoints, "list what to watch for")
    checkpoints.add_argument(
        "--due", action="store_true", help="only those whose day has come"
    )
    checkpoints.add_argument("--format", choices=FORMATS, default="text")


def _add_forecast(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--theme", choices=SLUGS, help="default: all of them")
    parser.add_argument(
        "--stage", choices=STAGES, help="default: each theme's next stage"
    )
    parser.add_argument(
        "--by",
        type=_month,
        metavar="YYYY-MM",
        help="the end of this month; default: a year's months on",
    )
    parser.add_argument("--format", choices=FORMATS, default="text")


def _forecast(arguments: argparse.Namespace) -> None:
    from themewatch.services.ahead import write_chances

    stage = Stage.named(arguments.stage) if arguments.stage else None
    with the_house(arguments).reading() as session:
        answer = write_chances(
            session,
            arguments.format,
            as_of=now().date(),
            theme=arguments.theme,
            sentence=(stage, arguments.by),
        )
    say(answer, end="")


def _checkpoints(arguments: argparse.Namespace) -> None:
    from themewatch.services.ahead import write_checkpoints

    today = now().date()
    with the_house(arguments).reading() as session:
        answer = write_checkpoints(
            session, arguments.format, as_of=today, only_due=arguments.due
        )
    say(answer, end="")


def _month(text: str) -> date:
    """Return the last day of a month; Python alone would take other forms too."""
    try:
        if re.fullmatch(r"\d{4}-\d\d", text):
            return month_end(date.fromisoformat(f"{text}-01"))
    except ValueError:
        pass
    message = f"{text!r} is no month: write it as 2027-06"
    raise argparse.ArgumentTypeError(message)
