"""The draft of a month's report: sentences from its entries, each linked to its own.

A month in which nothing got better is told as what was found out.
"""

from collections.abc import Callable, Iterator, Mapping

from themewatch.charts.claim_words import outcome_name
from themewatch.charts.journal_words import claimed_words, tested_words
from themewatch.domain.journal_entry import EntryKind
from themewatch.domain.journal_report import (
    Section,
    SectionName,
    TestedClaim,
)
from themewatch.domain.marked_text import unmarked
from themewatch.domain.month_facts import TestRuns
from themewatch.reports.journal_better import better_lines, failing_lines
from themewatch.reports.journal_cited import (
    Ground,
    cited,
    cited_entry,
    cited_run,
    shortened,
    view_words,
)
from themewatch.reports.journal_moved import moved_lines
from themewatch.words import _, mark, ngettext

TITLES = {
    SectionName.STANDING: mark("Where it stands"),
    SectionName.MOVED: mark("What moved it"),
    SectionName.TESTS: mark("The fixed tests, before and after"),
    SectionName.IMPROVEMENTS: mark("What got better"),
    SectionName.CLAIMS: mark("Claims tested, and how they held"),
    SectionName.FAILS: mark("What still fails"),
    SectionName.QUESTIONS: mark("Open questions"),
}


def draft_sections(ground: Ground) -> tuple[Section, ...]:
    """Draft every part of a report, in the order they are read."""
    return tuple(
        Section(name=name, title=_(TITLES[name]), text="\n".join(write(ground)).strip())
        for name, write in _WRITERS.items()
    )


def _standing(ground: Ground) -> Iterator[str]:
    figures = ground.figures
    scale = _("On the scale from 0 to 4 that is {start:.2f}, then {end:.2f}.")
    where = scale.format(start=figures.start.value, end=figures.end.value)
    yield f"{tested_words(figures)} {where}"
    yield claimed_words(figures)
    yield ""
    yield view_words(ground)
    yield ""
    yield _days(ground)


def _days(ground: Ground) -> str:
    """Say on how many days something was noted, from the first to the last."""
    facts, noted = ground.facts, [e for e in ground.entries.values() if e.is_noted]
    if not noted:
        return _("Nothing was noted in this month.")
    said = ngettext(
        "I noted something on one day: {first}.",
        "I noted something on {n} days, the first {first}, the last {last}.",
        facts.noted_days,
    )
    first, last = (cited_entry(entry, ground) for entry in (noted[0], noted[-1]))
    sentences = [said.format(n=facts.noted_days, first=first, last=last)]
    if facts.skipped_days:
        skipped = ngettext(
            "One day I skipped: {reasons}.",
            "{n} days I skipped: {reasons}.",
            facts.skipped_days,
        )
        reasons = "; ".join(
            cited(shortened(entry.text), entry.id)
            for entry in ground.entries.values()
            if entry.kind is EntryKind.SKIPPED
        )
        sentences.append(skipped.format(n=facts.skipped_days, reasons=reasons))
    return " ".join(sentences)


def _tests(ground: Ground) -> Iterator[str]:
    if not ground.facts.tests:
        yield _("There was no fixed test in this month.")
    for runs in ground.facts.tests:
        yield f"- **{unmarked(runs.test.title)}**: {_before_and_after(runs, ground)}"


def _before_and_after(runs: TestRuns, ground: Ground) -> str:
    before, last, best = (
        None if ran is None else cited_run(ran, ground)
        for ran in (runs.before, runs.last, runs.best)
    )
    match (before is not None, last is not None):
        case (True, True):
            said = [_("before, {before}; at the end, {last}.")]
        case (True, False):
            said = [_("before, {before}; it was not run again.")]
        case (False, True):
            said = [_("at the end, {last}; nothing from before to hold it against.")]
        case _neither:
            said = [_("it was not run.")]
    if best is not None:
        said.append(_("Best of all, {best}."))
    words = " ".join(said).format(before=before, last=last, best=best)
    times = len(runs.later) + (before is not None)
    if times > 2:  # noqa: PLR2004  more than the two that are named
        often = _("It was run {n} times in all.").format(n=times)
        words = f"{words} {often}"
    return words


def _claims(ground: Ground) -> Iterator[str]:
    for claim in ground.figures.claims:
        yield f"- {_claim(claim, ground)}"
    waiting = ground.figures.untested
    if not ground.figures.claims:
        yield _("I tested no claim of a vendor in this month.")
    if waiting:
        yield ""
        yield ngettext(
            "{n} claim about this theme waits for a test.",
            "{n} claims about this theme wait for a test.",
            waiting,
        ).format(n=waiting)


def _claim(claim: TestedClaim, ground: Ground) -> str:
    said = _("“{claim}” ({model}): {outcome}.")
    text, outcome = shortened(claim.text), outcome_name(claim.outcome)
    if claim.entry is None or claim.entry not in ground.entries:
        return said.format(
            claim=unmarked(text), model=unmarked(claim.model), outcome=outcome
        )
    linked = _("“{claim}” ({model}): {outcome}, after {test}.")
    return linked.format(
        claim=unmarked(text),
        model=unmarked(claim.model),
        outcome=outcome,
        test=cited(_("my test"), claim.entry),
    )


def _questions(ground: Ground) -> Iterator[str]:
    asked = [line for line in ground.journal.questions.splitlines() if line.strip()]
    for line in asked:
        yield f"- {unmarked(line.strip().removeprefix('- '))}"
    for entry in ground.facts.undone:
        said = _("Planned, and not done: {plan}.")
        yield f"- {said.format(plan=cited_entry(entry, ground))}"


_WRITERS: Mapping[SectionName, Callable[[Ground], Iterator[str]]] = {
    SectionName.STANDING: _standing,
    SectionName.MOVED: moved_lines,
    SectionName.TESTS: _tests,
    SectionName.IMPROVEMENTS: better_lines,
    SectionName.CLAIMS: _claims,
    SectionName.FAILS: failing_lines,
    SectionName.QUESTIONS: _questions,
}
