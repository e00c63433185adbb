"""The form that opens a review, or changes one whose votes are still hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import streamlit as st

from themewatch.charts.chances import month_words
from themewatch.charts.sentences import theme_name
from themewatch.domain.review import Review
from themewatch.domain.theme import SLUGS
from themewatch.errors import InputError
from themewatch.services.people import list_voters
from themewatch.services.reference import catalogue
from themewatch.services.review_board import next_period
from themewatch.services.reviews import change_review, open_review
from themewatch.ui import cache, session
from themewatch.ui.compared import heads
from themewatch.ui.forms import Form
from themewatch.ui.review_state import go, say
from themewatch.words import _

DAY, WEEK = timedelta(days=1), timedelta(days=7)
NAMES_SHOWN = 200


def draw_open() -> None:
    """Draw the form of a new review; nearly all of it is filled in already."""
    st.header(_("Open a review"))
    form = Form("review-open")
    form.begin(_presets())
    _draw(form, _("Open it"), lambda: _open(form), _known_names(()))


def draw_change(review: Review) -> None:
    """Draw the form of a review that is open."""
    st.header(_("Change this review"))
    form = Form(f"review-change-{review.id}")
    form.begin(_fields(review))
    known = _known_names(review.people)
    _draw(form, _("Save"), lambda: _change(form, review), known)


def _draw(form: Form, label: str, save: Any, names: Sequence[str]) -> None:
    themes = catalogue().themes
    form.show_problems()
    with st.form(form.name, border=True):
        if not session.person():
            st.text_input(_("Your name"), key=form.key("person"), max_chars=80)
        st.text_input(_("Title"), key=form.key("title"), max_chars=120)
        first, last, until = st.columns(3)
        first.date_input(
            _("What is new from"), key=form.key("starts_on"), format="YYYY-MM-DD"
        )
        last.date_input(_("until"), key=form.key("ends_on"), format="YYYY-MM-DD")
        until.date_input(
            _("Votes until the end of"), key=form.key("until"), format="YYYY-MM-DD"
        )
        st.multiselect(
            _("Themes"),
            SLUGS,
            format_func=lambda slug: theme_name(themes[slug]),
            key=form.key("themes"),
        )
        st.multiselect(
            _("Who votes"),
            names,
            key=form.key("people"),
            accept_new_options=session.how_to_sign_in() is None,
            placeholder=_("Everybody may vote: name some to invite them alone"),
        )
        st.caption(
            _(
                "Votes stay hidden until one has voted oneself, until all invited "
                "have, or until that day ends."
            )
        )
        st.form_submit_button(
            label, type="primary", key=form.key("save"), on_click=form.once(save)
        )
    st.button(_("Back"), key="back_from_form", on_click=_back, type="tertiary")


def _back() -> None:
    review = st.query_params.get("review", "")
    go(**({"review": review} if review else {}))


def _presets() -> Mapping[str, Any]:
    today = session.today()
    edition = next(iter(heads()), None)
    with session.reading() as db:
        start, end = next_period(db, today, edition.as_of if edition else None)
    return {
        "title": _("Review of {month}").format(month=month_words(end)),
        "starts_on": start,
        "ends_on": end,
        "until": today + WEEK,
        "themes": list(SLUGS),
        "people": [],
    }


def _fields(review: Review) -> Mapping[str, Any]:
    last_moment = review.until.astimezone(session.zone()) - timedelta(seconds=1)
    return {
        "title": review.title,
        "starts_on": review.starts_on,
        "ends_on": review.ends_on,
        "until": last_moment.date(),
        "themes": list(review.themes),
        "people": list(review.people),
    }


def _known_names(chosen: Sequence[str]) -> list[str]:
    """Return who can be invited: people who may vote, else whoever logged something."""
    with session.reading() as db:
        named = set(list_voters(db))
    if session.how_to_sign_in() is None:
        evidence = cache.evidence()
        named |= {note.person for note in evidence.notes}
        named |= {view.person for view in evidence.views}
        named |= {session.person()} - {""}
    return sorted({*list(named)[:NAMES_SHOWN], *chosen}, key=str.casefold)


def _open(form: Form) -> None:
    person = session.person() or form.text("person")
    if not person:
        raise InputError(_("Your name is missing: it says who opened the review."))
    session.remember(person)
    review = Review(
        id=form.record_id(),
        opened_by=person,
        opened_at=session.now(),
        **_typed(form),
    )
    with session.writing() as db:
        kept = open_review(db, review, now=session.now())
    say(_("The review is open. Send its address to those who vote."))
    go(review=kept.id)


def _change(form: Form, review: Review) -> None:
    with session.writing() as db:
        change_review(db, replace(review, **_typed(form)), now=session.now())
    say(_("The review is changed."))
    go(review=review.id)


def _typed(form: Form) -> dict[str, Any]:
    """Return what was typed; raises InputError for a day that is missing."""
    days = {name: form.value(name) for name in ("starts_on", "ends_on", "until")}
    if None in days.values():
        raise InputError(_("A day is missing: choose it."))
    return {
        "title": form.text("title"),
        "starts_on": days["starts_on"],
        "ends_on": days["ends_on"],
        "until": _end_of(days["until"]),
        "themes": tuple(slug for slug in SLUGS if slug in form.value("themes", ())),
        "people": tuple(" ".join(p.split()) for p in form.value("people", ())),
    }


def _end_of(day: date) -> datetime:
    """Return the first moment of the day after, where the visitor is."""
    return datetime.combine(day + DAY, time(), session.zone())
