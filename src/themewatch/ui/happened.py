"""What happened on the day, or in the month, somebody chose on a time line."""

from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st

from themewatch.domain.standing import MarkKind, ThemeHistory
from themewatch.services.told import Told
from themewatch.ui.links import page_link
from themewatch.ui.text import plain
from themewatch.ui.told import show_told
from themewatch.words import _, mark, ngettext

HAPPENED = {
    MarkKind.RELEASE: mark("Released: {title}"),
    MarkKind.NOTE: mark("Tested: {title}"),
    MarkKind.VIEW: mark("Placed by {title}"),
    MarkKind.STORY: mark("In the news: {title}"),
    MarkKind.CHECKPOINT: mark("Checkpoint: {title}"),
}

MOST_LISTED = 50


def show_chosen_days(
    history: ThemeHistory,
    points: Iterable[Mapping[str, Any]],
    told: Mapping[str, Told],
) -> None:
    """List what lies behind the marks that were clicked, each opening its own page.

    `told` are the stories of the time line, by their ids.
    """
    days = {str(point["x"])[:10] for point in points}
    chosen = [day for day in history.marks if day.on.isoformat() in days]
    published = [step for step in history.published if step.on.isoformat() in days]
    if not chosen and not published:
        return
    with st.container(border=True, key="chosen_days"):
        for step in published:
            number = str(step.edition)
            label = _("Read edition {n}").format(n=number)
            page_link("editions", label, edition=number)
        for day in chosen:
            st.markdown(f"**{plain(day.when)}**")
            listed = list(zip(day.titles, day.ids, strict=True))
            for title, record_id in listed[:MOST_LISTED]:
                words = _(HAPPENED[day.kind]).format(title=title)
                if day.kind is MarkKind.STORY:
                    show_told(told[record_id], words)
                elif day.kind is MarkKind.RELEASE:
                    page_link("release", words, release=record_id)
                else:
                    page_link("record", words, id=record_id)
            if more := len(listed[MOST_LISTED:]):
                said = ngettext("and {n} more", "and {n} more", more)
                st.markdown(said.format(n=more))
