"""What was worked out of claims, kept until evidence changes, as in `ui.cache`."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from themewatch.charts.claim_figure import NARROW, WIDE, claim_figure
from themewatch.charts.claim_points import ClaimCloud, claim_cloud
from themewatch.charts.palette import palette_for
from themewatch.charts.vendor_bar import LeadAxis, lead_axis
from themewatch.domain.claim import Outcome
from themewatch.domain.claim_search import ClaimOrder, ClaimSearch, outcome_counts
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.vendor import VendorRecord
from themewatch.services.assessment import Assessment
from themewatch.services.claims import find_claims, rank_vendors
from themewatch.ui import cache, session
from themewatch.ui.cache import Look
from themewatch.ui.compared import day_to_compare


def counts() -> Mapping[Outcome, int]:
    """Return how many of all claims have which outcome."""
    return _counts(cache.version(), session.today())


def vendor_names() -> tuple[str, ...]:
    """Return who claims something, in the order of the alphabet."""
    return _vendor_names(cache.version(), session.today())


def found(search: ClaimSearch, order: ClaimOrder) -> tuple[JudgedClaim, ...]:
    """Return the claims that fit, in an order."""
    return _found(cache.version(), session.today(), search, order)


def find_judged(claim_id: str) -> JudgedClaim | None:
    """Return a claim that stands, with what became of it."""
    return _by_id(cache.version(), session.today()).get(claim_id)


def cloud(search: ClaimSearch, *, narrow: bool) -> ClaimCloud:
    """Return the marks of the claims that fit."""
    return _cloud(cache.version(), session.today(), search, narrow)


def chart(search: ClaimSearch, *, narrow: bool) -> Any:
    """Return claimed against tested as a figure, in the visitor's colours."""
    look = Look(narrow, st.context.theme.type, st.context.locale)
    return _chart(cache.version(), session.today(), search, look)


def vendors() -> tuple[VendorRecord, ...]:
    """Return every vendor, furthest ahead of tests first."""
    return _vendors(cache.version(), session.today())


def vendor_axis() -> LeadAxis:
    """Return the axis that all vendors share."""
    return lead_axis(vendors())


def _today(today: date) -> Assessment:
    return cache.assessment(today, day_to_compare(today))


@st.cache_resource(max_entries=2, show_spinner=False)
def _counts(version: int, today: date) -> Mapping[Outcome, int]:  # noqa: ARG001  a key
    return outcome_counts(_today(today).judged)


@st.cache_resource(max_entries=2, show_spinner=False)
def _vendor_names(version: int, today: date) -> tuple[str, ...]:
    records = _vendors(version, today)
    return tuple(sorted((record.vendor for record in records), key=str.casefold))


@st.cache_resource(max_entries=4, show_spinner=False)  # each holds its notes, too
def _found(
    version: int,  # noqa: ARG001  part of the key
    today: date,
    search: ClaimSearch,
    order: ClaimOrder,
) -> tuple[JudgedClaim, ...]:
    return find_claims(_today(today), search, order)


@st.cache_resource(max_entries=2, show_spinner=False)
def _by_id(version: int, today: date) -> Mapping[str, JudgedClaim]:  # noqa: ARG001  a key
    return {judged.claim.id: judged for judged in _today(today).judged}


@st.cache_resource(max_entries=16, show_spinner=False)
def _cloud(version: int, today: date, search: ClaimSearch, narrow: bool) -> ClaimCloud:  # noqa: FBT001  a key
    claims = _found(version, today, search, ClaimOrder.NEWEST)
    return claim_cloud(claims, NARROW if narrow else WIDE)


@st.cache_resource(max_entries=16, show_spinner=False)
def _chart(version: int, today: date, search: ClaimSearch, look: Look) -> Any:
    marks = _cloud(version, today, search, look.is_narrow)
    evidence = _today(today).evidence
    colours = palette_for(look.theme)
    return claim_figure(marks, evidence, colours, narrow=look.is_narrow)


@st.cache_resource(max_entries=2, show_spinner=False)
def _vendors(version: int, today: date) -> tuple[VendorRecord, ...]:  # noqa: ARG001  a key
    return rank_vendors(_today(today))
