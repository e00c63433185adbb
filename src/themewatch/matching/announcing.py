"""How a headline or a sentence says of a name that what it names is there now."""

import re
from collections.abc import Sequence

LEAST_LETTERS = 3
NUMBER = (
    r"v?\d{1,3}(?:\.\d{1,4}){0,3}[A-Za-z]?(?![A-Za-z0-9%개월년일분초억만명건])(?!\.\d)"
)
_NUMBERED = re.compile(rf".*[ -]{NUMBER}|.*[A-Za-z]\d+(?:\.\d+)?")
_BEFORE_KIND = re.compile(
    r"(?:(?<=[가-힣] )AI|인공지능|모델|도구|툴|서비스|생성기|앱|플랫폼|엔진"
    r"|편집기|에디터)인? ?$"
)
_BEFORE_KOREAN = re.compile(
    r"[을를이가은는]? ?(?:정식|전격|무료|베타|오픈|버전|신규)? ?"
)
_MODEL_BEHIND = re.compile(
    r" (?:[A-Za-z-]+ ){0,3}?(?:models?|generator|editor)\b", re.IGNORECASE
)
_APPOSITION = re.compile(r"(?:,| [–—-]|:| \() ?(?:an?|our|the|its|new)\b")
_OF_ITSELF = re.compile(
    r"(?:'s|’s)? (?:(?:API|support) )?(?:is|are)? ?"
    r"(?:now|here|live|out|adds|gets|gains|can|supports|arrives|lands|rolls out"
    r"|open[ -]sourced|released)\b"
)
_OF_A_PLACE = re.compile(r"\b(?:on|in|to|at|for|from|via|with|through|by|into)$")
_POSSESSIVE = re.compile(r"['’]s? $")
_CALLED = re.compile(r"(?:called|named|dubbed|codenamed) $")

Place = tuple[int, int]


def is_new_in_title(title: str, run: Place, verbs: Sequence[Place]) -> bool:
    """Whether a run of words with a capital is what a headline says is there."""
    start, end = run
    if _NUMBERED.fullmatch(title, start, end) or has_kind_before(title, start):
        return True
    is_told = _is_a_sentence(title) or _is_told(title, start, end)
    return bool(
        (_follows(start, verbs) and is_told)
        or _CALLED.search(title, 0, start)
        or (_begins(title, start) and _OF_ITSELF.match(title, end))
        or any(_stands_before(title, end, verb) for verb in verbs)
    )


def is_new_in_text(text: str, run: Place, verbs: Sequence[Place]) -> bool:
    """The same of a text, where a capital tells less."""
    start, end = run
    begins = text[:start].rstrip(" ")[-1:] in "\n.!?:"
    return bool(
        (_follows(start, verbs) and _is_told(text, start, end))
        or (begins and _OF_ITSELF.match(text, end))
        or _CALLED.search(text, 0, start)
    )


def has_kind_before(text: str, start: int) -> bool:
    """Whether a Korean word for a model or a tool stands before."""
    return bool(_BEFORE_KIND.search(text, 0, start))


def is_of_a_place(text: str, verb: Place) -> bool:
    """Whether a wording ends as "available on" does: what follows is only where."""
    return bool(_OF_A_PLACE.search(text, *verb))


def _begins(title: str, start: int) -> bool:
    """Whether nothing stands before, or nothing but whose it is."""
    return start == 0 or bool(_POSSESSIVE.search(title, 0, start))


def _follows(start: int, verbs: Sequence[Place]) -> bool:
    return any(0 <= start - end <= 1 for _, end in verbs)


def _is_told(text: str, start: int, end: int) -> bool:
    """Whether a version, or words behind, say that it is a model."""
    return bool(
        _NUMBERED.fullmatch(text, start, end)
        or _APPOSITION.match(text, end)
        or _MODEL_BEHIND.match(text, end)
    )


def _stands_before(title: str, end: int, verb: Place) -> bool:
    """Whether a Korean word that says so comes right behind."""
    is_korean = "가" <= title[verb[0]] <= "힣"
    return is_korean and bool(_BEFORE_KOREAN.fullmatch(title, end, verb[0]))


def _is_a_sentence(title: str) -> bool:
    """Whether a headline writes ordinary words small, so that a capital tells."""
    words = (w for w in title.split()[1:] if w.isalpha() and len(w) > LEAST_LETTERS)
    return any(map(str.islower, words))
