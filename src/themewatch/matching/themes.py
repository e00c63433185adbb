"""Which themes a story speaks of, and by which words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from themewatch.matching.durations import long_durations
from themewatch.matching.evidence import ABOUT_GENERATED, OTHER, PICTURE, Evidence
from themewatch.matching.rules import (
    ALONE,
    BEGINS,
    COUNTING,
    ELSEWHERE,
    EVERY,
    HINT,
    NOT,
    Rule,
    Rules,
)
from themewatch.matching.story import lower

ENOUGH = 2
MOSTLY_OTHER = 1  # times as often of something else as of generated media
DURATION = Rule("longer-video", "longer-duration", ALONE)

Place = tuple[int, int]


@dataclass(slots=True)
class Spoken:
    """What speaks of one theme in a story.

    `words` are those that suffice each; `hints` those of which it takes two, in one
    sentence or in neighbours.
    """

    places: dict[Place, Rule] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    hints: dict[str, int] = field(default_factory=dict)

    def add(self, place: Place, rule: Rule, words: str, sentence: int = 0) -> None:
        self.places[place] = rule
        if rule.kind == HINT:
            self.hints.setdefault(words, sentence)
        else:
            self.words.add(words)

    @property
    def worth(self) -> int:
        sentences = sorted(self.hints.values())
        pairs = pairwise(sentences)
        hinted = ENOUGH if any(b - a <= 1 for a, b in pairs) else bool(sentences)
        return ENOUGH * len(self.words) + hinted

    @property
    def margin(self) -> float:
        """How surely the theme is spoken of: above nothing if enough, at most 1."""
        more = self.worth - ENOUGH
        return min(0.5 + 0.125 * more, 1.0) if more >= 0 else max(0.5 * more, -1.0)


def themes_spoken_of(evidence: Evidence, rules: Rules) -> dict[str, Spoken]:
    """Return what speaks of each theme, enough or not."""
    spoken: dict[str, Spoken] = defaultdict(Spoken)
    story = evidence.story
    for rule, place in _counting(evidence, rules):
        words = story.plain[place[0] : place[1]]
        spoken[rule.theme].add(place, rule, words, story.sentence(place[0]))
    return spoken


def add_by_name(
    evidence: Evidence, rules: Rules, spoken: dict[str, Spoken], places: Iterable[Place]
) -> None:
    """Let words of names count, where a release's text says nothing of its own."""
    if any(found.worth >= ENOUGH for found in spoken.values()):
        return
    story = evidence.story
    released = {story.sentence(start) for start, _ in places}
    for name in story.names:
        if story.sentence(name.start) in released:
            words = lower(story.text[name.start : name.end])
            for number, start, end in rules.in_names.found_in(words):
                rule = rules.theme_rules[number]
                place = (name.start + start, name.start + end)
                spoken.setdefault(rule.theme, Spoken()).add(place, rule, words)


def _counting(evidence: Evidence, rules: Rules) -> Iterator[tuple[Rule, Place]]:
    if not evidence.media:
        return
    found = [
        (rules.theme_rules[number], (start, end))
        for number, start, end in rules.themes.found_in(evidence.story.plain)
    ]
    found += [(DURATION, place) for place in long_durations(evidence)]
    against = _Against(evidence, found)
    possible = rules.of_sound if evidence.is_of_sound else rules.order
    for rule, place in found:
        if rule.kind not in COUNTING or rule.theme not in possible:
            continue
        is_one = rule is DURATION or _counts(evidence, rules, rule, place)
        if is_one and not against.holds(rule.theme, place):
            yield rule, place


class _Against:
    """The places and sentences in which wordings of a theme do not count."""

    def __init__(self, evidence: Evidence, found: list[tuple[Rule, Place]]) -> None:
        self._sentence = evidence.story.sentence
        self._covered = [(r.theme, place) for r, place in found if r.kind == NOT]
        self._sentences = {
            (r.theme, self._sentence(place[0]))
            for r, place in found
            if r.kind == ELSEWHERE
            or (r.kind == BEGINS and evidence.story.begins_a_sentence(place[0]))
        }

    def holds(self, theme: str, place: Place) -> bool:
        sentence = self._sentence(place[0])
        if {(theme, sentence), (EVERY, sentence)} & self._sentences:
            return True
        return any(theme == t and _overlap(place, p) for t, p in self._covered)


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _counts(evidence: Evidence, rules: Rules, rule: Rule, place: Place) -> bool:
    sentence = evidence.story.sentence(place[0])
    about = evidence.about(sentence)
    if about == ABOUT_GENERATED:
        return rule.kind == ALONE or _has_its_medium(evidence, rules, rule, sentence)
    if evidence.other > MOSTLY_OTHER * evidence.media:
        return False
    is_elsewhere = evidence.speaks_of(OTHER, sentence)
    in_title = evidence.about(0) == ABOUT_GENERATED
    if rule.kind == ALONE:
        before = evidence.about(sentence - 1) == ABOUT_GENERATED
        often = evidence.media > 1 and not is_elsewhere
        return about > 0 or in_title or before or often
    return (
        not is_elsewhere
        and (about > 0 or in_title)
        and _has_its_medium(evidence, rules, rule, sentence)
    )


def _has_its_medium(
    evidence: Evidence, rules: Rules, rule: Rule, sentence: int
) -> bool:
    return rule.theme not in rules.needs_picture or any(
        evidence.speaks_of(PICTURE, number)
        for number in {0, sentence, max(sentence - 1, 0)}
    )
