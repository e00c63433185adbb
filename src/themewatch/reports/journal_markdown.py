"""A month as one Markdown file: its report, how it was tested, and every entry."""

from collections.abc import Callable, Iterator

from themewatch.charts.journal_words import month_alt
from themewatch.domain.journal_entry import Run
from themewatch.domain.journal_parcel import files_of
from themewatch.domain.marked_text import as_typed
from themewatch.domain.record import FileRef
from themewatch.reports import journal_paper
from themewatch.reports.journal_paper import (
    Paper,
    facts_of_test,
    improvement_rows,
    run_rows,
)
from themewatch.reports.map_words import marks_method
from themewatch.reports.markdown import escaped
from themewatch.reports.marked_markdown import marked_markdown
from themewatch.words import _

Where = Callable[[FileRef], str | None]
"""Where a file lies beside the Markdown file; None: nowhere."""


def journal_markdown(paper: Paper, where: Where = lambda _ref: None) -> str:
    """Write a month; images are shown from where they lie, other files linked."""
    blocks = [
        f"# {escaped(journal_paper.title(paper))}",
        escaped(journal_paper.byline(paper)),
        escaped(journal_paper.state(paper)),
        escaped(month_alt(paper.figures)),
        *_why(paper),
        *_sections(paper),
        *_tests(paper),
        *_entries(paper, where),
        f"*{escaped(marks_method())}*",
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _why(paper: Paper) -> Iterator[str]:
    if paper.journal.why:
        yield f"## {escaped(_('Why this theme'))}"
        yield marked_markdown(as_typed(paper.journal.why))


def _sections(paper: Paper) -> Iterator[str]:
    for section in paper.report.sections if paper.report else ():
        yield f"## {escaped(section.title)}"
        yield marked_markdown(section.text, paper.entry_ids)


def _tests(paper: Paper) -> Iterator[str]:
    if not paper.journal.tests:
        return
    yield f"## {escaped(_('How it was tested'))}"
    for test in paper.journal.tests:
        yield f"### {escaped(test.title)}"
        yield _facts(facts_of_test(test))


def _entries(paper: Paper, where: Where) -> Iterator[str]:
    if not paper.entries:
        return
    yield f"## {escaped(_('The entries'))}"
    for entry in paper.entries:
        yield f'<a id="entry-{entry.id}"></a>'
        yield f"### {escaped(journal_paper.entry_title(entry))}"
        yield marked_markdown(as_typed(entry.text))
        yield _table(entry.runs, paper)
        yield _facts(improvement_rows(entry, paper))
        yield "\n".join(_file(ref, paper, where) for ref in files_of(entry))


def _facts(facts: list[tuple[str, str]]) -> str:
    return "\n".join(f"- **{escaped(label)}**: {escaped(it)}" for label, it in facts)


def _table(runs: tuple[Run, ...], paper: Paper) -> str:
    rows = run_rows(runs, paper)
    if not rows:
        return ""
    heads = [head for head, _words in rows[0]]
    lines = [heads, ["---"] * len(heads)]
    written = [" | ".join(line) for line in lines]
    written += [" | ".join(escaped(words) for _head, words in row) for row in rows]
    return "\n".join(f"| {line} |" for line in written)


def _file(ref: FileRef, paper: Paper, where: Where) -> str:
    place, name = where(ref), escaped(ref.name)
    if place is None or ref.sha256 in paper.missing:
        return f"- {escaped(journal_paper.file_words(ref, paper))}"
    picture = "!" if ref.media_type.startswith("image/") else ""
    return f"- {picture}[{name}]({place})"
