"""Whether a story reports that something for generated media became available."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from themewatch.matching.evidence import ABOUT_GENERATED, NAME, SAYS_SO, Evidence
from themewatch.matching.rules import Rules
from themewatch.matching.themes import Place

AGAINST = ("not_yet", "rumour", "ranking", "people", "paper", "ended", "faults")
AGAINST_IN_TITLE = ("ranking", "people", "paper", "ended", "faults")
AT_THE_BEGINNING = 3
_VERSIONED = re.compile(r"[^\n]{0,40}?\bv?\d+(?:\.\d+)+")
_ONLY_A_VERSION = re.compile(r"[A-Za-z][\w.+-]{1,30} v?\d+\.\d+[\w.]{0,12}")


@dataclass(frozen=True, slots=True)
class ReleaseSigns:
    """What speaks for a release and against it, and the words that speak for it."""

    signs: Mapping[str, float]
    places: tuple[Place, ...]

    def surely(self, weights: Mapping[str, float]) -> float:
        """Return how surely it is a release: above nothing if so, between -1 and 1.

        Without words that say so it is none.
        """
        if not self.places:
            return -1.0
        total = sum(weights[sign] * worth for sign, worth in self.signs.items())
        return max(-1.0, min(1.0, (weights["start"] + total) / 2))


def release_signs(evidence: Evidence, rules: Rules) -> ReleaseSigns:
    """Return what in the story speaks of a release."""
    found: dict[str, list[Place]] = {kind: [] for kind in rules.release_kinds}
    for number, start, end in rules.release.found_in(evidence.story.plain):
        found[rules.release_kinds[number]].append((start, end))
    told = found | {kind: _told(evidence, found, kind) for kind in SAYS_SO}
    return ReleaseSigns(_signs(evidence, told), _places(evidence, told))


def _told(
    evidence: Evidence, found: Mapping[str, list[Place]], kind: str
) -> list[Place]:
    """Return the places of a kind but those in a sentence that only supposes."""
    sentence = evidence.story.sentence
    supposed = {sentence(start) for start, _ in found["rumour"]}
    return [place for place in found[kind] if sentence(place[0]) not in supposed]


def _signs(evidence: Evidence, found: Mapping[str, list[Place]]) -> dict[str, float]:
    story, title = evidence.story, evidence.story.title_end
    in_title = {kind: any(a < title for a, _ in p) for kind, p in found.items()}
    how_often = {kind: float(min(len(found[kind]), 2)) / 2 for kind in AGAINST}
    title_only = {
        f"{kind} in title": float(in_title[kind]) for kind in AGAINST_IN_TITLE
    }
    return (
        how_often
        | title_only
        | {
            "media": min(evidence.media, 4) / 4,
            "other": min(evidence.other, 4) / 4,
            "name in title": float(_names_in(evidence, title)),
            "surely": float(bool(found["surely"])),
            "now in title": float(in_title["now"]),
            "question": float("?" in story.text[:title]),
            "version of a tool": float(version_of_a_tool(evidence) is not None),
        }
    )


def _names_in(evidence: Evidence, title_end: int) -> bool:
    last = evidence.story.sentence(max(title_end - 1, 0))
    return any(evidence.speaks_of(NAME, number) for number in range(last + 1))


def _places(evidence: Evidence, found: Mapping[str, list[Place]]) -> tuple[Place, ...]:
    sentence = evidence.story.sentence
    for kind in SAYS_SO:
        for enough in (ABOUT_GENERATED, 1):
            best = [p for p in found[kind] if evidence.about(sentence(p[0])) >= enough]
            if best:
                return tuple(sorted(best)[:3])
    version = version_of_a_tool(evidence)
    if version:
        return (version,)
    in_title = (p for p in found["surely"] if p[0] < evidence.story.title_end)
    return tuple(sorted(in_title)[:3]) if _is_mostly_media(evidence) else ()


def _is_mostly_media(evidence: Evidence) -> bool:
    return evidence.media > evidence.other


def version_of_a_tool(evidence: Evidence) -> Place | None:
    """Return where a tool's version stands in the headline.

    A headline that is nothing but a name and a version is a tool's, known or not, or
    a model's.
    """
    story = evidence.story
    title = story.text[: story.title_end]
    if any(name.start == 0 and name.end == len(title) for name in story.names):
        version = _VERSIONED.fullmatch(title)
        return version.span() if version else None
    if any(name.is_tool and name.start < AT_THE_BEGINNING for name in story.names):
        version = _VERSIONED.match(title)
    else:
        version = (
            _ONLY_A_VERSION.fullmatch(title) if _is_mostly_media(evidence) else None
        )
    return version.span() if version else None
