"""A month as one HTML file that needs nothing else: no script, no other host.

Whoever has no app reads it: report, chart, how it was tested, every entry.
"""

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from themewatch.charts.palette import LIGHT
from themewatch.domain.journal_entry import Entry, Run
from themewatch.domain.journal_parcel import files_of
from themewatch.domain.marked_text import as_typed
from themewatch.domain.record import FileRef
from themewatch.reports import journal_paper
from themewatch.reports.journal_html_style import STYLE
from themewatch.reports.journal_paper import (
    Paper,
    facts_of_test,
    improvement_rows,
    run_rows,
)
from themewatch.reports.journal_sheet import NARROW, WIDE, Form
from themewatch.reports.journal_svg import month_svg
from themewatch.reports.map_html import BY_VARIABLE, colours
from themewatch.reports.map_words import marks_method
from themewatch.reports.marked_html import dated, marked_html
from themewatch.words import _


def journal_html(paper: Paper, *, language: str = "en") -> str:
    """Write the page; `language` is the tag of the language its words are in."""
    title = escape(journal_paper.title(paper))
    body = "\n".join(_body(paper))
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
<p class="byline">{dated(journal_paper.byline(paper))}</p>
<p class="state">{dated(journal_paper.state(paper))}</p>
{body}
</main>
<footer><p>{escape(marks_method())}</p></footer>
</body>
</html>
"""


def month_picture(paper: Paper) -> str:
    """Return a month's chart as one SVG that bears its title and dates."""
    return month_svg(
        paper.journal,
        paper.figures,
        LIGHT,
        title=journal_paper.title(paper),
        caption=journal_paper.caption(paper),
    )


def _body(paper: Paper) -> Iterator[str]:
    yield from (_chart(paper, form) for form in (WIDE, NARROW))
    if paper.journal.why:
        yield _heading(_("Why this theme"))
        yield marked_html(as_typed(paper.journal.why))
    for section in paper.report.sections if paper.report else ():
        yield _heading(section.title)
        yield marked_html(section.text, paper.entry_ids)
    yield from _tests(paper)
    if paper.entries:
        yield _heading(_("The entries"))
        yield from (_entry(entry, paper) for entry in paper.entries)


def _heading(words: str) -> str:
    return f"<h2>{escape(words)}</h2>"


def _chart(paper: Paper, form: Form) -> str:
    """The chart for a wide page and for a phone; the style shows one of them."""
    svg = month_svg(
        paper.journal,
        paper.figures,
        BY_VARIABLE,
        title=journal_paper.title(paper),
        caption=journal_paper.caption(paper),
        form=form,
        headed=False,
    )
    return f'<div class="chart {form.name}">{svg}</div>'


def _tests(paper: Paper) -> Iterator[str]:
    if not paper.journal.tests:
        return
    yield _heading(_("How it was tested"))
    for test in paper.journal.tests:
        yield f"<h3>{escape(test.title)}</h3>"
        yield _facts(facts_of_test(test))


def _entry(entry: Entry, paper: Paper) -> str:
    parts = [
        f"<h3>{dated(journal_paper.entry_title(entry))}</h3>",
        marked_html(as_typed(entry.text)),
        _table(entry.runs, paper),
        _facts(improvement_rows(entry, paper)),
        _files(files_of(entry), paper),
    ]
    inside = "\n".join(filter(None, parts))
    return (
        f'<article class="entry" id="entry-{escape(entry.id)}">\n{inside}\n</article>'
    )


def _facts(facts: list[tuple[str, str]]) -> str:
    pairs = "".join(
        f"<dt>{escape(label)}</dt><dd>{dated(words)}</dd>" for label, words in facts
    )
    return f"<dl>{pairs}</dl>" if pairs else ""


def _table(runs: tuple[Run, ...], paper: Paper) -> str:
    rows = run_rows(runs, paper)
    if not rows:
        return ""
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head, _words in rows[0])
    body = "\n".join(
        "<tr>"
        + "".join(
            f'<td data-head="{escape(head)}">{dated(words)}</td>' for head, words in row
        )
        + "</tr>"
        for row in rows
    )
    return (
        f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody></table>"
    )


def _files(refs: tuple[FileRef, ...], paper: Paper) -> str:
    pictures = paper.pictures
    shown = "\n".join(_picture(ref, paper) for ref in refs if ref.sha256 in pictures)
    named = "".join(
        f"<li>{escape(journal_paper.file_words(ref, paper))}</li>"
        for ref in refs
        if ref.sha256 not in pictures
    )
    parts = [f'<div class="files">{shown}</div>' if shown else ""]
    parts.append(f"<ul>{named}</ul>" if named else "")
    return "\n".join(filter(None, parts))


def _picture(ref: FileRef, paper: Paper) -> str:
    picture, name = paper.pictures[ref.sha256], escape(ref.name)
    data = b64encode(picture.content).decode("ascii")
    return (
        f'<figure><img src="data:{picture.media_type};base64,{data}" alt="{name}" '
        f'width="{picture.width}" height="{picture.height}">'
        f"<figcaption>{name}</figcaption></figure>"
    )
