"""A month as typst source, of which one PDF is made: all words in it are strings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from themewatch.charts.journal_words import month_alt
from themewatch.charts.palette import LIGHT
from themewatch.domain.journal_entry import Entry, Run
from themewatch.domain.journal_parcel import files_of
from themewatch.domain.marked_text import as_typed
from themewatch.domain.record import FileRef
from themewatch.reports import journal_paper
from themewatch.reports.journal_paper import (
    Paper,
    Picture,
    facts_of_test,
    improvement_rows,
    run_rows,
)
from themewatch.reports.journal_svg import month_svg
from themewatch.reports.map_words import marks_method
from themewatch.reports.marked_typst import label, marked_typst, string
from themewatch.words import _

CHART = "month.svg"
SUFFIXES = {"image/png": "png", "image/jpeg": "jpg"}


@dataclass(frozen=True, slots=True)
class TypstSource:
    """A document, and the images it shows by their names."""

    main: bytes
    files: Mapping[str, bytes]


def journal_typst(paper: Paper, *, language: str = "en") -> TypstSource:
    """Write a month; `language` is the tag of the language its words are in."""
    main = "\n".join([*_set_up(paper, language), *_body(paper)])
    pictures = {
        _name(sha256, picture): picture.content
        for sha256, picture in paper.pictures.items()
    }
    svg = month_svg(
        paper.journal,
        paper.figures,
        LIGHT,
        title=journal_paper.title(paper),
        caption=journal_paper.caption(paper),
        headed=False,
    )
    return TypstSource(main.encode("utf-8"), {CHART: svg.encode("utf-8"), **pictures})


def _set_up(paper: Paper, language: str) -> Iterator[str]:
    day, tag = paper.figures.end.on, language.partition("-")[0]
    title, author = journal_paper.title(paper), paper.journal.person
    made = f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"
    yield f"#set document(title: {string(title)}, author: {string(author)})"
    yield f"#set document(date: {made})"
    yield '#set page(paper: "a4", margin: (x: 20mm, y: 18mm), numbering: "1")'
    yield f"#set text(lang: {string(tag)}, size: 10.5pt)"
    yield "#set par(leading: 0.65em)"
    yield "#set list(indent: 0.4em)"
    yield "#set table(inset: (x: 3pt, y: 4pt), stroke: (x, y) => (bottom: luma(190)))"
    yield "#show link: it => underline(stroke: luma(150), offset: 2pt, it)"
    yield "#show table: set text(size: 9pt)"
    yield "#show heading: set block(above: 1.4em, below: 0.7em)"
    yield "#show figure.caption: set text(size: 8.5pt, fill: luma(80))"


def _body(paper: Paper) -> Iterator[str]:
    yield _heading(1, journal_paper.title(paper))
    yield f"#text(size: 12pt, {string(journal_paper.byline(paper))})"
    yield f"#par(text(fill: luma(80), {string(journal_paper.state(paper))}))"
    alt = string(month_alt(paper.figures))
    yield f"#image({string(CHART)}, width: 100%, alt: {alt})"
    if paper.journal.why:
        yield _heading(2, _("Why this theme"))
        yield marked_typst(as_typed(paper.journal.why))
    for section in paper.report.sections if paper.report else ():
        yield _heading(2, section.title)
        yield marked_typst(section.text, paper.entry_ids)
    yield from _tests(paper)
    if paper.entries:
        yield _heading(2, _("The entries"))
        for entry in paper.entries:
            yield from _entry(entry, paper)
    yield f"#v(1em)\n#text(size: 9pt, fill: luma(80), {string(marks_method())})"


def _heading(level: int, words: str) -> str:
    return f"#heading(level: {level}, {string(words)})"


def _tests(paper: Paper) -> Iterator[str]:
    if not paper.journal.tests:
        return
    yield _heading(2, _("How it was tested"))
    for test in paper.journal.tests:
        yield _heading(3, test.title)
        yield _facts(facts_of_test(test))


def _entry(entry: Entry, paper: Paper) -> Iterator[str]:
    yield f"{_heading(3, journal_paper.entry_title(entry))} #{label(entry.id)}"
    yield marked_typst(as_typed(entry.text))
    yield _table(entry.runs, paper)
    yield _facts(improvement_rows(entry, paper))
    yield _files(files_of(entry), paper)


def _facts(facts: list[tuple[str, str]]) -> str:
    if not facts:
        return ""
    cells = ", ".join(
        f"text(fill: luma(80), {string(name)}), {string(words)}"
        for name, words in facts
    )
    return f"#grid(columns: (8em, 1fr), row-gutter: 0.6em, {cells})"


def _table(runs: tuple[Run, ...], paper: Paper) -> str:
    rows = run_rows(runs, paper)
    if not rows:
        return ""
    heads = ", ".join(f"strong({string(head)})" for head, _words in rows[0])
    cells = ", ".join(string(words) for row in rows for _head, words in row)
    columns = ", ".join(["auto"] * (len(rows[0]) - 1))
    return f"#table(columns: ({columns}, 1fr), table.header({heads}), {cells})"


def _files(refs: tuple[FileRef, ...], paper: Paper) -> str:
    shown = [
        _picture(ref, paper.pictures[ref.sha256])
        for ref in refs
        if ref.sha256 in paper.pictures
    ]
    named = [
        f"[#({string(journal_paper.file_words(ref, paper))})]"
        for ref in refs
        if ref.sha256 not in paper.pictures
    ]
    columns = "columns: (1fr, 1fr, 1fr), gutter: 8pt"
    parts = [f"#grid({columns}, {', '.join(shown)})" if shown else ""]
    parts.append(f"#list({', '.join(named)})" if named else "")
    return "\n".join(filter(None, parts))


def _picture(ref: FileRef, picture: Picture) -> str:
    name = string(ref.name)
    image = f"image({string(_name(ref.sha256, picture))}, alt: {name})"
    return f"figure({image}, caption: {name}, numbering: none, supplement: none)"


def _name(sha256: str, picture: Picture) -> str:
    return f"{sha256}.{SUFFIXES[picture.media_type]}"
