"""Theme: why it stands where it stands."""

import streamlit as st

from themewatch.charts.alt import theme_alt
from themewatch.charts.palette import palette_for
from themewatch.charts.sentences import gap_sentences, theme_name
from themewatch.charts.theme_figure import theme_figure
from themewatch.domain.theme import SLUGS
from themewatch.services.reference import catalogue
from themewatch.ui import cache, session
from themewatch.ui.address import choice
from themewatch.ui.attribution import show_attribution
from themewatch.ui.coverage import show_signals, show_tools
from themewatch.ui.evidence_list import show_evidence
from themewatch.ui.links import page_link
from themewatch.ui.standing import show_standing
from themewatch.ui.text import plain
from themewatch.words import _

themes = catalogue().themes
today = session.today()

with st.container(horizontal=True, vertical_alignment="bottom"):
    slug = st.selectbox(
        _("Theme"),
        SLUGS,
        format_func=lambda slug: theme_name(themes[slug]),
        width=260,
        **choice("theme", SLUGS, SLUGS[0]),
    )
    day = st.date_input(
        _("As of"),
        today,
        max_value=today,
        key="day",
        bind="query-params",
        format="YYYY-MM-DD",
        width=160,
    )
    since = st.date_input(
        _("Compare with"),
        session.month_before(day),
        max_value=day,
        key="since",
        bind="query-params",
        format="YYYY-MM-DD",
        width=160,
    )
    page_link("log", _("Log a test"), theme=slug)

report = cache.theme_report(slug, day, since)

st.title(plain(theme_name(report.standing.theme)))
st.markdown(plain(_(report.standing.theme.about)))
st.markdown(f"**{plain(' '.join(gap_sentences(report.standing)))}**")
show_standing(report.standing, since)
st.plotly_chart(
    theme_figure(report.history, palette_for(st.context.theme.type)),
    key="theme_chart",
    theme=None,
    config={"displayModeBar": False},
    alt=theme_alt(report.history),
)
show_attribution(report.attribution)
show_signals(report)
show_tools(report)
show_evidence(report, cache.evidence())
