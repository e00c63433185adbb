"""Every field of every kind of record in words: what it is called, what it holds."""

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
from themewatch.words import _, mark

LABELS = {
    "acceptable": mark("Acceptable tries"),
    "chance": mark("How probable"),
    "by": mark("By when"),
    "claim": mark("Claim"),
    "claimed_stage": mark("Vendor says"),
    "confidence": mark("How sure"),
    "due_on": mark("Day"),
    "estimated": mark("The map said"),
    "files": mark("Files"),
    "improvement": mark("What got better"),
    "kind": mark("How it is offered"),
    "limits": mark("What still fails"),
    "link": mark("Link"),
    "marks": mark("Marks"),
    "modalities_in": mark("Takes in"),
    "modalities_out": mark("Gives out"),
    "model": mark("Model"),
    "observed": mark("Seen"),
    "on": mark("Said on"),
    "outcome": mark("What counts instead"),
    "person": mark("By"),
    "position": mark("Place"),
    "price_as_of": mark("Price as of"),
    "price_unit": mark("Price per"),
    "price_usd": mark("Price"),
    "reason": mark("Why"),
    "release": mark("Release"),
    "released_on": mark("Released on"),
    "result": mark("What came of it"),
    "rigor": mark("How thoroughly"),
    "seconds": mark("Seconds to one usable output"),
    "settled_on": mark("Settled"),
    "signal": mark("What to watch"),
    "source": mark("Source"),
    "stage": mark("Stage"),
    "subject": mark("Kind"),
    "tested_on": mark("Tested on"),
    "text": mark("What it says"),
    "theme": mark("Theme"),
    "title": mark("Title"),
    "tool": mark("Model or tool"),
    "tries": mark("Tries"),
    "unchanged": mark("No change"),
    "url": mark("Address"),
    "vendor": mark("Vendor"),
    "verdict": mark("What happened"),
}


def field_name(name: str) -> str:
    return _(LABELS[name])


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
