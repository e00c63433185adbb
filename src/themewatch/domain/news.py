"""What is made of news: what a story speaks of, and what people decided on it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsText:
    """The words of one piece of news, as plain text, for the matcher."""

    title: str
    text: str = ""
    source: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Words that decided for a theme; without a theme: that it is a release.

    Each stands in the title or the text just so, so that it can be highlighted.
    """

    theme: str | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What a piece of news speaks of, and the words that decided it.

    `themes` and `signals` are slugs; `models` are names as the text has them, and
    `vendor` is who makes the first of them, where that is known.
    """

    themes: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    is_release: bool = False
    models: tuple[str, ...] = ()
    vendor: str | None = None
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What a person's decision on a story teaches the matcher.

    `themes` and `is_release` are what the person held right, whatever had been
    suggested; None where they did not say, which teaches nothing of it.
    """

    decision: str
    news: NewsText
    themes: tuple[str, ...] | None = None
    is_release: bool | None = None


class Act(StrEnum):
    """What a person can do with a story."""

    ACCEPT = "accept"
    ATTACH = "attach"
    DISMISS = "dismiss"
    MERGE = "merge"
    LATER = "later"


class StoryState(StrEnum):
    """Where a story stands.

    `STORED` is one that was old when its feed was first fetched: it can be searched
    and never waited for anybody.
    """

    STORED = "stored"
    WAITING = "waiting"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    MERGED = "merged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person did with a story; undone decisions are kept.

    `records` are the ids of the evidence it made, `release` the release that was
    made or attached to, `into` the story it was merged into. `themes` and
    `is_release` are what the person held right; None where they did not say.
    `was` is the state the story had before. A lesson drawn from a decision can be
    forgotten without undoing the decision.
    """

    id: str
    story: str
    act: Act
    at: datetime
    by: str | None = None
    reason: str = ""
    release: str | None = None
    records: tuple[str, ...] = ()
    into: str | None = None
    themes: tuple[str, ...] | None = None
    is_release: bool | None = None
    was: StoryState = StoryState.WAITING
    undone_at: datetime | None = None
    undone_by: str | None = None
    forgotten_at: datetime | None = None
    forgotten_by: str | None = None
