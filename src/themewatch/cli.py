"""The command line: each command asks one service and writes its answer.

Answers go to standard output, notices to standard error.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from themewatch import __version__
from themewatch.config import Settings, use_one_thread
from themewatch.errors import InputError, ThemewatchError

if TYPE_CHECKING:
    from themewatch.services.house import House

MAP_FORMATS = ("text", "json", "csv", "markdown")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 refused, 2 misused."""
    use_one_thread()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # the map is no Latin text
    arguments = _parser().parse_args(argv)
    try:
        return arguments.command(arguments) or 0
    except ThemewatchError as error:
        problems = error.problems if isinstance(error, InputError) else [str(error)]
        for problem in problems:
            _tell(problem)
        return 1
    except BrokenPipeError:
        sys.stderr.close()  # whoever reads the answer has seen enough of it
        return 0


def _run(arguments: argparse.Namespace) -> None:
    from themewatch.serve import serve

    _open(arguments).close()
    serve(_settings(arguments), port=arguments.port)


def _map(arguments: argparse.Namespace) -> None:
    from themewatch.services.map_files import write_map
    from themewatch.services.maps import get_map

    with _open(arguments).reading() as session:
        maturity_map = get_map(
            session,
            as_of=arguments.as_of or _now().date(),
            known_on=arguments.known_on,
            compare=arguments.compare,
        )
    sys.stdout.write(write_map(maturity_map, arguments.format))


def _import(arguments: argparse.Namespace) -> None:
    from themewatch.services.exchange import import_records
    from themewatch.services.reference import catalogue

    lines = _lines(arguments.file)
    with _open(arguments).writing() as session:
        result = import_records(session, lines, now=_now(), catalogue=catalogue())
    added = ", ".join(
        f"{n} {kind}" + "s" * (n > 1) for kind, n in result.added.items() if n
    )
    _tell(
        f"Added: {added or 'nothing'}. There already: {result.unchanged}. "
        f"Taken back: {result.taken_back}."
    )


def _export(arguments: argparse.Namespace) -> None:
    from themewatch.services.exchange import export_records

    with _open(arguments).reading() as session, _writer(arguments.file) as out:
        out.writelines(f"{line}\n" for line in export_records(session))


def _doctor(arguments: argparse.Namespace) -> int:
    from themewatch.services.doctor import examine

    findings = list(examine(_settings(arguments)))
    for finding in findings:
        print(finding.sentence)
    return int(any(finding.is_wrong for finding in findings))


def _open(arguments: argparse.Namespace) -> "House":
    from themewatch.services.house import open_house

    settings = _settings(arguments)
    house = open_house(settings, reference=not arguments.no_reference)
    if house.is_new:
        _tell(f"Made a new database: {settings.whereabouts}")
    elif arguments.no_reference and house.has_reference:
        _tell("The shipped releases are in this database already, so they stay.")
    return house


def _settings(arguments: argparse.Namespace) -> Settings:
    return Settings.from_environment(arguments.database)


def _lines(name: str) -> Sequence[str]:
    try:
        if name == "-":
            return sys.stdin.readlines()
        with Path(name).open(encoding="utf-8-sig") as file:
            return file.readlines()
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not text in UTF-8: save it as such.") from error


@contextmanager
def _writer(name: str) -> Iterator[TextIO]:
    if name == "-":
        yield sys.stdout
        return
    try:
        with Path(name).open("w", encoding="utf-8", newline="\n") as out:
            yield out
    except OSError as error:
        raise InputError(f"{name} cannot be written: {error.strerror}.") from error


def _now() -> datetime:
    return datetime.now(UTC)


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is no date: write it as 2026-11-21"
        raise argparse.ArgumentTypeError(message) from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="themewatch",
        description="See where generative media is heading: "
        "what vendors say, and what tests show.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_run(_command(commands, "run", _run, "serve the app on this machine"))
    _add_map(_command(commands, "map", _map, "write where the themes stand"))
    _command(
        commands, "import", _import, "add records from a file, all or none"
    ).add_argument("file", metavar="FILE", help="JSON Lines; - reads standard input")
    _command(commands, "export", _export, "write every record").add_argument(
        "file", metavar="FILE", nargs="?", default="-", help="default: standard output"
    )
    _command(commands, "doctor", _doctor, "say what is wrong and what to do")
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    action: Callable[[argparse.Namespace], int | None],
    about: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=about, description=f"{about.capitalize()}.")
    parser.set_defaults(command=action)
    parser.add_argument(
        "--database",
        metavar="URL",
        help="a file or a postgresql:// address; default: THEMEWATCH_DATABASE_URL, "
        "else a file in THEMEWATCH_HOME",
    )
    if action is not _doctor:
        parser.add_argument(
            "--no-reference",
            action="store_true",
            help="leave the shipped releases out of a new database, for good",
        )
    return parser


def _add_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, help="default: 8501, or the next free port")


def _add_map(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as-of", type=_day, metavar="D", help="the day it shows; default: today"
    )
    parser.add_argument(
        "--known-on", type=_day, metavar="D", help="only what was known by that day"
    )
    parser.add_argument(
        "--compare", type=_day, metavar="D", help="say what moved since that day"
    )
    parser.add_argument("--format", choices=MAP_FORMATS, default="text")
