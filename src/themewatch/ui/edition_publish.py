"""The form of the next edition, with all that it would publish in plain sight."""

from collections.abc import Iterator, Sequence

import streamlit as st

from themewatch.charts.edition_words import (
    confirmed_words,
    what_now,
    why_decided,
)
from themewatch.charts.headline import headline
from themewatch.charts.sentences import movement_phrases, since_words, theme_name
from themewatch.domain.edition import EditionHead
from themewatch.domain.edition_decisions import decided_anew
from themewatch.domain.review import Decision, Review
from themewatch.domain.standing import MaturityMap
from themewatch.services.editions import LONGEST_NOTE, LONGEST_TITLE, Wish, publish
from themewatch.services.reference import catalogue
from themewatch.services.reviews import list_decisions, list_reviews
from themewatch.ui import cache, session
from themewatch.ui.compared import day_to_compare
from themewatch.ui.edition_view import tell_published
from themewatch.ui.forms import Form
from themewatch.ui.text import plain
from themewatch.words import _

FORM = Form("edition")
NONE = ""


def offer_to_publish(known: Sequence[EditionHead]) -> None:
    """Ask for title, note and review, and show what would be published."""
    number = known[0].number + 1 if known else 1
    st.header(_("Publish edition {n}").format(n=number))
    FORM.show_problems()
    review = _choose_review(known)
    _preview(review)
    FORM.begin({"title": review.title if review else "", "note": ""})
    with st.form("edition", border=True):
        st.text_input(
            _("Title"),
            key=FORM.key("title"),
            max_chars=LONGEST_TITLE,
            placeholder=_("what it is about, in a line"),
        )
        st.text_area(
            _("Note"),
            key=FORM.key("note"),
            max_chars=LONGEST_NOTE,
            placeholder=_("what one should know who reads only this"),
        )
        st.form_submit_button(
            _("Publish edition {n}").format(n=number),
            type="primary",
            key=FORM.key("save"),
            on_click=FORM.once(lambda: _publish(number, review)),
        )
        st.caption(
            _(
                "An edition stays as it is: nobody can change it, and what comes later "
                "goes into the next one."
            )
        )


def _publish(number: int, review: Review | None) -> None:
    wish = Wish(
        title=FORM.text("title"),
        as_of=session.today(),
        by=session.person(),
        note=FORM.text("note"),
        review=review.id if review else None,
        number=number,
    )
    with session.writing() as db:
        edition = publish(db, wish, now=session.now())
    tell_published(edition.number)


def _choose_review(known: Sequence[EditionHead]) -> Review | None:
    """Ask which review it closes with; those of earlier editions are not offered.

    One in which nothing was decided yet has to be chosen: closing it ends its votes.
    """
    done = {head.review for head in known}
    with session.reading() as db:
        found = {r.id: r for r in list_reviews(db) if r.id not in done}
        decided = (name for name in found if list_decisions(db, name))
        FORM.begin({"review": next(decided, NONE)})
    if not found:
        st.markdown(_("There is no review to close: nothing will be decided with it."))
        return None
    chosen = st.selectbox(
        _("The review it closes with"),
        [*found, NONE],
        format_func=lambda name: found[name].title if name else _("none"),
        key=FORM.key("review"),
    )
    return found.get(chosen)


def _preview(review: Review | None) -> None:
    """Show what would be published: the map in a line, what moved, what we do now."""
    day = session.today()
    drawn = cache.maturity_map(day, day_to_compare(day))
    with st.container(border=True, key="edition_preview"):
        st.markdown(f"**{plain(_told(drawn))}**")
        st.markdown(plain(headline(drawn, name=theme_name)))
        if moved := "\n".join(_moved(drawn)):
            st.markdown(moved)
        if review is not None:
            _preview_decisions(review, drawn)


def _told(drawn: MaturityMap) -> str:
    said = _("What would be published: the map of {day}, compared with {since}")
    since = since_words(drawn.since) if drawn.since else ""
    return said.format(day=drawn.as_of.isoformat(), since=since)


def _moved(drawn: MaturityMap) -> Iterator[str]:
    for standing in drawn.themes:
        is_clear = standing.movement is not None and standing.movement.is_clear
        if standing.has_news or is_clear:
            changes = "; ".join(movement_phrases(standing, drawn.since))
            yield f"- **{plain(theme_name(standing.theme))}**: {plain(changes)}"


def _preview_decisions(review: Review, drawn: MaturityMap) -> None:
    with session.reading() as db:
        decisions = list_decisions(db, review.id)
    st.markdown(f"**{_('What we do now')}**")
    if decisions:
        st.markdown("\n".join(_decisions(decisions)))
    left = {s.theme.slug for s in drawn.themes} - {d.theme for d in decisions}
    if left:
        names = ", ".join(
            theme_name(theme) for theme in catalogue() if theme.slug in left
        )
        st.markdown(plain(_("Not decided: {themes}.").format(themes=names)))
    if not review.is_over(session.now()):
        said = _("Votes are still taken in “{review}”: publishing ends them.")
        st.warning(plain(said.format(review=review.title)))


def _decisions(decisions: Sequence[Decision]) -> Iterator[str]:
    yield from map(_decided, decided_anew(decisions))
    for said in confirmed_words(decisions, catalogue().themes):
        yield f"- {plain(said)}"


def _decided(decision: Decision) -> str:
    name = theme_name(catalogue().theme(decision.theme))
    said = f"{what_now(decision)}. {why_decided(decision)}"
    return f"- **{plain(name)}**: {plain(said)}"
