"""The evidence of one theme that is chosen: under an edition, or between two."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import streamlit as st

from themewatch.charts.edition_words import (
    piece_facts,
    piece_heading,
    piece_result,
    pieces_words,
)
from themewatch.charts.sentences import theme_name
from themewatch.domain.edition import Edition, FrozenTheme, Piece
from themewatch.domain.edition_comparison import EditionComparison, Why
from themewatch.domain.theme import Theme
from themewatch.ui import edition_cache
from themewatch.ui.address import choice
from themewatch.ui.evidence_list import page_of
from themewatch.ui.text import plain
from themewatch.words import _

Told = tuple[str, Piece]
"""What became of a piece of evidence, if anything, and the piece."""


def show_evidence(edition: Edition) -> None:
    """Draw what an edition rests on, a theme at a time."""
    st.header(_("The evidence it rests on"))
    ground = edition_cache.ground(edition.number)
    pieces = {theme.slug: ground.of(theme.slug) for theme in edition.themes}
    told = {slug: [("", piece) for piece in own] for slug, own in pieces.items()}
    _show(edition.themes, told, _("Nothing but the course's map."))


def show_why(found: EditionComparison) -> None:
    """Draw what came between two editions, a theme at a time."""
    st.header(_("The evidence between them"))
    told = {theme.later.slug: list(_told(theme.why)) for theme in found.themes}
    themes = [theme.later for theme in found.themes]
    _show(themes, told, _("No evidence came between them."))


def _show(
    themes: Iterable[FrozenTheme], told: Mapping[str, Sequence[Told]], nothing: str
) -> None:
    known = {theme.slug: theme.theme for theme in themes}
    fullest = max(told, key=lambda slug: _weight(told[slug]))
    slug = st.selectbox(
        _("Theme"),
        list(known),
        format_func=lambda slug: _with_count(known[slug], told[slug]),
        **choice("of", list(known), fullest),
    )
    if not told[slug]:
        st.markdown(nothing)
    for became, piece in page_of(told[slug], "evidence_page"):
        _show_piece(became, piece, known[slug])


def _weight(told: Sequence[Told]) -> tuple[int, int]:
    """What moves ● is looked at first, then whatever there is most of."""
    return sum(piece.effect is not None for _became, piece in told), len(told)


def _with_count(theme: Theme, told: Sequence[Told]) -> str:
    counted = pieces_words([piece for _became, piece in told])
    name = theme_name(theme)
    return f"{name}: {counted}" if counted else name


def _told(why: Why) -> Iterator[Told]:
    """Yield what came, then what was corrected, then what was taken back."""
    yield from (("", piece) for piece in why.new)
    yield from ((_("corrected"), piece) for piece in why.corrected)
    yield from ((_("taken back"), piece) for piece in why.gone)


def _show_piece(became: str, piece: Piece, theme: Theme) -> None:
    facts = " · ".join(filter(None, [piece_facts(piece), became]))
    lines = [
        f"**{plain(piece_heading(piece))}** · {plain(piece_result(piece, theme))}",
        plain(piece.words),
        plain(facts),
    ]
    st.markdown("  \n".join(filter(None, lines)))
