"""Answers that are no text: written to a file, or into a pipe."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from themewatch.cli.terminal import writer_to
from themewatch.errors import InputError


@contextmanager
def binary_to(name: str, *, is_text: bool = False) -> Iterator[BinaryIO]:
    """Open a file to write; - is standard output, where a terminal takes text alone."""
    if name == "-":
        if sys.stdout.isatty() and not is_text:
            raise InputError("This is no text: name a file to write it to.")
        with writer_to("-") as out:
            yield out.buffer
        return
    try:
        with Path(name).open("wb") as file:
            yield file
    except OSError as error:
        raise InputError(f"{name} cannot be written: {error.strerror}.") from error
