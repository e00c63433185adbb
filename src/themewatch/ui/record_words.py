"""What a record says, as labelled facts."""

from collections.abc import Callable, Iterator

from themewatch.charts.note_words import result_in_words
from themewatch.charts.sentences import place, stage_name, theme_name
from themewatch.domain.claim import Claim
from themewatch.domain.note import Note
from themewatch.domain.record import Record
from themewatch.domain.release import Release
from themewatch.domain.view import View
from themewatch.services.reference import catalogue
from themewatch.ui import cache
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


def _dollars(amount: float | None) -> str:
    return "" if amount is None else dollars(amount)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


_FACTS: dict[type[Record], Callable[..., Facts]] = {
    Note: _note_facts,
    View: _view_facts,
    Claim: _claim_facts,
    Release: _release_facts,
}
