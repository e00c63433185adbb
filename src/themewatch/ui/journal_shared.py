"""Count a result on the shared map or not: a switch, and exactly what is shared."""

import streamlit as st

from themewatch.charts.sentences import theme_name
from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Run
from themewatch.domain.journal_sharing import has_result, note_of
from themewatch.services.reference import catalogue
from themewatch.ui import session
from themewatch.ui.forms import Form
from themewatch.ui.record_words import record_facts
from themewatch.ui.text import plain
from themewatch.words import _


def show_what_is_shared(form: Form, journal: Journal, run: Run) -> None:
    """Draw the switch, off at first, and in one line what it shares."""
    st.toggle(_("Count this result on the shared map"), key=form.key("is_shared"))
    what = _what(journal, run)
    if form.value("is_shared"):
        said = _("Shared, and nothing else: {what}.")
    else:
        said = _("Private. Switched on, this is shared, and nothing else: {what}.")
    st.caption(plain(said.format(what=what)))


def _what(journal: Journal, run: Run) -> str:
    theme = catalogue().theme(journal.theme)
    if not run.model or not has_result(run, theme):
        said = _("{theme}, the model, the day, the result and your name")
        return said.format(theme=theme_name(theme))
    note = note_of(journal, run, theme, note_id="", now=session.now())
    said = _("{label}: {value}")
    facts = record_facts(note)
    return "; ".join(said.format(label=label, value=value) for label, value in facts)
