"""The rules as they are written under data/, read once."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from themewatch.matching.names import KnownNames, Names
from themewatch.matching.newcomers import Newcomers, newcomers_from
from themewatch.matching.pattern import Wordings

_NUMBERED = re.compile(r"\d|\w-\w")

ALONE, NEAR, HINT = "alone", "near", "hint"
COUNTING = frozenset({ALONE, NEAR, HINT})
NOT = "not"  # what it covers does not count
ELSEWHERE = "elsewhere"  # nothing of the theme counts in its sentence
BEGINS = "begins"  # the same, where the sentence begins with it
IN_NAME = "name"  # looked for in names, which are blotted out for the others
EVERY = "all"  # what holds for every theme


@dataclass(frozen=True, slots=True)
class Rule:
    """What it means that one of its wordings was found."""

    theme: str
    signal: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything the matcher knows before anybody taught it."""

    names: Names
    newcomers: Newcomers
    media: Wordings
    media_kinds: tuple[str, ...]
    order: tuple[str, ...]
    themes: Wordings
    theme_rules: tuple[Rule, ...]
    in_names: Wordings
    needs_picture: frozenset[str]
    of_sound: frozenset[str]
    release: Wordings
    release_kinds: tuple[str, ...]
    weights: Mapping[str, float]
    common: frozenset[str]


def rules_from(
    tables: Mapping[str, Mapping[str, Any]], makers: Mapping[str, str]
) -> Rules:
    """Return the rules of the tables media, models, themes, release and so on.

    `makers` are the vendors of models that are known besides, by the model's name.
    """
    theme_rules, wordings = _themes(tables["themes"])
    media, release = tables["media"], tables["release"]
    common = frozenset(" ".join(tables["common"].values()).split())
    return Rules(
        names=_names(tables["models"], makers),
        newcomers=newcomers_from(tables["models"], common),
        media=_numbered(media.values()),
        media_kinds=tuple(media),
        order=tuple(theme for theme in tables["themes"] if theme != EVERY),
        themes=Wordings(w for w in wordings if theme_rules[w[1]].kind != IN_NAME),
        in_names=Wordings(w for w in wordings if theme_rules[w[1]].kind == IN_NAME),
        theme_rules=theme_rules,
        needs_picture=frozenset(
            slug for slug, rows in tables["themes"].items() if rows.get("near_means")
        ),
        of_sound=frozenset(
            slug for slug, rows in tables["themes"].items() if rows.get("of_sound")
        ),
        release=_numbered(row["wordings"] for row in release.values()),
        release_kinds=tuple(release),
        weights=tables["weights"]["release"],
        common=common,
    )


def _numbered(lists: Any) -> Wordings:
    return Wordings((text, n) for n, texts in enumerate(lists) for text in texts)


def _themes(
    table: Mapping[str, Any],
) -> tuple[tuple[Rule, ...], list[tuple[str, int]]]:
    rules: list[Rule] = []
    wordings: list[tuple[str, int]] = []
    for rule, texts in _theme_rules(table):
        wordings += [(text, len(rules)) for text in texts]
        rules.append(rule)
    return tuple(rules), wordings


def _theme_rules(table: Mapping[str, Any]) -> Iterator[tuple[Rule, Sequence[str]]]:
    for theme, rows in table.items():
        for kind in (NOT, ELSEWHERE, BEGINS, IN_NAME):
            yield Rule(theme, None, kind), rows.get(kind, ())
        for signal, kinds in rows.items():
            if isinstance(kinds, Mapping):
                for kind, texts in kinds.items():
                    yield Rule(theme, None if signal == "-" else signal, kind), texts


def _names(table: Mapping[str, Any], makers: Mapping[str, str]) -> Names:
    elsewhere = table["releases"]["elsewhere"]
    numbered = {
        name.lower(): vendor
        for name, vendor in makers.items()
        if _NUMBERED.search(name) and name.lower() not in elsewhere
    }
    vendors = numbered | {
        name: vendor for vendor, names in table["families"].items() for name in names
    }
    known = KnownNames(
        vendors=vendors,
        tools=frozenset(table["tools"]["names"]),
        variants=tuple(table["variants"]),
        parts=frozenset(table["unknown"]["parts"]),
        sure=frozenset(table["unknown"]["sure"]),
        in_source=frozenset(table["unknown"]["in_source"]),
        plain=frozenset(table["unknown"]["plain"]),
        words=frozenset(table["words"]["names"]),
    )
    return Names(known)
