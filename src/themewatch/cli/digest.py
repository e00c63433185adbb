"""The command of the digest: what some days brought, for cron and mail."""

import argparse
from datetime import date, datetime
from typing import TYPE_CHECKING

from themewatch.cli.terminal import day, now, say, tell, the_house, the_settings

if TYPE_CHECKING:
    from themewatch.cli.entry import Commands
    from themewatch.services.house import House

FORMATS = ("markdown", "html")
LAST = "last"


def add_commands(commands: "Commands") -> None:
    parser = commands.add("digest", _digest, "tell what some days brought")
    parser.add_argument(
        "--since",
        type=_day_or_last,
        metavar="D",
        required=True,
        help="the days after this one; last: those after the digest before, until "
        "yesterday",
    )
    parser.add_argument(
        "--until",
        type=day,
        metavar="D",
        help="the last day; default: today, or with --since last yesterday",
    )
    parser.add_argument("--format", choices=FORMATS, default="markdown")
    parser.add_argument(
        "--quiet-if-empty",
        action="store_true",
        help="write nothing at all where nothing happened",
    )


def _digest(arguments: argparse.Namespace) -> None:
    from themewatch.services.digest_told import keep_told

    house, present = the_house(arguments), now()
    since, until = _days(arguments, house, present.date())
    if arguments.since == LAST and since >= until:
        tell(f"Everything until {since} was told already.")
        return
    answer = _answer(arguments, house, (since, until), present)
    if answer:
        say(answer, end="")
    if arguments.since == LAST:
        with house.writing() as session:
            keep_told(session, until)


def _days(
    arguments: argparse.Namespace, house: "House", today: date
) -> tuple[date, date]:
    from themewatch.services.digest_told import days_to_tell

    if arguments.since != LAST:
        return arguments.since, arguments.until or today
    with house.reading() as session:
        since, until = days_to_tell(session, today=today)
    return since, arguments.until or until


def _answer(
    arguments: argparse.Namespace,
    house: "House",
    days: tuple[date, date],
    present: datetime,
) -> str:
    """Return the digest, empty where there is nothing to tell and none was wanted."""
    from themewatch.services.digest import FORMATS as WRITERS
    from themewatch.services.digest import get_digest

    since, until = days
    address = the_settings(arguments).public_url
    with house.reading() as session:
        digest = get_digest(
            session, since=since, until=until, now=present, public_url=address
        )
    if digest.is_empty and arguments.quiet_if_empty:
        return ""
    return WRITERS[arguments.format](digest)


def _day_or_last(text: str) -> date | str:
    return LAST if text == LAST else day(text)
