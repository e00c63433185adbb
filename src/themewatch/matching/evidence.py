"""What each sentence of a story is about: generated media, a medium, something else."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from themewatch.domain.news import NewsText
from themewatch.matching.names import Name
from themewatch.matching.rules import NOT, Rules
from themewatch.matching.story import Story, lower, read_story

GENERATIVE, MEDIUM, PICTURE, SOUND = "generative", "medium", "picture", "sound"
OTHER, NAME = "other", "name"
COVERING = frozenset({NOT, OTHER})
SAYS_SO = ("surely", "now")  # kinds of wordings of a release
ABOUT_GENERATED = 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """A story and what its sentences are about.

    `sentences` counts, for each sentence, the wordings of each kind; `media` is how
    often the whole text, its source included, names or speaks of generated media.
    `newcomers` are names that are in no list; in a headline they count as names.
    """

    story: Story
    sentences: list[Counter[str]]
    media: int
    other: int
    newcomers: tuple[Name, ...] = ()

    def about(self, sentence: int) -> int:
        """Return ABOUT_GENERATED, or 1 where only a medium is named, or else 0."""
        if not 0 <= sentence < len(self.sentences):
            return 0
        found = self.sentences[sentence]
        is_generated = found[GENERATIVE] or found[NAME]
        return ABOUT_GENERATED if is_generated else min(found[MEDIUM], 1)

    def speaks_of(self, kind: str, sentence: int) -> bool:
        return self.sentences[sentence][kind] > 0

    @property
    def is_of_sound(self) -> bool:
        """Whether its headline, or all of it, is of speech or music and no picture."""
        title, *_ = self.sentences
        whole = sum(self.sentences, Counter[str]())
        return any(found[SOUND] and not found[PICTURE] for found in (title, whole))


def gather(news: NewsText, rules: Rules) -> Evidence:
    """Return what the news is about, sentence by sentence."""
    story = read_story(news, rules.names)
    sentences = [Counter[str]() for _ in story.starts]
    for kind, start in _wordings(story, rules):
        sentences[story.sentence(start)][kind] += 1
    for name in story.names:
        sentences[story.sentence(name.start)][NAME] += 1
    media = sum(found[GENERATIVE] + found[NAME] for found in sentences)
    media += _is_media_source(news.source, rules)
    other = sum(found[OTHER] for found in sentences)
    newcomers = _newcomers(story, rules) if media else ()
    if media > other:
        in_title = [name.start for name in newcomers if name.start < story.title_end]
        for sentence in {story.sentence(start) for start in in_title}:
            sentences[sentence][NAME] += 1
    return Evidence(story, sentences, media, other, newcomers)


def _newcomers(story: Story, rules: Rules) -> tuple[Name, ...]:
    """Return names in no list, where no model of a list is what the headline is of.

    A known name before a verb is its maker's: "Runway launches".
    """
    kinds, title = rules.release_kinds, story.title_end
    found = rules.release.found_in(story.plain)
    verbs = sorted((a, b) for n, a, b in found if kinds[n] in SAYS_SO)
    models = [name for name in story.names if not name.is_tool]
    in_title = [name for name in models if name.start < title]
    if any(name.end + 1 not in dict(verbs) for name in in_title):
        return ()
    new = rules.newcomers.found_in(story.text, title, verbs)
    return tuple(
        one
        for one in new
        if (one.start < title or not models)
        and all(one.end <= name.start or name.end <= one.start for name in models)
    )


def _wordings(story: Story, rules: Rules) -> Iterator[tuple[str, int]]:
    """Yield each wording's kind and place; not those inside one of something else."""
    found = [
        (start, end, rules.media_kinds[number])
        for number, start, end in rules.media.found_in(story.plain)
    ]
    covers = sorted(place for place in found if place[2] in COVERING)
    starts = [start for start, _, _ in covers]
    reached = [0, *accumulate((end for _, end, _ in covers), max)]
    for start, end, kind in found:
        if kind in COVERING or reached[bisect_right(starts, start)] < end:
            yield kind, start


def _is_media_source(source: str, rules: Rules) -> bool:
    beginning = source[:200]
    return rules.names.is_media_source(beginning, lower(beginning))
