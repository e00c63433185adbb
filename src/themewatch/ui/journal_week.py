"""What this week asks, and the reminders to take along."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Entry
from themewatch.services.journal_prompt import prompt_of_week
from themewatch.services.journal_reminders import reminders
from themewatch.services.reference import catalogue
from themewatch.ui import cache, session
from themewatch.ui.download import File, offer_file
from themewatch.ui.journal_state import open_view
from themewatch.ui.links import page_link
from themewatch.ui.text import plain
from themewatch.words import _


def show_week(journal: Journal, entries: Sequence[Entry], today: date) -> None:
    """Draw this week's prompt, the way to the month's end, and the reminders."""
    if journal.is_closed:
        st.button(
            _("Read its report"),
            key="to_its_report",
            on_click=open_view,
            args=("report",),
            kwargs={"journal": journal.id},
        )
        return
    if today > journal.ends_on:
        st.markdown(_("**The month is over.** Say where the theme stands for you now."))
        st.button(
            _("Close the month"),
            type="primary",
            key="close_month",
            on_click=open_view,
            args=("close",),
            kwargs={"journal": journal.id},
        )
        return
    _show_prompt(journal, entries, today)
    offer_file(
        _("Reminders for your calendar (.ics)"),
        lambda: reminders(journal, today, now=session.now()),
        File(
            name=f"themewatch-{journal.theme}.ics",
            media_type="text/calendar",
            key="reminders",
        ),
    )


def _show_prompt(journal: Journal, entries: Sequence[Entry], today: date) -> None:
    prompt = prompt_of_week(cache.todays_assessment(), journal, entries, today)
    signal = catalogue().theme(journal.theme).signal(prompt.signal)
    said = [f"**{plain(_('This week'))}: {plain(_(signal.name))}**"]
    said += [plain(_(signal.watch_for)), plain(prompt.why)]
    st.markdown("  \n".join(said))
    page_link(
        "log",
        _("Log a test of it"),
        theme=journal.theme,
        signal=prompt.signal,
        ready="true",
    )
