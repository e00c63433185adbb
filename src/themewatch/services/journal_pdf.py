"""Make a PDF of a month, where typst is installed."""

from datetime import UTC, datetime, time
from importlib.util import find_spec
from typing import Any

from themewatch.errors import InputError
from themewatch.reports.journal_paper import Paper
from themewatch.reports.journal_typst import journal_typst
from themewatch.words import _


def has_typst() -> bool:
    """Say whether PDFs can be made here."""
    return find_spec("typst") is not None


def how_to_get_pdf() -> str:
    return _("PDF needs one package more: pip install 'themewatch[pdf]'.")


def journal_pdf(paper: Paper, *, language: str = "en") -> bytes:
    """Return a month as PDF, the same each time.

    Raises:
        InputError: typst is not installed.
    """
    if not has_typst():
        raise InputError(how_to_get_pdf())
    import typst  # noqa: PLC0415  an extra, and 77 MB

    source = journal_typst(paper, language=language)
    made_at = datetime.combine(paper.figures.end.on, time(), UTC)
    files: Any = dict(source.files)  # its types know of one file alone
    return bytes(typst.compile(files, timestamp=made_at))
