"""A digest as one HTML file that needs nothing else."""

from collections.abc import Iterator
from html import escape

from themewatch.domain.digest import Digest
from themewatch.reports.digest_words import Line, Section, sections, summary, title
from themewatch.reports.map_html import colours
from themewatch.words import _

STYLE = """
body { margin: 0 auto; padding: 1.5rem; max-width: 45rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem }
.summary { font-size: 1.1rem }
ul { padding-left: 1.25rem }
li { margin: .4rem 0; overflow-wrap: anywhere }
a { color: var(--up) }
"""


def digest_html(digest: Digest, *, language: str = "en") -> str:
    """Write the page; `language` is the tag of the language its words are in."""
    heading = escape(title(digest))
    body = "\n".join(map(_section, sections(digest)))
    return f"""<!doctype html>
<html lang="{escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{heading}</title>
<style>{colours()}{STYLE}</style>
</head>
<body>
<main>
<h1>{heading}</h1>
<p class="summary">{escape(summary(digest))}</p>
{body}
</main>
</body>
</html>
"""


def _section(section: Section) -> str:
    return "\n".join(_parts(section))


def _parts(section: Section) -> Iterator[str]:
    yield f"<h2>{escape(section.heading)}</h2>"
    if section.lines:
        yield "<ul>"
        yield from map(_item, section.lines)
        yield "</ul>"
    else:
        yield f"<p>{escape(section.nothing)}</p>"
    if section.after:
        yield f"<p>{escape(section.after)}</p>"


def _item(line: Line) -> str:
    text = f"<strong>{escape(line.name)}</strong>: {escape(line.text)}"
    if line.link:
        source = escape(_("where it was read"))
        text = f'{text} <a href="{escape(line.link)}">{source}</a>'
    return f"<li>{text}</li>"
