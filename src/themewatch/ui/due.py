"""Checkpoints whose day has come, named where people look first."""

from datetime import date

from themewatch.domain.awaited import awaited
from themewatch.ui import cache
from themewatch.ui.links import page_link
from themewatch.words import _, ngettext

MOST_NAMED = 3


def name_what_is_due(day: date) -> None:
    """Link to the checkpoints that are due on a day; draw nothing without any."""
    due = awaited(cache.evidence().checkpoints, day).due
    said = _("Its day has come: {title}")
    for checkpoint in due[:MOST_NAMED]:
        page_link("record", said.format(title=checkpoint.title), id=checkpoint.id)
    if more := len(due[MOST_NAMED:]):
        others = ngettext("{n} more is due", "{n} more are due", more)
        page_link("ahead", others.format(n=more))
