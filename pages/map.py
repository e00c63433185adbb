"""Map: where each theme stands, how sure that is, and what moved."""

import streamlit as st

from themewatch.charts.alt import map_alt
from themewatch.charts.order import ORDERS
from themewatch.ui import cache, session
from themewatch.ui.address import choice
from themewatch.ui.banner import first_start_banner
from themewatch.ui.beside_map import what_moved, what_to_test_next
from themewatch.ui.choosing import choose_days, chosen_days
from themewatch.ui.lanes import map_in_words
from themewatch.ui.links import go_to
from themewatch.ui.production import (
    choose_make,
    order_name,
    what_it_asks,
    what_one_makes,
)
from themewatch.ui.take_out import take_map_out
from themewatch.ui.viewport import is_narrow
from themewatch.words import _

st.title(_("What vendors say, and what tests show"))
first_start_banner()

with st.container(horizontal=True, vertical_alignment="bottom"):
    as_of, compare = choose_days("as_of", "compare")
    make = choose_make()
    order = st.selectbox(
        _("Order"),
        ORDERS,
        format_func=lambda name: order_name(name, make),
        width=220,
        **choice("order", ORDERS, ORDERS[0]),
    )

maturity_map = cache.maturity_map(as_of, compare, make)
what_it_asks(maturity_map)

clicked = st.plotly_chart(
    cache.map_chart(maturity_map, order, narrow=is_narrow()),
    key="map_chart",
    theme=None,
    on_select="rerun",
    selection_mode=("points",),
    config={"displayModeBar": False},
    alt=map_alt(maturity_map),
)
take_map_out(maturity_map, order)

moved, untested = st.columns(2, gap="large")
with moved:
    what_moved(maturity_map)
with untested:
    assessment = cache.assessment(as_of, compare)
    what_to_test_next(maturity_map, assessment, session.person())

what_one_makes(maturity_map)
map_in_words(maturity_map)

if points := clicked["selection"]["points"]:
    go_to("theme", theme=str(points[0]["customdata"]), **chosen_days())
