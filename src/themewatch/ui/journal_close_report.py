"""The report of a month before it stands for good: drafted, and free to be changed."""

from collections.abc import Sequence

import streamlit as st

from themewatch.charts.sentences import place
from themewatch.domain.journal import Journal, Moment
from themewatch.domain.journal_entry import Entry
from themewatch.domain.journal_report import ClosingView, Section
from themewatch.domain.rules import LONGEST_TEXT
from themewatch.services.journal_closing import (
    Closing,
    close_journal,
    draft_report,
)
from themewatch.ui import session
from themewatch.ui.drafts import DraftForm
from themewatch.ui.journal_cache import figures_now
from themewatch.ui.journal_chart import show_month_chart
from themewatch.ui.journal_close_view import FIELDS, ask_again, closing_view
from themewatch.ui.journal_marked import report_markdown
from themewatch.ui.journal_state import open_view
from themewatch.ui.text import plain
from themewatch.words import _


def draw_closing_report(
    journal: Journal, entries: Sequence[Entry], asked: DraftForm
) -> None:
    """Draw the second and third step of closing: the report, and the closing itself.

    Args:
        journal: The open journal.
        entries: What stands in it, by day.
        asked: The form in which the person's view was answered.
    """
    view = closing_view(asked)
    figures = figures_now(journal, entries)
    _show_answer(asked, view)
    show_month_chart(journal, entries)
    st.subheader(_("The report"))
    st.markdown(
        _(
            "Drafted from your entries; links in square brackets lead to them. Change "
            "whatever you like, and leave out what you empty."
        )
    )
    sections = draft_report(journal, entries, figures, view)
    form = DraftForm(f"report-{journal.id}")
    form.resume(_beginning(sections))
    draft = st.container()
    form.show_problems()
    for section in sections:
        _draw_section(form, section)
    _preview(form, journal, entries, sections)
    _offer_to_close(form, asked, journal, Closing(view, sections, figures))
    asked.keep(FIELDS, st.container())
    form.keep(_fields(sections), draft)


def _show_answer(asked: DraftForm, view: ClosingView) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        said = _("For you it stands at {place}.").format(place=place(view.position))
        st.markdown(plain(said), width="content")
        st.button(
            _("Change my answer"),
            key=asked.key("again"),
            type="tertiary",
            on_click=ask_again,
            args=(asked,),
        )


def _beginning(sections: Sequence[Section]) -> dict[str, str]:
    """Return each part as it is drafted, and what it was drafted as."""
    texts = {_text(section): section.text for section in sections}
    return texts | {_drafted(section): section.text for section in sections}


def _text(section: Section) -> str:
    return f"text-{section.name}"


def _drafted(section: Section) -> str:
    return f"drafted-{section.name}"


def _fields(sections: Sequence[Section]) -> list[str]:
    return [name(section) for section in sections for name in (_text, _drafted)]


def _draw_section(form: DraftForm, section: Section) -> None:
    """Draw one part; what nobody changed follows the entries."""
    if form.value(_text(section)) == form.value(_drafted(section)):
        _draft_anew(form, section)
    st.text_area(
        section.title,
        key=form.key(_text(section)),
        height="content",
        max_chars=LONGEST_TEXT,
    )
    if form.value(_text(section)) != section.text:
        st.button(
            _("Draft it anew"),
            key=form.key(f"anew-{section.name}"),
            type="tertiary",
            help=_("What you wrote here gives way to the draft."),
            on_click=_draft_anew,
            args=(form, section),
        )


def _draft_anew(form: DraftForm, section: Section) -> None:
    for name in (_text(section), _drafted(section)):
        st.session_state[form.key(name)] = section.text


def _preview(
    form: DraftForm,
    journal: Journal,
    entries: Sequence[Entry],
    sections: Sequence[Section],
) -> None:
    """Show, where it is wanted, what the parts will look like."""
    known = {entry.id: entry for entry in entries}
    key = f"reads-{journal.id}"
    with st.expander(_("How it will read"), key=key, on_change="rerun") as opened:
        for section in sections if opened.open else ():
            if text := form.text(_text(section)):
                st.subheader(plain(section.title))
                st.markdown(report_markdown(text, journal, known))


def _offer_to_close(
    form: DraftForm, asked: DraftForm, journal: Journal, drafted: Closing
) -> None:
    st.markdown(
        _(
            "Closing keeps this report and its figures for good. You can open the "
            "journal again and close it anew; this version stays beside the next."
        )
    )
    st.button(
        _("Close the month"),
        type="primary",
        key=form.key("close"),
        on_click=form.attempt,
        args=(lambda: _close(form, asked, journal, drafted),),
    )


def _close(
    form: DraftForm, asked: DraftForm, journal: Journal, drafted: Closing
) -> None:
    sections = tuple(
        Section(name=s.name, title=s.title, text=form.text(_text(s)))
        for s in drafted.sections
    )
    closing = Closing(drafted.view, sections, drafted.figures)
    moment = Moment(session.now(), session.today())
    with session.writing() as db:
        close_journal(db, journal, closing, moment)
        form.drop(db)
        asked.drop(db)
    asked.empty()
    open_view("report", journal=journal.id)
