"""Text from outside with the words that decided it marked, and still never markup."""

from collections.abc import Iterable

from themewatch.domain.excerpt import marked_pieces, on_one_line
from themewatch.ui.text import plain


def marked(text: str, words: Iterable[str]) -> str:
    r"""Return a text on one line as it stands, with some words on a coloured ground.

    >>> print(marked("*8 steps* only", ["8 steps"]))
    \*:yellow-background[8 steps]\* only
    """
    pieces = marked_pieces(on_one_line(text), words)
    return "".join(
        f":yellow-background[{_as_it_stands(piece)}]"
        if decides
        else _as_it_stands(piece)
        for piece, decides in pieces
    )


def _as_it_stands(piece: str) -> str:
    """Escape a piece of a line; a space at its edge belongs to the line."""
    escaped = plain(piece)
    before = " " if escaped and piece[0] == " " else ""
    after = " " if escaped and piece[-1] == " " else ""
    return f"{before}{escaped}{after}" if escaped else piece
