"""The map as a readable Markdown report."""

from collections.abc import Iterable

from themewatch.charts.headline import headline
from themewatch.charts.map_table import map_table
from themewatch.charts.production import lane_sentences
from themewatch.charts.sentences import movement_phrases, theme_name
from themewatch.domain.standing import MaturityMap, ThemeStanding
from themewatch.reports import map_words
from themewatch.reports.markdown import escaped
from themewatch.words import _


def map_markdown(maturity_map: MaturityMap) -> str:
    """Write the headline, a sentence for each theme, and the table in words."""
    blocks = [
        f"# {escaped(map_words.title())}",
        escaped(map_words.dates(maturity_map)),
        f"**{escaped(headline(maturity_map))}**",
        "\n".join(_item(standing, maturity_map) for standing in maturity_map.themes),
        f"## {escaped(_('The map in words'))}",
        "\n".join(table(map_table(maturity_map))),
        escaped(map_words.method(maturity_map)),
    ]
    return "\n\n".join(blocks) + "\n"


def _item(standing: ThemeStanding, maturity_map: MaturityMap) -> str:
    changes = "; ".join(movement_phrases(standing, maturity_map.since))
    sentences = lane_sentences(standing, maturity_map.made)
    words = " ".join([*sentences, f"{changes}." if changes else ""])
    return f"- **{escaped(theme_name(standing.theme))}**: {escaped(words.strip())}"


def table(rows: list[dict[str, str]]) -> Iterable[str]:
    """Write a table with a column for every heading that some row has."""
    heads = list(dict.fromkeys(head for row in rows for head in row))
    yield _row(heads)
    yield _row(["---"] * len(heads), escape=False)
    for row in rows:
        yield _row([row.get(head, "") for head in heads])


def _row(cells: Iterable[str], *, escape: bool = True) -> str:
    return f"| {' | '.join(escaped(c) if escape else c for c in cells)} |"
