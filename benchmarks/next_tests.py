"""Whether the tests we point at teach more than tests chosen at random.

In made-up worlds a few people have tested some themes much and some never; then
twenty careful tests follow, one a day, by people as they come. Once the head of our
list says what to test, once chance does: any theme, and any claim made under it.
Both go through the product as it is, from records to the map; on offer are the
releases and claims that are shipped, or made-up ones.

Themes rise along S-curves or in steps, from about where the course's map draws
them; a tool stands above or below a theme, a little differently under each; some
people are lenient or strict; one note in ten has nothing to do with the truth.

    python -m benchmarks.next_tests
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from benchmarks.made_up import (
    Subject,
    a_claim,
    a_note,
    a_release,
    on_day,
    people,
    true_paths,
    usable,
)
from benchmarks.worlds import ORDINARY
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.record import Record
from themewatch.domain.stage import Stage
from themewatch.domain.theme import SLUGS
from themewatch.services.assessment import assess
from themewatch.services.next_test import rank_tests
from themewatch.services.reference import catalogue, shipped_records

TODAY = 210  # the day of the first chosen test, counted from the course's map
TESTS = 20  # one a day
RELEASES, TRIES = 40, 10
WORLDS, OTHER_WORLDS, AT_MOST = 100, 25, 0.85
CLAIMED = 0.08, 0.43, 0.40, 0.09  # how often each stage is claimed of what is shipped


@dataclass(frozen=True, slots=True)
class Start:
    """What there is before the first chosen test.

    `notes` are how many there are under the themes, in any order; `people` how many
    test, the upper end excluded; `months` in how many made-up tools came out, None
    for the releases and claims that are shipped.
    """

    name: str
    notes: tuple[int, ...]
    people: tuple[int, int] = ORDINARY.people
    months: int | None = None


UNEVEN = Start("some themes tested much, some never", (0, 0, 2, 4, 8, 16, 24))
OTHERS = (
    replace(UNEVEN, name="the same by three people", people=(3, 4)),
    replace(UNEVEN, name="the same with made-up tools of 18 months", months=18),
    replace(UNEVEN, name="the same with made-up tools of 9 months", months=9),
    Start("all themes tested alike", (8,) * len(SLUGS)),
    Start("nobody tested anything yet", (0,) * len(SLUGS)),
)


class World:
    """What is on offer and was tested, and the truth that nobody in it knows."""

    def __init__(self, seed: int, start: Start) -> None:
        self.rng = rng = np.random.default_rng(seed)
        self.truth = true_paths(rng)
        self.leniency = people(rng, int(rng.integers(*start.people)))
        self.evidence = standing_evidence(_offer(rng, start.months))
        self.better = {
            tool: rng.uniform(-0.6, 0.6) + rng.normal(0, 0.2, len(SLUGS))
            for tool in self.evidence.releases
        }
        for theme, notes in zip(SLUGS, rng.permutation(start.notes), strict=True):
            for _ in range(notes):
                self._test_before(theme)

    def test(self, subject: Subject, person: str, day: int, tries: int = TRIES) -> None:
        """Test something, and log what comes of it."""
        lane, name = SLUGS.index(subject.theme), f"note-{len(self.evidence.notes)}"
        place = self.truth[lane, day] + self.leniency[person]
        if subject.release is not None:
            place += self.better[subject.release][lane]
        counts = usable(self.rng, place, tries)
        note = a_note(name, subject, person, on_day(day), counts)
        self.evidence = replace(self.evidence, notes=(*self.evidence.notes, note))

    def claimed(self, theme: str, day: int) -> list[Subject]:
        """Return what is claimed under a theme by a day."""
        return [
            Subject(claim.theme, claim.signal, claim.release)
            for claim in self.evidence.claims
            if claim.theme == theme
            and self.evidence.releases[claim.release].released_on <= on_day(day)
        ]

    def _test_before(self, theme: str) -> None:
        """Let somebody test something, as thoroughly as it comes."""
        day = int(self.rng.integers(60, TODAY))
        tries = int(self.rng.choice([1, 3, TRIES], p=[0.4, 0.35, 0.25]))
        if offered := self.claimed(theme, day):
            subject = offered[self.rng.integers(len(offered))]
            self.test(subject, str(self.rng.choice(list(self.leniency))), day, tries)


def _offer(rng: np.random.Generator, months: int | None) -> Iterable[Record]:
    """Return the releases and claims that are shipped, or made-up ones of late."""
    return shipped_records() if months is None else _made_up(rng, months)


def _made_up(rng: np.random.Generator, months: int) -> Iterator[Record]:
    """Draw releases, each with claims under one to three themes."""
    themes = list(catalogue())
    for number in range(RELEASES):
        age = int(rng.uniform(0, months * 30.4))
        release = a_release(f"tool-{number}", on_day(TODAY - age))
        yield release
        for index in rng.choice(len(themes), rng.integers(1, 4), replace=False):
            signal = str(rng.choice([s.slug for s in themes[index].signals]))
            subject = Subject(themes[index].slug, signal, release.id)
            stage = Stage(int(rng.choice(len(Stage), p=CLAIMED)))
            yield a_claim("/".join(map(str, subject)), subject, stage)


Choice: TypeAlias = Callable[[World, str, int], Subject]


def as_listed(world: World, person: str, day: int) -> Subject:
    """Choose what heads our list for this person."""
    first = rank_tests(assess(world.evidence, as_of=on_day(day)), person)[0]
    best = first.candidates[0]
    return Subject(first.theme.slug, best.signal, best.release)


def at_random(world: World, _person: str, day: int) -> Subject:
    """Choose any theme, and any claim made under it."""
    theme = str(world.rng.choice(SLUGS))
    offered = world.claimed(theme, day) or [Subject(theme, None, None)]
    return offered[world.rng.integers(len(offered))]


@dataclass(frozen=True, slots=True)
class Left:
    """Doubt (sd) and error once the tests are done, summed over themes and worlds."""

    doubt: float
    error: float


def left_after(choose: Choice, seeds: range, start: Start) -> Left:
    doubt = error = 0.0
    for seed in seeds:
        world = World(seed, start)
        testers = np.random.default_rng(seed).choice(list(world.leniency), TESTS)
        for number, person in enumerate(testers):
            day = TODAY + number
            world.test(choose(world, str(person), day), str(person), day)
        found = assess(world.evidence, as_of=on_day(TODAY + TESTS)).now.positions
        doubt += sum(position.sd for position in found.values())
        for theme, truth in zip(SLUGS, world.truth[:, TODAY + TESTS], strict=True):
            error += abs(found[theme].mean - float(truth))
    return Left(doubt, error)


def compared(seeds: range, start: Start) -> Left:
    """Return what our list leaves as a share of what chance leaves."""
    listed, random = (left_after(by, seeds, start) for by in (as_listed, at_random))
    return Left(listed.doubt / random.doubt, listed.error / random.error)


def main() -> None:
    print(f"After {TESTS} tests, as a share of what is left by tests chosen at random:")
    print(f"{'doubt':>7}{'error':>7}")
    bounded = _told(UNEVEN, range(WORLDS))
    for start in OTHERS:
        _told(start, range(OTHER_WORLDS))
    holds = bounded.doubt <= AT_MOST
    print(f"The first may be {AT_MOST} at most: {'yes' if holds else 'NO'}")
    sys.exit(not holds)


def _told(start: Start, seeds: range) -> Left:
    share = compared(seeds, start)
    print(f"{share.doubt:7.3f}{share.error:7.3f}  {start.name} ({len(seeds)} worlds)")
    return share


if __name__ == "__main__":
    main()
