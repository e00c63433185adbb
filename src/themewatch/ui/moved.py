"""What moved a theme between two days, piece by piece."""

from collections.abc import Iterator

import streamlit as st

from themewatch.charts.sentences import place
from themewatch.charts.signed import figure, signed
from themewatch.domain.evidence import Evidence
from themewatch.domain.moved import Change, Moved
from themewatch.domain.moved_sum import MovedSum, Part, summed
from themewatch.domain.note import Note
from themewatch.ui.evidence_list import page_of
from themewatch.ui.links import page_link
from themewatch.ui.row import row
from themewatch.ui.text import plain
from themewatch.words import _, ngettext

MOST_AT_ONCE = 5


def show_moved(moved: Moved, evidence: Evidence) -> None:
    """Draw the movement as a sum, then each test and view behind it."""
    st.header(_("What moved it"))
    sum_ = summed(moved)
    if sentences := list(_sentences(moved, sum_)):
        st.markdown(plain(" ".join(sentences)))
    if not sum_.has_moved:
        return
    st.markdown(plain(" · ".join(moved_in_words(moved, sum_))))
    _show_changes(sum_, evidence)
    st.caption(
        _(
            "A change is the effect a test or view has on the later day, less the one "
            "it had on the earlier. Older ones change too: others join them, and time "
            "passes."
        )
    )


def _sentences(moved: Moved, sum_: MovedSum) -> Iterator[str]:
    """Say in words what the sum cannot: that nothing happened, or was known."""
    days = {"since": moved.since.isoformat(), "day": moved.until.isoformat()}
    if moved.since == moved.until:
        yield _("Both days are the same. Compare with an earlier one.")
    elif not sum_.has_moved:
        said = _("Nothing moved it: no test and no view between {since} and {day}.")
        yield said.format(**days)
    elif not sum_.has_news:
        said = _("No test and no view of it between {since} and {day}.")
        yield said.format(**days)
    if not moved.was_known:
        said = _(
            "Nothing was known of it by {since}, not even the course's map: every "
            "theme begins at {value:.2f}."
        )
        yield said.format(value=sum_.before, **days)
    elif not moved.was_tested:
        yield _("Nobody here had tested it by {since}.").format(**days)


def moved_in_words(moved: Moved, sum_: MovedSum) -> list[str]:
    """Return the terms of the sum as they are read, the result last.

    What is shown adds up.
    """
    was, is_now = _("was {value} on {day}"), _("= {value} on {day}")
    return [
        was.format(value=figure(sum_.before), day=moved.since.isoformat()),
        *(f"{words} {signed(sum_.parts[part])}" for part, words in _terms(sum_)),
        is_now.format(value=figure(sum_.after), day=moved.until.isoformat()),
    ]


def _terms(sum_: MovedSum) -> Iterator[tuple[Part, str]]:
    """Name the parts that are new, or anything but 0."""
    if tests := sum_.count(Part.NEW_TESTS):
        words = ngettext("{n} new test", "{n} new tests", tests)
        yield Part.NEW_TESTS, words.format(n=tests)
    if views := sum_.count(Part.NEW_VIEWS):
        words = ngettext("{n} new view", "{n} new views", views)
        yield Part.NEW_VIEWS, words.format(n=views)
    others = {
        Part.OLDER_TESTS: _("older tests"),
        Part.OLDER_VIEWS: _("older views"),
        Part.ELSEWHERE: _(
            "tests of other themes by the same people and on the same tools"
        ),
        Part.START: _("start"),
    }
    yield from ((part, words) for part, words in others.items() if sum_.parts[part])


def _show_changes(sum_: MovedSum, evidence: Evidence) -> None:
    """List each piece; where they are many, only once somebody asks for them."""
    pieces = len(sum_.listed)
    if pieces <= MOST_AT_ONCE:
        _list_changes(sum_, evidence, border=True)
        return
    label = ngettext(
        "{n} test or view behind it", "{n} tests and views behind it", pieces
    )
    with st.expander(
        label.format(n=pieces), key="pieces", on_change="rerun", bind="query-params"
    ) as opened:
        if opened.open:
            _list_changes(sum_, evidence, border=False)


def _list_changes(sum_: MovedSum, evidence: Evidence, *, border: bool) -> None:
    if not sum_.listed and not sum_.others:
        return
    shown = page_of(sum_.listed, "moved_page")
    with st.container(border=border, gap="small", key="moved"):
        for change, amount in shown:
            facts = f"{_what(change, evidence)} · {_who_and_when(change)}"
            with row(f"**{plain(signed(amount))}** · {plain(facts)}", border=False):
                page_link("record", _("Open"), id=change.record.id)
        if sum_.others:
            st.markdown(plain(_others(sum_)))


def _what(change: Change, evidence: Evidence) -> str:
    record = change.record
    if isinstance(record, Note):
        return evidence.tool_label(record) or _("no tool named")
    return _("view: {place}").format(place=place(record.position))


def _who_and_when(change: Change) -> str:
    record = change.record
    on = record.tested_on if isinstance(record, Note) else record.on
    said = _("{person}, {day}").format(person=record.person, day=on.isoformat())
    return f"{said} · {_('new') if change.is_new else _('older')}"


def _others(sum_: MovedSum) -> str:
    if not sum_.others_amount:
        said = ngettext(
            "{n} other changed it by less than 0.01.",
            "{n} others changed it by less than 0.01 each.",
            sum_.others,
        )
        return said.format(n=sum_.others)
    said = ngettext(
        "{n} other changed it by less than 0.01: {amount}.",
        "{n} others changed it by less than 0.01 each, together by {amount}.",
        sum_.others,
    )
    return said.format(n=sum_.others, amount=signed(sum_.others_amount))
