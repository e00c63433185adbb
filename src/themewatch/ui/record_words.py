"""What a record says, as labelled facts."""

from collections.abc import Callable, Iterator

from themewatch.charts.chances import chance_words
from themewatch.charts.checkpoint_words import bears_on, subject_name
from themewatch.charts.claim_words import (
    outcome_name,
    overruled_words,
    put_by_tests,
    signed_outcome,
)
from themewatch.charts.forecast_words import own_chance, sentence
from themewatch.charts.note_words import result_in_words
from themewatch.charts.sentences import place, stage_name, theme_name
from themewatch.domain.checkpoint import Checkpoint
from themewatch.domain.claim import Claim
from themewatch.domain.forecast import Forecast
from themewatch.domain.note import Note
from themewatch.domain.override import Override
from themewatch.domain.record import Record
from themewatch.domain.release import Release
from themewatch.domain.view import View
from themewatch.services.records import get_history
from themewatch.services.reference import catalogue
from themewatch.ui import cache, claims_kept, session
from themewatch.ui.choices import CONFIDENCES, MODALITIES, RELEASE_KINDS, RIGORS
from themewatch.ui.coverage import dollars
from themewatch.words import _

Facts = Iterator[tuple[str, str]]


def record_facts(record: Record) -> list[tuple[str, str]]:
    """Return what a record says, leaving out what was not given."""
    return [(label, value) for label, value in _FACTS[type(record)](record) if value]


def _note_facts(note: Note) -> Facts:
    theme = catalogue().theme(note.theme)
    yield _("Test note on"), theme_name(theme)
    yield _("Model or tool"), cache.evidence().tool_label(note)
    yield _("Result"), result_in_words(note, theme)
    yield _("How thoroughly"), "" if note.has_counts else _(RIGORS[note.rigor])
    yield _("Seen"), note.observed
    yield _("What still fails"), note.limits
    yield _("What got better"), note.improvement
    yield _("Price of one usable output"), _dollars(note.price_usd)
    yield _("Seconds to one usable output"), _number(note.seconds)
    yield _("Tested by"), f"{note.person}, {note.tested_on.isoformat()}"


def _view_facts(view: View) -> Facts:
    yield _("View of"), theme_name(catalogue().theme(view.theme))
    yield _("Place"), place(view.position)
    yield _("How sure"), _(CONFIDENCES[view.confidence])
    yield _("Why"), view.reason
    yield _("By"), f"{view.person}, {view.on.isoformat()}"


def _claim_facts(claim: Claim) -> Facts:
    theme, stage = catalogue().theme(claim.theme), claim.claimed_stage
    release = cache.evidence().release_of(claim)
    yield _("Claim about"), theme_name(theme)
    yield _("What to watch"), _(theme.signal(claim.signal).name) if claim.signal else ""
    yield _("Release"), release.model if release else claim.release
    yield _("What is claimed"), claim.text
    yield _("Vendor says"), _("not said") if stage is None else stage_name(stage)
    yield _("Source"), claim.source or ""
    if judged := claims_kept.find_judged(claim.id):
        facts = (signed_outcome(judged.outcome), put_by_tests(judged))
        yield _("Outcome so far"), " · ".join(filter(None, facts))
        yield _("A person's word"), overruled_words(judged)


def _override_facts(override: Override) -> Facts:
    claim = claim_of(override)
    judged = claims_kept.find_judged(claim.id)
    yield _("Overruled claim"), claim.text
    yield _("Tests say"), signed_outcome(judged.found) if judged else ""
    yield _("What counts instead"), outcome_name(override.outcome)
    yield _("Why"), override.reason
    yield _("By"), f"{override.person}, {override.on.isoformat()}"


def claim_of(override: Override) -> Claim:
    """Return the last version of the claim that a person spoke of."""
    for claim in cache.evidence().claims:
        if claim.id == override.claim:
            return claim
    with session.reading() as db:
        latest = get_history(db, override.claim).latest
    if not isinstance(latest, Claim):
        raise TypeError(latest)
    return latest


def _release_facts(release: Release) -> Facts:
    yield _("Release"), release.model
    yield _("Vendor"), release.vendor
    yield _("Released on"), release.released_on.isoformat()
    yield _("How it is offered"), _(RELEASE_KINDS[release.kind]) if release.kind else ""
    yield _("Takes in"), ", ".join(_(MODALITIES[m]) for m in release.modalities_in)
    yield _("Gives out"), ", ".join(_(MODALITIES[m]) for m in release.modalities_out)
    yield _("Address"), release.url or ""
    yield _("Price"), _dollars(release.price_usd)
    yield _("Source"), release.source or ""


def _checkpoint_facts(checkpoint: Checkpoint) -> Facts:
    due, settled = checkpoint.due_on, checkpoint.settled_on
    yield _("Checkpoint"), checkpoint.title
    yield _("Kind"), subject_name(checkpoint.subject)
    yield _("Theme"), bears_on(checkpoint, catalogue())
    yield _("Day"), due.isoformat() if due else _("open date")
    yield _("Why it matters"), checkpoint.text
    yield _("Settled"), settled.isoformat() if settled else ""
    yield _("What came of it"), checkpoint.result
    yield _("By"), checkpoint.person


def _forecast_facts(forecast: Forecast) -> Facts:
    yield _("Forecast of"), theme_name(catalogue().theme(forecast.theme))
    yield _("Sentence"), sentence(forecast.stage, forecast.by)
    yield _("How probable"), own_chance(forecast.chance)
    yield _("The map said"), chance_words(forecast.estimated)
    yield _("No change"), chance_words(forecast.unchanged)
    yield _("By"), f"{forecast.person}, {forecast.on.isoformat()}"


def _dollars(amount: float | None) -> str:
    return "" if amount is None else dollars(amount)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


_FACTS: dict[type[Record], Callable[..., Facts]] = {
    Note: _note_facts,
    View: _view_facts,
    Claim: _claim_facts,
    Override: _override_facts,
    Release: _release_facts,
    Checkpoint: _checkpoint_facts,
    Forecast: _forecast_facts,
}
