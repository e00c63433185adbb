"""A journal's reminders as a calendar file (RFC 5545).

Times float: they bear no zone, so that a reminder comes at six in the evening where
its person is, before the clocks are changed and after. Days without a time would be
truer, but most calendars let those pass in silence.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from themewatch.charts.sentences import theme_name
from themewatch.domain.journal import Journal
from themewatch.domain.journal_days import weeks_until
from themewatch.domain.theme import Theme
from themewatch.words import _

EVENING = time(18)
MOST_OCTETS = 75
"""The longest line, without its end."""
_BEGIN = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//themewatch//journal//EN")
_END = "END:VCALENDAR"


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one day asks; `name` tells it from the others of its journal."""

    name: str
    on: date
    title: str
    text: str


def reminders_ics(
    journal: Journal,
    today: date,
    *,
    theme: Theme,
    now: datetime,
    address: str | None = None,
) -> str:
    """Return the check-ins still to come, a week apart, and the last day.

    They come on the weekday the journal began. Each bears the same id whenever the
    file is made, so that a calendar that has it moves it, and adds none.

    Args:
        journal: An open journal.
        today: What lies before it is left out; the last day never is.
        theme: The theme of the journal.
        now: When the file is made.
        address: Where the journal is open, if that is known.
    """
    reminders = [*_check_ins(journal, today, theme), _last_day(journal, theme)]
    lines = [*_BEGIN]
    for reminder in reminders:
        lines += _event(reminder, journal, now, address)
    return "".join(f"{fold(line)}\r\n" for line in [*lines, _END])


def _check_ins(journal: Journal, today: date, theme: Theme) -> Iterator[Reminder]:
    title = _("Check in: {theme}").format(theme=theme_name(theme))
    for week in weeks_until(journal, journal.ends_on)[1:]:
        if today <= week.first < journal.ends_on:
            text = _(
                "Day {n} of {days}. What did you see this week? Run your fixed test "
                "again, or write a line. A missed day costs nothing."
            ).format(n=journal.day_number(week.first), days=journal.days)
            yield Reminder(f"week-{week.number}", week.first, title, text)


def _last_day(journal: Journal, theme: Theme) -> Reminder:
    title = _("Last day: {theme}").format(theme=theme_name(theme))
    text = _(
        "The month ends today. Run your fixed test once more, and close the journal: "
        "its report is drafted from what you wrote."
    )
    return Reminder("last-day", journal.ends_on, title, text)


def _event(
    reminder: Reminder, journal: Journal, now: datetime, address: str | None
) -> Iterator[str]:
    starts = datetime.combine(reminder.on, EVENING)
    yield "BEGIN:VEVENT"
    yield f"UID:{journal.id}-{reminder.name}@themewatch"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{journal.version - 1}"
    yield f"DTSTART:{starts:%Y%m%dT%H%M%S}"
    yield "DURATION:PT15M"
    yield f"SUMMARY:{escape(reminder.title)}"
    yield f"DESCRIPTION:{escape(reminder.text)}"
    if address is not None:
        yield f"URL:{address}"
    yield "TRANSP:TRANSPARENT"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0S")
    yield f"DESCRIPTION:{escape(reminder.title)}"
    yield from ("END:VALARM", "END:VEVENT")


def escape(text: str) -> str:
    r"""Return words as a value of the file holds them: no sign of them ends it.

    >>> print(escape("Light, wind; sound\nand C:\\clips"))
    Light\, wind\; sound\nand C:\\clips
    """
    kept = "".join(c for c in text if c.isprintable() or c == "\n")
    for sign in ("\\", ";", ","):
        kept = kept.replace(sign, f"\\{sign}")
    return kept.replace("\n", "\\n")


def fold(line: str) -> str:
    r"""Break a line where it is too long; no character is cut in two.

    >>> [len(part.encode()) for part in fold("é" * 60).split("\r\n")]
    [74, 47]
    """
    parts, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > MOST_OCTETS:
            parts.append(" ")
            size = 1
        parts[-1] += character
        size += octets
    return "\r\n".join(parts)
