"""The commands of reviews: list them, and write what came of one."""

import argparse
from typing import TYPE_CHECKING

from themewatch.cli.terminal import now, printable, say, tell, the_house

if TYPE_CHECKING:
    from themewatch.cli.entry import Commands
    from themewatch.domain.review import Review

FORMATS = ("markdown", "json")


def add_commands(commands: "Commands") -> None:
    group = commands.group("review", "list reviews of the map, and their minutes")
    group.add("list", _list, "write every review, the one opened last first")
    showing = group.add("show", _show, "write the minutes of a review")
    showing.add_argument("review", metavar="ID", help="as `review list` writes it")
    showing.add_argument("--format", choices=FORMATS, default="markdown")


def _list(arguments: argparse.Namespace) -> None:
    from themewatch.services.reviews import list_reviews

    with the_house(arguments).reading() as session:
        reviews = list_reviews(session)
    for review in reviews:
        say(_as_line(review))
    if not reviews:
        tell("No review was opened here yet: open one in the app.")


def _as_line(review: "Review") -> str:
    from themewatch.charts.review_words import review_period, review_state

    state = review_state(review, now())
    return printable(
        " | ".join((review.id, review.title, review_period(review), state))
    )


def _show(arguments: argparse.Namespace) -> None:
    from themewatch.services.review_board import write_minutes

    with the_house(arguments).reading() as session:
        answer = write_minutes(session, arguments.review, arguments.format, now=now())
    say(answer, end="")
