"""How well stories are matched: `python -m benchmarks.matching [folder of the news]`.

The weights of a release's signs are fitted by `fit`, ridge-penalised logistic
regression; `--write` puts them into data/matching_weights.toml. Everything reported
by cross-validation is on sources that were left out when the weights were fitted. The
wordings themselves were written by people who had read part of the labelled news.
"""

import argparse
import hashlib
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from themewatch import resources
from themewatch.domain.news import Lesson, Match, NewsText
from themewatch.matching.evidence import gather
from themewatch.matching.matcher import Matcher
from themewatch.matching.release import release_signs
from themewatch.services.matcher import TABLES, matcher, shipped_rules

NEWS = Path(__file__).parents[2] / "shared" / "data" / "news"
FOLDS, RIDGE, ENOUGH_TO_TEACH = 8, 1.0, 6
RELEASE = "is a release"
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A piece of news and what people found in it."""

    id: str
    news: NewsText
    themes: frozenset[str]
    is_release: bool

    def lesson(self) -> Lesson:
        return Lesson(
            decision=self.id,
            news=self.news,
            themes=tuple(sorted(self.themes)),
            is_release=self.is_release,
        )


@dataclass(slots=True)
class Hits:
    """Counts of what was found rightly, found wrongly, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, found: set[str], true: Iterable[str]) -> None:
        there = set(true)
        self.right += len(found & there)
        self.wrong += len(found - there)
        self.missed += len(there - found)

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + self.missed, 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(2 * self.right + self.wrong + self.missed, 1)

    def __str__(self) -> str:
        return (
            f"F1 {self.f1:.3f}  precision {self.precision:.2f}  "
            f"recall {self.recall:.2f}  ({self.right}, {self.wrong}, {self.missed})"
        )


@dataclass(slots=True)
class Figures:
    """The figures of one run over labelled news."""

    themes: Hits
    release: Hits
    by_theme: dict[str, Hits]
    by_language: dict[str, Hits]
    unrelated: int
    unrelated_given: int


def labelled_news(folder: Path = NEWS) -> list[Labelled]:
    """Return the labelled news."""
    lines = (folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [_labelled(json.loads(line)) for line in lines]


def _labelled(row: dict[str, object]) -> Labelled:
    words = {key: str(row[key]) for key in ("title", "source", "lang")}
    themes = row["themes"]
    assert isinstance(themes, list)
    return Labelled(
        id=str(row["id"]),
        news=NewsText(text=str(row["summary"]), **words),
        themes=frozenset(themes),
        is_release=bool(row["is_release"]),
    )


def figures(items: Sequence[Labelled], match: Callable[[Labelled], Match]) -> Figures:
    """Return how what is found agrees with what people found."""
    result = Figures(Hits(), Hits(), defaultdict(Hits), defaultdict(Hits), 0, 0)
    for item in items:
        found = match(item)
        themes = set(found.themes)
        result.themes.add(themes, item.themes)
        result.by_language[item.news.lang].add(themes, item.themes)
        for theme in themes | item.themes:
            result.by_theme[theme].add(themes & {theme}, item.themes & {theme})
        given = {RELEASE} if found.is_release else set()
        result.release.add(given, [RELEASE] if item.is_release else [])
        if not item.themes and not item.is_release:
            result.unrelated += 1
            result.unrelated_given += bool(themes)
    return result


def fold_of(source: str) -> int:
    """Return the fold of a source: all its news lies in it."""
    return int(hashlib.md5(source.encode()).hexdigest(), 16) % FOLDS  # noqa: S324


def fit(items: Sequence[Labelled]) -> Weights:
    """Return the weights of a release's signs that fit the labels best."""
    shipped = shipped_rules()
    gathered = [(gather(item.news, shipped), item.is_release) for item in items]
    signs = [(release_signs(e, shipped), e.media, is_one) for e, is_one in gathered]
    kept = [(s.signs, is_one) for s, media, is_one in signs if media and s.places]
    names = sorted(kept[0][0])
    table = np.array([[1.0, *(sign[n] for n in names)] for sign, _ in kept])
    true = np.array([float(is_one) for _, is_one in kept])
    best = _logistic(table, true)
    return dict(zip(["start", *names], map(float, best), strict=True))


def _logistic(table: np.ndarray, true: np.ndarray) -> np.ndarray:
    ridge = np.r_[0.0, np.full(table.shape[1] - 1, RIDGE)]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        logit = table @ weights
        misfit = np.logaddexp(0, logit) - true * logit
        slope = table.T @ (expit(logit) - true) + ridge * weights
        return float(misfit.sum() + (ridge * weights**2).sum() / 2), slope

    start = np.zeros(table.shape[1])
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B").x)


def cross_validated(items: Sequence[Labelled]) -> Figures:
    """Return the figures with every source matched by weights it had no part in."""
    by_fold = {
        fold: matcher_with(fit([i for i in items if fold_of(i.news.source) != fold]))
        for fold in range(FOLDS)
    }
    return figures(items, lambda i: by_fold[fold_of(i.news.source)].match(i.news))


def matcher_with(weights: Weights) -> Matcher:
    """Return a matcher with other weights than those shipped."""
    return Matcher(shipped_rules(weights), version="benchmark")


def taught_by_half(items: Sequence[Labelled]) -> tuple[Figures, Figures]:
    """Return the figures before and after teaching with a source's other half."""
    often = Counter(item.news.source for item in items)
    pairs: list[tuple[Labelled, Matcher]] = []
    for source in sorted(s for s, n in often.items() if n >= ENOUGH_TO_TEACH):
        own = sorted((i for i in items if i.news.source == source), key=lambda i: i.id)
        for half, other in ((own[::2], own[1::2]), (own[1::2], own[::2])):
            wiser = matcher().taught([item.lesson() for item in half])
            pairs += [(item, wiser) for item in other]
    teachers = {item.id: wiser for item, wiser in pairs}
    asked = [item for item, _ in pairs]
    before = figures(asked, lambda item: matcher().match(item.news))
    return before, figures(asked, lambda item: teachers[item.id].match(item.news))


def write_weights(weights: Weights) -> None:
    """Put the weights into data/matching_weights.toml."""
    lines = [
        "# How much each sign speaks for a release; more than nothing together is one.",
        "# Fitted to labelled news by `python -m benchmarks.matching --write`.",
        "",
        "[release]",
        *(f'"{name}" = {weight:.2f}' for name, weight in weights.items()),
    ]
    assert "weights" in TABLES
    path = resources.data_file("matching_weights.toml")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def show(title: str, found: Figures) -> None:
    print(f"\n{title}\n  themes        {found.themes}\n  release       {found.release}")
    share = found.unrelated_given / max(found.unrelated, 1)
    print(f"  unrelated     {found.unrelated_given} of {found.unrelated} ({share:.1%})")
    for name, hits in [*sorted(found.by_theme.items()), *found.by_language.items()]:
        print(f"    {name:18}{hits}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=NEWS)
    parser.add_argument("--write", action="store_true", help="keep the fitted weights")
    arguments = parser.parse_args()
    items = labelled_news(arguments.folder)
    if arguments.write:
        write_weights(fit(items))
        return
    show("In sample", figures(items, lambda item: matcher().match(item.news)))
    show("Weights fitted without the source", cross_validated(items))
    before, after = taught_by_half(items)
    show("The sources with enough news, before teaching", before)
    show("The same, taught with the other half of each", after)
    started = time.perf_counter()
    for item in items:
        matcher().match(item.news)
    print(f"\n{len(items) / (time.perf_counter() - started):.0f} stories a second")


if __name__ == "__main__":
    main()
