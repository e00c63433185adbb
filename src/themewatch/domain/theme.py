"""The seven themes, and what to watch for under each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from themewatch.domain.stage import Stage
from themewatch.errors import InputError

SLUGS = (
    "consistency",
    "multimodality",
    "native-audio",
    "longer-video",
    "text-rendering",
    "lower-cost",
    "editing-fidelity",
)
"""The themes in the lesson's order."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing to watch for under a theme."""

    slug: str
    name: str
    watch_for: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One of the seven: a direction the field moves in.

    `baseline` is its position on the course's map; `stage_words` says what each
    stage means in use, the same words on map, note, claim and view;
    `counts_successes` is false where notes ask price and seconds instead.
    """

    slug: str
    name: str
    chart_name: str
    about: str
    baseline: float
    stage_words: Mapping[Stage, str]
    signals: tuple[Signal, ...]
    counts_successes: bool = True

    def signal(self, slug: str) -> Signal:
        """Return one of the theme's signals; raises InputError."""
        for signal in self.signals:
            if signal.slug == slug:
                return signal
        known = ", ".join(s.slug for s in self.signals)
        raise InputError(f"{self.slug} has no signal {slug!r}; it has {known}.")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The themes as shipped, with the day their baseline speaks of."""

    themes: Mapping[str, Theme]
    baseline_on: date

    def __iter__(self) -> Iterator[Theme]:
        return iter(self.themes.values())

    def theme(self, slug: str) -> Theme:
        """Return a theme by its slug; raises InputError."""
        try:
            return self.themes[slug]
        except KeyError:
            known = ", ".join(self.themes)
            raise InputError(
                f"There is no theme {slug!r}; there are {known}."
            ) from None
