"""What lies behind a theme, in parts of which one is open; only that one is drawn."""

from collections.abc import Mapping

import streamlit as st

from themewatch.domain.evidence import Evidence
from themewatch.services.themes import ThemeReport
from themewatch.ui.address import choice
from themewatch.ui.coverage import show_signals, show_tools
from themewatch.ui.evidence_list import show_claims_of, show_tests, show_views
from themewatch.words import _

WATCH, TOOLS, TESTS, VIEWS, CLAIMS = "watch", "tools", "tests", "views", "claims"
"""What the address calls the parts: `?show=tools` is a link to the tools."""


def show_parts(report: ThemeReport, evidence: Evidence) -> None:
    """Offer the parts with what each holds, and draw the open one."""
    st.header(_("In detail"))
    labels = _labels(report)
    part = st.segmented_control(
        _("What to show"),
        list(labels),
        format_func=lambda name: labels[name],
        required=True,
        label_visibility="collapsed",
        **choice("show", labels, WATCH),
    )
    if part == WATCH:
        show_signals(report)
    elif part == TOOLS:
        show_tools(report)
    elif part == TESTS:
        show_tests(report, evidence)
    elif part == VIEWS:
        show_views(report)
    else:
        show_claims_of(report, evidence)


def _labels(report: ThemeReport) -> Mapping[str, str]:
    return {
        WATCH: _("What to watch {n}").format(n=len(report.signals)),
        TOOLS: _("Tools tested here {n}").format(n=len(report.tools)),
        TESTS: _("Tests {n}").format(n=len(report.notes)),
        VIEWS: _("Views {n}").format(n=len(report.views)),
        CLAIMS: _("Claims {n}").format(n=len(report.claims)),
    }
