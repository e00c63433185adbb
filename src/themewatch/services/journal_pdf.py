"""Make a PDF of a month, where typst is installed."""

from datetime import UTC, datetime, time
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from themewatch.errors import InputError
from themewatch.reports.journal_paper import Paper
from themewatch.reports.journal_typst import journal_typst
from themewatch.words import _

MAIN = "main.typ"


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
    with TemporaryDirectory(prefix="themewatch-") as folder:
        for name, content in {MAIN: source.main, **source.files}.items():
            (Path(folder) / name).write_bytes(content)
        return typst.compile(f"{folder}/{MAIN}", root=folder, timestamp=made_at)
