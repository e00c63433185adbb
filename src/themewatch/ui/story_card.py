"""One story to decide on: what it says and suggests, and the words that decided."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import streamlit as st

from themewatch.charts.sentences import theme_name
from themewatch.domain.excerpt import SHORT, excerpt, on_one_line, shortened
from themewatch.domain.story import Member, Story, all_words, deciding_words
from themewatch.domain.suggestion import Suggestion
from themewatch.services.inbox import get_text
from themewatch.services.reference import catalogue
from themewatch.ui import cache, session
from themewatch.ui.highlight import marked
from themewatch.ui.links import page_link
from themewatch.ui.text import plain
from themewatch.words import _, ngettext

MOST_TEXT = 20_000  # characters
MOST_MEMBERS = 20
MOST_WORDS = 3


def show_story(story: Story, suggestion: Suggestion) -> None:
    """Draw a story: its title, what it suggests, its summary, its other sources."""
    entry, words = story.lead.entry, all_words(story.match.why)
    with st.container(key="story"):
        st.caption(plain(" · ".join(_facts(story))))
        st.header(marked(entry.title, words) or _("no title"), anchor=False)
        _show_suggestion(story, suggestion)
        st.markdown(marked(excerpt(entry.text, words), words))
        _show_rest(story.lead, words)
        _show_others(story)
        with st.container(horizontal=True, vertical_alignment="center"):
            if story.link:
                host = urlsplit(story.link).hostname or ""
                said = _("Open at {host}").format(host=host)
                st.link_button(plain(said), story.link, shortcut="O")
            if suggestion.known:
                page_link("release", _("Open the release"), release=suggestion.known)


def _facts(story: Story) -> Iterator[str]:
    yield shortened(story.lead.source)
    yield story.dated_at.strftime("%Y-%m-%d %H:%M UTC")
    if story.lead.entry.is_rereleased:
        yield _("published again under its old name")


def _show_suggestion(story: Story, suggestion: Suggestion) -> None:
    lines = [*_release_lines(story, suggestion), *_theme_lines(story)]
    if lines:
        st.markdown("  \n".join(lines))


def _release_lines(story: Story, suggestion: Suggestion) -> Iterator[str]:
    words = deciding_words(story.match.why)
    if story.match.is_release:
        yield _because(f"**{_('Looks like a release')}**", words)
    if suggestion.model:
        model = f"**{marked(suggestion.model, [])}**"
        vendor = plain(suggestion.vendor or _("vendor not recognised"))
        yield f"{model} · {vendor} · {plain(_known_words(suggestion))}"


def _known_words(suggestion: Suggestion) -> str:
    release = cache.releases().releases.get(suggestion.known or "")
    if release is None:
        return _("not here yet")
    return _("here already, released {day}").format(day=release.released_on.isoformat())


def _theme_lines(story: Story) -> Iterator[str]:
    match = story.match
    for slug in match.themes:
        theme = catalogue().theme(slug)
        signals = [_(s.name) for s in theme.signals if s.slug in match.signals]
        name = " · ".join([f"**{plain(theme_name(theme))}**", *map(plain, signals)])
        yield _because(name, deciding_words(match.why, slug))


def _because(what: str, words: tuple[str, ...]) -> str:
    """Say what decided, leaving out words that others hold already, in any case."""
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(word.casefold(), word)
    telling = [
        word
        for folded, word in found.items()
        if not any(folded in other for other in found if other != folded)
    ]
    said = ", ".join(marked(word, [word]) for word in telling[:MOST_WORDS])
    return f"{what}: {said}" if said else what


def _show_rest(member: Member, words: tuple[str, ...]) -> None:
    """Offer all that the entry says; what lists hold is cut."""
    if len(on_one_line(member.entry.text)) <= SHORT:
        return
    key = f"rest-{member.entry.id}"
    with st.expander(_("All of it `E`"), key=key, on_change="rerun") as rest:
        if rest.open:
            with session.reading() as db:
                text = get_text(db, member.entry.id)[:MOST_TEXT]
            paragraphs = filter(None, map(str.strip, text.splitlines()))
            st.markdown("\n\n".join(marked(part, words) for part in paragraphs))


def _show_others(story: Story) -> None:
    others = story.others
    if not others:
        return
    said = ngettext("Also in {n} more place", "Also in {n} more places", len(others))
    key = f"others-{story.id}"
    with st.expander(said.format(n=len(others)), key=key, on_change="rerun") as members:
        if members.open:
            for member in others[:MOST_MEMBERS]:
                _show_member(member)


def _show_member(member: Member) -> None:
    entry = member.entry
    facts = (
        f"{shortened(member.source)} · {entry.dated_at.strftime('%Y-%m-%d %H:%M UTC')}"
    )
    st.markdown(f"**{plain(entry.title)}**  \n{plain(facts)}")
    if entry.link:
        host = urlsplit(entry.link).hostname or ""
        said = _("Open at {host}").format(host=host)
        st.link_button(plain(said), entry.link, type="tertiary", key=f"open-{entry.id}")
