"""Stated lengths of clips: ten seconds or more, as a thing a model can do."""

import re
from collections.abc import Iterator

from themewatch.matching.evidence import NAME, PICTURE, Evidence

SHORTEST, LONGEST, DECADE = 10, 7_200, 1_000
_LENGTH = re.compile(
    r"(?<![\d.,:$¤])(\d{1,4})(?:\s?(?:-|–|~|to)\s?(\d{1,4}))?[\s-]?"
    r"(s|secs?|seconds?|mins?|minutes?|초|분)(?![a-z0-9])"
)
_SPELLED = re.compile(r"(?<![a-z])(?:one|two|three|full)[ -]minutes?(?![a-z])")
_NOT_BEFORE = re.compile(
    r"(?:takes?|took|within|under|per|every|each|in(?: just| only| about| under"
    r"| around| roughly| approximately| less than| as little as)?"
    r"|after|latency|from|wait\w*|less than|for about|시 ?)"
    r"[ ~≈]*$"
)
_NOT_AFTER = re.compile(
    r"\s*(?:만에|안에|이내|내에|전|에 한|정도 걸|걸|소요|녹음|의 기적|ago|per\b|/"
    r"|to (?:generate|render|make)|generation time|for (?:an?|one|each) "
    r"|of (?:audio|music|speech|compute|training|generation)|pace|songs?\b|music|later"
    r"|latency|inference|on (?:an?|one|rtx|h100|a100))"
)
_ELSE = re.compile(
    r"\b(?:songs?|music tracks?|voice sample|reference audio|transcri\w+|podcast"
    r"|tutorial|full-length music|latency|inference time|timeout)\b"
    r"|노래|음원|곡 |걸린|소요|녹음"
)
_AROUND = 45


def long_durations(evidence: Evidence) -> Iterator[tuple[int, int]]:
    """Yield where a length is stated that counts as long video."""
    plain = evidence.story.plain
    for place in _LENGTH.finditer(plain):
        if _seconds(place) and _is_feature(plain, place) and _is_video(evidence, place):
            yield place.start(), place.end()
    for place in _SPELLED.finditer(plain):
        if _is_feature(plain, place) and _is_video(evidence, place):
            yield place.start(), place.end()


def _seconds(place: re.Match[str]) -> bool:
    longest = max(int(number) for number in (place[1], place[2]) if number)
    unit = 60 if place[3][0] in "m분" else 1
    is_decade = place[3] == "s" and longest >= DECADE
    return SHORTEST <= longest * unit <= LONGEST and not is_decade


def _is_feature(plain: str, place: re.Match[str]) -> bool:
    start, end = place.span()
    return not (
        _NOT_BEFORE.search(plain, max(0, start - _AROUND), start)
        or _NOT_AFTER.match(plain, end)
        or _ELSE.search(plain, max(0, start - _AROUND), end + _AROUND)
    )


def _is_video(evidence: Evidence, place: re.Match[str]) -> bool:
    sentence = evidence.story.sentence(place.start())
    return any(
        evidence.speaks_of(kind, number)
        for kind in (PICTURE, NAME)
        for number in {0, sentence}
    )
