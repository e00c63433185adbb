"""What every field of every kind of record holds, in words."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from themewatch.charts.checkpoint_words import SUBJECTS
from themewatch.charts.claim_words import outcome_name
from themewatch.charts.note_words import VERDICT_STAGE
from themewatch.charts.sentences import place, stage_name, theme_name
from themewatch.domain.checkpoint import Subject
from themewatch.domain.claim import Outcome
from themewatch.domain.note import Mark, Rigor, Verdict
from themewatch.domain.record import FileRef, Record
from themewatch.domain.stage import Stage
from themewatch.domain.view import Confidence
from themewatch.services.protocols import protocols
from themewatch.services.reference import catalogue
from themewatch.ui import cache
from themewatch.ui.choices import CONFIDENCES, MODALITIES, RELEASE_KINDS, RIGORS
from themewatch.ui.coverage import dollars
from themewatch.words import _


def field_value(record: Record, name: str) -> str:
    """Say what a record holds under a field; empty where it holds nothing there."""
    value = getattr(record, name)
    if value in (None, "", ()):
        return ""
    if name in _BY_NAME:
        return _BY_NAME[name](record, value)
    say: Callable[[Any], str] = _BY_TYPE.get(type(value), str)
    if isinstance(value, tuple):
        return ", ".join(_BY_TYPE.get(type(one), str)(one) for one in value)
    return say(value)


def _verdict(record: Any, verdict: Verdict) -> str:
    return _(catalogue().theme(record.theme).stage_words[VERDICT_STAGE[verdict]])


def _signal(record: Any, signal: str) -> str:
    return _(catalogue().theme(record.theme).signal(signal).name)


def _marks(_record: Record, marks: tuple[Mark, ...]) -> str:
    names = {
        dimension.slug: _(dimension.name)
        for rubric in protocols().rubrics.values()
        for dimension in rubric.dimensions
    }
    words = protocols().marks
    return "; ".join(
        f"{names.get(m.dimension, m.dimension)}: {_(words[m.value].word)}"
        for m in marks
    )


def _modalities(_record: Record, slugs: tuple[str, ...]) -> str:
    return ", ".join(_(MODALITIES[slug]) for slug in slugs)


def _model(_record: Record, release: str) -> str:
    return cache.evidence().models.get(release, release)


_BY_NAME: Mapping[str, Callable[[Any, Any], str]] = {
    "kind": lambda _record, kind: _(RELEASE_KINDS[kind]),
    "marks": _marks,
    "modalities_in": _modalities,
    "modalities_out": _modalities,
    "position": lambda _record, position: place(position),
    "price_usd": lambda _record, amount: dollars(amount),
    "release": _model,
    "signal": _signal,
    "theme": lambda _record, slug: theme_name(catalogue().theme(slug)),
    "verdict": _verdict,
}
_BY_TYPE: Mapping[type, Callable[[Any], str]] = {
    Confidence: lambda confidence: _(CONFIDENCES[confidence]),
    FileRef: lambda file: file.name,
    Outcome: outcome_name,
    Rigor: lambda rigor: _(RIGORS[rigor]),
    Stage: stage_name,
    Subject: lambda subject: _(SUBJECTS[subject]),
    date: lambda day: day.isoformat(),
    float: lambda number: f"{number:g}",
}
