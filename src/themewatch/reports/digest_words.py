"""What a digest says, in sections and lines, whatever they are written in."""

from collections.abc import Iterator

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
from themewatch.reports.digest_lines import Line, Section, page, section_of
from themewatch.reports.digest_team import (
    published,
    to_look_at,
    waiting_for_the_team,
)
from themewatch.words import _, ngettext


def title(digest: Digest) -> str:
    return _("What moved, {since} to {until}").format(
        since=digest.span.since.isoformat(), until=digest.span.until.isoformat()
    )


def summary(digest: Digest) -> str:
    """Return the map's sentence, or say plainly that nothing happened."""
    if digest.is_empty:
        return _(
            "Nothing happened: no theme moved, nobody tested, no vendor claimed "
            "anything, nothing was published, and nothing fell due."
        )
    return headline(digest.maturity_map)


def sections(digest: Digest) -> list[Section]:
    """Return what there is to say: whether anything moved and was tested, always."""
    waiting = Section(_("Waiting"), tuple(_waiting(digest)))
    if digest.is_empty:
        return [waiting] if waiting.lines else []
    always = [
        section_of(_("Themes"), _moved(digest), _("No theme moved.")),
        section_of(
            _("Tested"),
            (_tested(news, digest) for news in digest.tests),
            _("Nobody tested anything."),
        ),
    ]
    others = [
        section_of(_("Published"), published(digest)),
        section_of(_("Decisions to look at again"), to_look_at(digest)),
        section_of(_("New claims"), (_claim(n, digest) for n in digest.claims)),
        section_of(
            _("What became of claims"), (_became(n, digest) for n in digest.outcomes)
        ),
        section_of(
            _("Checkpoints"), (_watched(c, digest) for c in digest.checkpoints.all)
        ),
        section_of(_("Forecasts"), (_forecast(s, digest) for s in digest.scored)),
        waiting,
    ]
    return [*always, *(section for section in others if section.lines)]


def _moved(digest: Digest) -> Iterator[Line]:
    for standing in digest.moved:
        changes = "; ".join(movement_phrases(standing, digest.span.since))
        said = " ".join([*gap_sentences(standing), f"{changes}."])
        address = page(digest, "theme", theme=standing.theme.slug)
        yield Line(theme_name(standing.theme), said, page=address)


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
    name = news.tool or _("no tool named")
    return Line(name, text, note.link, page(digest, "record", id=note.id))


def _claim(news: ClaimNews, digest: Digest) -> Line:
    claim = news.judged.claim
    theme = digest.catalogue.theme(claim.theme)
    says = vendor_says(news.judged, theme)
    facts = [about_words(news.judged, theme), says, news.judged.on.isoformat()]
    said = f"{claim.text} ({' · '.join(facts)})"
    return Line(_release(news), said, claim.link, page(digest, "record", id=claim.id))


def _became(news: ClaimNews, digest: Digest) -> Line:
    judged = news.judged
    said = _("“{claim}”: {was}, now: {outcome}")
    text = said.format(
        claim=judged.claim.text,
        was=outcome_name(news.was or judged.outcome),
        outcome=outcome_name(judged.outcome),
    )
    address = page(digest, "record", id=judged.claim.id)
    return Line(_release(news), f"{text}.", page=address)


def _release(news: ClaimNews) -> str:
    return " · ".join(filter(None, [news.model, news.vendor]))


def _watched(checkpoint: Checkpoint, digest: Digest) -> Line:
    until = digest.span.until
    facts = checkpoint_facts(checkpoint, digest.catalogue, until, is_read_later=True)
    said = checkpoint.result or checkpoint.text
    text = f"{facts}. {said}" if said else f"{facts}."
    address = page(digest, "record", id=checkpoint.id)
    return Line(checkpoint.title, text, checkpoint.link, address)


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
    return Line(name, text, page=page(digest, "record", id=forecast.id))


def _waiting(digest: Digest) -> Iterator[Line]:
    if digest.stories:
        said = (
            _("more than {n} stories wait there")
            if digest.are_more
            else ngettext(
                "{n} story waits there", "{n} stories wait there", digest.stories
            )
        )
        words = f"{said.format(n=digest.stories)}."
        yield Line(_("Inbox"), words, page=page(digest, "inbox"))
    yield from waiting_for_the_team(digest)
    if overdue := digest.checkpoints.overdue:
        said = ngettext(
            "{n} fell due earlier, and nobody has said what came of it",
            "{n} fell due earlier, and nobody has said what came of them",
            overdue,
        )
        words = f"{said.format(n=overdue)}."
        yield Line(_("Checkpoints"), words, page=page(digest, "ahead"))
