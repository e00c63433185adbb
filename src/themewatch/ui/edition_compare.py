"""Two editions side by side: what moved, what was confirmed, how sure, and why."""

from collections.abc import Sequence

import streamlit as st

from themewatch.charts.alt import map_alt
from themewatch.charts.comparison_words import (
    change_words,
    comparison_sentences,
    comparison_title,
    decided_words,
    doubt_words,
    method_words,
    not_reviewed_note,
    why_words,
)
from themewatch.charts.edition_words import published_words
from themewatch.charts.sentences import theme_name
from themewatch.domain.comparison_map import map_between
from themewatch.domain.edition import EditionHead
from themewatch.domain.edition_comparison import EditionComparison, ThemeComparison
from themewatch.ui import edition_cache
from themewatch.ui.edition_address import all_editions, choose_other
from themewatch.ui.edition_evidence import show_why
from themewatch.ui.links import turn_to
from themewatch.ui.text import plain
from themewatch.words import _, ngettext


def show_comparison(number: int, other: int, known: Sequence[EditionHead]) -> None:
    """Draw what became of each theme from the earlier edition to the later one."""
    found = edition_cache.comparison(*sorted((number, other)))
    st.title(plain(comparison_title(found)))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        all_editions()
        choose_other(known, number)
        for edition in (found.earlier, found.later):
            label = _("Read edition {n}").format(n=edition.number)
            key, asked = f"read_{edition.number}", str(edition.number)
            turn_to("editions", label, key, edition=asked)
    for edition in (found.earlier, found.later):
        said = f"{edition.number}: {edition.title}. {published_words(edition)}."
        st.markdown(plain(said))
    st.markdown(
        "  \n".join(f"**{plain(said)}**" for said in comparison_sentences(found))
    )
    for said in (not_reviewed_note(found.themes), method_words(found)):
        if said:
            st.markdown(plain(said))
    st.plotly_chart(
        edition_cache.chart_between(found.earlier.number, found.later.number),
        key="comparison_chart",
        theme=None,
        config={"displayModeBar": False},
        alt=map_alt(map_between(found)),
    )
    _show_themes(found)
    show_why(found)


def _show_themes(found: EditionComparison) -> None:
    """Draw what moved, then what there is new evidence on; fold away all others."""
    for theme in found.moved_first:
        if not theme.is_as_before:
            _show_theme(theme)
    same = [theme for theme in found.themes if theme.is_as_before]
    if not same:
        return
    label = ngettext(
        "{n} theme without a clear change or new evidence",
        "{n} themes without a clear change or new evidence",
        len(same),
    )
    with st.expander(
        label.format(n=len(same)), key="same", on_change="rerun", bind="query-params"
    ) as opened:
        if opened.open:
            st.markdown("\n".join(map(_as_line, same)))


def _as_line(theme: ThemeComparison) -> str:
    name = plain(theme_name(theme.later.theme))
    facts = [change_words(theme), decided_words(theme), doubt_words(theme.narrowed)]
    return f"- **{name}**: {plain(' · '.join(filter(None, facts)))}"


def _show_theme(theme: ThemeComparison) -> None:
    with st.container(border=True):
        lines = [
            f"**{plain(theme_name(theme.later.theme))}**",
            f"**{plain(change_words(theme))}**",
            plain(decided_words(theme)),
            plain(f"{doubt_words(theme.narrowed)} · {why_words(theme.why)}"),
        ]
        st.markdown("  \n".join(filter(None, lines)))
