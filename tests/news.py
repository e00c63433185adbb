"""News put into a database by its tables: feeds, stories, and what each speaks of."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select

from tests.factories import NOW
from themewatch.domain.news import Match, Reason, StoryState
from themewatch.storage import news_tables as tables
from themewatch.storage.engine import Session
from themewatch.storage.reasons import reasons_to_text

HOUR = timedelta(hours=1)
LAB = "feed-lab"
"""The feed that entries are of where no other is named."""


def put_feed(session: Session, feed_id: str = LAB, **changes: Any) -> str:
    row = {
        "id": feed_id,
        "address": f"https://{feed_id}.example/feed.xml",
        "title": "Lab news",
        "added_at": NOW - timedelta(days=30),
        "due_at": NOW + HOUR,
        "key_level": 0,
        "failures": 0,
        "offers": (),
        "version": 1,
    }
    session.execute(insert(tables.feeds).values(**row | changes))
    return feed_id


CLIPS = Match(
    themes=("consistency", "longer-video"),
    signals=("longer-duration",),
    is_release=True,
    models=("Kite 2",),
    vendor="Acme Pictures",
    why=(
        Reason("consistency", ("same face",)),
        Reason("longer-video", ("20-second clips",)),
        Reason(None, ("now available",)),
    ),
)
"""What `an_entry` speaks of."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """An entry to put, with what it speaks of; `match` None: not matched yet."""

    title: str = "Acme Pictures: Kite 2 is now available"
    text: str = (
        "Kite 2 makes 20-second clips in one go. It keeps the same face from shot to "
        "shot, and is offered to everybody from today."
    )
    link: str | None = "https://acme.example/kite-2"
    feed: str = LAB
    at: datetime = NOW - HOUR
    match: Match | None = CLIPS
    more: dict[str, Any] = field(default_factory=dict)


def put_story(session: Session, story_id: str, *pieces: Piece, **changes: Any) -> str:
    """Put a story of one or more entries, into the feed LAB unless they say."""
    pieces = pieces or (Piece(),)
    _need_feeds(session, {piece.feed for piece in pieces})
    matches = [piece.match for piece in pieces if piece.match is not None]
    themes = {theme for match in matches for theme in match.themes}
    is_release = any(match.is_release for match in matches)
    row = {
        "id": story_id,
        "state": StoryState.WAITING,
        "dated_at": max(piece.at for piece in pieces),
        "waits_from": max(piece.at for piece in pieces),
        "is_release": is_release,
        "is_telling": bool(themes) or is_release,
        "version": 1,
    }
    session.execute(insert(tables.stories).values(**row | changes))
    for theme in themes:
        told = {"story": story_id, "theme": theme}
        session.execute(insert(tables.story_themes).values(**told))
    for number, piece in enumerate(pieces):
        put_entry(session, story_id, piece, f"{story_id}-{number}")
    return story_id


def put_entry(session: Session, story: str, piece: Piece, entry_id: str) -> None:
    row = {
        "id": entry_id,
        "feed": piece.feed,
        "key": entry_id,
        "link": piece.link,
        "title": piece.title,
        "text": piece.text,
        "published_at": piece.at,
        "seen_at": piece.at,
        "content_hash": entry_id,
        "is_rereleased": False,
        "canonical_link": piece.link,
        "alias": entry_id,
        "dated_at": piece.at,
        "is_volatile": False,
        "story": story,
    }
    session.execute(insert(tables.entries).values(**row | piece.more))
    if piece.match is not None:
        session.execute(insert(tables.matches).values(**_match(entry_id, piece.match)))


def _match(entry_id: str, match: Match) -> dict[str, Any]:
    return {
        "entry": entry_id,
        "matcher": "test",
        "themes": match.themes,
        "signals": match.signals,
        "is_release": match.is_release,
        "models": match.models,
        "vendor": match.vendor,
        "why": reasons_to_text(match.why),
    }


def _need_feeds(session: Session, wanted: Iterable[str]) -> None:
    there = set(session.scalars(select(tables.feeds.c.id)))
    for feed in sorted(set(wanted) - there):
        put_feed(session, feed, **({} if feed == LAB else {"title": f"News of {feed}"}))


QUIET = Piece(
    title="A new chair of the board",
    text="The company names a new chair.",
    link="https://acme.example/chair",
    match=Match(),
)
"""An entry that has neither a theme nor a release."""


def pieces(count: int) -> list[Piece]:
    """Return entries on one release each, the newest first."""
    return [
        Piece(
            title=f"Kite {number} is now available",
            text=f"Kite {number} makes 20-second clips with the same face.",
            link=f"https://acme.example/kite-{number}",
            at=NOW - number * HOUR,
            match=Match(
                themes=("longer-video",),
                is_release=True,
                models=(f"Kite {number}",),
                vendor="Acme Pictures",
                why=(Reason("longer-video", ("20-second clips",)),),
            ),
        )
        for number in range(1, count + 1)
    ]


def put_stories(session: Session, count: int) -> list[str]:
    """Put one story for each of `pieces`, named s1, s2, … from the newest."""
    return [
        put_story(session, f"s{number}", piece)
        for number, piece in enumerate(pieces(count), start=1)
    ]
