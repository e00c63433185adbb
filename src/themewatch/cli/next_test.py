"""The command that says what to test next."""

import argparse
from typing import TYPE_CHECKING

from themewatch.cli.terminal import now, say, the_house

if TYPE_CHECKING:
    from themewatch.cli.entry import Commands


def add_commands(commands: "Commands") -> None:
    parser = commands.add(
        "worth-testing", _worth_testing, "say where one careful test would tell most"
    )
    parser.add_argument(
        "--theme",
        action="append",
        default=[],
        metavar="T",
        help="only of this theme, such as longer-video; may be given several times",
    )
    parser.add_argument(
        "--person",
        metavar="NAME",
        help="who would test: a test by somebody known tells more",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _worth_testing(arguments: argparse.Namespace) -> None:
    from themewatch.services.next_test_list import write_tests

    with the_house(arguments).reading() as session:
        written = write_tests(
            session,
            arguments.format,
            as_of=now().date(),
            person=arguments.person,
            themes=arguments.theme,
        )
    say(written, end="")
