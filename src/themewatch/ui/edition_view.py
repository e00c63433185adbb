"""One edition, shown from its frozen figures and nothing else."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from themewatch.charts.alt import map_alt
from themewatch.charts.edition_words import (
    confirmed_words,
    edition_title,
    ground_words,
    published_words,
    undecided_words,
    what_now,
    why_decided,
)
from themewatch.charts.headline import headline
from themewatch.charts.recomputed_words import recomputed_words, setting_words
from themewatch.charts.sentences import theme_name
from themewatch.domain.edition import Edition, EditionHead
from themewatch.domain.edition_decisions import decided_anew
from themewatch.services.edition_files import FILES, write_edition
from themewatch.services.editions import get_ground
from themewatch.services.house import House
from themewatch.ui import edition_cache, session
from themewatch.ui.copy_picture import copy_picture
from themewatch.ui.download import File, offer_file
from themewatch.ui.edition_address import EDITION, WITH, all_editions, choose_other
from themewatch.ui.edition_evidence import show_evidence
from themewatch.ui.edition_lanes import show_lanes
from themewatch.ui.text import plain
from themewatch.words import _, ngettext

PUBLISHED = "edition-published"
"""The number of the edition that was published last, to be said once."""


def tell_published(number: int) -> None:
    """Turn to an edition just published, and say so there once."""
    st.session_state[PUBLISHED] = number
    st.query_params[EDITION] = str(number)
    st.query_params.pop(WITH, None)


def show_edition(number: int, known: Sequence[EditionHead]) -> None:
    """Draw what we do now, the map, its words and evidence, and how it was made."""
    edition = edition_cache.edition(number)
    st.title(plain(edition_title(edition)))
    if st.session_state.pop(PUBLISHED, None) == number:
        st.success(_("Published. What comes later goes into the next edition."))
    facts = [published_words(edition), ground_words(edition)]
    st.markdown("  \n".join(plain(f"{fact}.") for fact in facts))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        all_editions()
        choose_other(known, number)
        _take_out(edition)
    for paragraph in filter(None, edition.note.split("\n")):
        st.markdown(plain(paragraph))
    _show_decisions(edition)
    _show_map(edition)
    show_lanes(edition)
    show_evidence(edition)
    _show_making(edition)


def _take_out(edition: Edition) -> None:
    name, number = f"themewatch-edition-{edition.number}", edition.number
    svg = edition_cache.picture(number, st.context.locale)
    copy_picture(svg, f"{name}.png", key="copy_edition")
    with st.popover(_("Download")):
        for kind, file in FILES.items():
            offer_file(
                _(file.title),
                partial(_written, session.own_house(), edition, kind),
                File(
                    name=f"{name}.{file.suffix}",
                    media_type=file.media_type,
                    key=f"download_{kind}",
                    is_wide=True,
                ),
            )


def _written(house: House, edition: Edition, kind: str) -> str:
    with house.reading() as db:
        ground = get_ground(db, edition.number)
    return write_edition(edition, ground, kind)


def _show_decisions(edition: Edition) -> None:
    st.header(_("What we do now"))
    themes = {theme.slug: theme.theme for theme in edition.themes}
    for decision in decided_anew(edition.decisions):
        with st.container(border=True):
            lines = [
                f"**{plain(theme_name(themes[decision.theme]))}**",
                f"**{plain(what_now(decision))}**",
                plain(why_decided(decision)),
            ]
            st.markdown("  \n".join(lines))
    for said in confirmed_words(edition.decisions, themes):
        st.markdown(plain(said))
    if left := undecided_words(edition):
        st.markdown(plain(left))


def _show_map(edition: Edition) -> None:
    st.header(_("The map"))
    drawn = edition.maturity_map
    st.markdown(f"**{plain(headline(drawn, name=theme_name))}**")
    st.plotly_chart(
        edition_cache.chart(edition.number),
        key="edition_chart",
        theme=None,
        config={"displayModeBar": False},
        alt=map_alt(drawn),
    )


def _show_making(edition: Edition) -> None:
    """Say whether the figures come out the same today, and with which settings."""
    st.header(_("How it was made"))
    with st.spinner(_("Working it out anew.")):
        found = edition_cache.recomputed(edition.number)
    st.markdown(plain(recomputed_words(found)))
    for changed in found.settings:
        st.markdown(plain(setting_words(changed)))
    count = len(edition.settings)
    label = ngettext(
        "{n} setting it was made with", "{n} settings it was made with", count
    )
    with st.expander(
        label.format(n=count), key="settings", on_change="rerun", bind="query-params"
    ) as opened:
        if opened.open:
            rows = [
                {_("Setting"): constant.name, _("Value"): constant.value}
                for constant in edition.settings
            ]
            st.dataframe(rows, hide_index=True)
