"""What decisions on news taught, in plain words; each can be forgotten, and back."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

import streamlit as st

from themewatch.charts.sentences import short_name
from themewatch.domain.news import Act
from themewatch.domain.theme import SLUGS
from themewatch.services import lessons
from themewatch.services.lessons import Learned, Lessons, Taught
from themewatch.services.reference import catalogue
from themewatch.services.triage import By
from themewatch.ui import session
from themewatch.ui.feed_acts import Said, attempt
from themewatch.ui.text import plain
from themewatch.words import _, ngettext

PAGE = "lessons_page"
MOST_WORDS = 6


def show_lessons() -> None:
    """Draw what was taught, a page at a time; it is worked out on request."""
    st.header(_("What your decisions taught"), anchor="taught")
    st.markdown(
        _(
            "What you accept or attach in the inbox, and what you dismiss because it "
            "was matched wrongly, changes how later news like it is matched. Anything "
            "learned can be forgotten; the decision stands."
        )
    )
    with st.expander(_("What was learned"), key="taught", on_change="rerun") as taught:
        if taught.open:
            _show_page()


def _show_page() -> None:
    with session.reading() as db:
        found = lessons.list_taught(db, page=st.session_state.get(PAGE, 1))
    if not found.taught:
        st.markdown(_("Nothing yet: it begins with your first decision in the inbox."))
    _show_summary(found)
    for taught in found.taught:
        _show_taught(taught)
    if found.pages > 1:
        st.pagination(found.pages, key=PAGE)


def _show_summary(found: Lessons) -> None:
    """Say of each theme what weighs most, by all decisions together."""
    if not found.taught:
        return
    said = ngettext("{n} decision taught:", "{n} decisions taught:", found.count)
    lines = [said.format(n=found.count)]
    by_target: defaultdict[str | None, list[Learned]] = defaultdict(list)
    for learned in found.learned:
        by_target[learned.theme].append(learned)
    for theme in (*SLUGS, None):
        lines += _sides(theme, by_target[theme])
    if not found.learned:
        lines.append(_("nothing that the rules did not say already."))
    st.markdown("  \n".join(map(plain, lines)))


def _sides(theme: str | None, learned: Sequence[Learned]) -> Iterator[str]:
    """Say which words speak for a theme most, and which against."""
    what = _themes([theme]) if theme else _("a release")
    for is_towards in (True, False):
        side = [one.words for one in learned if one.is_towards == is_towards]
        said = _("for {what}: {words}") if is_towards else _("against {what}: {words}")
        if side:
            words = ", ".join(map(_named, side[:MOST_WORDS]))
            yield said.format(what=what, words=words)


def _show_taught(taught: Taught) -> None:
    with st.container(border=True):
        words, act = st.columns([4, 1], vertical_alignment="center")
        with words:
            st.markdown("  \n".join(plain(line) for line in _lines(taught)))
            if not taught.is_forgotten:
                _show_more(taught)
        with act, st.container(horizontal_alignment="right"):
            _act(taught)


def _lines(taught: Taught) -> Iterator[str]:
    title = taught.story.lead.entry.title
    if taught.decision.act is Act.DISMISS:
        yield _("Dismissed: “{title}”").format(title=title)
    else:
        yield _("Kept: “{title}”").format(title=title)
    if taught.right:
        yield _("right: {themes}").format(themes=_themes(taught.right))
    if taught.wrong:
        yield _("wrong: {themes}").format(themes=_themes(taught.wrong))
    if taught.is_no_release:
        yield _("wrong: {themes}").format(themes=_("a release"))
    if taught.missed:
        yield _("missed: {themes}").format(themes=_themes(taught.missed))
    if taught.is_forgotten:
        yield _("Forgotten: it changes nothing now.")
    else:
        yield from _learned(taught.learned[:MOST_WORDS])


def _learned(several: Sequence[Learned]) -> Iterator[str]:
    for learned in several:
        what = _themes([learned.theme]) if learned.theme else _("a release")
        said = (
            _("{words} speaks for {what}")
            if learned.is_towards
            else _("{words} speaks against {what}")
        )
        yield said.format(words=_named(learned.words), what=what)


def _show_more(taught: Taught) -> None:
    """Offer what was learned beside the weightiest, drawn where it is opened."""
    more = taught.learned[MOST_WORDS:]
    if not more:
        return
    said = ngettext("and {n} more", "and {n} more", len(more)).format(n=len(more))
    key = f"more-{taught.decision.id}"
    with st.expander(said, key=key, on_change="rerun") as rest:
        if rest.open:
            st.markdown("  \n".join(plain(line) for line in _learned(more)))


def _named(words: str) -> str:
    """Say what was learned of: a source, a model, or words of the text."""
    kind, _space, name = words.partition(" ")
    if kind == "from":
        return _("the source “{name}”").format(name=name)
    if kind == "gave":
        return _("the wording “{name}”").format(name=name)
    if kind == "names":
        return _("the model “{name}”").format(name=name)
    return _("“{words}”").format(words=words)


def _themes(slugs: tuple[str, ...] | list[str]) -> str:
    return ", ".join(short_name(catalogue().theme(slug)) for slug in slugs)


def _by(now: datetime) -> By:
    return By(session.person(), now)


def _act(taught: Taught) -> None:
    ids = [taught.decision.id]
    if taught.is_forgotten:
        st.button(
            _("Learn it again"),
            key=f"remember-{taught.decision.id}",
            on_click=attempt,
            args=(
                lambda db, now: lessons.remember(db, ids, _by(now)),
                Said(_("It is learned again.")),
            ),
        )
        return
    st.button(
        _("Forget"),
        key=f"forget-{taught.decision.id}",
        on_click=attempt,
        args=(
            lambda db, now: lessons.forget(db, ids, _by(now)),
            Said(
                _("Forgotten: it changes nothing now."),
                lambda db, now: lessons.remember(db, ids, _by(now)),
            ),
        ),
    )
