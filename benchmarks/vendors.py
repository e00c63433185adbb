"""Whether it is found out which vendors run ahead of tests.

Six made-up vendors claim more than their tools can do, by −0.3 stages (too modest)
to 2 on the whole, now a little more and now less. Thirty claims of each were tested,
once or twice, by lenient and strict people; half of a vendor's tests are by one
person who likes to test it. Tools differ; a claim names a whole stage and none beyond
the last, so the boldest cannot show all of their boldness; one note in ten is
nonsense. A seventh vendor has only two tested claims: it must get no verdict.

From the records on it is the product itself that weighs, judges and ranks.

    python -m benchmarks.vendors
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import fmean

import numpy as np
from scipy.stats import pearsonr, spearmanr

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
from benchmarks.worlds import ORDINARY, Floats
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.note import Note
from themewatch.domain.record import Record
from themewatch.domain.stage import SCALE_END, Stage
from themewatch.domain.theme import SLUGS
from themewatch.domain.vendor import VendorRecord, vendor_records
from themewatch.services.assessment import assess
from themewatch.services.reference import vendor_weights

BIASES = dict(zip("ABCDEF", np.linspace(-0.3, 2.0, 6).tolist(), strict=True))
NEWCOMER, ITS_BIAS, ITS_TESTED = "G", 1.0, 2
RELEASES, THEMES_OF_ONE = 10, 3  # of a vendor: thirty claims
NOW_AND_THEN = 0.4  # stages: how much a vendor's bias differs from claim to claim
LAST_DAY = 365
WORLDS, AT_LEAST = 200, 0.9


class World:
    """The records of a year, drawn one after the other."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.truth = true_paths(self.rng)
        self.people = people(self.rng, int(self.rng.integers(*ORDINARY.people)))
        self.notes = 0

    def records(self) -> Iterator[Record]:
        for vendor, bias in BIASES.items():
            yield from self._of_vendor(vendor, bias, RELEASES * THEMES_OF_ONE)
        yield from self._of_vendor(NEWCOMER, ITS_BIAS, ITS_TESTED)

    def _of_vendor(self, vendor: str, bias: float, tested: int) -> Iterator[Record]:
        fan = self._anybody()
        for number in range(RELEASES):
            day = int(self.rng.integers(LAST_DAY - 60))
            better = self.rng.uniform(-0.6, 0.6)
            release = a_release(f"{vendor}-{number}", on_day(day), vendor)
            yield release
            for theme in self.rng.choice(SLUGS, THEMES_OF_ONE, replace=False):
                subject = Subject(str(theme), None, release.id)
                level = self.truth[SLUGS.index(theme), day] + better
                told = level + self.rng.normal(bias, NOW_AND_THEN)
                stage = Stage.at(min(max(told, 0.0), SCALE_END))
                yield a_claim("/".join(map(str, subject)), subject, stage)
                if tested > 0:
                    tested -= 1
                    yield from self._tests(subject, fan, day, better)

    def _tests(
        self, subject: Subject, fan: str, day: int, better: float
    ) -> Iterator[Note]:
        """Test a claim once or twice within two months, as thoroughly as it comes."""
        for _ in range(self.rng.integers(1, 3)):
            person = fan if self.rng.random() < 0.5 else self._anybody()
            later = day + int(self.rng.integers(60))
            place = self.truth[SLUGS.index(subject.theme), later] + better
            tries = int(self.rng.choice([1, 3, 10], p=[0.4, 0.35, 0.25]))
            counts = usable(self.rng, place + self.people[person], tries)
            self.notes += 1
            yield a_note(f"note-{self.notes}", subject, person, on_day(later), counts)

    def _anybody(self) -> str:
        return str(self.rng.choice(list(self.people)))


@dataclass(frozen=True, slots=True)
class Found:
    """The vendors' leads as they were found, each a row of (world, vendor)."""

    leads: Floats
    newcomers: tuple[VendorRecord, ...]

    @property
    def pearson(self) -> list[float]:
        """How straight leads rise with true biases, in each world; 1 at best."""
        biases = list(BIASES.values())
        return [float(pearsonr(biases, leads).statistic) for leads in self.leads]

    @property
    def spearman(self) -> list[float]:
        """How far the ranking is the true one, in each world; 1 at best."""
        biases = list(BIASES.values())
        return [float(spearmanr(biases, leads).statistic) for leads in self.leads]

    @property
    def has_newcomer_verdict(self) -> bool:
        return any(record.has_verdict for record in self.newcomers)


def found_in(seeds: Iterable[int]) -> Found:
    worlds = [_records_of_vendors(World(seed)) for seed in seeds]
    leads = [[found[vendor].lead.mean for vendor in BIASES] for found in worlds]
    return Found(np.array(leads), tuple(found[NEWCOMER] for found in worlds))


def _records_of_vendors(world: World) -> dict[str, VendorRecord]:
    evidence = standing_evidence(world.records())
    assessment = assess(evidence, as_of=on_day(LAST_DAY))
    records = vendor_records(assessment.judged, evidence, vendor_weights())
    return {record.vendor: record for record in records}


def main() -> None:
    found = found_in(range(WORLDS))
    print(f"{WORLDS} worlds")
    for bias, lead in zip(BIASES.values(), found.leads.mean(axis=0), strict=True):
        print(f"  claims run ahead by {bias:5.2f}, found {lead:5.2f} on average")
    for name, values in (("Pearson", found.pearson), ("Spearman", found.spearman)):
        enough = fmean(value >= AT_LEAST for value in values)
        print(f"  {name:9}{fmean(values):.3f} on average, {min(values):.3f} at worst;")
        print(f"           {AT_LEAST} or more in {enough:.1%} of the worlds")
    verdict = "a" if found.has_newcomer_verdict else "no"
    print(f"  of {ITS_TESTED} tested claims: {verdict} verdict")
    holds = min(fmean(found.pearson), fmean(found.spearman)) >= AT_LEAST
    holds = holds and not found.has_newcomer_verdict
    print(f"At least {AT_LEAST} on average, and no verdict: {'yes' if holds else 'NO'}")
    sys.exit(not holds)


if __name__ == "__main__":
    main()
