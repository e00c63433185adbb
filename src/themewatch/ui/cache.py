"""What was worked out is kept until evidence changes, and no longer.

Everything here is keyed on the counter that every write of evidence bumps, so
that a change made by another process is seen too.
"""

from datetime import date

import streamlit as st

from themewatch.domain.evidence import Evidence
from themewatch.domain.standing import MaturityMap
from themewatch.services.assessment import Assessment, assess
from themewatch.services.evidence import get_evidence, get_evidence_version
from themewatch.services.maps import draw_map
from themewatch.services.themes import ThemeReport, report_theme
from themewatch.ui import session


def version() -> int:
    """Return the counter of changes to evidence."""
    with session.reading() as db:
        return get_evidence_version(db)


def evidence(known_on: date | None = None) -> Evidence:
    """Return what stands, by all we know or by what was known on a day."""
    return _evidence(version(), known_on)


def assessment(
    as_of: date, compare: date | None = None, known_on: date | None = None
) -> Assessment:
    """Return the weighed evidence on a day."""
    return _assessment(version(), as_of, compare, known_on)


def todays_assessment() -> Assessment:
    """Return the weighed evidence as the map shows it when nobody chose a day."""
    today = session.today()
    return assessment(today, session.month_before(today))


def maturity_map(
    as_of: date, compare: date | None = None, known_on: date | None = None
) -> MaturityMap:
    """Return the map on a day."""
    return _map(version(), as_of, compare, known_on)


def theme_report(slug: str, as_of: date, compare: date | None = None) -> ThemeReport:
    """Return what the page of a theme shows."""
    return _theme(version(), slug, as_of, compare)


@st.cache_resource(max_entries=2, show_spinner=False)
def _evidence(version: int, known_on: date | None) -> Evidence:  # noqa: ARG001  the key
    with session.reading() as db:
        return get_evidence(db, known_on=known_on)


@st.cache_resource(max_entries=8, show_spinner=False)
def _assessment(
    version: int, as_of: date, compare: date | None, known_on: date | None
) -> Assessment:
    return assess(
        _evidence(version, known_on), as_of=as_of, compare=compare, known_on=known_on
    )


@st.cache_resource(max_entries=16, show_spinner=False)
def _map(
    version: int, as_of: date, compare: date | None, known_on: date | None
) -> MaturityMap:
    return draw_map(_assessment(version, as_of, compare, known_on))


@st.cache_resource(max_entries=16, show_spinner=False)
def _theme(version: int, slug: str, as_of: date, compare: date | None) -> ThemeReport:
    return report_theme(_assessment(version, as_of, compare, None), slug)
