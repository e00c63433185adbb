"""How a claim is tested: a ready protocol, and rubrics to mark what held."""

from collections.abc import Mapping
from dataclasses import dataclass

from themewatch.errors import InputError


@dataclass(frozen=True, slots=True)
class Dimension:
    """One thing to look at by itself, and to mark."""

    slug: str
    name: str
    look_at: str


@dataclass(frozen=True, slots=True)
class Rubric:
    """Dimensions that belong together, with how to look at them."""

    slug: str
    name: str
    about: str
    dimensions: tuple[Dimension, ...]


@dataclass(frozen=True, slots=True)
class MarkMeaning:
    """What a mark says: its word, and when it is given."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Protocol:
    """A ready test of one signal, or of a theme as a whole where `signal` is None.

    `usable` decides each of the `tries`, yes or no; `rubrics` are slugs of what is
    worth marking besides; `minutes` are the tester's own, without waiting.
    """

    theme: str
    signal: str | None
    title: str
    prepare: tuple[str, ...]
    steps: tuple[str, ...]
    tries: int
    usable: str
    rubrics: tuple[str, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class Protocols:
    """What is shipped for testing: the protocols, the rubrics, what marks mean.

    `tests` are keyed by theme and signal; `marks` stand at their values, 0 first;
    `how_to_mark` says what to mark where tries differ.
    """

    tests: Mapping[tuple[str, str | None], Protocol]
    rubrics: Mapping[str, Rubric]
    marks: tuple[MarkMeaning, ...]
    how_to_mark: str

    def for_claim(self, theme: str, signal: str | None) -> Protocol:
        """Return the signal's protocol, else the theme's own; raises InputError."""
        found = self.tests.get((theme, signal)) or self.tests.get((theme, None))
        if found is None:
            raise InputError(f"There is no protocol for {theme!r}: name a theme.")
        return found

    def rubric(self, slug: str) -> Rubric:
        """Return a rubric by its slug; raises InputError."""
        try:
            return self.rubrics[slug]
        except KeyError:
            known = ", ".join(self.rubrics)
            raise InputError(
                f"There is no rubric {slug!r}; there are {known}."
            ) from None

    def dimension(self, slug: str) -> Dimension:
        """Return a dimension of any rubric by its slug; raises InputError."""
        everything = [d for r in self.rubrics.values() for d in r.dimensions]
        for dimension in everything:
            if dimension.slug == slug:
                return dimension
        known = ", ".join(d.slug for d in everything)
        raise InputError(f"There is no dimension {slug!r}; there are {known}.")

    def dimensions(self, protocol: Protocol) -> tuple[Dimension, ...]:
        """Return what is worth marking in a protocol's tries, rubric by rubric."""
        rubrics = map(self.rubric, protocol.rubrics)
        return tuple(d for rubric in rubrics for d in rubric.dimensions)
