"""The map as a table in words, and a lane's tooltip: the accessible twin."""

from datetime import date

from themewatch.charts.sentences import (
    likely_range,
    movement_phrases,
    place,
    stage_name,
    tests_in_words,
    theme_name,
)
from themewatch.domain.claim import ClaimedLevel
from themewatch.domain.production import ProductionStage
from themewatch.domain.stage import Stage
from themewatch.domain.standing import MaturityMap, Since, ThemeStanding
from themewatch.words import _, ngettext


def map_table(maturity_map: MaturityMap) -> list[dict[str, str]]:
    """Return a row for each theme, every column under its heading in words."""
    since = maturity_map.since
    return [
        _row(standing, since) | _needed(standing, maturity_map.made)
        for standing in maturity_map.themes
    ]


def _row(standing: ThemeStanding, since: Since | None) -> dict[str, str]:
    position = standing.position
    row = {
        _("Theme"): theme_name(standing.theme),
        _("Tests show"): tested_place(standing),
        _("Likely range (8 in 10)"): likely_range(position.low, position.high),
        _("Vendors say"): _claimed_place(standing.claimed),
        _("Tests"): str(standing.notes),
        _("Claims nobody here has tested"): str(standing.untested_claims),
        _("Last evidence"): _day(standing.last_evidence_on),
    }
    changes = movement_phrases(standing, since)
    return row | {_("What changed"): "; ".join(changes)} if changes else row


def _needed(standing: ThemeStanding, made: ProductionStage | None) -> dict[str, str]:
    """Say what the work asks that the map is drawn for, if it is."""
    need = made.need(standing.theme.slug) if made else None
    if need is None:
        return {}
    asked = _("{stage}: {sentence}").format(
        stage=stage_name(need.stage), sentence=_(need.asks)
    )
    return {_("This work needs"): asked}


def tested_place(standing: ThemeStanding) -> str:
    """Say where ● stands, and where few tests or none hold it there."""
    where = place(standing.position.mean)
    if standing.is_untested:
        return _("{place}, not tested here yet").format(place=where)
    if standing.has_few_notes:
        return _("{place}, few tests").format(place=where)
    return where


def tooltip_rows(
    standing: ThemeStanding, needed: Stage | None = None
) -> list[tuple[str, str]]:
    """Return what a tooltip tells of a lane: labels, and words with their numbers."""
    position, before = standing.position, standing.before
    rows = [
        (_("Place"), _numbered(tested_place(standing), position.mean)),
        (_("In use"), _(standing.theme.stage_words[position.stage])),
        (_("Likely range"), _range(position.low, position.high)),
        (_("Claimed"), _claimed(standing.claimed)),
    ]
    if before is not None:
        rows.append((_("Before"), _numbered(place(before.mean), before.mean)))
    if needed is not None:
        rows.append((_("Needed"), _numbered(stage_name(needed), needed)))
    return [
        *rows,
        (_("Tests"), tests_in_words(standing.notes)),
        (_("Last evidence"), _day(standing.last_evidence_on)),
    ]


def _numbered(words: str, value: float) -> str:
    return f"{words} ({value:.2f})"


def _range(low: float, high: float) -> str:
    return _("{words} ({low:.2f} to {high:.2f})").format(
        words=likely_range(low, high), low=low, high=high
    )


def _claimed(claimed: ClaimedLevel | None) -> str:
    if claimed is None:
        return _claimed_place(None)
    claims = ngettext("{n} claim", "{n} claims", claimed.claims)
    level = _numbered(place(claimed.value), claimed.value)
    return f"{level}, {claims.format(n=claimed.claims)}"


def _claimed_place(claimed: ClaimedLevel | None) -> str:
    return place(claimed.value) if claimed else _("too few claims to say")


def _day(day: date | None) -> str:
    return day.isoformat() if day else _("none")
