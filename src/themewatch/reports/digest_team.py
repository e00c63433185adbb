"""What a digest says to a team: what was published, what waits for its word."""

from collections.abc import Iterator

from themewatch.charts.edition_words import edition_title, what_now
from themewatch.charts.sentences import theme_name
from themewatch.domain.digest import Digest
from themewatch.domain.digest_team import OpenReview
from themewatch.domain.review import Decision
from themewatch.reports.digest_lines import Line, page
from themewatch.words import _, ngettext


def published(digest: Digest) -> Iterator[Line]:
    """Yield the editions of the days, the newest first."""
    for head in digest.team.editions:
        said = _("published on {day} by {person}; it shows {as_of}.").format(
            day=head.published_at.date().isoformat(),
            person=head.published_by,
            as_of=head.as_of.isoformat(),
        )
        address = page(digest, "editions", edition=str(head.number))
        yield Line(edition_title(head), said, page=address)


def to_look_at(digest: Digest) -> Iterator[Line]:
    """Yield the decisions whose day to be looked at again came."""
    for decision in digest.team.revisit:
        theme = digest.catalogue.themes.get(decision.theme)
        name = theme_name(theme) if theme else decision.theme
        yield Line(name, _decided(decision), page=_review(digest, decision.review))


def _decided(decision: Decision) -> str:
    said = _("{what_now}. Decided on {day} by {person}.")
    return said.format(
        what_now=what_now(decision),
        day=decision.decided_at.date().isoformat(),
        person=decision.decided_by,
    )


def waiting_for_the_team(digest: Digest) -> Iterator[Line]:
    """Yield the reviews that are open, and how many decisions fell due earlier."""
    for opened in digest.team.reviews:
        name = _("Review “{title}”").format(title=opened.review.title)
        yield Line(name, _votes(opened), page=_review(digest, opened.review.id))
    if overdue := digest.team.overdue:
        said = ngettext(
            "{n} was to be looked at again earlier",
            "{n} were to be looked at again earlier",
            overdue,
        )
        address = page(digest, "review")
        yield Line(_("Decisions"), f"{said.format(n=overdue)}.", page=address)


def _votes(opened: OpenReview) -> str:
    """Say who has not voted yet, in counts: names are nobody's but the round's."""
    review = opened.review
    if opened.is_decided:
        return _("everything is decided; the round can be closed.")
    if not opened.takes_votes:
        return _("voting is over, and decisions are awaited.")
    until = f"{review.until:%Y-%m-%d %H:%M} UTC"
    if opened.missing is None:
        said = ngettext(
            "{n} person has voted; votes are taken until {until}.",
            "{n} people have voted; votes are taken until {until}.",
            opened.voted,
        )
        return said.format(n=opened.voted, until=until)
    if not opened.missing:
        return _("everybody has voted; the round can be closed.")
    said = ngettext(
        "{n} of {all} has not voted yet; votes are taken until {until}.",
        "{n} of {all} have not voted yet; votes are taken until {until}.",
        opened.missing,
    )
    return said.format(n=opened.missing, all=len(review.people), until=until)


def _review(digest: Digest, review: str) -> str | None:
    return page(digest, "review", review=review)
