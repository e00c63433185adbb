"""The forms beside a story: accept it with details, attach it, merge it."""

from collections.abc import Callable, Sequence

import streamlit as st

from themewatch.domain.excerpt import on_one_line
from themewatch.domain.release import KINDS, Release
from themewatch.domain.release_names import find_release
from themewatch.domain.story import Story, likest
from themewatch.domain.suggestion import Suggestion
from themewatch.domain.theme import SLUGS
from themewatch.errors import ConflictError, InputError
from themewatch.services.triage import KnownRelease
from themewatch.ui import cache, inbox_acts, inbox_state, session
from themewatch.ui.choices import RELEASE_KINDS
from themewatch.ui.focus import focus_on
from themewatch.ui.forms import Form
from themewatch.ui.inbox_state import FormKind
from themewatch.ui.release_form import release_from
from themewatch.ui.story_claims import (
    ask_claims,
    ask_themes,
    chosen_themes,
    claims_from,
    fields_of_claims,
)
from themewatch.ui.text import plain
from themewatch.words import _

PLACE = "story_form"


def show_form(
    kind: FormKind, story: Story, suggestion: Suggestion, others: Sequence[Story]
) -> None:
    """Draw the form somebody opened for a story."""
    form = Form(f"{kind}-{story.id}")
    focus_on(PLACE, inbox_state.openings())
    with st.container(border=True, key=PLACE):
        form.show_problems()
        if kind == "accept":
            _accept_form(form, story, suggestion)
        elif kind == "attach":
            _attach_form(form, story, suggestion)
        else:
            _merge_form(form, story, others)


def _accept_form(form: Form, story: Story, suggestion: Suggestion) -> None:
    st.header(_("Accept as a release"), anchor=False)
    form.begin(
        {
            "model": suggestion.model or "",
            "vendor": suggestion.vendor,
            "released_on": suggestion.released_on,
            **fields_of_claims(suggestion.claims, on_one_line(story.lead.entry.title)),
        }
    )
    if known := _find_known(form):
        _offer_to_attach(form, story, known)
    elif not suggestion.is_whole:
        st.info(
            _("Model or vendor was not recognised in full: put it right, then accept.")
        )
    _ask_release(form)
    ask_themes(form)
    ask_claims(form)
    _buttons(form, _("Accept it"), lambda: _accept(form, story))


def _find_known(form: Form) -> str | None:
    """Return the name of the release that stands under the names typed."""
    return find_release(cache.releases(), form.value("vendor"), form.text("model"))


def _offer_to_attach(form: Form, story: Story, known: str) -> None:
    st.info(_here_already(known))
    st.button(
        _("Attach to it instead"),
        key=form.key("instead"),
        on_click=_attach_instead,
        args=(form, story, known),
    )


def _here_already(known: str) -> str:
    release = cache.releases().releases[known]
    said = _("{model} by {vendor} is here already: attach the story to it.")
    return plain(said.format(model=release.model, vendor=release.vendor))


def _attach_instead(form: Form, story: Story, known: str) -> None:
    """Go on in the form that attaches, with what was said of themes and claims."""
    other = Form(f"attach-{story.id}")
    said = {
        field: form.value(field)
        for slug in SLUGS
        for field in (f"text-{slug}", f"signal-{slug}", f"stage-{slug}")
        if form.value(field) is not None
    }
    themes = list(chosen_themes(form))
    other.empty()
    other.begin(
        {**said, "themes": themes, "release": known, "with_claims": bool(themes)}
    )
    inbox_state.open_form("attach", story.id)


def _ask_release(form: Form) -> None:
    st.text_input(_("Model"), key=form.key("model"), max_chars=200)
    vendor, day = st.columns([3, 2])
    known = {release.vendor for release in cache.releases().releases.values()}
    typed = {form.value("vendor")} - {None}
    vendor.selectbox(
        _("Vendor"),
        sorted(known | typed, key=str.casefold),
        index=None,
        key=form.key("vendor"),
        placeholder=_("choose, or type a new one"),
        accept_new_options=True,
    )
    day.date_input(_("Released on"), key=form.key("released_on"), format="YYYY-MM-DD")
    st.pills(
        _("How it is offered"),
        KINDS,
        format_func=lambda kind: _(RELEASE_KINDS[kind]),
        key=form.key("kind"),
    )


def _accept(form: Form, story: Story) -> None:
    if known := _find_known(form):
        _attach_instead(form, story, known)
        return
    fields = release_from(form)
    release = Release(id="", recorded_at=session.now(), **fields)
    inbox_acts.accept(story, release, claims_from(form))


def _attach_form(form: Form, story: Story, suggestion: Suggestion) -> None:
    st.header(_("Attach to a release"), anchor=False)
    releases = cache.releases().releases
    if suggestion.known:
        st.info(_here_already(suggestion.known))
    form.begin(
        {
            "release": suggestion.known or suggestion.mentions,
            **fields_of_claims(suggestion.claims, on_one_line(story.lead.entry.title)),
        }
    )
    st.selectbox(
        _("Release"),
        sorted(releases, key=lambda name: releases[name].released_on, reverse=True),
        index=None,
        format_func=lambda name: f"{releases[name].model} · {releases[name].vendor}",
        key=form.key("release"),
        filter_mode="contains",
        placeholder=_("type part of its name"),
    )
    ask_themes(form)
    st.toggle(_("Keep what it claims"), key=form.key("with_claims"))
    if form.value("with_claims"):
        ask_claims(form)
    _buttons(form, _("Attach it"), lambda: _attach(form, story))


def _attach(form: Form, story: Story) -> None:
    release = form.value("release")
    if not release:
        raise InputError(_("No release is chosen: type part of its name."))
    claims = claims_from(form) if form.value("with_claims") else ()
    inbox_acts.attach(story, KnownRelease(release, chosen_themes(form), claims))


def _merge_form(form: Form, story: Story, others: Sequence[Story]) -> None:
    st.header(_("Merge into another story"), anchor=False)
    ranked = {other.id: other for other in likest(story, others)}
    if not ranked:
        st.markdown(_("No other story is shown here: look for it first."))
    form.begin({"into": next(iter(ranked), None)})
    st.selectbox(
        _("Show it as part of"),
        list(ranked),
        index=None,
        format_func=lambda other: ranked[other].lead.entry.title,
        key=form.key("into"),
        filter_mode="contains",
        placeholder=_("type part of its title"),
    )
    _buttons(form, _("Merge them"), lambda: _merge(form, story, ranked))


def _merge(form: Form, story: Story, others: dict[str, Story]) -> None:
    into = others.get(form.value("into") or "")
    if into is None:
        raise InputError(_("No story is chosen: type part of its title."))
    inbox_acts.merge(story, into)


def _unless_decided(save: Callable[[], None]) -> None:
    """Save; what somebody did meanwhile is said above, where it outlives the form."""
    try:
        save()
    except ConflictError as problem:
        inbox_state.note_problem(problem)
        # The form says nothing itself and keeps what was typed: its story may be back.
        raise InputError from problem


def _buttons(form: Form, label: str, save: Callable[[], None]) -> None:
    """Draw what saves the form, and what leaves it; both have a key."""
    with st.container(horizontal=True):
        st.button(
            label,
            key=form.key("save"),
            shortcut="Ctrl+Enter",
            on_click=form.attempt,
            args=(lambda: _unless_decided(save),),
        )
        st.button(
            _("Leave it"),
            key="leave_form",
            type="tertiary",
            shortcut="Esc",
            on_click=inbox_state.close_form,
        )
