"""What moved a theme in a month, in the words of the one who tested it."""

from collections.abc import Iterator

from themewatch.charts.journal_words import HARDLY, share_words
from themewatch.charts.signed import signed
from themewatch.domain.journal_report import Figures, MarkOf
from themewatch.domain.marked_text import unmarked
from themewatch.reports.journal_cited import Ground, cited_entry
from themewatch.words import _, ngettext

MOST_NAMED = 5


def moved_lines(ground: Ground) -> Iterator[str]:
    """Say what own notes did, what others tested, and what was released."""
    figures = ground.figures
    yield own_effect(figures)
    named = [ground.entries[e] for e in figures.strongest if e in ground.entries]
    if named:
        yield _("Those with the largest effect:")
        for entry in named[:MOST_NAMED]:
            yield f"- {cited_entry(entry, ground)}"
        yield ""
    yield _others(figures)
    yield _releases(figures)


def own_effect(figures: Figures) -> str:
    """Say what own notes of the month did to ● and its likely range."""
    if not figures.notes:
        return _("None of my results of this month count on the shared map.")
    share = share_words(figures.narrowed)
    match (abs(figures.moved) >= HARDLY, share is not None):
        case (True, True):
            said = ngettext(
                "My note moved ● by {amount} and narrowed its likely range by {share}.",
                "My {n} notes moved ● by {amount} and narrowed its likely range "
                "by {share}.",
                figures.notes,
            )
        case (True, False):
            said = ngettext(
                "My note moved ● by {amount}.",
                "My {n} notes moved ● by {amount}.",
                figures.notes,
            )
        case (False, True):
            said = ngettext(
                "My note left ● where it stood and narrowed its likely range by "
                "{share}.",
                "My {n} notes left ● where it stood and narrowed its likely range by "
                "{share}.",
                figures.notes,
            )
        case _neither:
            said = ngettext(
                "My note left ● where it stood.",
                "My {n} notes left ● where it stood.",
                figures.notes,
            )
    return said.format(n=figures.notes, amount=signed(figures.moved), share=share)


def _others(figures: Figures) -> str:
    if not figures.others:
        return _("Nobody else here tested it in this month.")
    return ngettext(
        "Somebody else here tested it once.",
        "Others here tested it {n} times.",
        figures.others,
    ).format(n=figures.others)


def _releases(figures: Figures) -> str:
    marks = figures.marks_of(MarkOf.RELEASE)
    if not marks:
        return _("No release spoke of it.")
    titled = _("{title} ({day})")
    named = ", ".join(
        titled.format(title=unmarked(mark.title), day=mark.on.isoformat())
        for mark in marks
    )
    said = ngettext(
        "One release spoke of it: {titles}.",
        "{n} releases spoke of it: {titles}.",
        len(marks),
    )
    return said.format(n=len(marks), titles=named)
