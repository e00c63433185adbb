"""Runs and improvements of a journal in words: the same on screen and in files."""

from themewatch.charts.note_words import VERDICT_STAGE
from themewatch.domain.journal_entry import EntryKind, ImprovementKind, Run
from themewatch.domain.theme import Theme
from themewatch.words import _, mark

KINDS = {
    EntryKind.CHECK_IN: mark("Check-in"),
    EntryKind.IMPROVEMENT: mark("Concrete improvement"),
    EntryKind.PLANNED: mark("Planned"),
    EntryKind.SKIPPED: mark("Skipped"),
}
IMPROVEMENTS = {
    ImprovementKind.MODEL: mark("a new model or version"),
    ImprovementKind.TECHNIQUE: mark("a new setting, reference or technique"),
    ImprovementKind.CHEAPER: mark("cheaper or faster"),
    ImprovementKind.NOT_BETTER: mark("not better, a result too"),
}


def kind_name(kind: EntryKind) -> str:
    return _(KINDS[kind])


def improvement_name(kind: ImprovementKind) -> str:
    return _(IMPROVEMENTS[kind])


def run_result(run: Run, theme: Theme) -> str:
    """Say how a run went: its counts, else a word; then what it cost."""
    said = [_counts(run) or _verdict(run, theme), _cost(run)]
    return ", ".join(filter(None, said)) or _("no result given")


def gone_run() -> str:
    """Name a run whose entry was removed."""
    return _("a run that is not in this journal any more")


def run_words(run: Run, theme: Theme) -> str:
    """Say how a run went, on what, and what it cost.

    >>> from datetime import date
    >>> counts = {"tries": 6, "usable": 3, "seconds": 9}
    >>> run_words(Run(id="1", model="Veo", on=date(2026, 10, 9), **counts), theme=None)
    '3 of 6 usable on Veo (9 s each)'
    """
    result = _counts(run) or _verdict(run, theme) or _("no result")
    return _on_model(result, run)


def failing_words(run: Run, theme: Theme) -> str:
    """Say what of a run was not usable, and on what."""
    if run.tries is None or run.usable is None:
        return run_words(run, theme)
    said = _("{failed} of {tries} tries not usable")
    return _on_model(said.format(failed=run.tries - run.usable, tries=run.tries), run)


def _on_model(result: str, run: Run) -> str:
    if cost := _cost(run):
        said = _("{result} on {model} ({cost})")
        return said.format(result=result, model=run.model, cost=cost)
    return _("{result} on {model}").format(result=result, model=run.model)


def _counts(run: Run) -> str:
    if run.tries is None or run.usable is None:
        return ""
    said = _("{usable} of {tries} usable")
    return said.format(usable=run.usable, tries=run.tries)


def _verdict(run: Run, theme: Theme) -> str:
    if run.verdict is None:
        return ""
    return _(theme.stage_words[VERDICT_STAGE[run.verdict]])


def _cost(run: Run) -> str:
    """Say what one usable output cost."""
    price, seconds = run.price_usd, run.seconds
    if price is not None and seconds is not None:
        said = _("US${price} and {seconds} s each")
        return said.format(price=_amount(price), seconds=f"{seconds:g}")
    if price is not None:
        return _("US${price} each").format(price=_amount(price))
    if seconds is not None:
        return _("{seconds} s each").format(seconds=f"{seconds:g}")
    return ""


def _amount(price: float) -> str:
    """Write a price, in hundredths unless it is finer than that."""
    return f"{price:.2f}" if round(price, 2) == price else f"{price:g}"
