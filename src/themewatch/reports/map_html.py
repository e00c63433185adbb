"""The map as one HTML file that needs nothing else: picture, table, date, method."""

import re
from dataclasses import fields
from html import escape

from themewatch.charts.geometry import map_geometry
from themewatch.charts.headline import headline
from themewatch.charts.map_table import map_table
from themewatch.charts.order import Order
from themewatch.charts.palette import DARK, LIGHT, Palette
from themewatch.domain.standing import MaturityMap
from themewatch.reports import map_words
from themewatch.reports.map_svg import map_svg
from themewatch.reports.svg_sheet import NARROW, WIDE
from themewatch.words import _

BY_VARIABLE = Palette(**{f.name: f"var(--{f.name})" for f in fields(Palette)})
"""Colours left to the page's style, which knows light from dark."""

STYLE = """
body { margin: 0 auto; padding: 1.5rem; max-width: 72rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem }
.headline { font-size: 1.1rem; margin: .25rem 0 1rem }
.dates, footer { color: var(--muted) }
.dates { margin: 0 }
time { white-space: nowrap }
svg { display: block; width: 100%; height: auto }
.narrow { display: none }
table { border-collapse: collapse; width: 100%; font-size: .9rem }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0;
  border-bottom: 1px solid var(--grid) }
footer { margin-top: 2rem; max-width: 45rem; font-size: .9rem }
@media screen and (max-width: 45rem) {
  body { padding: 1rem }
  .wide, thead { display: none }
  .narrow { display: block }
  tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--grid) }
  tbody th, td { display: grid; grid-template-columns: 9rem 1fr; gap: .5rem;
    border: 0; padding: .1rem 0 }
  tbody th { display: block; font-size: 1rem }
  td::before { content: attr(data-head); color: var(--muted) }
}
@media print {
  body { padding: 0; max-width: none }
  .map, tr { break-inside: avoid }
}
@page { size: A4 landscape; margin: 12mm }
"""


def map_html(
    maturity_map: MaturityMap, *, order: Order = "lesson", language: str = "en"
) -> str:
    """Write the page; `language` is the tag of the language its words are in."""
    title = escape(map_words.title())
    return f"""<!doctype html>
<html lang="{escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{colours()}{STYLE}</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p class="dates">{text_with_dates(map_words.dates(maturity_map))}</p>
<p class="headline">{text_with_dates(headline(maturity_map))}</p>
{pictures(maturity_map, order)}
<h2>{escape(_("The map in words"))}</h2>
{table(map_table(maturity_map))}
</main>
<footer><p>{escape(map_words.method(maturity_map))}</p></footer>
</body>
</html>
"""


def colours() -> str:
    """The palette as variables: light, and dark on a screen that asks for it."""
    dark = f"@media screen and (prefers-color-scheme: dark) {{ {_variables(DARK)} }}"
    return f"\n{_variables(LIGHT)}\n{dark}"


def _variables(palette: Palette) -> str:
    values = (f"--{f.name}: {getattr(palette, f.name)}" for f in fields(Palette))
    return f":root {{ {'; '.join(values)} }}"


def pictures(
    maturity_map: MaturityMap, order: Order = "lesson", *, title: str | None = None
) -> str:
    """The map for a wide page and for a phone; the style shows one of them."""
    geometry = map_geometry(maturity_map, order=order)
    title, caption = title or map_words.title(), map_words.caption(maturity_map)
    return "\n".join(
        f'<div class="map {form.name}">'
        + map_svg(
            geometry,
            BY_VARIABLE,
            title=title,
            caption=caption,
            form=form,
            headed=False,
        )
        + "</div>"
        for form in (WIDE, NARROW)
    )


def table(rows: list[dict[str, str]]) -> str:
    """Rows of words under their heads; on a phone each row is a list."""
    heads = list(dict.fromkeys(head for row in rows for head in row))
    head_cells = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = "\n".join(_row(row, heads) for row in rows)
    return (
        f"<table>\n<thead><tr>{head_cells}</tr></thead>\n<tbody>\n{body}\n"
        "</tbody>\n</table>"
    )


def _row(row: dict[str, str], heads: list[str]) -> str:
    name, *rest = heads
    cells = "".join(
        f'<td data-head="{escape(head)}">'
        f"<span>{text_with_dates(row.get(head, ''))}</span></td>"
        for head in rest
    )
    return f'<tr><th scope="row">{escape(row[name])}</th>{cells}</tr>'


def text_with_dates(text: str) -> str:
    """Escape a text, and keep its dates in one piece."""
    return re.sub(r"\d{4}-\d\d-\d\d", r"<time>\g<0></time>", escape(text))
