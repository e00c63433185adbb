"""What tells two runs of one fixed test apart, in words."""

from themewatch.charts.note_words import VERDICT_STAGE
from themewatch.domain.journal_entry import Run
from themewatch.domain.note import Verdict
from themewatch.domain.run_difference import change, usable_shares
from themewatch.domain.theme import Theme
from themewatch.words import _

HARDLY = 0.005  # less than half of one per cent is said to be the same
Row = tuple[str, str, str, str]
"""What is told apart; the one, the other, and the difference in words."""


def difference_rows(one: Run, other: Run, theme: Theme) -> list[Row]:
    """Return what both runs tell, a row each, and what only one of them does."""
    rows = (
        _usable(one, other),
        _verdicts(one, other, theme),
        _prices(one, other),
        _seconds(one, other),
    )
    return [row for row in rows if row[1] or row[2]]


def _usable(one: Run, other: Run) -> Row:
    return _("Usable"), _counts(one), _counts(other), _more_often(one, other)


def _counts(run: Run) -> str:
    if run.tries is None or run.usable is None:
        return ""
    return _("{usable} of {tries}").format(usable=run.usable, tries=run.tries)


def _more_often(one: Run, other: Run) -> str:
    shares = usable_shares(one, other)
    if shares is None:
        return ""
    before, now = round(100 * shares.one), round(100 * shares.other)
    if before == now:
        return _("as often: {n} %").format(n=now)
    said = (
        _("more often: {now} % instead of {before} %")
        if now > before
        else _("less often: {now} % instead of {before} %")
    ).format(now=now, before=before)
    if not shares.may_be_luck:
        return said
    return _("{difference}; with so few tries it may be luck").format(difference=said)


def _verdicts(one: Run, other: Run, theme: Theme) -> Row:
    words = [_word(run.verdict, theme) for run in (one, other)]
    if not all(words) or one.verdict is None or other.verdict is None:
        return _("How it went"), *_pair(words), ""
    before, now = VERDICT_STAGE[one.verdict], VERDICT_STAGE[other.verdict]
    if before == now:
        said = _("the same")
    else:
        said = _("better") if now > before else _("worse")
    return _("How it went"), *_pair(words), said


def _pair(words: list[str]) -> tuple[str, str]:
    one, other = words
    return one, other


def _word(verdict: Verdict | None, theme: Theme) -> str:
    return "" if verdict is None else _(theme.stage_words[VERDICT_STAGE[verdict]])


def _prices(one: Run, other: Run) -> Row:
    said = _by(
        change(one.price_usd, other.price_usd),
        _("{n} % cheaper"),
        _("{n} % dearer"),
    )
    prices = _("US$ per usable output")
    return prices, _number(one.price_usd), _number(other.price_usd), said


def _seconds(one: Run, other: Run) -> Row:
    said = _by(
        change(one.seconds, other.seconds),
        _("{n} % less time"),
        _("{n} % more time"),
    )
    seconds = _("Seconds per usable output")
    return seconds, _number(one.seconds), _number(other.seconds), said


def _by(share: float | None, less: str, more: str) -> str:
    if share is None:
        return ""
    if abs(share) < HARDLY:
        return _("the same")
    return (less if share < 0 else more).format(n=round(100 * abs(share)))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
