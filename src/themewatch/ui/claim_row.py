"""One claim in a list: what it says, what became of it, the tests behind it."""

from collections.abc import Iterator

import streamlit as st

from themewatch.charts.claim_words import (
    overruled_words,
    put_by_tests,
    signed_outcome,
    vendor_says,
)
from themewatch.charts.note_words import result_in_words
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.note import Note
from themewatch.services.reference import catalogue
from themewatch.ui.links import page_link
from themewatch.ui.overrule import overrule_button, show_what_was_said
from themewatch.ui.row import acts
from themewatch.ui.text import plain
from themewatch.words import _, ngettext

MOST_NOTES = 20


def show_claim(
    judged: JudgedClaim, heading: str, about: str = "", *, asks_word: bool = False
) -> None:
    """Draw a claim.

    Args:
        judged: The claim.
        heading: What tells it from others on the page: its model, or its theme.
        about: A line under what it claims.
        asks_word: Whether its outcome may be overruled here; the page then ends
            with `show_overruling`.
    """
    claim = judged.claim
    with st.container(border=True):
        st.markdown("  \n".join(_lines(judged, heading, about)))
        with acts():
            page_link("log", _("Test it"), theme=claim.theme, claim=claim.id)
            page_link("record", _("Open"), id=claim.id)
            if judged.override:
                page_link("record", _("Who overruled it"), id=judged.override.id)
            if asks_word:
                overrule_button(judged)
        _show_notes(judged)
        if asks_word:
            show_what_was_said(claim.id)


def _lines(judged: JudgedClaim, heading: str, about: str) -> Iterator[str]:
    theme = catalogue().theme(judged.claim.theme)
    yield f"**{plain(heading)}** · {judged.on.isoformat()}"
    yield plain(judged.claim.text)
    if about:
        yield plain(about)
    facts = [
        signed_outcome(judged.outcome),
        vendor_says(judged, theme),
        put_by_tests(judged),
    ]
    yield " · ".join(plain(fact) for fact in facts if fact)
    if judged.override:
        yield plain(overruled_words(judged))


def _show_notes(judged: JudgedClaim) -> None:
    """Offer the tests behind a claim, each opening its own page."""
    if not judged.notes:
        return
    said = ngettext("{n} test behind it", "{n} tests behind it", len(judged.notes))
    key = f"behind-{judged.claim.id}"
    with st.expander(
        said.format(n=len(judged.notes)), key=key, on_change="rerun", type="compact"
    ) as behind:
        if behind.open:
            _list_notes(judged.notes)


def _list_notes(notes: tuple[Note, ...]) -> None:
    newest = sorted(notes, key=lambda n: (n.tested_on, n.id), reverse=True)
    with st.container(gap="xxsmall"):
        for note in newest[:MOST_NOTES]:
            page_link("record", _note_words(note), id=note.id)
    if (more := len(newest) - MOST_NOTES) > 0:
        st.markdown(ngettext("and {n} more", "and {n} more", more).format(n=more))


def _note_words(note: Note) -> str:
    theme = catalogue().theme(note.theme)
    who = _("{person}, {day}").format(
        person=note.person, day=note.tested_on.isoformat()
    )
    return f"{who} · {result_in_words(note, theme)}"
