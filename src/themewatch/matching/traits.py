"""The traits by which stories are alike: their words, the models named, the source."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from themewatch.matching.rules import Rules
from themewatch.matching.story import Story

READ = 1_500
FROM, NAMES = "from ", "names "
_WORD = re.compile(r"[a-z][a-z0-9'’]{2,24}|[가-힣]{2,12}|[一-龥ぁ-んァ-ヶ]{2,6}")
_PARTICLE = re.compile(
    r"(?<=[가-힣]{2})(?:에서는|에서|으로|까지|부터|에게|이나|하는|했다|한다|합니다|됩니다"
    r"|되는|하고|하며|은|는|이|가|을|를|의|에|로|와|과|도|만)$"
)
_JOINING = """
about after all also and any are because been before being both but can could did does
each even few for from had has have her here his how into its just like many may might
more most much must not now off one only onto other our out over own per same she
should some such than that the their them then there these they this those through too
two under until upon very was were what when where which while who whom whose why will
with within without would yet you your
"""
_SAYS_NOTHING = frozenset(_JOINING.split())
"""Words that tell no story from another, alone or in a pair."""
_FAMILY = re.compile(r"[^\d\[]+")

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Traits:
    """What a story has in common with others, each with where it stands.

    A trait of the source, or of a name, says so; every other is the words themselves.
    The source stands nowhere in the text.
    """

    places: dict[str, Place | None]

    @property
    def likeness(self) -> float:
        """How much one shared trait means: less, the more traits there are."""
        return min(1.0, 5.0 / math.sqrt(max(len(self.places), 1)))


def traits_of(story: Story, source: str, rules: Rules) -> Traits:
    """Return the traits of a story; of a long one those of its beginning."""
    places: dict[str, Place | None] = {}
    for name in story.names:
        family = _FAMILY.match(story.text[name.start : name.end].lower())
        if family and name.start < READ:
            places.setdefault(f"{NAMES}{family[0].strip(' -')}", (name.start, name.end))
    for words, place in _words(story, rules.common):
        places.setdefault(words, place)
    if source:
        places[f"{FROM}{source[:100]}"] = None
    return Traits(places)


def _words(story: Story, common: frozenset[str]) -> Iterator[tuple[str, Place]]:
    before, ended = "", -2
    for found in _WORD.finditer(story.plain, 0, READ):
        word = _PARTICLE.sub("", found[0])
        start, end = found.start(), found.start() + len(word)
        if word in _SAYS_NOTHING:
            before = ""
            continue
        if before and start - ended <= 1 and not {word, before} <= common:
            yield f"{before} {word}", (start - len(before) - 1, end)
        if word not in common:
            yield word, (start, end)
        before, ended = word, end
