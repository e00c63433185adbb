"""What commands share: the house, files and standard streams, and how to tell things.

Answers go to standard output, notices and progress to standard error.
"""

import argparse
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from themewatch.config import Settings
from themewatch.errors import InputError

if TYPE_CHECKING:
    from themewatch.services.house import House

_CLEAR = "\r\x1b[K"
_WIDTH = 30
_STANDARD_ERROR = 2

OPENED = ExitStack()
"""What a command opened; it is closed when the command ends, however that is."""


def the_house(arguments: argparse.Namespace) -> "House":
    """Open the database that a command works on."""
    from themewatch.services.house import open_house

    settings = the_settings(arguments)
    house = open_house(settings, reference=not arguments.no_reference)
    OPENED.callback(house.close)
    if house.is_new:
        tell(f"Made a new database: {settings.whereabouts}")
    elif arguments.no_reference and house.has_reference:
        tell("The shipped releases are in this database already, so they stay.")
    return house


def the_settings(
    arguments: argparse.Namespace, *, with_sign_in: bool = False
) -> Settings:
    """Return what was chosen; sign-in is for commands alone that have to do with it."""
    return Settings.from_environment(arguments.database, with_sign_in=with_sign_in)


def now() -> datetime:
    return datetime.now(UTC)


def day(text: str) -> date:
    """Read a day that somebody typed as an argument."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is no date: write it as 2026-11-21"
        raise argparse.ArgumentTypeError(message) from None


def minute(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"


def say(text: str, *, end: str = "\n") -> None:
    """Write a line of the answer, or all of it."""
    with writer_to("-") as out:
        out.write(text + end)


def tell(text: str) -> None:
    """Write a notice where it cannot be taken for an answer."""
    print(text, file=sys.stderr, flush=True)


def printable(text: str) -> str:
    r"""Return text from outside without what a terminal would obey.

    >>> printable("News\x1b[2J of\tNovember")
    'News[2J of November'
    """
    return "".join(c for c in " ".join(text.split()) if c.isprintable())


def lines_of(name: str) -> Sequence[str]:
    """Return the lines of a file; - is standard input."""
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
def binary_of(name: str) -> Iterator[BinaryIO]:
    """Open a file to read; - is standard input."""
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(name).open("rb") as file:
            yield file
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror}.") from error


@contextmanager
def writer_to(name: str) -> Iterator[TextIO]:
    """Open a file to write; - is standard output."""
    if name == "-":
        with _standard_output() as out:
            yield out
        return
    try:
        with Path(name).open("w", encoding="utf-8", newline="\n") as out:
            yield out
    except OSError as error:
        raise InputError(f"{name} cannot be written: {error.strerror}.") from error


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        let_go_of_output()
        raise
    except OSError as error:
        let_go_of_output()
        raise InputError(f"The answer cannot be written: {error.strerror}.") from error


def let_go_of_output() -> None:
    """Send what could not be written nowhere, or Python tries again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def stopping_said() -> Iterator[None]:
    """Answer Ctrl-C at once where what is in hand is brought to an end first.

    A second one does not wait for that. Whoever was told to ignore it goes on doing so.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _stop(*_: object) -> None:
    # Not by `tell`: it may be in the midst of writing, and cannot be entered twice.
    os.write(_STANDARD_ERROR, b"\nStopping...\n")
    raise KeyboardInterrupt


class Progress:
    """A bar on standard error, if that is a terminal; lines go above it."""

    def __init__(self, what: str, total: int, *, quiet: bool = False) -> None:
        self._what = what
        self._total = total
        self._done = 0
        self._is_shown = sys.stderr.isatty() and total > 0 and not quiet

    def __enter__(self) -> "Progress":
        self._draw()
        return self

    def __exit__(self, *_: object) -> None:
        self._clear()

    def step(self, count: int = 1, line: str | None = None) -> None:
        """Go on by so many, and say a line of the answer."""
        self._done += count
        self._clear()
        if line is not None:
            say(line)
        self._draw()

    def _draw(self) -> None:
        if self._is_shown:
            full = min(self._done * _WIDTH // self._total, _WIDTH)
            bar = "█" * full + "░" * (_WIDTH - full)
            sys.stderr.write(
                f"{_CLEAR}{self._what} {bar} {self._done} of {self._total}"
            )
            sys.stderr.flush()

    def _clear(self) -> None:
        if self._is_shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
