"""The matcher: news in, what it speaks of and why out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from themewatch.domain.news import Lesson, Match, NewsText, Reason
from themewatch.matching.evidence import Evidence, gather
from themewatch.matching.lessons import (
    RELEASE,
    Knowledge,
    Learned,
    Studied,
    Swayed,
    Target,
    is_backed,
    learn,
)
from themewatch.matching.release import (
    AT_THE_BEGINNING,
    ReleaseSigns,
    release_signs,
    version_of_a_tool,
)
from themewatch.matching.rules import Rules
from themewatch.matching.story import Story
from themewatch.matching.themes import (
    Place,
    Spoken,
    add_by_name,
    themes_spoken_of,
)
from themewatch.matching.traits import Traits, traits_of

MOST_WORDS = 6
MOST_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class _Ruling:
    """What the rules make of a story: how surely each target holds, and by what.

    `margins` are above nothing where the rules say that it holds, and never beyond 1.
    """

    evidence: Evidence
    spoken: Mapping[str, Spoken]
    release: ReleaseSigns
    margins: Mapping[Target, float]

    def gave(self, target: Target) -> frozenset[str]:
        """Return the words by which the rules give a theme, in lower case."""
        spoken = self.spoken.get(target) if target else None
        return frozenset(spoken.words if spoken and self.margins[target] > 0 else ())


class Matcher:
    """Decides by written rules; what people taught comes on top.

    `version` changes whenever the rules do, and says nothing of lessons.
    """

    def __init__(self, rules: Rules, version: str) -> None:
        self.version = version
        self._rules = rules
        self._knowledge = Knowledge({})
        self._studied: dict[Lesson, Studied] = {}

    def match(self, news: NewsText) -> Match:
        """Return what the news speaks of; any text has an answer."""
        ruling = self._rule(news)
        swayed = self._swayed(ruling, self._traits(news, ruling))
        held = {target for target, margin in ruling.margins.items() if margin > 0}
        held |= {one.theme for one in swayed if one.is_towards}
        held -= {one.theme for one in swayed if not one.is_towards}
        return self._result(ruling, held, swayed)

    def taught(self, lessons: Sequence[Lesson]) -> "Matcher":
        """Return the same matcher, having learned from people's decisions.

        What was learned before is left out: leaving a lesson out undoes it.
        """
        wiser = Matcher(self._rules, self.version)
        wiser._studied = self._studied
        studied = [self._study(lesson) for lesson in lessons]
        targets: list[Target] = [*self._rules.order, RELEASE]
        wiser._knowledge = learn(studied, targets)
        return wiser

    def learned(self) -> tuple[Learned, ...]:
        """Return what the lessons taught, the weightiest first."""
        return self._knowledge.learned()

    def lessons_for(self, news: NewsText) -> tuple[Swayed, ...]:
        """Return where lessons, and which, decided otherwise than the rules."""
        ruling = self._rule(news)
        return self._swayed(ruling, self._traits(news, ruling))

    def _study(self, lesson: Lesson) -> Studied:
        if lesson not in self._studied:
            if len(self._studied) >= MOST_KEPT:
                self._studied.clear()
            ruling = self._rule(lesson.news)
            ruled = frozenset(t for t, margin in ruling.margins.items() if margin > 0)
            traits = traits_of(ruling.evidence.story, lesson.news.source, self._rules)
            gave = {t: ruling.gave(t) for t in ruled}
            self._studied[lesson] = Studied(lesson, traits, ruled, gave)
        return self._studied[lesson]

    def _rule(self, news: NewsText) -> _Ruling:
        evidence = gather(news, self._rules)
        release = release_signs(evidence, self._rules)
        surely = release.surely(self._rules.weights) if evidence.media else -1.0
        spoken = themes_spoken_of(evidence, self._rules)
        if surely > 0:
            add_by_name(evidence, self._rules, spoken, release.places)
        margins: dict[Target, float] = {
            theme: spoken[theme].margin if theme in spoken else -1.0
            for theme in self._rules.order
        }
        return _Ruling(evidence, spoken, release, margins | {RELEASE: surely})

    def _traits(self, news: NewsText, ruling: _Ruling) -> Traits:
        if not self._knowledge.tallies:
            return Traits({})
        return traits_of(ruling.evidence.story, news.source, self._rules)

    def _swayed(self, ruling: _Ruling, traits: Traits) -> tuple[Swayed, ...]:
        found = (self._swayed_on(target, ruling, traits) for target in ruling.margins)
        return tuple(one for one in found if one is not None)

    def _swayed_on(
        self, target: Target, ruling: _Ruling, traits: Traits
    ) -> Swayed | None:
        margin, gave = ruling.margins[target], ruling.gave(target)
        pull, agree = self._knowledge.pull(target, traits, gave)
        if (margin > 0) == (margin + pull > 0):
            return None
        words = _standing(ruling.evidence.story, traits, agree)
        lessons = self._knowledge.lessons(target, agree)
        if not is_backed(pull, agree, lessons, traits) or (pull > 0 and not words):
            return None
        return Swayed(target, pull > 0, words, lessons)

    def _result(
        self, ruling: _Ruling, held: set[Target], swayed: tuple[Swayed, ...]
    ) -> Match:
        story = ruling.evidence.story
        themes = tuple(theme for theme in self._rules.order if theme in held)
        taught = {one.theme: one.words for one in swayed if one.is_towards}
        reasons = [
            Reason(t, taught.get(t) or _words(story, ruling.spoken[t].places))
            for t in themes
        ]
        if RELEASE in held:
            why = taught.get(RELEASE) or _words(story, ruling.release.places)
            reasons.append(Reason(RELEASE, why))
        rules = [
            r
            for t in themes
            if t in ruling.spoken
            for r in ruling.spoken[t].places.values()
        ]
        return Match(
            themes=themes,
            signals=tuple(dict.fromkeys(rule.signal for rule in rules if rule.signal)),
            is_release=RELEASE in held,
            models=_models(ruling.evidence),
            vendor=next((n.vendor for n in story.names if n.vendor), None),
            why=tuple(reasons),
        )


def _models(evidence: Evidence) -> tuple[str, ...]:
    """Return the models, new ones first, or else the tool that the headline is of."""
    story = evidence.story
    found = [*evidence.newcomers, *(n for n in story.names if not n.is_tool)]
    places = [(name.start, name.end) for name in found]
    if not places:
        tools = ((n.start, n.end) for n in story.names if n.start < AT_THE_BEGINNING)
        places = [version_of_a_tool(evidence) or next(tools, (0, 0))]
    return tuple(dict.fromkeys(story.text[a:b] for a, b in places if a < b))


def _words(story: Story, places: Iterable[Place]) -> tuple[str, ...]:
    words = (story.text[start:end].strip() for start, end in _outermost(places))
    return tuple(dict.fromkeys(w for w in words if w and "\n" not in w))[:MOST_WORDS]


def _outermost(places: Iterable[Place]) -> Iterator[Place]:
    """Yield the places in order, without those inside another."""
    reached = -1
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if end > reached:
            yield start, end
            reached = end


def _standing(story: Story, traits: Traits, agree: Iterable[str]) -> tuple[str, ...]:
    places = (traits.places.get(trait) for trait in agree)
    return _words(story, (place for place in places if place))
