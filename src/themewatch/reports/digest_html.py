"""A digest as one HTML file that needs nothing else, to mail or to keep.

Mail programs leave out what stands in a style sheet, or all of it but the simplest:
every element bears its own style, and the sheet only what the dark changes.
"""

from collections.abc import Iterator, Mapping
from html import escape

from themewatch.charts.palette import DARK, LIGHT
from themewatch.domain.digest import Digest
from themewatch.reports.digest_lines import Line, Section, page
from themewatch.reports.digest_words import sections, summary, title
from themewatch.words import _

_LETTERS = "font-family: system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"
STYLES: Mapping[str, str] = {
    "body": f"margin: 0; padding: 0; background-color: {LIGHT.paper}; "
    f"color: {LIGHT.ink}",
    "main": "display: block; margin: 0 auto; padding: 24px; max-width: 720px; "
    f"{_LETTERS}; font-size: 16px; line-height: 1.5",
    "h1": "font-size: 26px; line-height: 1.2; margin: 0 0 8px",
    "h2": "font-size: 19px; margin: 32px 0 8px",
    "p": "margin: 8px 0",
    "ul": "margin: 8px 0; padding-left: 20px",
    "li": "margin: 6px 0; overflow-wrap: anywhere",
    "a": f"color: {LIGHT.up}",
}
DARK_SHEET = (
    "@media screen and (prefers-color-scheme: dark) { "
    f"body {{ background-color: {DARK.paper} !important; "
    f"color: {DARK.ink} !important }} "
    f"a {{ color: {DARK.up} !important }} }}"
)


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
<style>{DARK_SHEET}</style>
</head>
{_opened("body")}
{_opened("main")}
{_element("h1", heading)}
{_element("p", f"<strong>{escape(summary(digest))}</strong>")}
{_way_in(digest)}
{body}
</main>
</body>
</html>
"""


def _way_in(digest: Digest) -> str:
    address = page(digest)
    return _element("p", _link(_("Open the map"), address)) if address else ""


def _section(section: Section) -> str:
    return "\n".join(_parts(section))


def _parts(section: Section) -> Iterator[str]:
    yield _element("h2", escape(section.heading))
    if section.lines:
        yield _opened("ul")
        yield from map(_item, section.lines)
        yield "</ul>"
    else:
        yield _element("p", escape(section.nothing))
    if section.after:
        yield _element("p", escape(section.after))


def _item(line: Line) -> str:
    name = _link(line.name, line.page) if line.page else escape(line.name)
    text = f"<strong>{name}</strong>: {escape(line.text)}"
    if line.link:
        text = f"{text} {_link(_('where it was read'), line.link)}"
    return _element("li", text)


def _link(words: str, address: str) -> str:
    return f'<a href="{escape(address)}" style="{STYLES["a"]}">{escape(words)}</a>'


def _element(tag: str, inside: str) -> str:
    return f"{_opened(tag)}{inside}</{tag}>"


def _opened(tag: str) -> str:
    return f'<{tag} style="{STYLES[tag]}">'
