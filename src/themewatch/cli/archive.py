"""The commands of archives: take everything along, and bring it back."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from themewatch.charts.size_words import size
from themewatch.cli.terminal import (
    binary_of,
    minute,
    now,
    printable,
    tell,
    the_house,
    the_settings,
)
from themewatch.words import mark, ngettext

if TYPE_CHECKING:
    from themewatch.cli.entry import Commands

_NAMED = {
    "notes": (mark("{n} test note"), mark("{n} test notes")),
    "releases": (mark("{n} release"), mark("{n} releases")),
    "claims": (mark("{n} claim"), mark("{n} claims")),
    "views": (mark("{n} view"), mark("{n} views")),
    "journals": (mark("{n} journal"), mark("{n} journals")),
    "entries": (mark("{n} entry of news"), mark("{n} entries of news")),
    "reviews": (mark("{n} review"), mark("{n} reviews")),
    "editions": (mark("{n} edition"), mark("{n} editions")),
    "people": (mark("{n} person"), mark("{n} people")),
}
"""What is counted by name."""


def add_commands(commands: "Commands") -> None:
    parser = commands.add("backup", _backup, "write everything into one file")
    parser.add_argument("file", metavar="FILE", help="an archive, such as monday.zip")
    parser.add_argument(
        "--force", action="store_true", help="write over a file that is there"
    )
    parser = commands.add(
        "restore",
        _restore,
        "bring an archive back into an empty place",
        makes_database=False,
    )
    parser.add_argument("file", metavar="FILE", help="as `themewatch backup` made it")


def _backup(arguments: argparse.Namespace) -> None:
    from themewatch.services.archive import backup

    house = the_house(arguments)
    packed = backup(house, Path(arguments.file), now=now(), force=arguments.force)
    tell(f"Packed: {counted(packed.rows, packed.files)}; {size(packed.bytes)}.")
    tell_missing(packed.missing)


def _restore(arguments: argparse.Namespace) -> None:
    from themewatch.services.restoring import restore

    settings = the_settings(arguments)
    with binary_of(arguments.file) as file:
        restored = restore(settings, file, now=now())
    tell(
        f"Restored into {settings.whereabouts}: "
        f"{counted(restored.rows, restored.files)}, "
        f"as of {minute(restored.made_at)}. Every digest and count agrees."
    )
    tell_missing(restored.missing)


def is_archive(name: str) -> bool:
    """Say whether a file that is named is an archive of everything."""
    return name.lower().endswith(".zip")


def take_along(arguments: argparse.Namespace) -> None:
    """Write everything into an archive, to be brought in elsewhere."""
    from themewatch.services.archive import pack

    packed = pack(the_house(arguments), Path(arguments.file), now=now())
    tell(f"Packed: {counted(packed.rows, packed.files)}; {size(packed.bytes)}.")
    tell_missing(packed.missing)


def bring_in(arguments: argparse.Namespace) -> None:
    """Add what an archive holds, or tell what would come."""
    from themewatch.charts.archive_words import sentences
    from themewatch.services.archive_import import import_archive, look_into

    house, act = the_house(arguments), import_archive
    if arguments.dry_run:
        act = look_into
    with binary_of(arguments.file) as file:
        incoming = act(house, file, now=now())
    for sentence in sentences(incoming, is_done=not arguments.dry_run):
        tell(printable(sentence))


def counted(rows: Mapping[str, int], files: int) -> str:
    """Say in a line how many of what there are."""
    told = [
        ngettext(*words, rows[name]).format(n=rows[name])
        for name, words in _NAMED.items()
        if rows.get(name)
    ]
    n = sum(rows.values())
    in_all = ngettext("{n} row in all", "{n} rows in all", n).format(n=n)
    attached = ngettext("{n} file", "{n} files", files).format(n=files)
    return ", ".join([*told, in_all, attached])


def tell_missing(missing: int) -> None:
    """Say how many files were spoken of and not there; themewatch doctor names them."""
    if missing:
        tell(
            f"{missing} files that something speaks of were not there, or damaged: "
            "`themewatch doctor --deep` names them."
        )
