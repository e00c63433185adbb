"""What a story suggests to keep of it: a release, and what it claims."""

from dataclasses import dataclass
from datetime import date

from themewatch.domain.evidence import Evidence
from themewatch.domain.excerpt import on_one_line, sentence_about
from themewatch.domain.release import release_slug
from themewatch.domain.stage import Stage
from themewatch.domain.story import Story, deciding_words
from themewatch.domain.theme import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedClaim:
    """A theme a story speaks of, what to watch in it, and the words that say so.

    Without a `claimed_stage` the vendor does not say how far it is.
    """

    theme: str
    signal: str | None
    text: str
    claimed_stage: Stage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A release with its claims as a story has them.

    `known` is the name of that release if it stands already, `mentions` that of
    the first release the story names at all.
    """

    model: str | None
    vendor: str | None
    released_on: date
    known: str | None
    mentions: str | None
    claims: tuple[SuggestedClaim, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it can be kept as it is: model and vendor are recognised."""
        return bool(self.model and self.vendor)


def suggest(story: Story, releases: Evidence, catalogue: Catalogue) -> Suggestion:
    """Return what a story suggests, given the releases that stand.

    The first model named is taken for the one it is about.
    """
    match = story.match
    named = [find_release(releases, match.vendor, name) for name in match.models]
    known = named[0] if named else None
    release = releases.releases[known] if known else None
    return Suggestion(
        model=release.model if release else next(iter(match.models), None),
        vendor=release.vendor if release else match.vendor,
        released_on=story.dated_at.date(),
        known=known,
        mentions=next(filter(None, named), None),
        claims=tuple(_claim(story, slug, catalogue) for slug in match.themes),
    )


def find_release(releases: Evidence, vendor: str | None, model: str) -> str | None:
    """Return the name of the release that stands under these names, if one does."""
    slugs = [release_slug(vendor, model)] if vendor else []
    for slug in (*slugs, release_slug("", model)):
        name = releases.release_by_slug.get(slug)
        if name in releases.releases:
            return name
    return None


def _claim(story: Story, theme: str, catalogue: Catalogue) -> SuggestedClaim:
    match, entry = story.match, story.lead.entry
    own = {signal.slug for signal in catalogue.theme(theme).signals}
    words = deciding_words(match.why, theme)
    said = sentence_about(f"{entry.title}. {entry.text}", words)
    return SuggestedClaim(
        theme=theme,
        signal=next((slug for slug in match.signals if slug in own), None),
        text=said or on_one_line(entry.title),
    )
