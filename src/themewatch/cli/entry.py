"""Which commands there are, and running one."""

import argparse
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper

from themewatch import __version__
from themewatch.cli import (
    ahead,
    archive,
    claims,
    digest,
    editions,
    evidence,
    feeds,
    history,
    journal,
    news,
    next_test,
    review,
)
from themewatch.cli.terminal import OPENED, tell
from themewatch.config import use_one_thread
from themewatch.errors import InputError, ThemewatchError

_STOPPED = 130
Action = Callable[[argparse.Namespace], int | None]


class Commands:
    """The commands, or those of a command, and what all of them take."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._parsers = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(
        self, name: str, action: Action, about: str, *, makes_database: bool = True
    ) -> argparse.ArgumentParser:
        """Add a command; one that may make a database takes --no-reference too."""
        parser = self.add_bare(name, about)
        parser.set_defaults(command=action)
        parser.add_argument(
            "--database",
            metavar="URL",
            help="a file or a postgresql:// address; default: THEMEWATCH_DATABASE_URL, "
            "else a file in THEMEWATCH_HOME",
        )
        if makes_database:
            parser.add_argument(
                "--no-reference",
                action="store_true",
                help="leave the shipped releases out of a new database, for good",
            )
        return parser

    def group(self, name: str, about: str) -> "Commands":
        """Add a command that has commands of its own."""
        return Commands(self.add_bare(name, about))

    def add_bare(self, name: str, about: str) -> argparse.ArgumentParser:
        """Add a command that needs no database."""
        about_it = f"{about.capitalize()}."
        return self._parsers.add_parser(name, help=about, description=about_it)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The exit status: 0 done, 1 refused, 2 misused, 130 stopped by Ctrl-C.
    """
    use_one_thread()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # the map is no Latin text
    arguments = _parser().parse_args(argv)
    try:
        with OPENED:
            return _status(arguments.command(arguments))
    except ThemewatchError as error:
        problems = error.problems if isinstance(error, InputError) else [str(error)]
        for problem in problems:
            tell(problem)
        return 1
    except BrokenPipeError:
        return 0  # whoever reads the answer has seen enough of it
    except KeyboardInterrupt:
        return _STOPPED


def _status(returned: int | None) -> int:
    """Return the exit status; entering here, a Ctrl-C just before is not overlooked."""
    return returned or 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="themewatch",
        description="See where generative media is heading: "
        "what vendors say, and what tests show.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = Commands(parser)
    for group in (
        evidence,
        archive,
        claims,
        next_test,
        ahead,
        digest,
        review,
        editions,
        history,
        journal,
        news,
        feeds,
    ):
        group.add_commands(commands)
    return parser
