"""An edition as one HTML file that needs nothing else."""

from collections.abc import Iterator
from html import escape

from themewatch.charts.edition_words import (
    confirmed_words,
    edition_title,
    ground_words,
    piece_facts,
    piece_heading,
    piece_result,
    published_words,
    undecided_words,
    what_now,
    why_decided,
)
from themewatch.charts.headline import headline
from themewatch.charts.sentences import theme_name
from themewatch.domain.edition import Edition, FrozenTheme, Ground, Piece
from themewatch.domain.edition_decisions import decided_anew
from themewatch.reports import map_words
from themewatch.reports.edition_table import edition_table
from themewatch.reports.map_html import STYLE, colours, pictures, table, text_with_dates
from themewatch.words import _, ngettext

OWN_STYLE = """
.note { white-space: pre-line; max-width: 45rem }
dl { max-width: 45rem }
dt { font-weight: 600; margin-top: .75rem }
dd { margin: 0 }
li { margin: .4rem 0; overflow-wrap: anywhere }
summary { cursor: pointer; padding: .3rem 0 }
@media screen and (max-width: 45rem) { td:has(span:empty) { display: none } }
"""


def edition_html(edition: Edition, ground: Ground, *, language: str = "en") -> str:
    """Write the page; `language` is the tag of the language its words are in."""
    title, drawn = escape(edition_title(edition)), edition.maturity_map
    return f"""<!doctype html>
<html lang="{escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{colours()}{STYLE}{OWN_STYLE}</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p class="dates">{text_with_dates(published_words(edition))}.
{text_with_dates(ground_words(edition))}.</p>
{_note(edition)}
<h2>{escape(_("What we do now"))}</h2>
{_decisions(edition)}
<h2>{escape(_("The map"))}</h2>
<p class="headline">{text_with_dates(headline(drawn, name=theme_name))}</p>
{pictures(drawn, title=edition_title(edition))}
<h2>{escape(_("The map in words"))}</h2>
{table(edition_table(edition))}
<h2>{escape(_("The evidence it rests on"))}</h2>
{"".join(_evidence(theme, ground) for theme in edition.themes)}
<h2>{escape(_("The settings it was made with"))}</h2>
{_settings(edition)}
</main>
<footer><p>{escape(map_words.marks_method())}</p></footer>
</body>
</html>
"""


def _note(edition: Edition) -> str:
    return f'<p class="note">{escape(edition.note)}</p>' if edition.note else ""


def _decisions(edition: Edition) -> str:
    themes = {theme.slug: theme.theme for theme in edition.themes}
    items = "".join(
        f"<dt>{escape(theme_name(themes[d.theme]))}</dt>"
        f"<dd><strong>{text_with_dates(what_now(d))}</strong></dd>"
        f"<dd>{text_with_dates(why_decided(d))}</dd>"
        for d in decided_anew(edition.decisions)
    )
    lines = [*confirmed_words(edition.decisions, themes), undecided_words(edition)]
    said = "".join(f"<p>{text_with_dates(line)}</p>" for line in lines if line)
    return f"<dl>{items}</dl>{said}" if items else said


def _evidence(theme: FrozenTheme, ground: Ground) -> str:
    pieces = ground.of(theme.slug)
    count = ngettext("{n} piece of evidence", "{n} pieces of evidence", len(pieces))
    said = f"{theme_name(theme.theme)}: {count.format(n=len(pieces))}"
    items = "".join(_item(piece, theme) for piece in pieces)
    return f"<details><summary>{escape(said)}</summary>\n<ul>{items}</ul></details>\n"


def _item(piece: Piece, theme: FrozenTheme) -> str:
    return f"<li>{'<br>'.join(_lines(piece, theme))}</li>"


def _lines(piece: Piece, theme: FrozenTheme) -> Iterator[str]:
    heading = f"<strong>{escape(piece_heading(piece))}</strong>"
    yield f"{heading}: {escape(piece_result(piece, theme.theme))}"
    if piece.words:
        yield escape(piece.words)
    yield text_with_dates(piece_facts(piece))


def _settings(edition: Edition) -> str:
    rows = [
        {_("Setting"): constant.name, _("Value"): constant.value}
        for constant in edition.settings
    ]
    said = ngettext("{n} setting", "{n} settings", len(rows)).format(n=len(rows))
    return f"<details><summary>{escape(said)}</summary>\n{table(rows)}</details>"
