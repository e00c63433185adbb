"""What happened to a record, what each correction changed, and all versions of it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import streamlit as st

from themewatch.charts.field_names import field_name
from themewatch.domain.record import Record
from themewatch.domain.record_fields import changed_fields, told_fields
from themewatch.services.records import Event, EventKind, History
from themewatch.ui.field_words import field_value
from themewatch.ui.text import plain
from themewatch.words import _, mark

HAPPENED = {
    EventKind.RECORDED: mark("logged"),
    EventKind.CORRECTED: mark("corrected"),
    EventKind.TAKEN_BACK: mark("taken back"),
    EventKind.PUT_BACK: mark("put back"),
}


def show_versions(history: History) -> None:
    """Draw what happened, the last first, and where there are several all versions."""
    st.header(_("History"))
    former = {after.id: before for before, after in pairwise(history.versions)}
    for event in history.events:
        lines = [plain(_event_words(event))]
        if event.kind is EventKind.CORRECTED:
            lines += map(plain, _changes(former[event.record.id], event.record))
        st.markdown("  \n".join(lines))
    if len(history.versions) > 1:
        _show_side_by_side(history.versions)


def _event_words(event: Event) -> str:
    when = event.at.strftime("%Y-%m-%d %H:%M UTC")
    what = _(HAPPENED[event.kind])
    if event.by is None:
        return _("{when}: {what}").format(when=when, what=what)
    return _("{when}: {what} by {who}").format(when=when, what=what, who=event.by)


def _changes(before: Record, after: Record) -> Iterator[str]:
    """Say what a correction changed, a line for each field."""
    changed = changed_fields(before, after)
    for name in changed:
        was, now = field_value(before, name), field_value(after, name)
        label = field_name(name)
        if not was:
            yield _("{field}: “{now}” was added").format(field=label, now=now)
        elif not now:
            yield _("{field}: “{was}” was left out").format(field=label, was=was)
        else:
            said = _("{field}: was “{was}”, became “{now}”")
            yield said.format(field=label, was=was, now=now)
    if not changed:
        yield _("nothing else than before was said")


def _show_side_by_side(versions: Sequence[Record]) -> None:
    """Draw all versions as columns; what changed against the one before stands bold."""
    with st.expander(_("All versions side by side"), key="versions"):
        rows = [_row(name, versions) for name in told_fields(versions)]
        st.table(rows, hide_index=True, alt=_("All versions side by side"))


def _row(name: str, versions: Sequence[Record]) -> dict[str, str]:
    row = {_("Version"): plain(field_name(name))}
    before: Record | None = None
    for number, version in enumerate(versions, start=1):
        value = plain(field_value(version, name)) or "–"
        is_new = before is not None and name in changed_fields(before, version)
        day = version.recorded_at.date().isoformat()
        heading = _("{number}: {day}").format(number=number, day=day)
        row[plain(heading)] = f"**{value}**" if is_new else value
        before = version
    return row
