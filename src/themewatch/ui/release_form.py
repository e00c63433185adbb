"""The form of a release, and of the claims it makes."""

from typing import Any

import streamlit as st

from themewatch.domain.evidence import Evidence
from themewatch.domain.release import KINDS, MODALITIES, Release
from themewatch.errors import InputError
from themewatch.ui.choices import MODALITIES as MODALITY_NAMES
from themewatch.ui.choices import RELEASE_KINDS
from themewatch.ui.forms import Form
from themewatch.words import _


def fields_of_release(release: Release) -> dict[str, Any]:
    """Return what the form's fields hold when a release is corrected."""
    return {
        "model": release.model,
        "vendor": release.vendor,
        "released_on": release.released_on,
        "kind": release.kind,
        "modalities_in": list(release.modalities_in),
        "modalities_out": list(release.modalities_out),
        "url": release.url or "",
        "price_usd": release.price_usd,
        "price_unit": release.price_unit or "",
        "price_as_of": release.price_as_of,
    }


def draw_release_fields(form: Form, evidence: Evidence) -> None:
    """Draw all fields of a release."""
    model, vendor, day = st.columns([2, 2, 1])
    model.text_input(_("Model"), key=form.key("model"), max_chars=200)
    vendors = sorted({r.vendor for r in evidence.releases.values()}, key=str.casefold)
    typed = form.value("vendor")
    vendor.selectbox(
        _("Vendor"),
        vendors if typed is None or typed in vendors else [typed, *vendors],
        index=None,
        key=form.key("vendor"),
        placeholder=_("choose, or type a new one"),
        accept_new_options=True,
    )
    day.date_input(_("Released on"), key=form.key("released_on"), format="YYYY-MM-DD")
    with st.expander(_("Add detail"), key=form.key("detail")):
        _ask_detail(form)


def _ask_detail(form: Form) -> None:
    st.pills(
        _("How it is offered"),
        KINDS,
        format_func=lambda kind: _(RELEASE_KINDS[kind]),
        key=form.key("kind"),
    )
    for field, label in (
        ("modalities_in", _("Takes in")),
        ("modalities_out", _("Gives out")),
    ):
        st.pills(
            label,
            MODALITIES,
            selection_mode="multi",
            format_func=lambda modality: _(MODALITY_NAMES[modality]),
            key=form.key(field),
        )
    st.text_input(_("Address"), key=form.key("url"), placeholder="https://")
    price, unit, day = st.columns(3)
    price.number_input(_("Price, US$"), value=None, key=form.key("price_usd"))
    unit.text_input(
        _("per"), key=form.key("price_unit"), placeholder=_("second, image, month")
    )
    day.date_input(
        _("Price seen on"), value=None, key=form.key("price_as_of"), format="YYYY-MM-DD"
    )


def release_from(form: Form) -> dict[str, Any]:
    """Return a release's own fields; raises InputError for what is missing."""
    missing = [
        sentence
        for field, sentence in (
            ("model", _("The model's name is missing: type it.")),
            ("vendor", _("The vendor is missing: choose or type who released it.")),
            ("released_on", _("The day of the release is missing: choose it.")),
        )
        if form.value(field) in (None, "") or not str(form.value(field)).strip()
    ]
    if missing:
        raise InputError(*missing)
    return {
        "model": form.text("model"),
        "vendor": form.text("vendor"),
        "released_on": form.value("released_on"),
        "kind": form.value("kind"),
        "modalities_in": tuple(form.value("modalities_in") or ()),
        "modalities_out": tuple(form.value("modalities_out") or ()),
        "url": form.text("url") or None,
        "price_usd": form.value("price_usd"),
        "price_unit": form.text("price_unit") or None,
        "price_as_of": form.value("price_as_of"),
    }
