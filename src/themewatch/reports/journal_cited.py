"""What a report says of entries, each piece of it a link to the entry it is from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from themewatch.charts.run_words import (
    failing_words,
    gone_run,
    improvement_name,
    kind_name,
    run_words,
)
from themewatch.charts.sentences import place
from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Entry, Side
from themewatch.domain.journal_report import ENTRY_LINK, ClosingView, Figures
from themewatch.domain.marked_text import as_typed, plain_words, unmarked
from themewatch.domain.month_facts import MonthFacts, Ran, facts_of
from themewatch.domain.theme import Theme
from themewatch.words import _

LONGEST_LABEL = 80


@dataclass(frozen=True, slots=True)
class Ground:
    """All that a report is drafted from; `runs` by their ids, entries by theirs."""

    journal: Journal
    theme: Theme
    entries: Mapping[str, Entry]
    runs: Mapping[str, Ran]
    facts: MonthFacts
    figures: Figures
    view: ClosingView


def ground_of(
    journal: Journal,
    theme: Theme,
    entries: Sequence[Entry],
    figures: Figures,
    view: ClosingView,
) -> Ground:
    """Lay out what a report is drafted from; the entries come by day."""
    runs = {run.id: Ran(run, entry.id) for entry in entries for run in entry.runs}
    return Ground(
        journal=journal,
        theme=theme,
        entries={entry.id: entry for entry in entries},
        runs=runs,
        facts=facts_of(journal, entries),
        figures=figures,
        view=view,
    )


def cited(words: str, entry_id: str) -> str:
    r"""Return words that lead to an entry.

    >>> print(cited("5 of 6 [sic]", "7"))
    [5 of 6 \[sic\]](entry:7)
    """
    return f"[{unmarked(words)}]({ENTRY_LINK}{entry_id})"


def cited_run(ran: Ran, ground: Ground) -> str:
    """Say how a run went, on what and when, as a link to where it stands."""
    words = run_words(ran.run, ground.theme)
    return cited(_dated(words, ran), ran.entry)


def cited_failure(ran: Ran, ground: Ground) -> str:
    """Say what of a run was not usable, as a link to where it stands."""
    words = failing_words(ran.run, ground.theme)
    return cited(_dated(words, ran), ran.entry)


def _dated(words: str, ran: Ran) -> str:
    return _("{words}, {day}").format(words=words, day=ran.run.on.isoformat())


def cited_entry(entry: Entry, ground: Ground) -> str:
    """Name an entry by its day and what it says first, as a link to it."""
    return cited(entry_label(entry, ground.theme), entry.id)


def entry_label(entry: Entry, theme: Theme) -> str:
    """Name an entry: its day, and a run, or its first words."""
    said = _("{day}: {words}")
    return said.format(day=entry.on.isoformat(), words=_gist(entry, theme))


def _gist(entry: Entry, theme: Theme) -> str:
    if entry.improvement is not None:
        return improvement_name(entry.improvement.kind)
    if entry.runs:
        return run_words(entry.runs[-1], theme)
    words = plain_words(as_typed(entry.text))
    return shortened(words) or kind_name(entry.kind)


def shortened(words: str) -> str:
    """Return words on no more room than a label has, cut between two of them.

    The stop at their end is left to the sentence they stand in.

    >>> len(shortened("word " * 40)) <= LONGEST_LABEL + 1
    True
    """
    words = " ".join(words.split())
    if len(words) <= LONGEST_LABEL:
        return words.removesuffix(".")
    cut = words[:LONGEST_LABEL].rsplit(" ", 1)[0]
    return f"{cut}…"


def side_words(side: Side, ground: Ground) -> str:
    """Say one side of an improvement: a run of this journal, or what was given."""
    if side.run is not None and (ran := ground.runs.get(side.run)):
        return cited_run(ran, ground)
    if side.run is not None:
        return gone_run()
    day = side.on.isoformat() if side.on else ""
    files = ", ".join(ref.name for ref in side.files) if not side.result else ""
    given = (side.result or files, side.model, day)
    return unmarked(", ".join(filter(None, given)))


def view_words(ground: Ground) -> str:
    """Say where the theme stands for the person, which note convinced them, and why."""
    view = ground.view
    said = [_("For me it stands at {place}.").format(place=place(view.position))]
    if view.entry is not None and (entry := ground.entries.get(view.entry)):
        convinced = _("This note convinced me: {note}.")
        said.append(convinced.format(note=cited_entry(entry, ground)))
    if view.reason:
        said.append(unmarked(view.reason))
    return " ".join(said)
