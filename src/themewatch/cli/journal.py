"""The commands of journals: list, show, take out and bring in one's own."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from themewatch.cli.binary import binary_to
from themewatch.cli.terminal import (
    binary_of,
    now,
    printable,
    say,
    tell,
    the_house,
)

if TYPE_CHECKING:
    from themewatch.cli.entry import Commands
    from themewatch.domain.journal import Journal
    from themewatch.services.house import Session
    from themewatch.services.journal_paper import Paper
    from themewatch.services.journal_zip import BroughtIn

FORMATS = ("markdown", "html", "pdf", "svg", "zip")


def add_commands(commands: "Commands") -> None:
    group = commands.group("journal", "list, show and take out months with a theme")
    listing = group.add("list", _list, "write the journals of a person")
    _takes_person(listing)
    showing = group.add("show", _show, "write a journal as text")
    _takes_journal(showing)
    export = group.add("export", _export, "write a journal to a file")
    _takes_journal(export)
    export.add_argument("file", metavar="FILE", help="- writes to standard output")
    export.add_argument("--format", choices=FORMATS, required=True)
    bring = group.add("import", _import, "bring in a journal's zip, all of it or none")
    bring.add_argument("file", metavar="FILE", help="a zip that export wrote")
    _takes_person(bring)


def _takes_person(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--person",
        metavar="NAME",
        required=True,
        help="whose: a journal is its person's own",
    )


def _takes_journal(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("journal", metavar="ID", help="as `journal list` writes it")
    _takes_person(parser)
    parser.add_argument(
        "--number",
        type=int,
        metavar="N",
        help="which closed version; default: the last one, if it was ever closed",
    )


def _list(arguments: argparse.Namespace) -> None:
    from themewatch.services.journals import list_own_journals

    with the_house(arguments).reading() as session:
        journals = list_own_journals(session, arguments.person)
    for journal in journals:
        say(_as_line(journal))
    if not journals:
        tell(f"{arguments.person} keeps no journal here: begin one in the app.")


def _as_line(journal: "Journal") -> str:
    state = "closed" if journal.is_closed else "open"
    span = f"{journal.started_on} to {journal.ends_on}"
    return printable(" | ".join((journal.id, journal.theme, span, state)))


def _show(arguments: argparse.Namespace) -> None:
    say(_written(arguments, "markdown").decode("utf-8"), end="")


def _export(arguments: argparse.Namespace) -> None:
    if arguments.format == "zip":
        _export_zip(arguments)
        return
    content = _written(arguments, arguments.format)
    with binary_to(arguments.file, is_text=arguments.format != "pdf") as out:
        out.write(content)


def _export_zip(arguments: argparse.Namespace) -> None:
    from themewatch.services.journal_zip import export_journal

    house = the_house(arguments)
    with house.reading() as session:
        paper = _paper(session, house.home, arguments)
        with binary_to(arguments.file) as out:
            export_journal(session, house.home, paper, out)
    if paper.missing:
        missing = len(paper.missing)
        tell(f"Files that are not on this machine, and so not in it: {missing}.")


def _written(arguments: argparse.Namespace, name: str) -> bytes:
    from themewatch.services.journal_files import write_journal

    house = the_house(arguments)
    with house.reading() as session:
        paper = _paper(session, house.home, arguments)
    return write_journal(paper, house.home, name)


def _paper(session: "Session", home: Path, arguments: argparse.Namespace) -> "Paper":
    from themewatch.services.journal_paper import get_paper
    from themewatch.services.journals import get_own_journal

    journal = get_own_journal(session, arguments.journal, arguments.person)
    today, number = now().date(), arguments.number
    return get_paper(session, home, journal, today=today, number=number)


def _import(arguments: argparse.Namespace) -> None:
    from themewatch.services.journal_zip import import_journal

    house = the_house(arguments)
    with binary_of(arguments.file) as file:
        brought = import_journal(house, file, person=arguments.person, now=now())
    say(_as_line(brought.journal))
    _tell_of(brought)


def _tell_of(brought: "BroughtIn") -> None:
    if brought.is_new:
        counts = (brought.entries, brought.reports, brought.files)
        tell("Entries: {}. Closed versions: {}. Files: {}.".format(*counts))
    else:
        tell("It was here already, the same to the letter.")
    if brought.private:
        tell(
            f"Results that stay private, since their evidence is not here: "
            f"{brought.private}. Bring it in with `themewatch import`."
        )
    if brought.missing:
        tell(printable(f"Not in the zip: {', '.join(brought.missing)}."))
