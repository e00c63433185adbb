"""Which releases somebody is looking for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from themewatch.domain.release import Release


@dataclass(frozen=True, slots=True)
class ReleaseSearch:
    """What a release has to fulfil; what is empty or None does not matter.

    `themes` match what a release claims, `modalities` what it takes in or gives
    out, `words` its model, vendor and what it claims.
    """

    words: str = ""
    vendors: Collection[str] = ()
    themes: Collection[str] = ()
    modalities: Collection[str] = ()
    first_on: date | None = None
    last_on: date | None = None

    def finds(self, release: Release, claims: Iterable[tuple[str, str]]) -> bool:
        """Say whether a release fits, given the theme and text of its claims."""
        claims = list(claims)
        texts = [release.model, release.vendor, *(text for _theme, text in claims)]
        heap = " ".join(texts).casefold()
        media = {*release.modalities_in, *release.modalities_out}
        return (
            all(word in heap for word in self.words.casefold().split())
            and (not self.vendors or release.vendor in self.vendors)
            and (not self.themes or any(t in self.themes for t, _text in claims))
            and media.issuperset(self.modalities)
            and (self.first_on is None or release.released_on >= self.first_on)
            and (self.last_on is None or release.released_on <= self.last_on)
        )
