"""What got better in a month, by what was watched; and what still fails.

That nothing got better is a finding: in so many tries, on these models.
"""

from collections.abc import Iterator

from themewatch.charts.run_words import improvement_name
from themewatch.domain.journal_entry import Entry
from themewatch.domain.marked_text import unmarked
from themewatch.domain.month_facts import MonthFacts, Ran
from themewatch.reports.journal_cited import (
    Ground,
    cited,
    cited_failure,
    side_words,
)
from themewatch.words import _, ngettext

MOST_FAILING = 4


def better_lines(ground: Ground) -> Iterator[str]:
    """List the improvements under what was watched, or say what was found instead."""
    facts = ground.facts
    for signal, entries in facts.improvements.items():
        yield f"**{_signal_name(signal, ground)}**"
        for entry in entries:
            yield f"- {_improvement(entry, ground)}"
        yield ""
    if not facts.improvements:
        yield " ".join(_finding(ground))
    if facts.not_better:
        yield ""
        yield _("Tried, and not better:")
        for entry in facts.not_better:
            yield f"- {_improvement(entry, ground)}"


def _signal_name(signal: str | None, ground: Ground) -> str:
    if signal is None:
        return _("The theme as a whole")
    return unmarked(_(ground.theme.signal(signal).name))


def _improvement(entry: Entry, ground: Ground) -> str:
    improvement = entry.improvement
    if improvement is None:
        raise TypeError(entry)
    named = _("{day}, {kind}").format(
        day=entry.on.isoformat(), kind=improvement_name(improvement.kind)
    )
    said = _("{improvement}. Before: {before}. After: {after}.").format(
        improvement=cited(named, entry.id),
        before=side_words(improvement.before, ground),
        after=side_words(improvement.after, ground),
    )
    return f"{said} {unmarked(improvement.change)}".strip()


def _finding(ground: Ground) -> Iterator[str]:
    """Say what a month without a written improvement found."""
    facts = ground.facts
    if better := [runs for runs in facts.tests if runs.got_better]:
        yield _("No improvement was written down, yet these tests went better:")
        yield "; ".join(unmarked(runs.test.title) for runs in better) + "."
        return
    if not facts.tries:
        yield _(
            "Nothing was run after the first results, so this month tells where the "
            "theme stood, not what got better."
        )
        return
    yield _("No improvement in {tries} on {models}.").format(
        tries=_tries(facts), models=_models(facts)
    )
    if facts.failing:
        failing = "; ".join(
            cited_failure(ran, ground) for ran in facts.failing[:MOST_FAILING]
        )
        yield _("What still fails: {results}.").format(results=failing)


def _tries(facts: MonthFacts) -> str:
    return ngettext("{n} try", "{n} tries", facts.tries).format(n=facts.tries)


def _models(facts: MonthFacts) -> str:
    count = len(facts.models)
    return ngettext("{n} model", "{n} models", count).format(n=count)


def failing_lines(ground: Ground) -> Iterator[str]:
    """List the last runs that still fail, and what was tried without getting better."""
    facts = ground.facts
    for ran in facts.failing:
        yield f"- {_failing(ran, ground)}"
    if not facts.failing:
        has_results = any(ran.share is not None for ran in ground.runs.values())
        yield (
            _("Everything that was run last was usable.")
            if has_results
            else _("Nothing was run that had a result, so nothing is known to fail.")
        )


def _failing(ran: Ran, ground: Ground) -> str:
    test = ground.journal.test(ran.run.test)
    said = _("{test}: {result}.") if test else _("{result}.")
    title = f"**{unmarked(test.title)}**" if test else ""
    return said.format(test=title, result=cited_failure(ran, ground))
