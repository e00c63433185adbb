"""What a month came to, counted from its entries: the ground of its report."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from themewatch.domain.journal import FixedTest, Journal
from themewatch.domain.journal_entry import Entry, EntryKind, ImprovementKind, Run
from themewatch.domain.note import Verdict
from themewatch.domain.stage import Stage

_RANK = dict(zip(Verdict, Stage, strict=True))


@dataclass(frozen=True, slots=True)
class Ran:
    """A run, and the entry it stands in."""

    run: Run
    entry: str

    @property
    def share(self) -> float | None:
        """The share of usable tries; without counts, the middle of what its word says.

        >>> run = Run(id="1", model="Veo", on=date(2026, 10, 9), tries=6, usable=3)
        >>> Ran(run, "7").share
        0.5
        """
        run = self.run
        if run.usable is not None and run.tries:
            return run.usable / run.tries
        if run.verdict is not None:
            return _RANK[run.verdict].midpoint / len(Stage)
        return None

    @property
    def fails(self) -> int | None:
        """How many of its tries were not usable; None where nobody counted."""
        run = self.run
        if run.usable is None or run.tries is None:
            return None
        return run.tries - run.usable

    @property
    def still_fails(self) -> bool:
        if self.fails is not None:
            return self.fails > 0
        return self.run.verdict not in (None, Verdict.DEPENDABLE)


@dataclass(frozen=True, slots=True)
class TestRuns:
    """A fixed test with its runs, by day. `before` is what the month is held against.

    `last` is the run of the latest day after it, `best` the one with the largest
    share of usable tries, where that is larger than the last one's.
    """

    __test__ = False  # no test of pytest's

    test: FixedTest
    before: Ran | None
    later: tuple[Ran, ...]

    @property
    def last(self) -> Ran | None:
        return self.later[-1] if self.later else None

    @property
    def best(self) -> Ran | None:
        best = max(self.later, key=_share, default=None)
        if best is None or self.last is None or _share(best) <= _share(self.last):
            return None
        return best

    @property
    def got_better(self) -> bool:
        """Say whether any later run had a larger share of usable tries than before."""
        was = self.before.share if self.before else None
        return was is not None and any(_share(ran) > was for ran in self.later)


def _share(ran: Ran) -> float:
    """Return the share of usable tries, none where nobody said."""
    return ran.share or 0.0


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """What a month came to.

    `tries` and `models` are of runs after *before*. `improvements` are the entries
    where something got better, by what was watched (None: nothing in particular);
    `not_better` those that say that it did not. `failing` holds the last
    runs that still fail, of each fixed test and besides, one for each model.
    `undone` was planned, and nothing noted on that day.
    """

    noted_days: int
    skipped_days: int
    tests: tuple[TestRuns, ...]
    tries: int
    models: tuple[str, ...]
    improvements: Mapping[str | None, tuple[Entry, ...]]
    not_better: tuple[Entry, ...]
    failing: tuple[Ran, ...]
    undone: tuple[Entry, ...]

    @property
    def improved(self) -> int:
        """How many improvements were written down."""
        return sum(map(len, self.improvements.values()))


def facts_of(journal: Journal, entries: Sequence[Entry]) -> MonthFacts:
    """Count what stands in a journal; the entries come by day."""
    ran = [Ran(run, entry.id) for entry in entries for run in entry.runs]
    ran.sort(key=lambda one: one.run.on)
    later = [one for one in ran if not one.run.is_before]
    noted = {entry.on for entry in entries if entry.is_noted}
    return MonthFacts(
        noted_days=len(noted),
        skipped_days=len(_days(entries, EntryKind.SKIPPED) - noted),
        tests=tuple(_runs_of(test, ran) for test in journal.tests),
        tries=sum(one.run.tries or 1 for one in later),
        models=tuple(dict.fromkeys(one.run.model for one in later)),
        improvements=_by_signal(_improvements(entries, better=True)),
        not_better=tuple(_improvements(entries, better=False)),
        failing=tuple(_failing(ran)),
        undone=tuple(
            entry
            for entry in entries
            if entry.kind is EntryKind.PLANNED and entry.on not in noted
        ),
    )


def _days(entries: Iterable[Entry], kind: EntryKind) -> set[date]:
    return {entry.on for entry in entries if entry.kind is kind}


def _runs_of(test: FixedTest, ran: Iterable[Ran]) -> TestRuns:
    own = [one for one in ran if one.run.test == test.id]
    before = next((one for one in own if one.run.is_before), None)
    later = [one for one in own if not one.run.is_before]
    if before is not None:  # what was found even earlier is no end of the month
        later = [one for one in later if one.run.on >= before.run.on]
    return TestRuns(test, before, tuple(later))


def _improvements(entries: Iterable[Entry], *, better: bool) -> Iterator[Entry]:
    for entry in entries:
        found = entry.improvement
        if found and (found.kind is not ImprovementKind.NOT_BETTER) is better:
            yield entry


def _by_signal(entries: Iterable[Entry]) -> dict[str | None, tuple[Entry, ...]]:
    found: defaultdict[str | None, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.improvement.signal if entry.improvement else None].append(entry)
    named = sorted(found.items(), key=lambda pair: (pair[0] is None, pair[0] or ""))
    return {signal: tuple(group) for signal, group in named}


def _failing(ran: Sequence[Ran]) -> Iterator[Ran]:
    """Yield the last runs that still fail; a test that one model passes fails no more.

    What was had before speaks only where nothing was run after it.
    """
    again = {one.run.test for one in ran if not one.run.is_before}
    last = {
        (one.run.test, one.run.model): one
        for one in ran
        if not (one.run.is_before and one.run.test in again)
    }
    passed = {test for (test, _), one in last.items() if test and not one.still_fails}
    for (test, _model), one in last.items():
        if one.still_fails and test not in passed:
            yield one
