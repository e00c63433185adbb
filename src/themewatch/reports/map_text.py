"""The course's plain-text chart: an arrow in the column of each theme's stage."""

from collections.abc import Iterator

from themewatch.charts.geometry import on_scale
from themewatch.charts.production import made_sentences
from themewatch.charts.sentences import short_name, since_words, stage_name
from themewatch.domain.production import ProductionStage
from themewatch.domain.stage import Stage
from themewatch.domain.standing import MaturityMap, ThemeStanding
from themewatch.words import _

LEFT, RIGHT, LEVEL = "◄──", "──►", "───"
ARROW = len(LEFT)
NEEDED = "["


def map_text(maturity_map: MaturityMap) -> str:
    """Write the chart; against a comparison date, with what its arrows say.

    Columns are as wide as their heads: 7, 9, 10 and 8 in English, as in the course.
    Drawn for some work, a bracket stands where a theme begins to be enough for it.
    """
    since, made = maturity_map.since, maturity_map.made
    lines = [*_chart(maturity_map.themes, made)]
    if since is not None:
        key = _("{up} up, {down} down, {same} no clear change since {day}")
        day = since_words(since)
        lines += ["", key.format(up=RIGHT, down=LEFT, same=LEVEL, day=day)]
    if made is not None:
        bracket = _("{bracket} enough for this work from here on")
        lines += ["", *made_sentences(made, maturity_map.themes)]
        lines += ["", bracket.format(bracket=NEEDED)]
    return "\n".join(lines) + "\n"


def _chart(
    standings: tuple[ThemeStanding, ...], made: ProductionStage | None
) -> Iterator[str]:
    head = _("Theme")
    names = [short_name(standing.theme) for standing in standings]
    name_width = max(map(len, [head, *names])) + 3
    widths = {stage: len(stage_name(stage)) + 2 for stage in Stage}
    yield _line(head.ljust(name_width), (f"│ {stage_name(s)} " for s in Stage))
    yield _line("─" * name_width, ("┼" + "─" * width for width in widths.values()))
    for name, standing in zip(names, standings, strict=True):
        need = made.need(standing.theme.slug) if made else None
        cells = _cells(standing, widths, need.stage if need else None)
        yield _line(name.ljust(name_width), cells)


def _line(name: str, cells: Iterator[str]) -> str:
    return "".join([name, *cells]).rstrip()


def _cells(
    standing: ThemeStanding, widths: dict[Stage, int], needed: Stage | None
) -> Iterator[str]:
    """Fill a row's cells, each behind the border at its left."""
    stage = standing.position.stage
    for column, width in widths.items():
        border = NEEDED if column is needed else "│"
        cell = _arrow_cell(standing, width) if column is stage else ""
        yield border + cell.ljust(width)


def _arrow_cell(standing: ThemeStanding, width: int) -> str:
    """Put the arrow's tip where the theme stands, the whole arrow in its column."""
    position = standing.position
    tip = int((on_scale(position.mean) - position.stage) * width)
    movement = standing.movement
    if movement is None or not movement.is_clear:
        return " " * min(tip, width - ARROW) + (LEVEL if movement else LEFT)
    if movement.amount > 0:
        return " " * min(max(tip + 1 - ARROW, 0), width - ARROW) + RIGHT
    return " " * min(tip, width - ARROW) + LEFT
