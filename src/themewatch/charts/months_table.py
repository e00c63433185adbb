"""Closed months side by side, in words: a row for each thing to compare."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Protocol

from themewatch.charts.claim_words import count_words
from themewatch.charts.journal_words import share_words
from themewatch.charts.run_words import improvement_name, run_words
from themewatch.charts.sentences import place, theme_name
from themewatch.charts.signed import signed
from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import ImprovementKind
from themewatch.domain.journal_report import Report
from themewatch.domain.month_facts import MonthFacts, Ran
from themewatch.domain.theme import Theme
from themewatch.words import _, ngettext


class Month(Protocol):
    """A closed month with its last report, and what its entries come to."""

    @property
    def journal(self) -> Journal: ...
    @property
    def theme(self) -> Theme: ...
    @property
    def report(self) -> Report: ...
    @property
    def facts(self) -> MonthFacts: ...


Row = tuple[str, list[str]]
"""What is compared, and how it was in each month; lines of a cell by line breaks."""


def months_table(months: Sequence[Month]) -> list[Row]:
    """Return the rows, those without a word in any month left out."""
    rows = {
        _("Theme"): _theme,
        _("Days"): _days,
        _("What tests show (●)"): _tested,
        _("What vendors say (◇)"): _claimed,
        _("What my notes moved"): _moved,
        _("Where it stood for me"): _view,
        _("Improvements"): _improvements,
        _("Fixed tests"): _tests,
        _("Tried"): _tried,
        _("Claims tested"): _claims,
    }
    found = [(label, _cells(months, write)) for label, write in rows.items()]
    return [(label, cells) for label, cells in found if any(cells)]


def _cells(months: Sequence[Month], write: Callable[[Month], str]) -> list[str]:
    return [write(month) for month in months]


def _theme(month: Month) -> str:
    return theme_name(month.theme)


def _days(month: Month) -> str:
    journal, noted = month.journal, month.facts.noted_days
    said = ngettext(
        "{first} to {last}, noted on {n} day",
        "{first} to {last}, noted on {n} days",
        noted,
    )
    return said.format(
        first=journal.started_on.isoformat(),
        last=month.report.closed_on.isoformat(),
        n=noted,
    )


def _tested(month: Month) -> str:
    start, end = month.report.figures.start, month.report.figures.end
    said = _("{start} ({first:.2f}), then {end} ({last:.2f})")
    return said.format(
        start=place(start.value),
        first=start.value,
        end=place(end.value),
        last=end.value,
    )


def _claimed(month: Month) -> str:
    start, end = (month.report.figures.claimed[place_][1] for place_ in (0, -1))
    if end is None:
        return _("too few claims to tell")
    if start is None or place(start) == place(end):
        return place(end)
    said = _("{start}, then {end}")
    return said.format(start=place(start), end=place(end))


def _moved(month: Month) -> str:
    figures = month.report.figures
    if not figures.notes:
        return _("none counted")
    notes = ngettext("{n} note", "{n} notes", figures.notes).format(n=figures.notes)
    share = share_words(figures.narrowed)
    if share is None:
        said = _("{amount} by {notes}")
    else:
        said = _("{amount} by {notes}, range narrowed by {share}")
    return said.format(amount=signed(figures.moved), notes=notes, share=share)


def _view(month: Month) -> str:
    return place(month.report.view.position)


def _improvements(month: Month) -> str:
    facts = month.facts
    kinds = Counter(
        entry.improvement.kind
        for entries in (*facts.improvements.values(), facts.not_better)
        for entry in entries
        if entry.improvement
    )
    said = _("{n} × {kind}")
    lines = [
        said.format(n=kinds[kind], kind=improvement_name(kind))
        for kind in ImprovementKind
        if kinds[kind]
    ]
    return "\n".join(lines) or _("none")


def _tests(month: Month) -> str:
    lines = []
    for runs in month.facts.tests:
        before, last = (_ran(ran, month) for ran in (runs.before, runs.last))
        is_run = runs.before is not None or runs.last is not None
        said = _("{test}: {before}, then {last}") if is_run else _("{test}: not run")
        lines.append(said.format(test=runs.test.title, before=before, last=last))
    return "\n".join(lines)


def _ran(ran: Ran | None, month: Month) -> str:
    return run_words(ran.run, month.theme) if ran else _("not run")


def _tried(month: Month) -> str:
    facts = month.facts
    if not facts.tries:
        return ""
    tries = ngettext("{n} try", "{n} tries", facts.tries).format(n=facts.tries)
    count = len(facts.models)
    models = ngettext("{n} model", "{n} models", count).format(n=count)
    return _("{tries} on {models}").format(tries=tries, models=models)


def _claims(month: Month) -> str:
    outcomes = Counter(claim.outcome for claim in month.report.figures.claims)
    return ", ".join(count_words(outcome, n) for outcome, n in outcomes.items())
