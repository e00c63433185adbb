"""Checkpoints in words: the same on screen, on time lines and in files."""

from datetime import date

from themewatch.charts.sentences import theme_name
from themewatch.domain.checkpoint import Checkpoint, Subject
from themewatch.domain.theme import Catalogue
from themewatch.words import _, mark

SUBJECTS = {
    Subject.RULING: mark("a ruling"),
    Subject.STANDARD: mark("a standard"),
    Subject.PROMISE: mark("a promised release"),
    Subject.OTHER: mark("something else"),
}


def subject_name(subject: Subject) -> str:
    return _(SUBJECTS[subject])


def bears_on(checkpoint: Checkpoint, catalogue: Catalogue) -> str:
    """Name the theme it bears on, or say that it is all of them."""
    if checkpoint.theme is None:
        return _("all themes")
    return theme_name(catalogue.theme(checkpoint.theme))


def day_words(checkpoint: Checkpoint, on: date, *, is_read_later: bool = False) -> str:
    """Say when it is due, or was, or was settled, as seen on a day.

    What is read on a later day than that speaks of no today.

    >>> from datetime import UTC, datetime
    >>> when = datetime(2026, 9, 1, tzinfo=UTC)
    >>> ruling = Checkpoint(id="k", recorded_at=when, title="A ruling", person="Ann",
    ...                     subject=Subject.RULING, due_on=date(2027, 1, 15))
    >>> [day_words(ruling, date(2027, 1, day)) for day in (14, 15, 16)]
    ['due 2027-01-15', 'due today', 'due since 2027-01-15']
    >>> day_words(ruling, date(2027, 1, 15), is_read_later=True)
    'due since 2027-01-15'
    """
    if checkpoint.settled_on is not None:
        return _("settled {day}").format(day=checkpoint.settled_on.isoformat())
    due = checkpoint.due_on
    if due is None:
        return _("open date")
    if due == on and not is_read_later:
        return _("due today")
    message = _("due since {day}") if checkpoint.is_due(on) else _("due {day}")
    return message.format(day=due.isoformat())


def checkpoint_facts(
    checkpoint: Checkpoint,
    catalogue: Catalogue,
    on: date,
    *,
    is_read_later: bool = False,
) -> str:
    """Say in a line when it is due, of which kind it is, and what it bears on."""
    when = day_words(checkpoint, on, is_read_later=is_read_later)
    kind, theme = subject_name(checkpoint.subject), bears_on(checkpoint, catalogue)
    return " · ".join([when, kind, theme])
