"""Moments in words, as far from now as one wants to know."""

from datetime import datetime, timedelta

from themewatch.words import _, ngettext

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SOON = timedelta(minutes=1)


def how_long(span: timedelta) -> str:
    """Say a span in its largest unit.

    >>> how_long(timedelta(minutes=90)), how_long(timedelta(days=2))
    ('1 hour', '2 days')
    """
    if span >= DAY:
        days = span.days
        return ngettext("{n} day", "{n} days", days).format(n=days)
    if span >= HOUR:
        hours = span // HOUR
        return ngettext("{n} hour", "{n} hours", hours).format(n=hours)
    minutes = max(span // SOON, 1)
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)


def ago(at: datetime, now: datetime) -> str:
    """Say how long ago something was."""
    if now - at < SOON:
        return _("just now")
    return _("{span} ago").format(span=how_long(now - at))


def ahead(at: datetime, now: datetime) -> str:
    """Say in how long something comes."""
    if at - now < SOON:
        return _("now")
    return _("in {span}").format(span=how_long(at - now))


def stamp(at: datetime) -> str:
    """Say a moment as it stands in a list."""
    return at.strftime("%Y-%m-%d %H:%M UTC")
