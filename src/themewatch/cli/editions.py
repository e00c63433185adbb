"""The commands of editions: list, read, publish, compare them, work them out anew."""

import argparse
from typing import TYPE_CHECKING

from themewatch.cli.terminal import now, printable, say, tell, the_house

if TYPE_CHECKING:
    from themewatch.cli.entry import Commands
    from themewatch.domain.edition import Edition, EditionHead

FORMATS = ("markdown", "html", "json")
COMPARED = ("markdown", "json")


def add_commands(commands: "Commands") -> None:
    group = commands.group("edition", "publish the map, and read what was published")
    group.add("list", _list, "write every edition, the newest first")
    showing = group.add("show", _show, "write an edition as it was published")
    _takes_number(showing)
    showing.add_argument("--format", choices=FORMATS, default="markdown")
    _add_publish(group.add("publish", _publish, "publish the map of today for good"))
    compare = group.add("compare", _compare, "tell what moved between two editions")
    for name in ("one", "other"):
        compare.add_argument(name, type=_number, metavar="N")
    compare.add_argument("--format", choices=COMPARED, default="markdown")
    checking = group.add(
        "check", _check, "say whether an edition comes out the same today"
    )
    _takes_number(checking)


def _takes_number(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "number", type=_number, metavar="N", nargs="?", help="default: the last one"
    )


def _add_publish(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--title", metavar="T", required=True, help="what it is about")
    parser.add_argument("--note", metavar="TEXT", default="", help="what to know first")
    parser.add_argument("--by", metavar="NAME", default="", help="who publishes it")
    parser.add_argument(
        "--review",
        metavar="ID",
        help="the review it closes, as `review list` writes it",
    )


def _list(arguments: argparse.Namespace) -> None:
    from themewatch.services.editions import list_heads

    with the_house(arguments).reading() as session:
        heads = list_heads(session)
    for head in heads:
        say(_as_line(head))
    if not heads:
        tell("No edition was published yet: `themewatch edition publish` does it.")


def _as_line(edition: "Edition | EditionHead") -> str:
    facts = (
        str(edition.number),
        edition.title,
        f"the map of {edition.as_of}",
        edition.published_by,
    )
    return printable(" | ".join(filter(None, facts)))


def _show(arguments: argparse.Namespace) -> None:
    from themewatch.services.edition_files import write_edition
    from themewatch.services.editions import get_edition, get_ground, last_number

    with the_house(arguments).reading() as session:
        number = arguments.number or last_number(session)
        edition, ground = get_edition(session, number), get_ground(session, number)
    say(write_edition(edition, ground, arguments.format), end="")


def _publish(arguments: argparse.Namespace) -> None:
    from themewatch.services.editions import Wish, publish

    present = now()
    wish = Wish(
        title=arguments.title,
        as_of=present.date(),
        by=arguments.by,
        note=arguments.note,
        review=arguments.review,
    )
    with the_house(arguments).writing() as session:
        edition = publish(session, wish, now=present)
    say(_as_line(edition))
    tell("Published for good: what comes later goes into the next edition.")


def _compare(arguments: argparse.Namespace) -> None:
    from themewatch.services.edition_files import write_comparison
    from themewatch.services.editions import compare

    with the_house(arguments).reading() as session:
        found = compare(session, arguments.one, arguments.other)
    say(write_comparison(found, arguments.format), end="")


def _check(arguments: argparse.Namespace) -> int:
    """Say it in a line; the exit status is 0 only where the figures are the same."""
    from themewatch.charts.recomputed_words import recomputed_words, setting_words
    from themewatch.domain.recomputed import Agreement
    from themewatch.services.edition_recompute import recompute
    from themewatch.services.editions import last_number

    with the_house(arguments).reading() as session:
        number = arguments.number or last_number(session)
        found = recompute(session, number)
    say(f"Edition {number}. {recomputed_words(found)}")
    for changed in found.settings:
        say(setting_words(changed))
    return int(found.agreement is not Agreement.SAME)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text[:9]) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is no edition: name one such as 3")
    return int(text[:9])
