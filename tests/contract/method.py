"""docs/method.md, and how its figures are held against computed ones."""

import re
from collections.abc import Iterable
from pathlib import Path

METHOD = (Path(__file__).parents[2] / "docs" / "method.md").read_text("utf-8")
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def section(title: str) -> str:
    after = METHOD.partition(f"## {title}\n")[2]
    return re.split(r"^## ", after, flags=re.MULTILINE)[0]


def assert_told(words: str, figures: Iterable[str]) -> None:
    """Check that the words tell every figure, in order, and no number besides."""
    rest, told = " ".join(words.split()), ""
    for figure in figures:
        before, found, rest = rest.partition(figure)
        assert found, f"{figure!r} is not told after {told!r}"
        assert not NUMBER.search(before), f"{before!r} holds a number nobody computed"
        told = figure
    assert not NUMBER.search(rest), f"{rest!r} holds a number nobody computed"


def with_another_number(text: str, number: re.Match[str]) -> str:
    digit = text[number.end() - 1]
    changed = str((int(digit) + 1) % 10)
    return text[: number.end() - 1] + changed + text[number.end() :]
