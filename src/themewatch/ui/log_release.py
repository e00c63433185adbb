"""Log a release with any number of claims; one that is there already opens."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from themewatch.domain.claim import Claim
from themewatch.domain.release import Release, release_slug
from themewatch.errors import ConflictError
from themewatch.services.learned import theme_change
from themewatch.services.log import log_records
from themewatch.ui import cache, session
from themewatch.ui.claim_form import claim_from, draw_claim_fields
from themewatch.ui.forms import Form, together
from themewatch.ui.links import go_to
from themewatch.ui.release_form import draw_release_fields, release_from
from themewatch.ui.saved import claimed_sentence, remember_saved
from themewatch.words import _, ngettext

FORM = Form("release")
EXISTING = "existing-release"


def log_release_page() -> None:
    """Draw the form of a new release."""
    if existing := st.session_state.pop(EXISTING, None):
        go_to("release", release=existing)
    evidence = cache.evidence()
    _find_existing()
    FORM.begin({"released_on": session.today()})
    FORM.show_problems()
    with st.container(border=True):
        draw_release_fields(FORM, evidence)
        for number in range(_claims()):
            st.markdown(f"**{_('Claim {n}').format(n=number + 1)}**")
            FORM.begin({f"stage{number}": ""})
            draw_claim_fields(FORM, number)
        with st.container(horizontal=True):
            st.button(_("Add a claim"), key="add_claim", on_click=_change, args=(1,))
            if _claims():
                st.button(
                    _("Leave out the last"),
                    key="drop_claim",
                    on_click=_change,
                    args=(-1,),
                )
        st.button(
            _("Save"),
            type="primary",
            key="save_release",
            on_click=FORM.attempt,
            args=(_save,),
        )


def _find_existing() -> None:
    releases = cache.evidence().releases
    found = st.selectbox(
        _("Is it here already?"),
        sorted(releases, key=lambda name: releases[name].released_on, reverse=True),
        index=None,
        format_func=lambda name: f"{releases[name].model} · {releases[name].vendor}",
        key="find_release",
        filter_mode="contains",
        placeholder=_("type part of its name"),
    )
    if found:
        go_to("release", release=found)


def _claims() -> int:
    count: int = FORM.value("claims", 0)
    return count


def _change(by: int) -> None:
    st.session_state[FORM.key("claims")] = _claims() + by


def _save() -> None:
    """Keep the release and its claims; of one that is here, the claims alone."""
    claims = [partial(claim_from, FORM, number) for number in range(_claims())]
    fields, *claimed = together([partial(release_from, FORM), *claims])
    slug = release_slug(fields["vendor"], fields["model"])
    evidence = cache.evidence()
    if slug in evidence.release_names and slug not in evidence.releases:
        said = _("{model} was taken back: open it under Releases and put it back.")
        raise ConflictError(said.format(**fields))
    if slug in evidence.release_names:
        st.session_state[EXISTING] = slug
        said = _("{model} was here already.").format(**fields)
        _keep(_claims_on(slug, claimed), said)
        return
    release = Release(id=slug, recorded_at=session.now(), source=logged_by(), **fields)
    said = _("{model} is logged.").format(**fields)
    _keep([release, *_claims_on(slug, claimed)], said)


def _claims_on(release: str, claimed: Sequence[dict[str, Any]]) -> list[Claim]:
    return [
        Claim(
            id=FORM.record_id(number),
            recorded_at=session.now(),
            source=logged_by(),
            release=release,
            **fields,
        )
        for number, fields in enumerate(claimed)
    ]


def _keep(records: Sequence[Release | Claim], fact: str) -> None:
    if not records:
        return
    claims = [record for record in records if isinstance(record, Claim)]
    before = cache.todays_assessment()
    with session.writing() as db:
        log_records(db, records)
    after = cache.todays_assessment()
    themes = dict.fromkeys(claim.theme for claim in claims)
    changes = [theme_change(theme, before, after) for theme in themes]
    if claims:
        kept = ngettext("{n} claim kept.", "{n} claims kept.", len(claims))
        fact = f"{fact} {kept.format(n=len(claims))}"
    remember_saved(
        [record.id for record in records],
        claims[0].theme if claims else None,
        [fact, *map(claimed_sentence, changes)],
    )


def logged_by() -> str:
    """Return the source of what a person logs by hand."""
    return _("logged by {name}").format(name=session.person() or _("somebody"))
