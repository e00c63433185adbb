"""Claims: do they hold up, claim by claim and vendor by vendor?"""

import streamlit as st

from themewatch.charts.claim_words import counts_sentence
from themewatch.ui import claims_kept
from themewatch.ui.address import choice
from themewatch.ui.claim_list import show_claims_found
from themewatch.ui.text import plain
from themewatch.ui.vendor_table import show_vendors
from themewatch.ui.viewport import is_narrow
from themewatch.words import _

VIEWS = {"claims": _("Claim by claim"), "vendors": _("Vendor by vendor")}

st.title(_("Do the claims hold up?"))
st.markdown(f"**{plain(counts_sentence(claims_kept.counts()))}**")
view = st.segmented_control(
    _("What to show"),
    list(VIEWS),
    format_func=lambda name: VIEWS[name],
    required=True,
    label_visibility="collapsed",
    **choice("view", VIEWS, "claims"),
)
if view == "claims":
    show_claims_found(is_narrow=is_narrow())
else:
    show_vendors()
