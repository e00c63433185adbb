"""Keep what somebody typed and has not saved, and give it back.

A draft is its person's, under the name of its form. Its fields are texts, numbers,
yes or no, days, files, and lists of them.
"""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from themewatch.domain.person import Role
from themewatch.domain.record import FileRef
from themewatch.services.own_name import own
from themewatch.services.rights import needs
from themewatch.storage import drafts
from themewatch.storage.drafts import Draft as Draft
from themewatch.storage.engine import Session

_DAY, _FILE = "day", "file"


@needs(Role.CONTRIBUTOR)
@own
def find_draft(session: Session, person: str, name: str) -> Draft | None:
    """Return what a person left in a form, each field as it was."""
    draft = drafts.find_draft(session, person, name) if person else None
    return draft and replace(draft, fields=_revived(draft.fields))


@needs(Role.CONTRIBUTOR)
@own
def keep_draft(session: Session, draft: Draft, *, now: datetime) -> Draft | None:
    """Keep the fields of a draft over the version that was seen, 0 for a new one.

    Returns:
        It with its new version and time, or None where another window kept, saved or
        discarded it meanwhile: then nothing is overwritten.
    """
    plain = replace(draft, fields=_plain(draft.fields), saved_at=now)
    kept = drafts.keep_draft(session, plain)
    return kept and replace(kept, fields=draft.fields)


@needs(Role.CONTRIBUTOR)
@own
def drop_draft(session: Session, draft: Draft) -> None:
    """Forget a draft, unless another window has kept one since its version."""
    found = drafts.find_draft(session, draft.person, draft.name)
    if found is not None and found.version == draft.version:
        drafts.drop_draft(session, draft.person, draft.name)


def _plain(value: Any) -> Any:
    """Return a value as JSON has it."""
    match value:
        case date():
            return {_DAY: value.isoformat()}
        case FileRef():
            return {_FILE: asdict(value)}
        case Mapping():
            return {name: _plain(inner) for name, inner in value.items()}
        case list() | tuple():
            return [_plain(inner) for inner in value]
    return value


def _revived(plain: Any) -> Any:
    match plain:
        case {"day": str(day), **others} if not others:
            return date.fromisoformat(day)
        case {"file": dict(fields), **others} if not others:
            return FileRef(**fields)
        case dict():
            return {name: _revived(inner) for name, inner in plain.items()}
        case list():
            return [_revived(inner) for inner in plain]
    return plain
