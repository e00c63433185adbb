"""A month ready to be written down, and what every rendering of it says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress

from themewatch.charts.journal_words import since_words
from themewatch.charts.run_words import (
    gone_run,
    improvement_name,
    kind_name,
    run_result,
)
from themewatch.charts.sentences import theme_name
from themewatch.charts.size_words import size
from themewatch.domain.journal import FixedTest, Journal
from themewatch.domain.journal_entry import Entry, Run, Side
from themewatch.domain.journal_report import Figures, Report
from themewatch.domain.record import FileRef
from themewatch.domain.theme import Theme
from themewatch.reports.journal_moved import own_effect
from themewatch.words import _


@dataclass(frozen=True, slots=True)
class Picture:
    """An image at the size of a page; width and height in px."""

    content: bytes
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Paper:
    """A month with all that is written of it.

    `report` is None while it was never closed; `figures` are that report's own, else
    what is known now. `taken_back` and `corrected` count the evidence under the report
    that was changed after it. `is_latest` says that the entries are those it was closed
    with. `pictures` are by the hash of their file; `missing` the hashes of files
    that are not on this machine.
    """

    journal: Journal
    theme: Theme
    entries: Sequence[Entry]
    report: Report | None
    figures: Figures
    taken_back: int = 0
    corrected: int = 0
    is_latest: bool = True
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()

    @property
    def entry_ids(self) -> frozenset[str]:
        return frozenset(entry.id for entry in self.entries)

    def run(self, run_id: str | None) -> Run | None:
        """Return a run of the month by its id."""
        runs = (run for entry in self.entries for run in entry.runs)
        return next((run for run in runs if run.id == run_id), None)


def title(paper: Paper) -> str:
    said = _("One month with one theme: {theme}")
    return said.format(theme=theme_name(paper.theme))


def byline(paper: Paper) -> str:
    """Say whose month it is, and which."""
    journal, said = paper.journal, _("{person}, {first} to {last}")
    return said.format(
        person=journal.person,
        first=journal.started_on.isoformat(),
        last=journal.ends_on.isoformat(),
    )


def state(paper: Paper) -> str:
    """Say whether it is closed, and what became of its ground since."""
    report = paper.report
    if report is None:
        said = _("Not closed yet: figures as of {day}.")
        return said.format(day=paper.figures.end.on.isoformat())
    closed = _("Closed on {day}, version {n}.")
    sentences = [closed.format(day=report.closed_on.isoformat(), n=report.number)]
    if not paper.is_latest:
        sentences.append(_("The entries may say more: it was opened again after that."))
    sentences.append(since_words(paper.taken_back, paper.corrected))
    return " ".join(filter(None, sentences))


def caption(paper: Paper) -> str:
    """Say whose month a picture shows, as of when, and what own notes moved."""
    as_of = _("As of {day}.").format(day=paper.figures.end.on.isoformat())
    moved = own_effect(paper.figures) if paper.figures.notes else ""
    return f"{byline(paper)}. {as_of} {moved}".strip()


def entry_title(entry: Entry) -> str:
    said = _("{day}: {kind}")
    return said.format(day=entry.on.isoformat(), kind=kind_name(entry.kind))


def facts_of_test(test: FixedTest) -> list[tuple[str, str]]:
    """Return how a fixed test is run, a label and words for each fact that it has."""
    facts = [
        (_("Prompt"), test.prompt),
        (_("Settings"), test.settings),
        (_("Usable when"), test.usable),
    ]
    return [(label, words) for label, words in facts if words]


RunRow = tuple[tuple[str, str], ...]
"""What a table says of a run: a heading and words for each column."""


def run_rows(runs: Sequence[Run], paper: Paper) -> list[RunRow]:
    """Return a table of runs without the columns in which nothing stands."""
    rows = [_run_row(run, paper) for run in runs]
    said = [
        any(cells)
        for cells in zip(*([c for _h, c in row] for row in rows), strict=True)
    ]
    return [tuple(compress(row, said)) for row in rows]


def _run_row(run: Run, paper: Paper) -> RunRow:
    test = paper.journal.test(run.test)
    name = test.title if test else ""
    if run.is_before:
        name = _("{test} (before)").format(test=name) if name else _("before")
    return (
        (_("Fixed test"), name),
        (_("Model"), run.model),
        (_("Day"), run.on.isoformat()),
        (_("Result"), run_result(run, paper.theme)),
        (_("Settings"), run.settings),
    )


def improvement_rows(entry: Entry, paper: Paper) -> list[tuple[str, str]]:
    """Return what an improvement says, a label and words for each fact that it has."""
    improvement = entry.improvement
    if improvement is None:
        return []
    watched = improvement.signal and paper.theme.signal(improvement.signal).name
    rows = [
        (_("What kind"), improvement_name(improvement.kind)),
        (_("What to watch"), _(watched) if watched else ""),
        (_("Before"), side_words(improvement.before, paper)),
        (_("After"), side_words(improvement.after, paper)),
        (_("What it changes"), improvement.change),
    ]
    return [(label, words) for label, words in rows if words]


def side_words(side: Side, paper: Paper) -> str:
    """Say one side of an improvement in words."""
    if (run := paper.run(side.run)) is not None:
        result = run_result(run, paper.theme)
        return ", ".join((result, run.model, run.on.isoformat()))
    if side.run is not None:
        return gone_run()
    day = side.on.isoformat() if side.on else ""
    return ", ".join(filter(None, (side.result, side.model, day)))


def file_words(ref: FileRef, paper: Paper) -> str:
    """Name a file that a page cannot show, and say where it is."""
    if ref.sha256 in paper.missing:
        return _("{name}: this file was not there any more.").format(name=ref.name)
    said = _("{name} ({size}): it is in the zip of this journal.")
    return said.format(name=ref.name, size=size(ref.size))
