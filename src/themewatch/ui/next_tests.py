"""The tests worth doing, theme by theme, each with why it stands where it stands."""

from collections.abc import Iterator
from datetime import date

import streamlit as st

from themewatch.charts.sentences import stage_name, theme_name
from themewatch.charts.surer_words import surer_words
from themewatch.domain.evidence import Evidence
from themewatch.domain.next_test import Proposal, ThemeTests
from themewatch.domain.theme import Theme
from themewatch.services.next_test import rank_tests
from themewatch.services.protocols import protocols
from themewatch.ui import cache, session
from themewatch.ui.address import YES
from themewatch.ui.links import page_link
from themewatch.ui.row import row
from themewatch.ui.text import plain
from themewatch.words import _, ngettext

SHOWN = 3


def show_tests() -> None:
    """Draw every theme, the one where a test by this visitor tells most first."""
    person = session.person()
    st.markdown(
        _(
            "Themes first where one careful test by you would tell most; under each, "
            "first what nobody here has tested, the boldest claims, what is watched "
            "least, and the newest releases."
        )
    )
    evidence = cache.evidence()
    for place, tests in enumerate(_ranked(cache.version(), session.today(), person)):
        with st.container(border=True):
            _show_theme(place + 1, tests, evidence)


@st.cache_resource(max_entries=16, show_spinner=False)
def _ranked(version: int, today: date, person: str) -> tuple[ThemeTests, ...]:  # noqa: ARG001  the key
    return rank_tests(cache.todays_assessment(), person or None)


def _show_theme(place: int, tests: ThemeTests, evidence: Evidence) -> None:
    slug = tests.theme.slug
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(
            plain(f"{place}. {theme_name(tests.theme)}"), anchor=slug, width="content"
        )
        page_link("theme", _("Open the theme"), theme=slug)
    st.markdown(plain(surer_words(tests.surer)))
    for proposal in tests.candidates[:SHOWN]:
        _show_proposal(tests.theme, proposal, evidence)
    rest = tests.candidates[SHOWN:]
    if not rest:
        return
    label = ngettext("{n} more", "{n} more", len(rest) + tests.more)
    with st.expander(
        label.format(n=len(rest) + tests.more), key=f"more_{slug}", on_change="rerun"
    ) as opened:
        if opened.open:
            for proposal in rest:
                _show_proposal(tests.theme, proposal, evidence)
            if tests.more:
                page_link("claims", _("All claims of this theme"), theme=slug)


def _show_proposal(theme: Theme, proposal: Proposal, evidence: Evidence) -> None:
    words = "  \n".join(_lines(theme, proposal, evidence))
    with row(words, border=False):
        page_link("log", _("Test it"), ready=YES, **_asked(theme, proposal))


def _asked(theme: Theme, proposal: Proposal) -> dict[str, str]:
    """Return what the form is to begin with."""
    if proposal.claim is not None:
        return {"theme": theme.slug, "claim": proposal.claim.claim.id}
    asked = {"signal": proposal.signal, "release": proposal.release}
    return {"theme": theme.slug} | {name: v for name, v in asked.items() if v}


def _lines(theme: Theme, proposal: Proposal, evidence: Evidence) -> Iterator[str]:
    release = evidence.releases.get(proposal.release or "")
    watched = _(theme.signal(proposal.signal).name) if proposal.signal else ""
    on = f"{release.model} · {release.vendor}" if release else _("any tool you use")
    yield f"**{plain(on)}** {plain('· ' + watched if watched else '')}"
    if proposal.claim is not None:
        yield plain(_("claims: {text}").format(text=proposal.claim.claim.text))
    elif proposal.signal:
        yield plain(_(theme.signal(proposal.signal).watch_for))
    yield plain(" · ".join(_reasons(theme, proposal)))


def _reasons(theme: Theme, proposal: Proposal) -> Iterator[str]:
    """Say why it stands here, and what it takes."""
    if proposal.claim is None:
        yield _("no open claim speaks of it")
    elif proposal.is_untested:
        yield _("nobody here has tested it")
    else:
        yield _("tested once: another test decides")
    if proposal.stage is not None:
        yield _("claimed: {stage}").format(stage=stage_name(proposal.stage))
    if proposal.tests:
        tests = ngettext(
            "{n} test of what it is about",
            "{n} tests of what it is about",
            proposal.tests,
        )
        yield tests.format(n=proposal.tests)
    if proposal.released_on is not None:
        yield _("out since {day}").format(day=proposal.released_on.isoformat())
    test = protocols().for_claim(theme.slug, proposal.signal)
    tries = ngettext("{n} try", "{n} tries", test.tries).format(n=test.tries)
    yield _("{tries}, about {n} minutes").format(tries=tries, n=test.minutes)
