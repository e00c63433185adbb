"""The map as something to take along: text, tables, a picture, one file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from themewatch.charts.geometry import map_geometry
from themewatch.charts.order import Order
from themewatch.charts.palette import LIGHT
from themewatch.domain.standing import MaturityMap
from themewatch.reports import map_words
from themewatch.reports.map_csv import map_csv
from themewatch.reports.map_html import map_html
from themewatch.reports.map_json import map_json
from themewatch.reports.map_markdown import map_markdown
from themewatch.reports.map_svg import map_svg
from themewatch.reports.map_text import map_text
from themewatch.words import mark


def map_picture(maturity_map: MaturityMap, order: Order = "lesson") -> str:
    """Return the map as one SVG with its date and a sentence made from its figures."""
    return map_svg(
        map_geometry(maturity_map, order=order),
        LIGHT,
        title=map_words.title(),
        caption=map_words.caption(maturity_map),
    )


@dataclass(frozen=True, slots=True)
class MapFile:
    """One way to write a map down."""

    title: str
    suffix: str
    media_type: str
    write: Callable[[MaturityMap], str]


FILES: Mapping[str, MapFile] = {
    "svg": MapFile(mark("Picture (SVG)"), "svg", "image/svg+xml", map_picture),
    "html": MapFile(mark("One web page (HTML)"), "html", "text/html", map_html),
    "markdown": MapFile(mark("Report (Markdown)"), "md", "text/markdown", map_markdown),
    "csv": MapFile(mark("Table (CSV)"), "csv", "text/csv", map_csv),
    "text": MapFile(mark("The lesson's chart (text)"), "txt", "text/plain", map_text),
    "json": MapFile(mark("Figures (JSON)"), "json", "application/json", map_json),
}


def write_map(maturity_map: MaturityMap, name: str) -> str:
    """Write the map in one of the formats of FILES."""
    return FILES[name].write(maturity_map)
