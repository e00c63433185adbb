"""What lies ahead as JSON: the form other programs build on.

Forecasts:

    as_of       the day they are made on, YYYY-MM-DD
    forecasts   in the lesson's order of themes, each with
      theme, name   its slug and its name
      stage         growing, maturing, mature: the stage asked for
      by            the day asked for
      chance        how probable it is that the theme stands in that stage, or beyond,
                    on that day, 0 to 1: if it goes on as it has, with all its doubt
      chance_today  that it stands there already

Checkpoints:

    as_of         the day they are seen on
    checkpoints   due ones first, then by day, then those with an open date, then
                  settled ones, the newest first; each with
      checkpoint    the id of its latest version
      title, why    what to watch for, and why it matters (may be empty)
      kind          ruling, standard, promise, other
      theme         the slug of the theme it bears on; null for all of them
      due_on        null while the date is open
      is_due        whether its day has come and nobody has said what came of it
      settled_on, result   when and how it was settled; null until then
      by, link      who added it, and where it was read; link may be null

Chances are rounded to four decimals. Members may be added; those here stay.
"""

import json
from datetime import date
from typing import Any

from themewatch.domain.checkpoint import Checkpoint
from themewatch.reports.ahead_listing import (
    ChanceListing,
    CheckpointListing,
    ThemeChance,
)

DECIMALS = 4


def chances_json(listing: ChanceListing) -> str:
    return _written(
        {
            "as_of": listing.as_of.isoformat(),
            "forecasts": [_chance(one) for one in listing.chances],
        }
    )


def checkpoints_json(listing: CheckpointListing) -> str:
    return _written(
        {
            "as_of": listing.as_of.isoformat(),
            "checkpoints": [_checkpoint(c, listing.as_of) for c in listing.checkpoints],
        }
    )


def _chance(one: ThemeChance) -> dict[str, Any]:
    return {
        "theme": one.theme.slug,
        "name": one.theme.name,
        "stage": one.stage.slug,
        "by": one.by.isoformat(),
        "chance": round(float(one.chance), DECIMALS),
        "chance_today": round(float(one.today), DECIMALS),
    }


def _checkpoint(checkpoint: Checkpoint, on: date) -> dict[str, Any]:
    return {
        "checkpoint": checkpoint.id,
        "title": checkpoint.title,
        "why": checkpoint.text,
        "kind": checkpoint.subject.value,
        "theme": checkpoint.theme,
        "due_on": _day(checkpoint.due_on),
        "is_due": checkpoint.is_due(on),
        "settled_on": _day(checkpoint.settled_on),
        "result": checkpoint.result if checkpoint.is_settled else None,
        "by": checkpoint.person,
        "link": checkpoint.link,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _written(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
