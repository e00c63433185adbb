"""Editions, and what lies between two of them, as something to take along."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from themewatch.charts.edition_words import edition_title
from themewatch.charts.geometry import map_geometry
from themewatch.charts.palette import LIGHT
from themewatch.domain.edition import Edition, Ground
from themewatch.domain.edition_comparison import EditionComparison
from themewatch.reports import map_words
from themewatch.reports.comparison_markdown import comparison_markdown
from themewatch.reports.edition_html import edition_html
from themewatch.reports.edition_json import comparison_json, edition_json
from themewatch.reports.edition_markdown import edition_markdown
from themewatch.reports.map_svg import map_svg
from themewatch.words import mark


@dataclass(frozen=True, slots=True)
class EditionFile:
    """One way to write an edition down."""

    title: str
    suffix: str
    media_type: str
    write: Callable[[Edition, Ground], str]


FILES: Mapping[str, EditionFile] = {
    "html": EditionFile(mark("One web page (HTML)"), "html", "text/html", edition_html),
    "markdown": EditionFile(
        mark("Report (Markdown)"), "md", "text/markdown", edition_markdown
    ),
    "json": EditionFile(
        mark("Figures and evidence (JSON)"), "json", "application/json", edition_json
    ),
}
COMPARISONS: Mapping[str, Callable[[EditionComparison], str]] = {
    "markdown": comparison_markdown,
    "json": comparison_json,
}


def write_edition(edition: Edition, ground: Ground, name: str) -> str:
    """Write an edition in one of the formats of FILES."""
    return FILES[name].write(edition, ground)


def write_comparison(found: EditionComparison, name: str) -> str:
    """Write what lies between two editions in one of the formats of COMPARISONS."""
    return COMPARISONS[name](found)


def edition_picture(edition: Edition) -> str:
    """Return an edition's map as one SVG with its title and dates."""
    drawn = edition.maturity_map
    return map_svg(
        map_geometry(drawn),
        LIGHT,
        title=edition_title(edition),
        caption=map_words.caption(drawn),
    )
