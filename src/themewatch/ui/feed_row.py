"""One source of news: how it fares, and what can be done with it."""

from collections.abc import Collection, Iterator

import streamlit as st

from themewatch.domain.excerpt import shortened
from themewatch.domain.feed import Feed
from themewatch.services import feeds
from themewatch.services.feeds import Followed
from themewatch.ui import session
from themewatch.ui.feed_acts import Act, Said, attempt
from themewatch.ui.feed_fetches import show_fetches
from themewatch.ui.moments import ago, ahead, stamp
from themewatch.ui.rights import may_choose_feeds
from themewatch.ui.text import as_code, plain
from themewatch.words import _


def show_feed(followed: Followed, known: Collection[str]) -> None:
    """Draw a feed with its acts; each is refused if the feed changed meanwhile.

    `known` are the addresses of all that is followed.
    """
    feed = followed.feed
    with st.container(border=True, key=f"feed-{feed.id}"):
        words, acts = st.columns([3, 2], vertical_alignment="center")
        facts = [" · ".join(_facts(followed)), *_troubles(feed)]
        words.markdown("  \n".join([_name(feed), *map(plain, facts)]))
        with acts:
            _show_acts(feed)
        if feed.former_address:
            _show_move(feed, feed.former_address)
        if feed.offers:
            _show_offers(feed, known)
        show_fetches(feed)


def _name(feed: Feed) -> str:
    if feed.name == feed.address:
        return f"**{as_code(feed.address)}**"
    return f"**{plain(shortened(feed.name))}** · {as_code(feed.address)}"


def _facts(followed: Followed) -> Iterator[str]:
    feed, now = followed.feed, session.now()
    if feed.fetched_at is None:
        yield _("never looked at yet")
    else:
        yield _("looked at {when}").format(when=ago(feed.fetched_at, now))
    if feed.paused_at is None:
        yield _("next {when}").format(when=ahead(feed.due_at, now))
    yield _("{n:.3g} entries a week").format(n=followed.entries_a_week)


def _troubles(feed: Feed) -> Iterator[str]:
    if feed.paused_at is not None:
        said = _("Paused since {when}").format(when=stamp(feed.paused_at))
        yield f"{said}: {feed.paused_because}" if feed.paused_because else f"{said}."
    if feed.failing_since is not None:
        said = _("⚠ Failing since {when}").format(when=stamp(feed.failing_since))
        yield f"{said}: {feed.problem}" if feed.problem else f"{said}."


def _show_move(feed: Feed, former: str) -> None:
    said = _("It moved here from {address}.")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(said.format(address=as_code(former)), width="content")
        _act(
            feed,
            _("Undo the move"),
            lambda db, now: feeds.undo_move(db, feed.id, feed.version, now=now),
            Said(
                _("{feed} is looked for at its old address.").format(
                    feed=shortened(feed.name)
                )
            ),
        )


def _show_offers(feed: Feed, known: Collection[str]) -> None:
    """Offer what the page names; where all of it is followed, the page can go."""
    st.markdown(_("There is a page at this address, not a feed. It names these:"))
    for address in feed.offers:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(as_code(address), width="content")
            if address in known:
                st.markdown(_("is followed already"), width="content")
            else:
                _act(feed, _("Follow this one"), _choice(feed, address), _soon(address))
    if may_choose_feeds() and all(address in known for address in feed.offers):
        st.markdown(_("All it names is followed: you can remove this one."))


def _choice(feed: Feed, address: str) -> Act:
    return lambda db, now: feeds.choose_offer(
        db, feed.id, feed.version, address, now=now
    )


def _soon(name: str) -> Said:
    return Said(_("The fetcher will look at {feed} next.").format(feed=shortened(name)))


def _show_acts(feed: Feed) -> None:
    with st.container(horizontal=True, horizontal_alignment="right", gap="xsmall"):
        if feed.paused_at is None:
            _act(
                feed,
                _("Refresh now"),
                lambda db, now: feeds.refresh(db, [feed.id], now=now),
                _soon(feed.name),
            )
            _act(
                feed,
                _("Pause"),
                lambda db, now: feeds.pause(db, feed.id, feed.version, now=now),
                Said(_("{feed} is paused.").format(feed=shortened(feed.name))),
            )
        else:
            _act(
                feed,
                _("Resume"),
                lambda db, now: feeds.resume(db, feed.id, feed.version, now=now),
                _soon(feed.name),
            )
        _show_removal(feed)


def _show_removal(feed: Feed) -> None:
    said = _("{feed} is removed; what came from it stays.")
    said = said.format(feed=shortened(feed.name))
    by = session.person()
    _act(
        feed,
        _("Remove"),
        lambda db, now: feeds.remove(db, feed.id, feed.version, now=now),
        Said(
            said,
            lambda db, now: feeds.add_feed(db, feed.address, by=by, now=now),
            _("{feed} is followed again.").format(feed=shortened(feed.name)),
        ),
    )


def _act(feed: Feed, label: str, act: Act, said: Said) -> None:
    if not may_choose_feeds():
        return
    # The label may repeat within a feed (its offers): what is said never does.
    key = f"{feed.id}-{label}-{said.sentence}"
    st.button(label, key=key, on_click=attempt, args=(act, said))
