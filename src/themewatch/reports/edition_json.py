"""An edition as JSON: the form other programs build on, figures and evidence."""

import json
from typing import Any

from themewatch.domain.edition import Edition, FrozenTheme, Ground, Piece
from themewatch.domain.edition_comparison import EditionComparison, ThemeComparison
from themewatch.domain.review import Decision
from themewatch.reports.map_json import DECIMALS, map_document

VERSION = 1
"""Of this form: raised when a name in it comes to mean something else."""


def edition_json(edition: Edition, ground: Ground) -> str:
    return _written(edition_document(edition, ground))


def comparison_json(found: EditionComparison) -> str:
    return _written(
        {
            "earlier": found.earlier.number,
            "later": found.later.number,
            "has_same_settings": found.has_same_settings,
            "themes": [_compared(theme) for theme in found.themes],
        }
    )


def edition_document(edition: Edition, ground: Ground) -> dict[str, Any]:
    """Return the edition as lists and numbers; its map is as a map is written."""
    drawn = map_document(edition.maturity_map)
    themes = zip(drawn.pop("themes"), edition.themes, strict=True)
    return {
        "form": VERSION,
        "edition": edition.number,
        "title": edition.title,
        "note": edition.note,
        "published_at": edition.published_at.isoformat(),
        "published_by": edition.published_by,
        "review": edition.review,
        "evidence_version": edition.evidence_version,
        **drawn,
        "themes": [lane | _published(theme) for lane, theme in themes],
        "decisions": [_decided(decision) for decision in edition.decisions],
        "settings": {constant.name: constant.value for constant in edition.settings},
        "evidence": [_piece(piece) for piece in ground.pieces],
    }


def _published(theme: FrozenTheme) -> dict[str, Any]:
    return {
        "published": round(theme.published, DECIMALS),
        "start": round(theme.start, DECIMALS),
        "elsewhere": round(theme.elsewhere, DECIMALS),
        "untested_claims": theme.untested_claims,
    }


def _decided(decision: Decision) -> dict[str, Any]:
    return {
        "theme": decision.theme,
        "kind": decision.kind,
        "position": decision.position,
        "reason": decision.reason,
        "use": decision.use,
        "owner": decision.owner,
        "revisit_on": decision.revisit_on.isoformat(),
        "decided_by": decision.decided_by,
    }


def _piece(piece: Piece) -> dict[str, Any]:
    effect = None if piece.effect is None else round(piece.effect, DECIMALS)
    return {
        "id": piece.id,
        "kind": piece.kind,
        "theme": piece.theme,
        "on": piece.on.isoformat(),
        "about": piece.about,
        "person": piece.person,
        "signal": piece.signal,
        "words": piece.words,
        "tries": piece.tries,
        "acceptable": piece.acceptable,
        "verdict": piece.verdict,
        "position": piece.position,
        "effect": effect,
    }


def _compared(theme: ThemeComparison) -> dict[str, Any]:
    why = theme.why
    return {
        "theme": theme.later.slug,
        "change": theme.change,
        "is_reviewed": theme.is_reviewed,
        "from": round(theme.earlier.published, DECIMALS),
        "to": round(theme.later.published, DECIMALS),
        "amount": round(theme.amount, DECIMALS),
        "stages": theme.stages,
        "narrowed": round(theme.narrowed, DECIMALS),
        "new": [_piece(piece) for piece in why.new],
        "corrected": [_piece(piece) for piece in why.corrected],
        "taken_back": [_piece(piece) for piece in why.gone],
    }


def _written(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
