"""The detail of a test note, for who wants to add it."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from themewatch.domain.note import Rigor
from themewatch.domain.record import FileRef
from themewatch.domain.theme import Theme
from themewatch.ui.choices import RIGORS
from themewatch.ui.files import ask_for_files
from themewatch.ui.forms import Form
from themewatch.words import _


def ask_cost(form: Form) -> None:
    """Ask for price and seconds of one usable output."""
    price, seconds = st.columns(2)
    _number(
        price,
        form,
        "price_usd",
        _("Price of one usable output, US$"),
        help=_("All tries it took, divided by what you could use."),
    )
    _number(seconds, form, "seconds", _("Seconds to one usable output"))


def ask_detail(form: Form, theme: Theme, kept: Sequence[FileRef]) -> None:
    """Ask for what was watched, how often, what fails, what got better, files."""
    signals = {signal.slug: signal for signal in theme.signals}
    st.selectbox(
        _("What did you watch?"),
        list(signals),
        index=None,
        format_func=lambda slug: _(signals[slug].name),
        key=form.key("signal"),
        placeholder=_("the theme as a whole"),
    )
    st.radio(
        _("How thoroughly?"),
        list(Rigor),
        format_func=lambda rigor: _(RIGORS[rigor]),
        key=form.key("rigor"),
        horizontal=True,
    )
    if theme.counts_successes:
        tries, acceptable = st.columns(2)
        _number(tries, form, "tries", _("Tries"), step=1)
        _number(acceptable, form, "acceptable", _("of these acceptable"), step=1)
    st.text_area(_("What still fails?"), key=form.key("limits"), height=80)
    st.text_area(_("What got better?"), key=form.key("improvement"), height=80)
    st.text_input(_("Link"), key=form.key("link"), placeholder="https://")
    if theme.counts_successes:
        ask_cost(form)
    ask_for_files(form, kept)


def _number(place: Any, form: Form, field: str, label: str, **options: Any) -> None:
    place.number_input(label, value=None, key=form.key(field), **options)
