"""One piece of evidence: what it says, what happened to it, and what can be done."""

import streamlit as st

from themewatch.domain.checkpoint import Checkpoint
from themewatch.domain.claim import Claim
from themewatch.domain.forecast import Forecast
from themewatch.domain.note import Note
from themewatch.domain.override import Override
from themewatch.domain.record import Record
from themewatch.errors import ThemewatchError
from themewatch.services.log import put_back, take_back
from themewatch.services.own_name import person_of
from themewatch.services.records import History
from themewatch.ui import claims_kept, session
from themewatch.ui.correct import correct
from themewatch.ui.files import show_files
from themewatch.ui.forecast_acts import say_it_stands, show_way_ahead
from themewatch.ui.links import page_link, turn_to
from themewatch.ui.overrule import (
    overrule_button,
    show_overruling,
    show_what_was_said,
)
from themewatch.ui.profile import show_profile
from themewatch.ui.record_versions import show_versions
from themewatch.ui.record_words import claim_of, record_facts
from themewatch.ui.rights import may_change, may_log
from themewatch.ui.saved import PROBLEM, show_saved
from themewatch.ui.settle import offer_to_settle
from themewatch.ui.text import plain
from themewatch.words import _


def show_record(history: History) -> None:
    """Draw the latest version, the acts it allows, and its history."""
    latest = history.latest
    show_saved({version.id for version in history.versions})
    if latest.is_withdrawn():
        st.warning(
            _("It was taken back: it counts for nothing, and its history stays.")
        )
    for label, value in record_facts(latest):
        st.markdown(f"**{plain(label)}**  \n{plain(value)}")
    if isinstance(latest, Note) and latest.marks:
        show_profile({mark.dimension: mark.value for mark in latest.marks})
    _show_surroundings(latest)
    if latest.link:
        st.link_button(_("Open its link"), latest.link)
    show_files(latest.files)
    _show_acts(history)
    show_versions(history)


def _show_surroundings(record: Record) -> None:
    """Link to what a record speaks of."""
    about = claim_of(record) if isinstance(record, Override) else record
    with st.container(horizontal=True, vertical_alignment="center"):
        if isinstance(record, Claim):
            _show_who_overruled(record)
        if isinstance(record, Override):
            turn_to("record", _("Open the claim"), "open_claim", id=about.id)
        if theme := getattr(about, "theme", None):
            page_link("theme", _("Open the theme"), theme=theme)
        if isinstance(about, Checkpoint | Forecast):
            show_way_ahead(about)
        if isinstance(about, Note | Claim) and about.release:
            page_link("release", _("Open the release"), release=about.release)


def _show_acts(history: History) -> None:
    latest = history.latest
    if isinstance(latest, Forecast) and latest.is_fixed(session.now()):
        say_it_stands()
        return
    if not may_change(latest):
        _say_who_may(latest)
        return
    if latest.is_withdrawn():
        st.button(_("Put it back"), key="put_back", on_click=_change, args=(history,))
        return
    with st.container(horizontal=True):
        st.button(_("Take it back"), key="take_back", on_click=_change, args=(history,))
        if isinstance(latest, Claim):
            _offer_word(latest)
    show_what_was_said(latest.id)
    if isinstance(latest, Checkpoint) and not latest.is_settled:
        offer_to_settle(latest)
    if not isinstance(latest, Forecast):
        _offer_correction(history)
    show_overruling({latest.id})


def _say_who_may(record: Record) -> None:
    """Tell whoever logs too whose it is; a viewer changes nothing of anybody's."""
    if may_log():
        said = _("It bears the name of {person}: they or a reviewer may change it.")
        st.caption(plain(said.format(person=person_of(record))))


def _offer_correction(history: History) -> None:
    with st.expander(_("Correct it"), key="correct", on_change="rerun") as opened:
        if opened.open:
            correct(history)


def _show_who_overruled(claim: Claim) -> None:
    judged = claims_kept.find_judged(claim.id)
    if judged and judged.override:
        override = judged.override.id
        turn_to("record", _("Who overruled it"), "open_override", id=override)


def _offer_word(claim: Claim) -> None:
    judged = claims_kept.find_judged(claim.id)
    if judged is not None:  # a claim falls with its release
        overrule_button(judged)


def _change(history: History) -> None:
    latest = history.latest
    change = put_back if latest.is_withdrawn() else take_back
    try:
        with session.writing() as db:
            change(db, latest.id, by=session.person(), now=session.now())
    except ThemewatchError as problem:
        st.session_state[PROBLEM] = problem
