"""Theme: why it stands where it stands."""

from dataclasses import replace

import streamlit as st

from themewatch.charts.alt import theme_alt
from themewatch.charts.palette import palette_for
from themewatch.charts.sentences import gap_sentences, theme_name
from themewatch.charts.theme_figure import theme_figure
from themewatch.domain.history import with_stories
from themewatch.services.told import told_of_theme
from themewatch.ui import cache, session
from themewatch.ui.attribution import show_attribution
from themewatch.ui.choosing import choose_days, choose_theme
from themewatch.ui.coverage import show_signals, show_tools
from themewatch.ui.evidence_list import show_evidence
from themewatch.ui.forecast import show_forecast
from themewatch.ui.happened import show_chosen_days
from themewatch.ui.links import page_link
from themewatch.ui.moved import show_moved
from themewatch.ui.own_forecast import show_own_forecast
from themewatch.ui.standing import show_standing
from themewatch.ui.text import plain
from themewatch.words import _

heading = st.container()  # the title stands first, and knows its theme last
with st.container(horizontal=True, vertical_alignment="bottom"):
    slug = choose_theme(width=260).slug
    day, since = choose_days("day", "since")
    page_link("log", _("Log a test"), theme=slug)

report = cache.theme_report(slug, day, since)
with session.reading() as db:
    told = {story.story: story for story in told_of_theme(db, slug)}
history = with_stories(
    report.history, [(s.on, s.story, s.title) for s in told.values()]
)

heading.title(plain(theme_name(report.standing.theme)))
heading.markdown(plain(_(report.standing.theme.about)))
st.markdown(f"**{plain(' '.join(gap_sentences(report.standing)))}**")
show_standing(report.standing, since)
drawn = st.container()  # the chart reaches as far as the forecast below it is asked for
outlook = show_forecast(report.standing, day, since)
show_own_forecast(slug, day, outlook)
history = replace(history, ahead=outlook.path)
with drawn:
    clicked = st.plotly_chart(
        theme_figure(history, palette_for(st.context.theme.type), session.today()),
        key="theme_chart",
        theme=None,
        on_select="rerun",
        selection_mode="points",
        config={"displayModeBar": False},
        alt=theme_alt(history),
    )
    show_chosen_days(history, clicked["selection"]["points"], told)
show_attribution(report.attribution)
show_moved(cache.theme_moved(slug, day, since), cache.evidence())
show_signals(report)
show_tools(report)
show_evidence(report, cache.evidence())
