"""The map once more, in words: the way to read it without seeing it."""

from collections.abc import Iterator

import streamlit as st

from themewatch.charts.map_table import tested_place
from themewatch.charts.production import need_sentences
from themewatch.charts.sentences import (
    gap_sentences,
    likely_range,
    movement_phrases,
    place,
    tests_in_words,
    theme_name,
)
from themewatch.domain.bearing import NeedStanding
from themewatch.domain.production import ProductionStage
from themewatch.domain.standing import MaturityMap, Since, ThemeStanding
from themewatch.ui.choosing import chosen_days
from themewatch.ui.links import page_link
from themewatch.ui.text import plain
from themewatch.words import _

LINKS_WIDTH = 210  # pixels; on a phone the words go below


def map_in_words(maturity_map: MaturityMap) -> None:
    """Draw a row for each theme: where it stands, and what can be done."""
    st.header(_("The map in words"))
    for standing in maturity_map.themes:
        slug = standing.theme.slug
        with st.container(border=True, horizontal=True):
            with st.container(width=LINKS_WIDTH):
                name = theme_name(standing.theme)
                page_link("theme", name, theme=slug, **chosen_days())
                page_link("log", _("Log a test"), theme=slug)
            gap = plain(" ".join(gap_sentences(standing)))
            facts = map(plain, lane_facts(standing, maturity_map.since))
            said = "  \n".join([f"**{gap}**", *facts])
            st.container().markdown(said + _asked(standing, maturity_map.made))


def lane_facts(standing: ThemeStanding, since: Since | None) -> Iterator[str]:
    """Say in lines where ● and ◇ stand, what ● rests on, and what changed."""
    position, claimed = standing.position, standing.claimed
    yield _("{sign} {place}; likely range (8 in 10): {range}").format(
        sign="◌" if standing.is_untested else "●",
        place=tested_place(standing),
        range=likely_range(position.low, position.high),
    )
    if claimed is not None:
        yield _("◇ {place}").format(place=place(claimed.value))
    yield " · ".join([_ground(standing), *movement_phrases(standing, since)])


def _asked(standing: ThemeStanding, made: ProductionStage | None) -> str:
    """Return a paragraph on what the work asks that the map is drawn for, if it is."""
    need = made.need(standing.theme.slug) if made else None
    if need is None:
        return ""
    asks, *rest = map(plain, need_sentences(NeedStanding(need, standing)))
    return "\n\n" + "  \n".join([f"**{asks}**", *rest])


def _ground(standing: ThemeStanding) -> str:
    """Say what ● rests on, and of which day the last of it is."""
    last = standing.last_evidence_on
    if last is None:
        return _("nothing is known of it yet")
    if not standing.notes and not standing.views:
        return _("the course's map of {day}").format(day=last)
    tests = tests_in_words(standing.notes)
    return _("{tests}, last evidence of {day}").format(tests=tests, day=last)
