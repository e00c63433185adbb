"""What a month's chart says in words: its rows, its alt text, what own notes moved."""

from themewatch.charts.sentences import likely_range, place
from themewatch.charts.signed import signed
from themewatch.domain.journal_report import Figures, MarkOf
from themewatch.words import _, mark, ngettext

ROWS = {
    MarkOf.IMPROVEMENT: mark("Improvements"),
    MarkOf.CLAIM: mark("Claims I tested"),
    MarkOf.NOTE: mark("My notes"),
    MarkOf.OTHER: mark("Others' tests"),
    MarkOf.RELEASE: mark("Releases"),
}
"""What happened in the month, a row each under the stages, counted from the bottom."""

SHARES = (
    (0.10, mark("a tenth")),
    (0.20, mark("a fifth")),
    (0.25, mark("a quarter")),
    (0.33, mark("a third")),
    (0.50, mark("half")),
    (0.67, mark("two thirds")),
    (0.75, mark("three quarters")),
    (0.90, mark("nine tenths")),
)
WORTH_SAYING = 0.075
HARDLY = 0.005  # stages: less is not worth a word
MOST_NAMED = 6


def row_name(kind: MarkOf) -> str:
    return _(ROWS[kind])


def share_words(share: float) -> str | None:
    """Say a share in words; None where it is hardly one.

    >>> share_words(0.27), share_words(0.02), share_words(-0.4)
    ('a quarter', None, None)
    """
    if share < WORTH_SAYING:
        return None
    return _(min(SHARES, key=lambda part: abs(part[0] - share))[1])


def your_effect(figures: Figures) -> str:
    """Say what the visitor's own notes of the month did to ● and its likely range."""
    if not figures.notes:
        return _(
            "None of your results of this month count on the shared map, so you have "
            "not moved ●."
        )
    share = share_words(figures.narrowed)
    match (abs(figures.moved) >= HARDLY, share is not None):
        case (True, True):
            said = ngettext(
                "Your note moved it {amount} and narrowed the range by {share}.",
                "Your {n} notes moved it {amount} and narrowed the range by {share}.",
                figures.notes,
            )
        case (True, False):
            said = ngettext(
                "Your note moved it {amount}.",
                "Your {n} notes moved it {amount}.",
                figures.notes,
            )
        case (False, True):
            said = ngettext(
                "Your note left it where it stood and narrowed the range by {share}.",
                "Your {n} notes left it where it stood and narrowed the range by "
                "{share}.",
                figures.notes,
            )
        case _neither:
            said = ngettext(
                "Your note left it where it stood.",
                "Your {n} notes left it where it stood.",
                figures.notes,
            )
    return said.format(n=figures.notes, amount=signed(figures.moved), share=share)


def tested_words(figures: Figures) -> str:
    """Say from where to where ● went."""
    first, last = figures.start, figures.end
    start, end = place(first.value), place(last.value)
    if start == end:
        said = _("What tests show (●): {end} as the month began, and still on {day}.")
    else:
        said = _("What tests show (●): {start} as the month began, {end} on {day}.")
    return said.format(start=start, end=end, day=last.on.isoformat())


def claimed_words(figures: Figures) -> str:
    """Say from where to where ◇ went."""
    start, end = figures.claimed[0][1], figures.claimed[-1][1]
    if end is None:
        return _("What vendors say (◇): too few claims to tell.")
    if start is None:
        said = _("What vendors say (◇): {end} now, too few claims to tell before.")
        return said.format(end=place(end))
    if place(start) == place(end):
        said = _("What vendors say (◇): {end}, as the month began and at its end.")
        return said.format(end=place(end))
    said = _("What vendors say (◇): {start} as the month began, {end} at its end.")
    return said.format(start=place(start), end=place(end))


def month_alt(figures: Figures) -> str:
    """Say what the chart shows, for those who do not see it."""
    end = figures.end
    now = _("Likely range now (8 in 10): {range}.")
    said = [
        tested_words(figures),
        now.format(range=likely_range(end.low, end.high)),
        claimed_words(figures),
        *(_named(figures, kind) for kind in reversed(ROWS)),
    ]
    return " ".join(filter(None, said))


def _named(figures: Figures, kind: MarkOf) -> str:
    """Name the last marks of a row, each with its day."""
    marks = figures.marks_of(kind)
    if not marks:
        return ""
    titled = _("{title} ({day})")
    named = "; ".join(
        titled.format(title=mark.title.removesuffix("."), day=mark.on.isoformat())
        for mark in marks[-MOST_NAMED:]
    )
    is_cut = len(marks) > MOST_NAMED
    said = _("{row}: {n}, the last {titles}.") if is_cut else _("{row}: {titles}.")
    return said.format(row=row_name(kind), n=len(marks), titles=named)


def since_words(taken_back: int, corrected: int) -> str:
    """Say what became of the evidence a closed report stands on; empty if nothing.

    >>> since_words(0, 0)
    ''
    """
    gone = ngettext(
        "{n} test or view it stands on was taken back since.",
        "{n} tests and views it stands on were taken back since.",
        taken_back,
    )
    changed = ngettext(
        "{n} test or view it stands on was corrected since.",
        "{n} tests and views it stands on were corrected since.",
        corrected,
    )
    counted = ((gone, taken_back), (changed, corrected))
    said = [sentence.format(n=count) for sentence, count in counted if count]
    if said:
        said.append(_("Its words and figures stay as they were when it was closed."))
    return " ".join(said)
