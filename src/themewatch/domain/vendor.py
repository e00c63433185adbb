"""How far each vendor's claims ran ahead of tests.

A vendor's claims are a sample of what it says. Few of them say little, so the mean
lead is shrunk towards what vendors do on the whole, and under five it gives no
verdict at all.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from themewatch.domain.evidence import Evidence
from themewatch.domain.judging import JudgedClaim

ENOUGH_CLAIMS = 5
TENTHS_8 = 1.2816  # sigmas on either side that hold 8 in 10 of a normal


@dataclass(frozen=True, slots=True)
class VendorWeights:
    """What is thought of any vendor before its claims are tested, in stages.

    `mean` and `sd`: how far claims run ahead, and how much vendors differ in that;
    `spread`: how far one claim of a vendor lies from its others.
    """

    mean: float
    sd: float
    spread: float


@dataclass(frozen=True, slots=True)
class Lead:
    """How far claims run ahead of tests, in stages, with its doubt."""

    mean: float
    sd: float

    @property
    def low(self) -> float:
        """The lower end of the likely range (8 in 10)."""
        return self.mean - TENTHS_8 * self.sd

    @property
    def high(self) -> float:
        return self.mean + TENTHS_8 * self.sd


@dataclass(frozen=True, slots=True)
class VendorRecord:
    """One vendor: its claims, how many were tested, and how far they ran ahead."""

    vendor: str
    claims: int
    tested: int
    lead: Lead

    @property
    def has_verdict(self) -> bool:
        return self.tested >= ENOUGH_CLAIMS


def vendor_records(
    judged: Iterable[JudgedClaim], evidence: Evidence, weights: VendorWeights
) -> list[VendorRecord]:
    """Return every vendor that claims something, furthest ahead first.

    Those with too few tested claims follow, most tested first.
    """
    by_vendor: defaultdict[str, list[JudgedClaim]] = defaultdict(list)
    for j in judged:
        if release := evidence.release_of(j.claim):
            by_vendor[release.vendor].append(j)
    records = [_record(vendor, own, weights) for vendor, own in by_vendor.items()]
    return sorted(records, key=_furthest_first)


def lead_of(judged: Sequence[JudgedClaim], weights: VendorWeights) -> Lead:
    """Return the mean lead of tested claims, shrunk towards what vendors do.

    Each lead is off by the doubt of its tests and by `spread`; together with the
    expectation N(mean, sd²) that gives a normal in closed form.
    """
    precision = weights.sd**-2
    said = weights.mean * precision
    for j in judged:
        if j.lead is not None and j.tested is not None:
            weight = 1 / (j.tested.sd**2 + weights.spread**2)
            precision += weight
            said += weight * j.lead
    return Lead(said / precision, sqrt(1 / precision))


def _record(
    vendor: str, judged: Sequence[JudgedClaim], weights: VendorWeights
) -> VendorRecord:
    tested = sum(j.lead is not None for j in judged)
    return VendorRecord(vendor, len(judged), tested, lead_of(judged, weights))


def _furthest_first(record: VendorRecord) -> tuple[bool, float, int, str]:
    has_verdict = record.has_verdict
    lead = record.lead.mean if has_verdict else 0.0
    return not has_verdict, -lead, -record.tested, record.vendor.casefold()
