"""The command of claims: whether they hold up, claim by claim or vendor by vendor."""

import argparse
from typing import TYPE_CHECKING

from themewatch.cli.terminal import now, say, the_house
from themewatch.domain.claim import Outcome
from themewatch.domain.theme import SLUGS
from themewatch.errors import InputError

if TYPE_CHECKING:
    from themewatch.cli.entry import Commands

FORMATS = ("text", "json")


def add_commands(commands: "Commands") -> None:
    parser = commands.add("claims", _claims, "say whether what vendors claim holds up")
    parser.add_argument("--theme", choices=SLUGS, help="only claims under this theme")
    parser.add_argument("--vendor", metavar="V", help="only claims of this vendor")
    parser.add_argument(
        "--outcome",
        choices=[outcome.value for outcome in Outcome],
        help="only claims of which this came",
    )
    parser.add_argument(
        "--vendors",
        action="store_true",
        help="how far each vendor's claims ran ahead of tests, not claim by claim",
    )
    parser.add_argument("--format", choices=FORMATS, default="text")


def _claims(arguments: argparse.Namespace) -> None:
    from themewatch.domain.claim_search import ClaimSearch
    from themewatch.services.claims import write_claims, write_vendors

    if arguments.vendors and arguments.outcome:
        raise InputError(
            "A vendor is judged by all its claims: leave --outcome or --vendors out."
        )
    search = ClaimSearch(
        themes=_chosen(arguments.theme),
        vendors=_chosen(arguments.vendor),
        outcomes=tuple(map(Outcome, _chosen(arguments.outcome))),
    )
    write = write_vendors if arguments.vendors else write_claims
    with the_house(arguments).reading() as session:
        answer = write(session, arguments.format, as_of=now().date(), search=search)
    say(answer, end="")


def _chosen(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)
