"""Which tests of a theme are worth doing, and in which order."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from themewatch.domain.claim import Claim, Outcome
from themewatch.domain.evidence import Evidence
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.note import Note
from themewatch.domain.stage import Stage
from themewatch.domain.theme import Theme

OPEN = (Outcome.UNTESTED, Outcome.TESTED_ONCE)
"""The outcomes that one more test could still change."""
NEARLY_AS_MUCH = 0.9  # of what the test that teaches most would teach


@dataclass(frozen=True, slots=True)
class Proposal:
    """A test worth doing: of a claim, or of a bare signal: one with no open claim.

    It carries the reasons for its place. `release` is the name of the one to test,
    None where none is known; `tests` how many there were of the signal, under its
    theme, so far; `surer` the share of the theme's doubt the test would take away.
    """

    claim: JudgedClaim | None
    signal: str | None
    release: str | None
    released_on: date | None
    tests: int
    surer: float = 0.0

    @property
    def stage(self) -> Stage | None:
        """The stage that is claimed."""
        return self.claim.claim.claimed_stage if self.claim else None

    @property
    def is_untested(self) -> bool:
        return self.claim.is_untested if self.claim else self.tests == 0


@dataclass(frozen=True, slots=True)
class ThemeTests:
    """The tests worth doing under a theme, best first.

    `surer` is the share by which the first of them would shrink the theme's doubt;
    without any, a test of a new tool. `more` tests follow those listed.
    """

    theme: Theme
    surer: float
    candidates: tuple[Proposal, ...]
    more: int = 0


def proposals(
    themes: Iterable[Theme], judged: Iterable[JudgedClaim], evidence: Evidence
) -> dict[str, list[Proposal]]:
    """Return what there is to test under each theme: open claims, then bare signals.

    A claim is tested on its own release; a bare signal on the newest that a claim
    or a note under its theme speaks of.
    """
    tests = Counter((note.theme, note.signal) for note in evidence.notes)
    found: dict[str, list[Proposal]] = {theme.slug: [] for theme in themes}
    for j in judged:
        if j.outcome in OPEN:
            slug, signal = j.claim.theme, j.claim.signal
            name, count = evidence.release_name(j.claim), tests[slug, signal]
            found[slug].append(Proposal(j, signal, name, j.on, count))
    newest = _newest_releases(evidence)
    for theme in themes:
        offered = found[theme.slug]
        name, released_on = newest.get(theme.slug, (None, None))
        claimed = {p.signal for p in offered}
        offered += [
            Proposal(None, s.slug, name, released_on, tests[theme.slug, s.slug])
            for s in theme.signals
            if s.slug not in claimed
        ]
    return found


def _newest_releases(
    evidence: Evidence,
) -> dict[str, tuple[str | None, date | None]]:
    """Return the newest release that speaks of each theme, or was tested for it."""
    newest: defaultdict[str, tuple[date, str]] = defaultdict(lambda: (date.min, ""))
    records: tuple[Claim | Note, ...] = (*evidence.claims, *evidence.notes)
    for record in records:
        name = evidence.release_name(record)
        if name is not None and name in evidence.releases:
            dated = evidence.releases[name].released_on, name
            newest[record.theme] = max(newest[record.theme], dated)
    return {theme: (name, day) for theme, (day, name) in newest.items()}


def best_first(
    offered: Iterable[Proposal], surer: Mapping[str | None, float]
) -> list[Proposal]:
    """Order the tests of a theme by the written rule, of equals the first given.

    First those that teach at least nine tenths of what the best of them would. Then
    what is untested; the highest stage claimed; the signal tested least; the newest
    release.

    Args:
        offered: What there is to test.
        surer: The share of the theme's doubt that a test of each release would take.
    """
    listed: Sequence[Proposal] = list(offered)
    enough = NEARLY_AS_MUCH * max((surer[p.release] for p in listed), default=0.0)

    def rank(p: Proposal) -> tuple[bool, bool, int, int, date]:
        stage = -1 if p.stage is None else p.stage.value
        released_on = p.released_on or date.min
        return surer[p.release] >= enough, p.is_untested, stage, -p.tests, released_on

    return sorted(listed, key=rank, reverse=True)
