"""Who did what, and when: lines that are added and never changed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Act(StrEnum):
    """What can be done; what journals hold is nobody else's, so no act tells of it."""

    RECORDED = "recorded"
    CORRECTED = "corrected"
    TAKEN_BACK = "taken-back"
    PUT_BACK = "put-back"
    IMPORTED = "imported"
    ACCEPTED = "accepted"
    ATTACHED = "attached"
    DISMISSED = "dismissed"
    EXPLAINED = "explained"
    MERGED = "merged"
    PUT_OFF = "put-off"
    UNDONE = "undone"
    FORGOTTEN = "forgotten"
    REMEMBERED = "remembered"
    FEED_ADDED = "feed-added"
    FEED_CHANGED = "feed-changed"
    FEED_PAUSED = "feed-paused"
    FEED_RESUMED = "feed-resumed"
    FEED_REMOVED = "feed-removed"
    SIGNED_IN = "signed-in"
    SIGNED_OUT = "signed-out"
    REFUSED = "refused"
    PERSON_CHANGED = "person-changed"
    SETTING_CHANGED = "setting-changed"
    ROUND_OPENED = "round-opened"
    SECOND_ROUND = "second-round"
    ROUND_CHANGED = "round-changed"
    ROUND_CLOSED = "round-closed"
    VOTED = "voted"
    DECIDED = "decided"
    PUBLISHED = "published"
    BACKED_UP = "backed-up"
    RESTORED = "restored"


OF_PEOPLE = (Act.SIGNED_IN, Act.SIGNED_OUT, Act.REFUSED, Act.PERSON_CHANGED)
"""What is told of people themselves: to whoever looks after them alone."""
OF_WORK = tuple(act for act in Act if act not in OF_PEOPLE)


@dataclass(frozen=True, slots=True)
class Subject:
    """What something was done to: a record's kind and id, say, and some words on it."""

    kind: str = ""
    id: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing somebody did; `person` is empty where the house did it itself."""

    id: str
    at: datetime
    person: str
    act: Act
    subject: Subject


@dataclass(frozen=True, slots=True)
class Sought:
    """Which lines are wanted: all conditions that are given hold for each.

    `text` is looked for in the words and the id of the subject; `since` is the first
    moment, `before` the first one too late.
    """

    person: str | None = None
    acts: tuple[Act, ...] = ()
    subject: str | None = None
    text: str = ""
    since: datetime | None = None
    before: datetime | None = None
