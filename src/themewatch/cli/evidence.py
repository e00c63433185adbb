"""The commands of evidence: serve it, draw the map, bring records in and out."""

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from themewatch.cli.archive import bring_in, is_archive, take_along
from themewatch.cli.terminal import (
    day,
    lines_of,
    now,
    say,
    tell,
    the_house,
    the_settings,
    writer_to,
)
from themewatch.domain.production import MAKES
from themewatch.errors import InputError
from themewatch.words import _

if TYPE_CHECKING:
    from themewatch.cli.entry import Commands
    from themewatch.config import Settings

_LAST_PORT = 65535
MAP_FORMATS = ("text", "json", "csv", "markdown")


def add_commands(commands: "Commands") -> None:
    _add_run(commands.add("run", _run, "serve the app on this machine"))
    _add_map(commands.add("map", _map, "write where the themes stand"))
    _add_import(
        commands.add("import", _import, "add what a file holds, all of it or nothing")
    )
    commands.add("export", _export, "write every record, or everything").add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        default="-",
        help="default: standard output; into a .zip goes everything, files too",
    )
    commands.add(
        "doctor", _doctor, "say what is wrong and what to do", makes_database=False
    ).add_argument(
        "--deep", action="store_true", help="read all of the database and every file"
    )


def _run(arguments: argparse.Namespace) -> None:
    from themewatch.serve import is_free, refuse_open_door, serve

    settings = the_settings(arguments, with_sign_in=True)
    if arguments.trusted_network:
        settings = replace(settings, is_trusted_network=True)
    host = arguments.host
    refuse_open_door(settings, host)
    if arguments.port is not None and not is_free(arguments.port, host):
        raise InputError(
            f"Port {arguments.port} is taken: name another, or leave --port out."
        )
    the_house(arguments).close()
    fetch_news = not arguments.no_ingest
    serve(settings, host=host, port=arguments.port, fetch_news=fetch_news)


def _map(arguments: argparse.Namespace) -> None:
    from themewatch.services.editions import last_day
    from themewatch.services.map_files import write_map
    from themewatch.services.maps import get_map
    from themewatch.services.production import map_for

    as_of = arguments.as_of or now().date()
    with the_house(arguments).reading() as session:
        maturity_map = get_map(
            session,
            as_of=as_of,
            known_on=arguments.known_on,
            compare=arguments.compare or last_day(session, as_of),
        )
    if arguments.make is not None:
        maturity_map = map_for(maturity_map, arguments.make)
    say(write_map(maturity_map, arguments.format), end="")


def _import(arguments: argparse.Namespace) -> None:
    from themewatch.services.exchange import import_records, in_words
    from themewatch.services.reference import catalogue

    if is_archive(arguments.file):
        bring_in(arguments)
        return
    if arguments.dry_run:
        raise InputError("Only what an archive would bring can be told: name a .zip.")
    lines = lines_of(arguments.file)
    with the_house(arguments).writing() as session:
        result = import_records(session, lines, now=now(), catalogue=catalogue())
    tell(in_words(result))


def _export(arguments: argparse.Namespace) -> None:
    from themewatch.services.exchange import export_records

    if is_archive(arguments.file):
        take_along(arguments)
        return
    with the_house(arguments).reading() as session, writer_to(arguments.file) as out:
        out.writelines(f"{line}\n" for line in export_records(session))


def _doctor(arguments: argparse.Namespace) -> int:
    from themewatch.services.doctor import examine

    settings, problems = _settings_and_problems(arguments)
    findings = list(examine(settings, now=now(), deep=arguments.deep))
    for sentence in [f.sentence for f in findings] + problems:
        say(sentence)
    return int(bool(problems) or any(finding.is_wrong for finding in findings))


def _settings_and_problems(
    arguments: argparse.Namespace,
) -> "tuple[Settings, list[str]]":
    """Return what was chosen, and what of sign-in cannot be read."""
    try:
        return the_settings(arguments, with_sign_in=True), []
    except InputError as error:
        said = _("Wrong: {error}")
        problems = [said.format(error=problem) for problem in error.problems]
        return the_settings(arguments), problems


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 0 < int(text[:9]) <= _LAST_PORT):
        message = f"{text!r} is no port: name one from 1 to {_LAST_PORT}"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _add_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port", type=_port, help="default: 8501, or the next free port"
    )
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="where others reach it, such as 0.0.0.0; default: this machine alone",
    )
    parser.add_argument(
        "--trusted-network",
        action="store_true",
        help="let others come without signing in: anyone can act under any name",
    )
    parser.add_argument(
        "--no-ingest",
        action="store_true",
        help="fetch no news beside the server: `themewatch ingest` runs elsewhere",
    )


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        help="JSON Lines, or a .zip with everything; - reads lines of standard input",
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="only tell what would come out of a .zip",
    )


def _add_map(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as-of", type=day, metavar="D", help="the day it shows; default: today"
    )
    parser.add_argument(
        "--known-on", type=day, metavar="D", help="only what was known by that day"
    )
    parser.add_argument(
        "--compare",
        type=day,
        metavar="D",
        help="say what moved since that day; default: the last edition's, if any",
    )
    parser.add_argument(
        "--make", choices=MAKES, help="only the themes that bear on this work"
    )
    parser.add_argument("--format", choices=MAP_FORMATS, default="text")
