"""Theme: why it stands where it stands."""

import streamlit as st

from themewatch.charts.sentences import gap_sentences, theme_name
from themewatch.services.told import told_of_theme
from themewatch.ui import cache, session
from themewatch.ui.attribution import show_attribution
from themewatch.ui.choosing import choose_days, choose_theme
from themewatch.ui.compared import since as named_since
from themewatch.ui.forecast import show_forecast
from themewatch.ui.links import page_link
from themewatch.ui.moved import show_moved
from themewatch.ui.own_forecast import show_own_forecast
from themewatch.ui.standing import show_standing
from themewatch.ui.text import plain
from themewatch.ui.theme_chart import show_chart
from themewatch.ui.theme_parts import show_parts
from themewatch.words import _

heading = st.container()  # the title stands first, and knows its theme last
with st.container(horizontal=True, vertical_alignment="bottom"):
    slug = choose_theme(width=260).slug
    day, since = choose_days("day", "since")
    page_link("log", _("Log a test"), theme=slug)

report = cache.theme_report(slug, day, since)
with session.reading() as db:
    told = {story.story: story for story in told_of_theme(db, slug)}

heading.title(plain(theme_name(report.standing.theme)))
heading.markdown(plain(_(report.standing.theme.about)))
st.markdown(f"**{plain(' '.join(gap_sentences(report.standing)))}**")
show_standing(report.standing, named_since(since))
chart = st.container()  # it reaches as far as the forecast below it is asked for
outlook = show_forecast(report.standing, day, since)
show_own_forecast(slug, day, outlook)
with chart:
    show_chart(report.history, outlook, told)
show_attribution(report.attribution)
show_moved(cache.theme_moved(slug, day, since), cache.evidence())
show_parts(report, cache.evidence())
