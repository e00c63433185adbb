"""Vendor by vendor: how far claims ran ahead of tests, on one axis."""

from collections.abc import Iterator

import streamlit as st

from themewatch.charts.palette import palette_for
from themewatch.charts.vendor_bar import LeadAxis, axis_head, lead_bar
from themewatch.charts.vendor_words import (
    how_it_is_told,
    lead_range,
    share_tested,
    verdict_words,
)
from themewatch.domain.vendor import VendorRecord
from themewatch.services.reference import vendor_weights
from themewatch.ui import claims_kept
from themewatch.ui.evidence_list import page_of
from themewatch.ui.links import page_link, turn_to
from themewatch.ui.text import plain
from themewatch.words import _

SHARES = (4, 4, 2)
"""How the width is parted among words, bar and act."""


def show_vendors() -> None:
    """Draw a row for each vendor, furthest ahead of tests first."""
    records = claims_kept.vendors()
    if not records:
        st.markdown(_("No release here claims anything yet."))
        page_link("log", _("Log a release"), log="release")
        return
    axis = claims_kept.vendor_axis()
    st.caption(plain(how_it_is_told(vendor_weights())))
    rows = page_of(records, "vendors_page")
    if any(record.has_verdict for record in rows):
        _show_head(axis)
    for record in rows:
        _show_row(record, axis)


def _show_head(axis: LeadAxis) -> None:
    with st.container(border=True):
        words, bar, _act = st.columns(SHARES, vertical_alignment="center")
        words.markdown(_("How far claims ran ahead of tests"))
        bar.html(axis_head(axis, palette_for(st.context.theme.type)))


def _show_row(record: VendorRecord, axis: LeadAxis) -> None:
    with st.container(border=True):
        words, bar, act = st.columns(SHARES, vertical_alignment="center")
        words.markdown("  \n".join(_lines(record)))
        if record.has_verdict:
            palette = palette_for(st.context.theme.type)
            bar.html(lead_bar(record.lead, axis, palette))
        with act, st.container(horizontal_alignment="right"):
            key = f"claims-of-{record.vendor}"
            turn_to("claims", _("Its claims"), key, vendors=record.vendor)


def _lines(record: VendorRecord) -> Iterator[str]:
    yield f"**{plain(record.vendor)}** · {plain(share_tested(record))}"
    yield plain(verdict_words(record))
    if record.has_verdict:
        yield plain(lead_range(record.lead))
