"""An edition's map as a table in words, with where the team places each theme."""

from themewatch.charts.map_table import map_table
from themewatch.charts.sentences import place
from themewatch.domain.edition import Edition
from themewatch.domain.review import DecisionKind
from themewatch.words import _


def edition_table(edition: Edition) -> list[dict[str, str]]:
    """Return a row for each theme; the team's place only where it has one."""
    rows = map_table(edition.maturity_map)
    pairs = zip(rows, edition.themes, strict=True)
    return [_with_place(row, edition, theme.slug) for row, theme in pairs]


def _with_place(row: dict[str, str], edition: Edition, slug: str) -> dict[str, str]:
    decision = edition.decision(slug)
    if decision is None or decision.kind is DecisionKind.ESTIMATE:
        return row
    return row | {_("The team places it at"): place(decision.position)}
