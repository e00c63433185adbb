"""People who write all the time, and say of each write that was acknowledged.

Run as `python -m tests.writing_people DATABASE_URL FIRST LAST SECONDS`: those people
write at once, each in a thread, beside them the first in a second window. A line of
standard output is said as soon as its write was acknowledged, or refused.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from random import Random
from threading import Lock, Thread
from time import monotonic

from tests.deciding import CLAIMS, a_kite
from tests.factories import a_note
from tests.journaling import a_journal, an_entry
from tests.reviewing import a_ballot
from themewatch.config import Settings
from themewatch.domain.journal import Journal, Moment
from themewatch.domain.person import Actor, Person, Role
from themewatch.domain.story import StorySearch
from themewatch.domain.theme import SLUGS
from themewatch.errors import ConflictError
from themewatch.services.drafts import Draft, find_draft, keep_draft
from themewatch.services.house import House, open_house
from themewatch.services.inbox import open_inbox
from themewatch.services.journal_entries import get_own_entry, write_entry
from themewatch.services.journals import get_own_journal
from themewatch.services.log import log_record, new_id, put_back, take_back
from themewatch.services.people import change_role
from themewatch.services.review_votes import cast_vote
from themewatch.services.triage import By, accept, dismiss, put_off
from themewatch.storage import people
from themewatch.storage.evidence import find_successor, get_record

TODAY = datetime.now(UTC).date()
BEGAN = datetime.combine(TODAY, time(), UTC) - timedelta(days=10)
"""When those who write came, their journals and the review began."""
SHARED, TOGGLED = tuple(f"shared-{n}" for n in range(5)), "toggled"
"""Notes that everybody corrects, and one that everybody takes and puts back."""
NEWCOMER, FORM = "newcomer", "a form"
Said = Iterator[tuple[object, ...]]

_one_line = Lock()


def name_of(number: int) -> str:
    return f"Person {number}"


def person_of(number: int) -> Person:
    """Return somebody who may do everything, signed in."""
    name = name_of(number)
    fields = {"issuer": "here", "subject": name, "role": Role.ADMIN}
    return Person(name, name, f"{number}@example.org", BEGAN, **fields)


def journal_of(name: str) -> Journal:
    days = timedelta(days=29)
    began = BEGAN.date()
    return a_journal(
        id=f"journal-{name}", person=name, started_on=began, ends_on=began + days
    )


def now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Writer:
    """One window of one person."""

    house: House
    name: str
    chance: Random
    own: list[str] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)

    def note(self) -> Said:
        note = a_note(person=self.name, recorded_at=now(), tested_on=TODAY)
        with self.house.writing() as db:
            log_record(db, note)
        self.own.append(note.id)
        yield "note", note.id

    def correct(self) -> Said:
        """Correct what everybody corrects, as it was when last looked at."""
        first = self.chance.choice(SHARED)
        with self.house.reading() as db:
            seen = self.known.get(first, first)
            while (later := find_successor(db, seen)) is not None:
                seen = later
            self.known[first] = seen
            latest = get_record(db, seen)
        words = f"{self.name} saw it {self.chance.random()}."
        told = {"id": new_id(), "recorded_at": now(), "observed": words}
        correction = replace(latest, supersedes=seen, **told)
        with self.house.writing() as db:
            log_record(db, correction)
        yield "correction", correction.id, seen

    def take_back(self) -> Said:
        if self.own:
            taken = self.own.pop()
            with self.house.writing() as db:
                take_back(db, taken, by=self.name, now=now())
            yield "taken", taken

    def toggle(self) -> Said:
        act = self.chance.choice((take_back, put_back))
        with self.house.writing() as db:
            act(db, TOGGLED, by=self.name, now=now())
        yield "toggled", TOGGLED

    def decide(self) -> Said:
        with self.house.reading() as db:
            waiting = open_inbox(db, StorySearch(), now=now()).stories[:4]
        if waiting:
            seen, by = self.chance.choice(waiting).seen, By(self.name, now())
            with self.house.writing() as db:
                act = self.chance.choice((self._accepted, dismiss, put_off))
                made = act(db, [seen] if act is dismiss else seen, by)
            for decision in made if isinstance(made, list) else [made]:
                yield "decision", decision.id, len(decision.records)

    def _accepted(self, db, seen, by):
        return accept(db, seen, a_kite(model=f"Kite {new_id()}"), CLAIMS, by)

    def vote(self) -> Said:
        for theme in (slug for slug in SLUGS if slug not in self.known):
            self.known[theme] = theme
            ballot = a_ballot(theme=theme, person=self.name)
            with self.house.writing() as db:
                cast_vote(db, ballot, now=now())
            yield "vote", theme, self.name
            return

    def draft(self) -> Said:
        with self.house.reading() as db:
            there = find_draft(db, self.name, FORM)
        draft = there or Draft(self.name, FORM, {}, now())
        with self.house.writing() as db:
            told = replace(draft, fields={"text": f"{self.chance.random()}"})
            kept = keep_draft(db, told, now=now())
        if kept is not None:
            yield "draft", self.name, kept.version

    def entry(self) -> Said:
        """Write again what another window may write at this moment."""
        entry_id = f"entry-{self.name}"
        with self.house.reading() as db:
            journal = get_own_journal(db, f"journal-{self.name}", self.name)
            seen = get_own_entry(db, entry_id, self.name)
        told = replace(seen, text=f"{self.chance.random()}")
        with self.house.writing() as db:
            kept = write_entry(db, journal, told, (), Moment(now(), TODAY))
        yield "entry", entry_id, kept.version

    def new_entry(self) -> Said:
        journal = journal_of(self.name)
        entry = an_entry(journal, on=TODAY, written_at=now())
        with self.house.writing() as db:
            write_entry(db, journal, entry, (), Moment(now(), TODAY))
        yield "entry", entry.id, 1

    def role(self) -> Said:
        with self.house.reading() as db:
            seen = people.find_person(db, NEWCOMER)
        assert seen is not None
        with self.house.writing() as db:
            role = self.chance.choice([*Role, None])
            changed = change_role(db, seen, role, now())
        yield "person", NEWCOMER, changed.version

    @property
    def acts(self) -> list[Callable[[], Said]]:
        return [
            *(self.note, self.correct, self.take_back, self.toggle, self.decide),
            *(self.vote, self.draft, self.entry, self.new_entry, self.role),
        ]


def say(*words: object) -> None:
    with _one_line:
        print("\t".join(map(str, words)), flush=True)  # noqa: T201


def write_until(end: float, writer: Writer) -> None:
    """Do one act after another; what is refused is said, and what is wrong."""
    while monotonic() < end:
        act = writer.chance.choice(writer.acts)
        try:
            for said in act():
                say(*said)
        except ConflictError as refused:
            say("refused", act.__name__, refused)
        except Exception as error:  # noqa: BLE001  the test wants to see every one
            say("error", act.__name__, f"{type(error).__name__}: {error}")


def main(url: str, first: int, last: int, seconds: float) -> None:
    house = open_house(Settings(url, Path()), reference=False)
    say("ready")
    end = monotonic() + seconds
    threads = []
    for window, number in enumerate([first, *range(first, last + 1)]):
        name = name_of(number)
        actor = Actor(name, Role.ADMIN, name, BEGAN)
        chance = Random(f"{window} {number}")  # noqa: S311  no secret
        writer = Writer(house.acting(actor), name, chance)
        threads.append(Thread(target=write_until, args=(end, writer)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    house.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]))
