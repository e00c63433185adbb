"""A journal's reminders as other programs read them, by a parser of our own."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOW, a_theme
from tests.journaling import END, START, THEME, TODAY, a_journal
from themewatch.domain.journal import month_from
from themewatch.reports.journal_ics import escape, fold, reminders_ics

DAY = timedelta(days=1)
VIDEO = a_theme(slug=THEME, name="Longer, coherent video; 긴 영상을 위한 모든 것")
STARTS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def read(text):
    """Return the reminders of a calendar file; fails where it breaks RFC 5545.

    Written from the standard alone: lines end with CRLF and hold 75 octets at most,
    a line that begins with a space goes on from the one before, components nest.
    """
    raw = text.encode("utf-8")
    assert raw.endswith(b"\r\n")
    physical = raw[:-2].split(b"\r\n")
    for line in physical:
        assert len(line) <= 75
        assert b"\r" not in line
        assert b"\n" not in line
        line.decode("utf-8")  # no character is cut in two
    lines = []
    for line in physical:
        if line.startswith((b" ", b"\t")):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    [calendar] = nest([property_of(line.decode("utf-8")) for line in lines])
    assert calendar["BEGIN"] == "VCALENDAR"
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert calendar["parts"]
    for event in calendar["parts"]:
        check_event(event)
    return calendar["parts"]


def property_of(line):
    found = re.fullmatch(r"([A-Z][A-Z-]*)((?:;[A-Z-]+=[^:;\"]+)*):(.*)", line)
    assert found, line
    name, parameters, value = found.groups()
    assert not parameters, "nothing here needs any"
    return name, value


def nest(properties):
    """Return components as dicts; no property comes twice in one."""
    open_ones = [{"parts": []}]
    for name, value in properties:
        if name == "BEGIN":
            open_ones.append({"BEGIN": value, "parts": []})
        elif name == "END":
            done = open_ones.pop()
            assert done["BEGIN"] == value
            open_ones[-1]["parts"].append(done)
        else:
            assert name not in open_ones[-1]
            open_ones[-1][name] = value
    [outermost] = open_ones
    return outermost["parts"]


def check_event(event):
    assert event["BEGIN"] == "VEVENT"
    assert event["UID"]
    assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"])
    assert re.fullmatch(r"\d{8}T\d{6}", event["DTSTART"])
    assert re.fullmatch(r"PT\d+M", event["DURATION"])
    assert re.fullmatch(r"\d+", event["SEQUENCE"])
    [alarm] = event["parts"]
    assert alarm["BEGIN"] == "VALARM"
    assert alarm["ACTION"] == "DISPLAY"
    assert alarm["TRIGGER"]
    assert alarm["DESCRIPTION"]


def starts(event):
    return datetime.strptime(event["DTSTART"], "%Y%m%dT%H%M%S")  # noqa: DTZ007  it floats


def words(value):
    """Return a text as it was before it was written into the file."""
    said = {"n": "\n", "N": "\n"}
    return re.sub(r"\\(.)", lambda m: said.get(m[1], m[1]), value)


def reminders(today=START, journal=None, now=NOW, **options):
    journal = journal or a_journal()
    return read(reminders_ics(journal, today, theme=VIDEO, now=now, **options))


def days(events):
    return [starts(event).date() for event in events]


def test_check_ins_come_on_the_weekday_it_began_and_the_last_day_at_its_end():
    assert days(reminders()) == [START + n * 7 * DAY for n in (1, 2, 3, 4)] + [END]
    assert {on.weekday() for on in days(reminders())[:-1]} == {START.weekday()}


def test_what_has_passed_is_left_out_and_today_is_not():
    assert days(reminders(START + 14 * DAY)) == [
        START + 14 * DAY,
        START + 21 * DAY,
        START + 28 * DAY,
        END,
    ]
    assert days(reminders(START + 15 * DAY))[0] == START + 21 * DAY


@pytest.mark.parametrize("today", [END, END + 40 * DAY])
def test_the_last_day_is_always_there(today):
    assert days(reminders(today)) == [END]


def test_a_check_in_on_the_last_day_gives_way_to_it():
    journal = a_journal(ends_on=START + 14 * DAY)
    events = reminders(journal=journal)
    assert days(events) == [START + 7 * DAY, START + 14 * DAY]
    assert events[-1]["UID"].startswith(f"{journal.id}-last-day")


def test_a_journal_of_one_day_has_one_reminder():
    assert days(reminders(journal=a_journal(ends_on=START))) == [START]


def test_each_is_known_again_whenever_the_file_is_made():
    journal = a_journal()
    first = reminders(journal=journal)
    later = reminders(START + 10 * DAY, journal, NOW + DAY)
    assert len({event["UID"] for event in first}) == 5
    assert [e["UID"] for e in later] == [e["UID"] for e in first[1:]]
    other = {event["UID"] for event in reminders(journal=a_journal())}
    assert not other & {event["UID"] for event in first}


def test_a_last_day_put_off_is_moved_and_not_added():
    journal = a_journal()
    longer = replace(journal, ends_on=END + 30 * DAY, version=2)
    before, after = reminders(journal=journal)[-1], reminders(journal=longer)[-1]
    assert after["UID"] == before["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == ("0", "1")
    assert days([after]) == [END + 30 * DAY]


def test_it_says_when_it_was_made_in_utc():
    seoul = NOW.astimezone(ZoneInfo("Asia/Seoul"))
    assert {e["DTSTAMP"] for e in reminders(now=seoul)} == {"20261001T093000Z"}


@pytest.mark.parametrize(
    ("zone", "started_on"),
    [
        ("Europe/Berlin", date(2026, 10, 9)),
        ("America/New_York", date(2026, 10, 20)),
        ("Europe/Berlin", date(2027, 3, 10)),
        ("Australia/Lord_Howe", date(2026, 9, 20)),
    ],
)
def test_a_change_of_clocks_moves_no_reminder(zone, started_on):
    """The clocks change within the month, and six in the evening stays six."""
    journal = a_journal(started_on=started_on, ends_on=month_from(started_on))
    here = ZoneInfo(zone)
    local = [starts(e).replace(tzinfo=here) for e in reminders(started_on, journal)]
    assert len({moment.utcoffset() for moment in local}) == 2
    assert {(moment.hour, moment.minute) for moment in local} == {(18, 0)}
    there_and_back = [m.astimezone(UTC).astimezone(here) for m in local]
    assert [m.replace(tzinfo=None) for m in there_and_back] == [
        m.replace(tzinfo=None) for m in local
    ]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-01-31", ["02-07", "02-14", "02-21", "02-28"]),
        ("2028-01-31", ["02-07", "02-14", "02-21", "02-28", "02-29"]),
        ("2028-02-29", ["03-07", "03-14", "03-21", "03-28"]),
        ("2026-08-31", ["09-07", "09-14", "09-21", "09-28", "09-30"]),
    ],
)
def test_short_months_and_leap_days_have_their_last_day(start, expected):
    started_on = date.fromisoformat(start)
    journal = a_journal(started_on=started_on, ends_on=month_from(started_on))
    found = [on.isoformat()[5:] for on in days(reminders(started_on, journal))]
    assert found == expected


@given(STARTS, st.integers(0, 40))
def test_no_two_reminders_share_a_day_and_none_lies_outside(started_on, passed):
    journal = a_journal(started_on=started_on, ends_on=month_from(started_on))
    found = days(reminders(started_on + passed * DAY, journal))
    assert found == sorted(set(found))
    assert all(journal.holds(on) for on in found)
    assert started_on not in found


def test_words_come_through_whatever_signs_they_hold():
    [first, *_others, last] = reminders()
    assert words(first["SUMMARY"]) == f"Check in: {VIDEO.name}"
    assert words(last["SUMMARY"]) == f"Last day: {VIDEO.name}"
    assert "Day 8 of 30" in words(first["DESCRIPTION"])
    assert first["TRANSP"] == "TRANSPARENT"


def test_the_address_of_the_journal_is_there_if_it_is_known():
    address = "http://127.0.0.1:8501/journal?journal=0199&view=month"
    assert {e["URL"] for e in reminders(address=address)} == {address}
    assert not any("URL" in event for event in reminders())


@given(st.text())
def test_any_text_is_one_value_of_one_line(text):
    written = escape(text)
    assert re.fullmatch(r"(?:[^\\;,\r\n]|\\[\\;,n])*", written)
    shown = "".join(c for c in text if c.isprintable() or c == "\n")
    assert words(written) == shown


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=300))
def test_a_folded_line_is_short_and_unfolds_to_itself(text):
    folded = fold(f"X{text}")
    assert folded.replace("\r\n ", "") == f"X{text}"
    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))


def test_nothing_of_the_journals_words_is_in_the_file():
    journal = a_journal(why="SECRET", questions="SECRET")
    assert "SECRET" not in reminders_ics(journal, TODAY, theme=VIDEO, now=NOW)
