"""Releases, searched and filtered; all of it in the address."""

from collections.abc import Mapping

import streamlit as st

from themewatch.charts.sentences import theme_name
from themewatch.domain.evidence import Evidence
from themewatch.domain.release import MODALITIES, Release
from themewatch.domain.search import ReleaseSearch
from themewatch.domain.theme import SLUGS
from themewatch.services.reference import catalogue
from themewatch.ui import cache
from themewatch.ui.address import choices
from themewatch.ui.choices import MODALITIES as MODALITY_NAMES
from themewatch.ui.evidence_list import page_of
from themewatch.ui.links import page_link
from themewatch.ui.rights import may_log
from themewatch.ui.row import row
from themewatch.ui.text import plain
from themewatch.words import _, ngettext


def show_releases() -> None:
    """Draw the search and what it finds."""
    evidence = cache.evidence()
    search = _ask(evidence)
    claims = _claimed(cache.version())
    found = [
        (name, release)
        for name, release in evidence.releases.items()
        if search.finds(release, claims[name])
    ]
    found.sort(key=lambda row: (row[1].released_on, row[0]), reverse=True)
    _show_count(len(found))
    for name, release in page_of(found, "page"):
        _show_row(name, release, len(claims[name]))


@st.cache_resource(max_entries=2, show_spinner=False)
def _claimed(version: int) -> Mapping[str, list[tuple[str, str]]]:  # noqa: ARG001  the key
    """Return of each release the theme and the text of all it claims."""
    evidence = cache.evidence()
    claims: dict[str, list[tuple[str, str]]] = {name: [] for name in evidence.releases}
    for claim in evidence.claims:
        if (name := evidence.release_name(claim)) in claims:
            claims[name].append((claim.theme, claim.text))
    return claims


def _ask(evidence: Evidence) -> ReleaseSearch:
    themes = catalogue().themes
    vendors = sorted({r.vendor for r in evidence.releases.values()}, key=str.casefold)
    words = st.text_input(
        _("Search"),
        key="search",
        type="search",
        live=True,
        bind="query-params",
        placeholder=_("model, vendor, or what it claims"),
    )
    vendor, theme, media = st.columns(3)
    chosen_vendors = vendor.multiselect(
        _("Vendor"), vendors, key="vendor", bind="query-params", placeholder=_("any")
    )
    chosen_themes = theme.multiselect(
        _("Claims something of"),
        SLUGS,
        format_func=lambda slug: theme_name(themes[slug]),
        placeholder=_("any theme"),
        **choices("claims", SLUGS),
    )
    modalities = media.multiselect(
        _("Takes in or gives out"),
        MODALITIES,
        format_func=lambda name: _(MODALITY_NAMES[name]),
        placeholder=_("any"),
        **choices("media", MODALITIES),
    )
    first, last = st.columns(2)
    return ReleaseSearch(
        words=words or "",
        vendors=chosen_vendors,
        themes=chosen_themes,
        modalities=modalities,
        first_on=first.date_input(
            _("From"), None, key="from", bind="query-params", format="YYYY-MM-DD"
        ),
        last_on=last.date_input(
            _("To"), None, key="to", bind="query-params", format="YYYY-MM-DD"
        ),
    )


def _show_count(count: int) -> None:
    if count:
        words = ngettext("{n} release", "{n} releases", count)
        st.markdown(words.format(n=count))
        return
    if not may_log():
        st.markdown(_("Nothing fits. Leave something out."))
        return
    st.markdown(_("Nothing fits. Leave something out, or log the release."))
    page_link("log", _("Log a release"), log="release")


def _show_row(name: str, release: Release, claims: int) -> None:
    said = ngettext("{n} claim", "{n} claims", claims).format(n=claims)
    facts = [release.vendor, release.released_on.isoformat(), said]
    with row(f"**{plain(release.model)}** · {plain(' · '.join(facts))}"):
        page_link("release", _("Open"), release=name)
