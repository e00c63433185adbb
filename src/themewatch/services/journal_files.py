"""A month as something to take along: a page, a PDF, text, its chart."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from themewatch.reports.journal_html import journal_html, month_picture
from themewatch.reports.journal_markdown import journal_markdown
from themewatch.services.journal_paper import Paper, with_pictures
from themewatch.services.journal_pdf import journal_pdf
from themewatch.words import mark


@dataclass(frozen=True, slots=True)
class JournalFile:
    """One way to write a month down; `is_shown` says that images stand in it."""

    title: str
    suffix: str
    media_type: str
    write: Callable[[Paper], str | bytes]
    is_shown: bool = False


FILES: Mapping[str, JournalFile] = {
    "html": JournalFile(
        mark("One web page (HTML)"), "html", "text/html", journal_html, is_shown=True
    ),
    "pdf": JournalFile(
        mark("On paper (PDF)"), "pdf", "application/pdf", journal_pdf, is_shown=True
    ),
    "markdown": JournalFile(
        mark("Text (Markdown)"), "md", "text/markdown", journal_markdown
    ),
    "svg": JournalFile(mark("The chart (SVG)"), "svg", "image/svg+xml", month_picture),
}


def write_journal(paper: Paper, home: Path, name: str) -> bytes:
    """Write a month in one of the formats of FILES.

    Raises:
        InputError: It is PDF, and typst is not installed.
    """
    file = FILES[name]
    written = file.write(with_pictures(paper, home) if file.is_shown else paper)
    return written.encode("utf-8") if isinstance(written, str) else written


def picture_of(paper: Paper) -> str:
    """Return the chart as one SVG that bears its title and dates."""
    return month_picture(paper)
