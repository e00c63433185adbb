"""What a digest says, in sections and lines, whatever they are written in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from themewatch.charts.checkpoint_words import checkpoint_facts
from themewatch.charts.claim_words import about_words, outcome_name, vendor_says
from themewatch.charts.forecast_words import (
    against_map,
    outcome_words,
    sentence,
    three_chances,
    three_scores,
)
from themewatch.charts.headline import headline
from themewatch.charts.note_words import result_in_words
from themewatch.charts.sentences import gap_sentences, movement_phrases, theme_name
from themewatch.domain.checkpoint import Checkpoint
from themewatch.domain.digest import ClaimNews, Digest, TestNews
from themewatch.domain.forecast import ScoredForecast
from themewatch.words import _, ngettext

MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened: its name, what is said of it, where it was read."""

    name: str
    text: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a digest; `nothing` is said where it has no line."""

    heading: str
    lines: tuple[Line, ...]
    nothing: str = ""
    after: str = ""


def title(digest: Digest) -> str:
    return _("What moved, {since} to {until}").format(
        since=digest.span.since.isoformat(), until=digest.span.until.isoformat()
    )


def summary(digest: Digest) -> str:
    """Return the map's sentence, or say plainly that nothing happened."""
    if digest.is_empty:
        return _(
            "Nothing happened: no theme moved, nobody tested, no vendor claimed "
            "anything, and nothing fell due."
        )
    return headline(digest.maturity_map)


def sections(digest: Digest) -> list[Section]:
    """Return what there is to say: whether anything moved and was tested, always."""
    waiting = Section(_("Waiting"), tuple(_waiting(digest)))
    if digest.is_empty:
        return [waiting] if waiting.lines else []
    always = [
        _section(_("Themes"), _moved(digest), _("No theme moved.")),
        _section(
            _("Tested"),
            (_tested(news, digest) for news in digest.tests),
            _("Nobody tested anything."),
        ),
    ]
    others = [
        _section(_("New claims"), (_claim(n, digest) for n in digest.claims)),
        _section(_("What became of claims"), map(_became, digest.outcomes)),
        _section(
            _("Checkpoints"), (_watched(c, digest) for c in digest.checkpoints.all)
        ),
        _section(_("Forecasts"), (_forecast(s, digest) for s in digest.scored)),
        waiting,
    ]
    return [*always, *(section for section in others if section.lines)]


def _section(heading: str, lines: Iterable[Line], nothing: str = "") -> Section:
    every: Sequence[Line] = tuple(lines)
    more = len(every) - MOST_LINES
    after = ngettext("And {n} more.", "And {n} more.", more) if more > 0 else ""
    return Section(heading, tuple(every[:MOST_LINES]), nothing, after.format(n=more))


def _moved(digest: Digest) -> Iterator[Line]:
    for standing in digest.moved:
        changes = "; ".join(movement_phrases(standing, digest.span.since))
        said = " ".join([*gap_sentences(standing), f"{changes}."])
        yield Line(theme_name(standing.theme), said)


def _tested(news: TestNews, digest: Digest) -> Line:
    note = news.note
    theme = digest.catalogue.theme(note.theme)
    said = _("{theme}: {result} ({person}, {day})").format(
        theme=theme_name(theme),
        result=result_in_words(note, theme),
        person=note.person,
        day=note.tested_on.isoformat(),
    )
    text = f"{said}. {note.observed}" if note.observed else f"{said}."
    return Line(news.tool or _("no tool named"), text, note.link)


def _claim(news: ClaimNews, digest: Digest) -> Line:
    claim = news.judged.claim
    theme = digest.catalogue.theme(claim.theme)
    says = vendor_says(news.judged, theme)
    facts = [about_words(news.judged, theme), says, news.judged.on.isoformat()]
    return Line(_release(news), f"{claim.text} ({' · '.join(facts)})", claim.link)


def _became(news: ClaimNews) -> Line:
    judged = news.judged
    said = _("“{claim}”: {was}, now: {outcome}")
    text = said.format(
        claim=judged.claim.text,
        was=outcome_name(news.was or judged.outcome),
        outcome=outcome_name(judged.outcome),
    )
    return Line(_release(news), f"{text}.")


def _release(news: ClaimNews) -> str:
    return " · ".join(filter(None, [news.model, news.vendor]))


def _watched(checkpoint: Checkpoint, digest: Digest) -> Line:
    facts = checkpoint_facts(checkpoint, digest.catalogue, digest.span.until)
    said = checkpoint.result or checkpoint.text
    text = f"{facts}. {said}" if said else f"{facts}."
    return Line(checkpoint.title, text, checkpoint.link)


def _forecast(scored: ScoredForecast, digest: Digest) -> Line:
    forecast = scored.forecast
    name = _("{theme}: {sentence}").format(
        theme=theme_name(digest.catalogue.theme(forecast.theme)),
        sentence=sentence(forecast.stage, forecast.by),
    )
    said = _("{outcome}. {person} said {chances}: {against}; score {scores}.")
    text = said.format(
        outcome=outcome_words(scored),
        person=forecast.person,
        chances=three_chances(forecast),
        against=against_map(scored),
        scores=three_scores(scored),
    )
    return Line(name, text)


def _waiting(digest: Digest) -> Iterator[Line]:
    if digest.stories:
        said = (
            _("more than {n} stories wait there")
            if digest.are_more
            else ngettext(
                "{n} story waits there", "{n} stories wait there", digest.stories
            )
        )
        yield Line(_("Inbox"), f"{said.format(n=digest.stories)}.")
    if overdue := digest.checkpoints.overdue:
        said = ngettext(
            "{n} fell due earlier, and nobody has said what came of it",
            "{n} fell due earlier, and nobody has said what came of them",
            overdue,
        )
        yield Line(_("Checkpoints"), f"{said.format(n=overdue)}.")
