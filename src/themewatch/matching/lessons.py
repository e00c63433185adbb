"""What people's decisions teach: which traits speak for a theme, and which against.

A decision says of each theme, or of "is a release", whether it holds; what it does not
say teaches nothing. Where the
rules had said otherwise, the traits of that story gain weight towards what the person
held; where the rules were right, traits that would have led astray lose some. A weight
is what people said of a trait, divided by how often it was met and two more: one lesson
weighs a third, ten that agree weigh five sixths, and such as contradict one another
nothing. It takes two decisions to overrule the rules, or a story that is mostly the one
decided on; and a theme is taken away only where most of the words that give it gave it
wrongly before.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from themewatch.domain.news import Lesson
from themewatch.matching.traits import Traits

GAVE = "gave "
DOUBT = 2.0
WORTH_OF_GIVING = 1.25
CONFIRMING = 1.0
MOST_TRAITS = 10
LEAST = 0.5
MOSTLY = 0.5
RELEASE = None

Target = str | None


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned of some words: towards a theme or against, and from whom.

    `theme` is None for "is a release". `words` begin with "from" for a source and with
    "names" for a model; `weight` is below one; `lessons` are the ids of the decisions.
    """

    words: str
    theme: str | None
    is_towards: bool
    weight: float
    lessons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Swayed:
    """That lessons decided about a story, by words that stand in it."""

    theme: str | None
    is_towards: bool
    words: tuple[str, ...]
    lessons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Studied:
    """A lesson beside what the rules make of its story."""

    lesson: Lesson
    traits: Traits
    ruled: frozenset[Target]
    gave: Mapping[Target, frozenset[str]]

    def counting(self, target: Target) -> list[tuple[str, float]]:
        """Return its traits, and how much each counts for a target."""
        share = self.traits.likeness
        gave = [(f"{GAVE}{words}", 1.0) for words in sorted(self.gave.get(target, ()))]
        return [*gave, *((trait, share) for trait in self.traits.places)]

    @property
    def held(self) -> frozenset[Target]:
        right: set[Target] = set(self.lesson.themes or ())
        return frozenset(right | {RELEASE} if self.lesson.is_release else right)

    def says(self, target: Target) -> bool:
        """Whether the person said anything of a target, be it that it is wrong."""
        said = self.lesson.is_release if target is RELEASE else self.lesson.themes
        return said is not None


@dataclass(slots=True)
class _Tally:
    """What was said of one trait for one target."""

    said: float = 0.0
    met: float = 0.0
    lessons: list[str] = field(default_factory=list)

    @property
    def weight(self) -> float:
        return self.said / (self.met + DOUBT)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything learned; empty before anybody decided."""

    tallies: Mapping[Target, Mapping[str, _Tally]]

    def pull(
        self, target: Target, traits: Traits, gave: frozenset[str] = frozenset()
    ) -> tuple[float, tuple[str, ...]]:
        """Return how far a story is swayed, and by which traits, strongest first.

        `gave` are the words by which the rules give the target.
        """
        known = self.tallies.get(target)
        if not known:
            return 0.0, ()
        given = {t: known[t].weight for t in _given(gave) if t in known}
        alike = {t: known[t].weight for t in traits.places if t in known}
        weights = _strongest(alike)
        total = sum(weights.values()) * traits.likeness
        total += sum(given.values()) * WORTH_OF_GIVING
        astray = sum(weight < 0 for weight in given.values())
        if total < 0 and astray < MOSTLY * len(gave):
            return 0.0, ()
        agree = (t for t, weight in (given | weights).items() if weight * total > 0)
        return total, tuple(agree)

    def lessons(self, target: Target, traits: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the decisions behind some traits."""
        known = self.tallies.get(target, {})
        return tuple(dict.fromkeys(i for t in traits for i in known[t].lessons))

    def learned(self) -> tuple[Learned, ...]:
        """Return what was learned, the weightiest first."""
        found = [
            Learned(trait, target, t.weight > 0, abs(t.weight), tuple(t.lessons))
            for target, known in self.tallies.items()
            for trait, t in known.items()
            if t.weight
        ]
        return tuple(sorted(found, key=lambda one: (-one.weight, one.words)))


def is_backed(
    pull: float, agree: Sequence[str], lessons: Sequence[str], traits: Traits
) -> bool:
    """Whether what pulls may overrule the rules.

    It takes two decisions, or a story that is mostly the one decided on.
    """
    alike = sum(trait in traits.places for trait in agree)
    is_the_same = alike >= min(MOST_TRAITS, MOSTLY * len(traits.places))
    return abs(pull) >= LEAST and (len(lessons) > 1 or is_the_same)


def _given(gave: frozenset[str]) -> list[str]:
    return [f"{GAVE}{words}" for words in sorted(gave)]


def _strongest(weights: Mapping[str, float]) -> dict[str, float]:
    best = sorted(weights, key=lambda t: (-abs(weights[t]), t))[:MOST_TRAITS]
    return {trait: weights[trait] for trait in best}


def learn(studied: Iterable[Studied], targets: Iterable[Target]) -> Knowledge:
    """Return what the lessons teach; their order does not matter."""
    lessons = sorted(studied, key=lambda s: s.lesson.decision)
    return Knowledge({t: dict(_tallied(lessons, t)) for t in targets})


def _tallied(lessons: list[Studied], target: Target) -> Iterator[tuple[str, _Tally]]:
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    saying = [one for one in lessons if one.says(target)]
    for one in saying:
        if (target in one.held) != (target in one.ruled):
            _correct(tallies, one, target)
    for one in saying:
        if (target in one.held) == (target in one.ruled):
            _confirm(tallies, one, target)
    return iter(tallies.items())


def _correct(tallies: dict[str, _Tally], one: Studied, target: Target) -> None:
    for trait, share in one.counting(target):
        tally = tallies[trait]
        tally.said += share if target in one.held else -share
        tally.met += 1
        tally.lessons.append(one.lesson.decision)


def _confirm(tallies: dict[str, _Tally], one: Studied, target: Target) -> None:
    """Weaken what would have led astray where the rules were right."""
    for trait, _ in one.counting(target):
        tally = tallies.get(trait)
        if tally is not None and (tally.said > 0) != (target in one.held):
            tally.met += 1
            left = max(abs(tally.said) - CONFIRMING, 0.0)
            tally.said = left if tally.said > 0 else -left
