"""What was tested under a theme: what to watch, and which tool is best at it."""

from collections.abc import Iterator

import streamlit as st

from themewatch.charts.sentences import place
from themewatch.domain.claim import ENOUGH_TRIES
from themewatch.domain.coverage import SignalCoverage, Tested, ToolCoverage
from themewatch.services.themes import ThemeReport
from themewatch.ui.evidence_list import page_of
from themewatch.ui.links import page_link
from themewatch.ui.row import row
from themewatch.ui.text import plain
from themewatch.words import _, ngettext


def show_signals(report: ThemeReport) -> None:
    """Draw a card for each thing to watch."""
    theme = report.standing.theme.slug
    for signal in report.signals:
        with row(_signal_words(signal)):
            page_link("log", _("Test it"), theme=theme, signal=signal.signal.slug)


def _signal_words(coverage: SignalCoverage) -> str:
    return "  \n".join(
        [
            f"**{plain(_(coverage.signal.name))}**",
            plain(_(coverage.signal.watch_for)),
            plain(f"● {tested_words(coverage.tested)}"),
            plain(f"◇ {_claims_words(coverage)}"),
        ]
    )


def _claims_words(coverage: SignalCoverage) -> str:
    if not coverage.claims:
        return _("no claims")
    claims = ngettext("{n} claim", "{n} claims", len(coverage.claims))
    return _("{claims}, {untested} untested").format(
        claims=claims.format(n=len(coverage.claims)), untested=coverage.untested_claims
    )


def tested_words(tested: Tested) -> str:
    """Say what some notes add up to."""
    if not tested.notes:
        return _("not tested here yet")
    words = [
        ngettext("{n} test", "{n} tests", tested.notes).format(n=tested.notes),
        ngettext("{n} person", "{n} people", tested.people).format(n=tested.people),
    ]
    if tested.tries:
        words.append(_usable(tested))
    if tested.level is not None:
        words.append(place(tested.level))
    if tested.last_on is not None:
        words.append(_("last {day}").format(day=tested.last_on.isoformat()))
    return ", ".join(words)


def show_tools(report: ThemeReport) -> None:
    """Draw the tools tested here, the best first."""
    if not report.tools:
        st.markdown(_("None yet. The first test of this theme starts the list."))
        return
    for tool in page_of(report.tools, "tools_page"):
        with st.container(border=True):
            st.markdown("  \n".join(_tool_words(tool)))


def _tool_words(tool: ToolCoverage) -> Iterator[str]:
    tested = tool.tested
    compared = (
        place(tested.level)
        if tested.is_comparable and tested.level is not None
        else _("too few to compare (under {n} tries)").format(n=ENOUGH_TRIES)
    )
    yield f"**{plain(tool.label)}** · {plain(compared)}"
    people = ngettext("{n} person", "{n} people", tested.people)
    last = tested.last_on.isoformat() if tested.last_on else ""
    facts = (
        _usable(tested),
        people.format(n=tested.people),
        _("last tested {day}").format(day=last),
        _cost(tool),
    )
    yield plain(" · ".join(filter(None, facts)))
    if tool.limits:
        fails = _("fails: {limits}").format(limits="; ".join(tool.limits[:2]))
        yield plain(fails)


def _usable(tested: Tested) -> str:
    if not tested.tries:
        return _("tries not counted")
    return _("{acceptable} of {tries} tries usable").format(
        acceptable=tested.acceptable, tries=tested.tries
    )


def dollars(price: float) -> str:
    """Say a price, in hundredths unless it is finer than that."""
    return f"US${price:.2f}" if round(price, 2) == price else f"US${price:g}"


def _cost(tool: ToolCoverage) -> str:
    parts = []
    if tool.price_usd is not None:
        parts.append(dollars(tool.price_usd))
    if tool.seconds is not None:
        parts.append(_("{seconds:.0f} s").format(seconds=tool.seconds))
    cost = ", ".join(parts)
    return _("{cost} per usable output").format(cost=cost) if cost else ""
