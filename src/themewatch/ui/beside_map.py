"""What stands beside the map: what moved, and what to test next."""

import streamlit as st

from themewatch.charts.order import ordered
from themewatch.charts.sentences import movement_phrases, since_words, theme_name
from themewatch.charts.surer_words import surer_words
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.person import Role
from themewatch.domain.standing import MaturityMap, ThemeStanding
from themewatch.services.assessment import Assessment
from themewatch.services.inbox import count_waiting
from themewatch.services.review_votes import votes_asked
from themewatch.ui import cache, session
from themewatch.ui.address import YES
from themewatch.ui.choosing import chosen_days
from themewatch.ui.due import name_what_is_due
from themewatch.ui.links import page_link
from themewatch.ui.text import plain
from themewatch.words import _, ngettext


def what_moved(maturity_map: MaturityMap) -> None:
    """List what changed since the day compared with, the largest change first."""
    st.header(_("What moved"))
    since = maturity_map.since
    news = [s for s in ordered(maturity_map.themes, "movement") if _is_news(s)]
    for standing in filter(_clearly_moved, news):
        name, slug = theme_name(standing.theme), standing.theme.slug
        page_link("theme", name, theme=slug, **chosen_days())
        st.markdown(plain("; ".join(movement_phrases(standing, since))))
    if confirmed := [s for s in news if not _clearly_moved(s)]:
        names = ", ".join(theme_name(standing.theme) for standing in confirmed)
        st.markdown(plain(_("Confirmed: {themes}.").format(themes=names)))
    if not news and since is not None:
        nothing = (
            _("Nothing that bears on this work since {day}.")
            if maturity_map.made
            else _("Nothing since {day}: no test was logged.")
        )
        st.markdown(plain(nothing.format(day=since_words(since))))
    if maturity_map.since_edition is not None:
        number = str(maturity_map.since_edition)
        label = _("Read edition {n}").format(n=number)
        page_link("editions", label, edition=number)
    _what_waits()
    name_what_is_due(maturity_map.as_of)


def _what_waits() -> None:
    """Say what the inbox holds, and which review asks for a vote."""
    with session.reading() as db:
        waiting = count_waiting(db, now=session.now())
        asked = votes_asked(db, now=session.now())
    if waiting:
        said = ngettext(
            "{n} story waits in the inbox", "{n} stories wait in the inbox", waiting
        )
        page_link("inbox", said.format(n=waiting))
    for review in asked if session.may(Role.CONTRIBUTOR) else ():
        said = _("Your vote is asked for: {title}")
        page_link("review", said.format(title=review.title), review=review.id)


def _is_news(standing: ThemeStanding) -> bool:
    return standing.has_news or _clearly_moved(standing)


def _clearly_moved(standing: ThemeStanding) -> bool:
    return standing.movement is not None and standing.movement.is_clear


def what_to_test_next(
    maturity_map: MaturityMap, assessment: Assessment, person: str
) -> None:
    """Name the theme of the map, and the claim, where one careful test tells most."""
    st.header(_("What to test next"))
    day, since = assessment.as_of, assessment.compared_with
    among = tuple(standing.theme.slug for standing in maturity_map.themes)
    suggestion = cache.next_test(day, since, person, among)
    slug = suggestion.theme.slug
    st.markdown(f"**{plain(theme_name(suggestion.theme))}**")
    st.markdown(plain(surer_words(suggestion.surer)))
    if suggestion.claim is None:
        page_link("log", _("Log a test"), theme=slug)
    else:
        _name_the_claim(suggestion.claim, assessment)
    page_link("next", _("All tests worth doing"))


def _name_the_claim(judged: JudgedClaim, assessment: Assessment) -> None:
    release = assessment.evidence.release_of(judged.claim)
    st.markdown(
        plain(
            _("{model} ({vendor}) claims: {text}").format(
                model=release.model if release else "",
                vendor=release.vendor if release else "",
                text=judged.claim.text,
            )
        )
    )
    page_link(
        "log",
        _("Test this claim"),
        ready=YES,
        theme=judged.claim.theme,
        claim=judged.claim.id,
    )
