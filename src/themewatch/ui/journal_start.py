"""Begin a month: from what costs most retries to a theme, and to what is tested."""

from dataclasses import replace
from datetime import date

import streamlit as st

from themewatch.charts.sentences import theme_name
from themewatch.domain.journal import Journal, month_from
from themewatch.domain.journal_offer import Offer, offers
from themewatch.domain.theme import SLUGS, Theme
from themewatch.services.journal_closing import open_questions
from themewatch.services.journals import begin_journal, continued, new_journal
from themewatch.services.reference import catalogue
from themewatch.ui import cache, session
from themewatch.ui.drafts import DraftForm
from themewatch.ui.forms import Form
from themewatch.ui.journal_bring_in import draw_bring_in
from themewatch.ui.journal_fixed_tests import (
    NAMES,
    draw_fixed_tests,
    fields_of_tests,
    fixed_tests_from,
)
from themewatch.ui.journal_state import open_view
from themewatch.ui.text import plain
from themewatch.words import _, mark, ngettext

RETRIES = {
    "consistency": mark("People, things or places look different in every output."),
    "multimodality": mark("Picture, words and sound come from different tools."),
    "native-audio": mark("Sound: voices beside the lips, noises that do not belong."),
    "longer-video": mark("Whatever lasts longer than a few seconds falls apart."),
    "text-rendering": mark("Lettering: misspelt, melted, set in the wrong place."),
    "lower-cost": mark("I stop early: each try costs too much or takes too long."),
    "editing-fidelity": mark("I change one thing, and others change along with it."),
}
"""What costs most retries, in plain words; each leads to its theme."""
FIELDS = ("started_on", "why", "questions", *NAMES)


def draw_start(before: Journal | None = None) -> None:
    """Draw the way into a new month; with a month before it, what is carried over."""
    theme = _chosen_theme(before)
    if theme is None:
        _ask_theme()
        return
    _ask_the_rest(theme, before)


def _chosen_theme(before: Journal | None) -> Theme | None:
    if before is not None:
        return catalogue().theme(before.theme)
    slug = st.query_params.get("theme", "")
    return catalogue().themes.get(slug)


def _ask_theme() -> None:
    st.header(_("What costs you most retries?"))
    st.markdown(
        _(
            "Choose what costs you most at work: for a month you follow the theme "
            "behind it, test now and then, and note what really gets better."
        )
    )
    found = _offers(cache.version(), session.today(), session.person())
    for slug in SLUGS:
        with st.container(border=True):
            words, act = st.columns([4, 1], vertical_alignment="center")
            theme = catalogue().theme(slug)
            said = [
                f"**{plain(_(RETRIES[slug]))}**",
                plain(f"{theme_name(theme)} · {_offer_words(found[slug])}"),
            ]
            words.markdown("  \n".join(said))
            act.button(
                _("Follow this"),
                key=f"follow_{slug}",
                on_click=_choose_theme,
                args=(slug,),
                width="stretch",
                help=plain(theme_name(theme)),
            )
    draw_bring_in()


@st.cache_resource(max_entries=16, show_spinner=False)
def _offers(version: int, today: date, person: str) -> dict[str, Offer]:  # noqa: ARG001  the key
    found = cache.todays_assessment()
    return offers(SLUGS, found.judged, found.evidence, person)


def _offer_words(offer: Offer) -> str:
    claims = ngettext("{n} claim to check", "{n} claims to check", offer.claims)
    words = [claims.format(n=offer.claims)]
    if offer.own_tools:
        tools = ngettext("{n} of your tools", "{n} of your tools", offer.own_tools)
        words.append(tools.format(n=offer.own_tools))
    return ", ".join(words)


def _choose_theme(slug: str) -> None:
    st.query_params["theme"] = slug


def _other_theme() -> None:
    st.query_params.pop("theme", None)


def _ask_the_rest(theme: Theme, before: Journal | None) -> None:
    st.header(plain(_("A month with {theme}").format(theme=theme_name(theme))))
    st.markdown(plain(_(theme.about)))
    if before is None:
        st.button(_("Choose another theme"), key="other_theme", on_click=_other_theme)
    name = f"journal-{before.id}" if before else f"journal-{theme.slug}"
    form = DraftForm(name)
    form.resume(_beginning(before))
    draft = st.container()
    form.show_problems()
    with st.container(border=True):
        _ask_month(form)
        st.text_area(
            _("What does it mean for your work?"),
            key=form.key("why"),
            height=80,
            placeholder=_("which work it holds up, and what you would do without that"),
        )
        if before is not None:
            st.text_area(_("Open questions"), key=form.key("questions"), height=100)
    draw_fixed_tests(form, theme, before.tests if before else ())
    st.button(
        _("Begin the month"),
        type="primary",
        key="begin_month",
        on_click=form.attempt,
        args=(lambda: _begin(form, theme, before),),
    )
    form.keep(FIELDS, draft)


def _beginning(before: Journal | None) -> dict[str, object]:
    fields: dict[str, object] = {"started_on": session.today()}
    if before is not None:
        with session.reading() as db:
            questions = open_questions(db, before)
        fields |= {"why": before.why, "questions": questions}
        fields |= fields_of_tests(before.tests)
    return fields


def _ask_month(form: Form) -> None:
    chosen = st.date_input(
        _("It begins on"),
        key=form.key("started_on"),
        max_value=session.today(),
        format="YYYY-MM-DD",
        width=200,
        help=_("Today, or a past day if you have been at it already."),
    )
    if isinstance(chosen, date):
        st.caption(
            _(
                "It lasts a calendar month, to {day}; a missed day costs nothing."
            ).format(day=month_from(chosen).isoformat())
        )


def _begin(form: DraftForm, theme: Theme, before: Journal | None) -> None:
    started_on = form.value("started_on") or session.today()
    tests = fixed_tests_from(form)
    why, questions = form.text("why"), form.text("questions")
    if before is None:
        journal = new_journal(
            id=form.record_id(),
            person=session.person(),
            theme=theme.slug,
            started_on=started_on,
            now=session.now(),
            why=why,
            tests=tests,
        )
    else:
        journal = continued(before, questions, started_on=started_on, now=session.now())
        journal = replace(journal, id=form.record_id(), why=why, tests=tests)
    with session.writing() as db:
        begin_journal(db, journal, today=session.today())
        form.drop(db)
    open_view("month", journal=journal.id)
