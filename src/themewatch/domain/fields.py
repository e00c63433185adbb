"""The fields of each kind of record in a file, in the order they are written in."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import cache

from themewatch.domain import values
from themewatch.domain.checkpoint import Subject
from themewatch.domain.claim import Outcome
from themewatch.domain.kinds import RECORD_KINDS
from themewatch.domain.note import Rigor, Verdict
from themewatch.domain.view import Confidence

_SHARED: Mapping[str, values.Reader] = {
    "recorded_at": values.instant,
    "supersedes": values.text_or_none,
    "link": values.text_or_none,
    "source": values.text_or_none,
    "files": values.file_refs,
    "withdrawn_at": values.instant,
    "withdrawals": values.withdrawals,
}
READERS: Mapping[str, Mapping[str, values.Reader]] = {
    "release": {
        "id": values.text,
        "model": values.text,
        "vendor": values.text,
        "released_on": values.day,
        "kind": values.text_or_none,
        "modalities_in": values.words,
        "modalities_out": values.words,
        "url": values.text_or_none,
        "price_usd": values.number,
        "price_unit": values.text_or_none,
        "price_as_of": values.day,
        **_SHARED,
    },
    "claim": {
        "id": values.text,
        "release": values.text,
        "theme": values.text,
        "signal": values.text_or_none,
        "claimed_stage": values.stage,
        "text": values.text,
        "confidence": values.word_of(Confidence),
        **_SHARED,
    },
    "note": {
        "id": values.text,
        "theme": values.text,
        "signal": values.text_or_none,
        "person": values.text,
        "tested_on": values.day,
        "tool": values.text_or_none,
        "release": values.text_or_none,
        "tries": values.whole,
        "acceptable": values.whole,
        "verdict": values.word_of(Verdict),
        "rigor": values.word_of(Rigor),
        "observed": values.text,
        "improvement": values.text,
        "limits": values.text,
        "price_usd": values.number,
        "seconds": values.number,
        "marks": values.marks,
        **_SHARED,
    },
    "view": {
        "id": values.text,
        "theme": values.text,
        "person": values.text,
        "on": values.day,
        "position": values.number,
        "confidence": values.word_of(Confidence),
        "reason": values.text,
        **_SHARED,
    },
    "override": {
        "id": values.text,
        "claim": values.text,
        "person": values.text,
        "on": values.day,
        "outcome": values.word_of(Outcome),
        "reason": values.text,
        **_SHARED,
    },
    "checkpoint": {
        "id": values.text,
        "title": values.text,
        "subject": values.word_of(Subject),
        "person": values.text,
        "theme": values.text_or_none,
        "due_on": values.day,
        "text": values.text,
        "settled_on": values.day,
        "result": values.text,
        **_SHARED,
    },
    "forecast": {
        "id": values.text,
        "theme": values.text,
        "person": values.text,
        "on": values.day,
        "stage": values.stage,
        "by": values.day,
        "chance": values.number,
        "estimated": values.number,
        "unchanged": values.number,
        **_SHARED,
    },
}
"""How each field is read, by kind."""


@cache
def required_fields(kind: str) -> tuple[str, ...]:
    """Return the fields a line of that kind cannot do without."""
    return tuple(
        field.name
        for field in fields(RECORD_KINDS[kind])
        if field.default is MISSING
        and field.default_factory is MISSING
        and field.name != "recorded_at"
    )
