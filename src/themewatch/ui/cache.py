"""What was worked out is kept until evidence changes, and no longer.

Everything here is keyed on the counter that every write of evidence bumps, so
that a change made by another process is seen too.
"""

from datetime import date
from typing import Any, Literal, NamedTuple

import streamlit as st

from themewatch.charts.geometry import map_geometry
from themewatch.charts.map_figure import map_figure
from themewatch.charts.order import Order
from themewatch.charts.palette import palette_for
from themewatch.domain.evidence import Evidence
from themewatch.domain.moved import Moved
from themewatch.domain.stage import Stage
from themewatch.domain.standing import MaturityMap
from themewatch.services.assessment import Assessment, assess
from themewatch.services.evidence import (
    get_evidence,
    get_evidence_version,
    get_releases,
)
from themewatch.services.forecast import Outlook, look_ahead
from themewatch.services.map_files import map_picture as draw_picture
from themewatch.services.maps import draw_map
from themewatch.services.moved import what_moved
from themewatch.services.next_test import NextTest
from themewatch.services.next_test import next_test as find_next_test
from themewatch.services.production import map_for
from themewatch.services.themes import ThemeReport, report_theme
from themewatch.ui import session
from themewatch.ui.compared import day_to_compare, since
from themewatch.ui.warmup import set_aside, settle


class Look(NamedTuple):
    """What a visitor's browser adds to how a chart is drawn."""

    is_narrow: bool
    theme: Literal["light", "dark"] | None
    locale: str | None


class Drawn(NamedTuple):
    """What tells one map from another while evidence stays the same."""

    as_of: date
    compare: date | None
    make: str | None
    edition: int | None


def version() -> int:
    """Return the counter of changes to evidence."""
    with session.reading() as db:
        return get_evidence_version(db)


def evidence() -> Evidence:
    """Return what stands, by all we know."""
    return _evidence(version())


def releases() -> Evidence:
    """Return the releases that stand, and nothing else: quick after every change."""
    return _releases(version())


def assessment(as_of: date, compare: date | None = None) -> Assessment:
    """Return the weighed evidence on a day."""
    return _assessment(version(), as_of, compare)


def todays_assessment() -> Assessment:
    """Return the weighed evidence as the map shows it when nobody chose a day."""
    today = session.today()
    return assessment(today, day_to_compare(today))


def maturity_map(
    as_of: date, compare: date | None = None, make: str | None = None
) -> MaturityMap:
    """Return the map on a day, drawn for one of MAKES or whole."""
    edition = None if compare is None else since(compare).edition
    return _map(version(), Drawn(as_of, compare, make, edition))


def map_chart(maturity_map: MaturityMap, order: Order, *, narrow: bool) -> Any:
    """Return the map as a Plotly figure, in the visitor's colours and language."""
    look = Look(narrow, st.context.theme.type, st.context.locale)
    return _chart(version(), _drawn(maturity_map), order, look)


def map_picture(maturity_map: MaturityMap, order: Order) -> str:
    """Return the map as an SVG, in the visitor's language."""
    return _picture(version(), _drawn(maturity_map), order, st.context.locale)


def _drawn(maturity_map: MaturityMap) -> Drawn:
    made = maturity_map.made
    make = made.slug if made else None
    compare, edition = maturity_map.compared_with, maturity_map.since_edition
    return Drawn(maturity_map.as_of, compare, make, edition)


def next_test(
    as_of: date, compare: date | None, person: str, among: tuple[str, ...] = ()
) -> NextTest:
    """Return what this person would best test next, among some themes or all."""
    return _next_test(version(), as_of, compare, (person or None, among))


def theme_report(slug: str, as_of: date, compare: date | None = None) -> ThemeReport:
    """Return what the page of a theme shows."""
    return _theme(version(), slug, as_of, compare)


def theme_moved(slug: str, as_of: date, compare: date) -> Moved:
    """Return what moved a theme between two days."""
    return _moved(version(), slug, as_of, compare)


def outlook(
    slug: str, as_of: date, compare: date | None, stage: Stage, by: date
) -> Outlook:
    """Return a theme's forecast, made on a day, of a stage by a later one."""
    return _outlook(version(), slug, as_of, compare, (stage, by))


@st.cache_resource(max_entries=2, show_spinner=False)
def _evidence(version: int) -> Evidence:  # noqa: ARG001  the key
    with session.reading() as db:
        found = get_evidence(db)
    set_aside()
    return found


@st.cache_resource(max_entries=2, show_spinner=False)
def _releases(version: int) -> Evidence:  # noqa: ARG001  the key
    with session.reading() as db:
        return get_releases(db)


@st.cache_resource(max_entries=4, show_spinner=False)  # 20 MB each and more
def _assessment(version: int, as_of: date, compare: date | None) -> Assessment:
    weighed = assess(_evidence(version), as_of=as_of, compare=compare)
    settle()
    return weighed


@st.cache_resource(max_entries=16, show_spinner=False)
def _map(version: int, drawn: Drawn) -> MaturityMap:
    if drawn.make is not None:
        return map_for(_map(version, drawn._replace(make=None)), drawn.make)
    weighed = _assessment(version, drawn.as_of, drawn.compare)
    return draw_map(weighed, since_edition=drawn.edition)


@st.cache_resource(max_entries=32, show_spinner=False)
def _chart(version: int, drawn: Drawn, order: Order, look: Look) -> Any:
    geometry = map_geometry(_map(version, drawn), order=order)
    return map_figure(geometry, palette_for(look.theme), narrow=look.is_narrow)


@st.cache_resource(max_entries=16, show_spinner=False)
def _picture(
    version: int,
    drawn: Drawn,
    order: Order,
    locale: str | None,  # noqa: ARG001  part of the key
) -> str:
    return draw_picture(_map(version, drawn), order)


@st.cache_resource(max_entries=64, show_spinner=False)
def _next_test(
    version: int,
    as_of: date,
    compare: date | None,
    asked: tuple[str | None, tuple[str, ...]],
) -> NextTest:
    person, among = asked
    return find_next_test(_assessment(version, as_of, compare), person, among)


@st.cache_resource(max_entries=16, show_spinner=False)
def _theme(version: int, slug: str, as_of: date, compare: date | None) -> ThemeReport:
    return report_theme(_assessment(version, as_of, compare), slug)


@st.cache_resource(max_entries=16, show_spinner=False)
def _moved(version: int, slug: str, as_of: date, compare: date) -> Moved:
    return what_moved(_assessment(version, as_of, compare), slug)


@st.cache_resource(max_entries=64, show_spinner=False)
def _outlook(
    version: int,
    slug: str,
    as_of: date,
    compare: date | None,
    sentence: tuple[Stage, date],
) -> Outlook:
    return look_ahead(_assessment(version, as_of, compare), slug, *sentence)
