"""Two editions held against each other, as Markdown."""

from collections.abc import Iterator

from themewatch.charts.comparison_words import (
    change_words,
    comparison_summary,
    comparison_title,
    decided_words,
    doubt_words,
    method_words,
    not_reviewed_note,
    why_words,
)
from themewatch.charts.edition_words import piece_facts, piece_heading, piece_result
from themewatch.charts.sentences import theme_name
from themewatch.domain.edition import PieceKind
from themewatch.domain.edition_comparison import EditionComparison, ThemeComparison
from themewatch.reports.markdown import escaped

MOST_PIECES = 5


def comparison_markdown(found: EditionComparison) -> str:
    """Write the summary, then each theme with what came: what moved stands first."""
    blocks = [
        f"# {escaped(comparison_title(found))}",
        f"**{escaped(comparison_summary(found))}**",
        escaped(not_reviewed_note(found.themes)),
        escaped(method_words(found)),
        *map(_theme, found.moved_first),
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _theme(theme: ThemeComparison) -> str:
    facts = (
        change_words(theme),
        decided_words(theme),
        doubt_words(theme.narrowed),
        why_words(theme.why),
    )
    said = "; ".join(filter(None, facts))
    heading = f"## {escaped(theme_name(theme.later.theme))}"
    items = "\n".join(_items(theme))
    return "\n\n".join(filter(None, [heading, escaped(f"{said}."), items]))


def _items(theme: ThemeComparison) -> Iterator[str]:
    moving = (piece for piece in theme.why.new if piece.kind is not PieceKind.CLAIM)
    for piece in list(moving)[:MOST_PIECES]:
        result = piece_result(piece, theme.later.theme)
        said = f"{result} · {piece_facts(piece)}"
        yield f"- **{escaped(piece_heading(piece))}**: {escaped(said)}"
