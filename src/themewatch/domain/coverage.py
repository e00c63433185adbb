"""What has been tested under a theme, signal by signal and tool by tool."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from themewatch.domain.claim import ENOUGH_TRIES, tested_level
from themewatch.domain.evidence import Evidence
from themewatch.domain.judging import JudgedClaim, results_of
from themewatch.domain.note import Note
from themewatch.domain.theme import Signal, Theme
from themewatch.domain.weight import EvidenceWeights


@dataclass(frozen=True, slots=True)
class Tested:
    """What some notes add up to.

    `tries` and `acceptable` are of the notes that counted; `least_tries` adds
    what the others stand for. `level` is where the results lie on the scale,
    testers' leniency taken off; None where no note gave a result.
    """

    notes: int
    people: int
    tries: int
    acceptable: int
    least_tries: int
    level: float | None
    last_on: date | None

    @property
    def is_comparable(self) -> bool:
        """Say whether there are enough tries to set it beside others."""
        return self.level is not None and self.least_tries >= ENOUGH_TRIES


@dataclass(frozen=True, slots=True)
class SignalCoverage:
    """One thing to watch for: what was tested, and what is only claimed."""

    signal: Signal
    tested: Tested
    claims: tuple[JudgedClaim, ...]

    @property
    def untested_claims(self) -> int:
        return sum(j.is_untested for j in self.claims)


@dataclass(frozen=True, slots=True)
class ToolCoverage:
    """One tool tested for a theme.

    `release` is None for a tool known by its typed name only. `price_usd` and
    `seconds` are the last ones noted per usable output; `limits` what failed,
    newest first.
    """

    tool: str
    label: str
    release: str | None
    tested: Tested
    price_usd: float | None
    seconds: float | None
    limits: tuple[str, ...]


def signals_covered(
    theme: Theme,
    notes: Sequence[Note],
    judged: Sequence[JudgedClaim],
    measure: "Measure",
) -> list[SignalCoverage]:
    """Return the coverage of each of a theme's signals, in the theme's order."""
    return [
        SignalCoverage(
            signal,
            measure([n for n in notes if n.signal == signal.slug]),
            tuple(j for j in judged if j.claim.signal == signal.slug),
        )
        for signal in theme.signals
    ]


def tools_covered(
    evidence: Evidence, notes: Sequence[Note], measure: "Measure"
) -> list[ToolCoverage]:
    """Return the tools tested, the best first; those with too few tries last."""
    by_tool: defaultdict[str, list[Note]] = defaultdict(list)
    for note in sorted(notes, key=lambda n: (n.tested_on, n.id), reverse=True):
        if tool := evidence.tool_of(note):
            by_tool[tool].append(note)
    tools = [_tool(evidence, tool, own, measure(own)) for tool, own in by_tool.items()]
    return sorted(tools, key=_best_first)


def _tool(
    evidence: Evidence, tool: str, newest_first: Sequence[Note], tested: Tested
) -> ToolCoverage:
    first = newest_first[0]
    return ToolCoverage(
        tool=tool,
        label=evidence.tool_label(first),
        release=tool if tool in evidence.releases else None,
        tested=tested,
        price_usd=_last(n.price_usd for n in newest_first),
        seconds=_last(n.seconds for n in newest_first),
        limits=tuple(n.limits for n in newest_first if n.limits),
    )


@dataclass(frozen=True, slots=True)
class Measure:
    """Adds notes up: with releases' dates, people's leniency and the weights."""

    evidence: Evidence
    leniency: Mapping[str, float]
    weights: EvidenceWeights

    def __call__(self, notes: Sequence[Note]) -> Tested:
        results = results_of(self.evidence, notes, self.leniency, self.weights)
        return Tested(
            notes=len(notes),
            people=len({n.person for n in notes}),
            tries=sum(n.tries or 0 for n in notes if n.has_counts),
            acceptable=sum(n.acceptable or 0 for n in notes if n.has_counts),
            least_tries=sum(r.tries for r in results),
            level=tested_level(results) if results else None,
            last_on=max((n.tested_on for n in notes), default=None),
        )


def _last(values: Iterable[float | None]) -> float | None:
    return next((v for v in values if v is not None), None)


def _best_first(tool: ToolCoverage) -> tuple[bool, float, str]:
    return (
        not tool.tested.is_comparable,
        -(tool.tested.level if tool.tested.level is not None else -1.0),
        tool.label,
    )
