"""One release: its facts, its claims and their outcomes, the notes on it."""

from collections.abc import Sequence

import streamlit as st

from themewatch.charts.sentences import theme_name
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.note import Note
from themewatch.domain.release import Release
from themewatch.services.reference import catalogue
from themewatch.ui import cache
from themewatch.ui.choices import MODALITIES, RELEASE_KINDS
from themewatch.ui.evidence_list import page_of, show_claims, show_note
from themewatch.ui.links import page_link
from themewatch.ui.log_claims import ask_for_claims
from themewatch.ui.rights import may_log
from themewatch.ui.saved import show_saved
from themewatch.ui.text import plain
from themewatch.ui.told import show_news_of
from themewatch.words import _


def show_release(name: str) -> None:
    """Draw everything known of a release, by the name of its chain."""
    assessment = cache.todays_assessment()
    evidence = cache.evidence()
    release = evidence.releases.get(name)
    page_link("releases", _("All releases"))
    if release is None:
        st.title(plain(evidence.models.get(name, name)))
        st.warning(_("This release was taken back."))
        page_link("record", _("Look at it"), id=name)
        return
    judged = [j for j in assessment.judged if evidence.release_name(j.claim) == name]
    st.title(plain(release.model))
    show_saved({name, *(j.claim.id for j in judged)})
    st.markdown(plain(" · ".join(_facts(release))))
    with st.container(horizontal=True):
        if release.url:
            st.link_button(_("Vendor's page"), release.url)
        if release.link:
            st.link_button(_("Where it was read"), release.link)
    with st.container(horizontal=True):
        page_link("log", _("Log a test of it"), release=name)
        page_link(
            "record",
            _("Correct or take back") if may_log() else _("Look at it"),
            id=release.id,
        )
    _show_claims(name, judged)
    show_news_of([i for i, root in evidence.release_names.items() if root == name])
    _show_notes([n for n in evidence.notes if evidence.release_name(n) == name])


def _show_claims(name: str, judged: Sequence[JudgedClaim]) -> None:
    st.header(_("What it claims"))
    if judged:
        show_claims(judged, "claims_page", _theme_of)
    else:
        st.markdown(_("It claims nothing yet."))
    if may_log():
        ask_for_claims(name)


def _show_notes(notes: Sequence[Note]) -> None:
    st.header(_("Tests of it"))
    if not notes:
        st.markdown(_("Nobody here has tested it yet."))
    newest_first = sorted(notes, key=lambda n: (n.tested_on, n.id), reverse=True)
    for note in page_of(newest_first, "tests_page"):
        theme = catalogue().theme(note.theme)
        show_note(note, theme, theme_name(theme))


def _theme_of(judged: JudgedClaim) -> str:
    return theme_name(catalogue().theme(judged.claim.theme))


def _facts(release: Release) -> list[str]:
    facts = [release.vendor, release.released_on.isoformat()]
    if release.kind:
        facts.append(_(RELEASE_KINDS[release.kind]))
    if release.modalities_in or release.modalities_out:
        facts.append(
            _("{takes} → {gives}").format(
                takes=_media(release.modalities_in),
                gives=_media(release.modalities_out),
            )
        )
    if release.price_usd is not None:
        facts.append(_price(release))
    return facts


def _media(names: tuple[str, ...]) -> str:
    return " + ".join(_(MODALITIES[name]) for name in names) or "?"


def _price(release: Release) -> str:
    price = f"US${release.price_usd:g}"
    unit = (release.price_unit or "").removeprefix("per-")
    if unit:
        price = _("{price} per {unit}").format(price=price, unit=unit)
    if release.price_as_of:
        day = release.price_as_of.isoformat()
        price = _("{price} (seen {day})").format(price=price, day=day)
    return price
