"""Past the feeds of one host: claimed some at a time, looked at, kept."""

import logging
from collections.abc import Iterator, Sequence
from datetime import timedelta
from threading import Event

from themewatch.domain.feed import Feed
from themewatch.errors import StorageError, ThemewatchError
from themewatch.ingest.answer import Answer
from themewatch.ingest.outcome import Look
from themewatch.services.house import House
from themewatch.services.looks import Eyes, Looked, keep_look
from themewatch.storage import looks
from themewatch.storage.ids import new_id
from themewatch.storage.looks import LEASE

_AT_ONCE = 32
"""Feeds of one host that are claimed together."""
_LEFT_FOR_A_LOOK = timedelta(minutes=1)
"""A lease that ends sooner than a look may take is given back and taken anew."""
_KEPT_WITHIN = timedelta(seconds=1)
"""Feeds looked at so shortly after one another are kept in one transaction, each whole
or not at all: a commit costs more than a feed where nothing changed.
"""
STUMBLED = "themewatch stumbled over this feed: its log says why."


Seen = tuple[Feed, Look]

_log = logging.getLogger(__name__)


class HostWalk:
    """Goes past hosts in a run; any number of threads may, each past its own."""

    def __init__(self, house: House, eyes: Eyes) -> None:
        self._house = house
        self._eyes = eyes
        self._token = new_id()
        self._stopping = Event()

    def stop(self) -> None:
        """Look at nothing more; what was looked at is kept."""
        self._stopping.set()

    def past(self, ids: Sequence[str]) -> Iterator[Looked]:
        """Look at the feeds of one host, claiming some at a time."""
        now = self._eyes.clock.now
        while ids and not self._stopping.is_set():
            batch, ids = ids[:_AT_ONCE], ids[_AT_ONCE:]
            until = now() + LEASE - _LEFT_FOR_A_LOOK
            claimed = self._claim(batch)
            try:
                while claimed and now() < until and not self._stopping.is_set():
                    yield from self._keep(self._look_at_some(claimed))
            finally:
                self._release(claimed)
            ids = [*(feed.id for feed in claimed), *ids]

    def _look_at_some(self, claimed: list[Feed]) -> list[Seen]:
        """Look at feeds for a second at most, or at one that takes longer."""
        begun = self._eyes.clock.now()
        seen: list[Seen] = []
        while claimed:
            feed = claimed.pop(0)
            seen.append((feed, self._look(feed)))
            if self._eyes.clock.now() - begun >= _KEPT_WITHIN:
                break
        return seen

    def _claim(self, ids: Sequence[str]) -> list[Feed]:
        with self._house.writing() as session:
            now = self._eyes.clock.now()
            return looks.claim_feeds(session, ids, self._token, now)

    def _release(self, claimed: Sequence[Feed]) -> None:
        if claimed:
            with self._house.writing() as session:
                looks.release_feeds(session, [f.id for f in claimed], self._token)

    def _look(self, feed: Feed) -> Look:
        """Look at a feed; a bug that it brings out stops no other."""
        try:
            return self._eyes.look(feed)
        except Exception:  # noqa: BLE001  said in the feed's log, and in ours
            return self._stumbled(feed)

    def _keep(self, seen: Sequence[Seen]) -> list[Looked]:
        """Keep what looks gave; what stops all of them together is found by trying."""
        try:
            return self._kept(seen)
        except StorageError:
            raise
        except Exception:  # noqa: BLE001  raised again for the one that it concerns
            return [looked for one in seen for looked in self._keep_alone(*one)]

    def _keep_alone(self, feed: Feed, look: Look) -> list[Looked]:
        try:
            return self._kept([(feed, look)])
        except ThemewatchError:
            raise
        except Exception:  # noqa: BLE001  said in the feed's log, and in ours
            return self._kept([(feed, self._stumbled(feed))])

    def _kept(self, seen: Sequence[Seen]) -> list[Looked]:
        keep, token, chance = keep_look, self._token, self._eyes.chance
        with self._house.writing() as session:
            kept = [keep(session, feed, look, token, chance) for feed, look in seen]
        return [looked for looked in kept if looked is not None]

    def _stumbled(self, feed: Feed) -> Look:
        _log.exception("looking at %s failed", feed.address)
        answer = Answer(address=feed.address, problem=STUMBLED)
        return Look(answer=answer, at=self._eyes.clock.now())
