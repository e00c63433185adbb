"""What a story suggests to keep of it: a release, and what it claims."""

from dataclasses import dataclass
from datetime import date

from themewatch.domain.evidence import Evidence
from themewatch.domain.excerpt import on_one_line, sentences_about
from themewatch.domain.release_names import (
    find_release,
    is_whole_name,
    without_what_it_makes,
)
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
        """Whether it can be kept as it is: model and vendor are told in full."""
        named = self.model and self.vendor
        return bool(named and is_whole_name(self.vendor or "", self.model or ""))


def suggest(story: Story, releases: Evidence, catalogue: Catalogue) -> Suggestion:
    """Return what a story suggests, given the releases that stand.

    The first model named is taken for the one it is about, and the day it was first
    told of for the day it came.
    """
    match = story.match
    models = [without_what_it_makes(name) for name in match.models]
    named = [find_release(releases, match.vendor, name) for name in models]
    known = named[0] if named else None
    release = releases.releases[known] if known else None
    return Suggestion(
        model=release.model if release else next(iter(models), None),
        vendor=release.vendor if release else match.vendor,
        released_on=min(m.entry.dated_at for m in story.members).date(),
        known=known,
        mentions=next(filter(None, named), None),
        claims=_claims(story, catalogue),
    )


def _claims(story: Story, catalogue: Catalogue) -> tuple[SuggestedClaim, ...]:
    match, said = story.match, _sentences(story)
    own = {
        slug: {signal.slug for signal in catalogue.theme(slug).signals}
        for slug in match.themes
    }
    return tuple(
        SuggestedClaim(
            theme=slug,
            signal=next((s for s in match.signals if s in own[slug]), None),
            text=said[slug],
        )
        for slug in match.themes
    )


def _sentences(story: Story) -> dict[str, str]:
    """Return what says so of each theme: not the same of two where there is more."""
    match, entry = story.match, story.lead.entry
    found = {
        slug: sentences_about(f"{entry.title}\n{entry.text}", words)
        for slug in match.themes
        if (words := deciding_words(match.why, slug))
    }
    said = dict.fromkeys(match.themes, on_one_line(entry.title))
    taken: set[str] = set()
    for slug in sorted(found, key=lambda slug: len(found[slug])):
        if sentences := found[slug]:
            free = (sentence for sentence in sentences if sentence not in taken)
            said[slug] = next(free, sentences[0])
            taken.add(said[slug])
    return said
