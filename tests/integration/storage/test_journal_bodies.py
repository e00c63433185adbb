"""Journals as JSON: nothing that does not fit is read, and each is told by its name."""

from datetime import UTC, timedelta, timezone

import pytest

from tests.factories import NOW
from tests.journaling import TODAY, a_journal, a_report, a_run, an_entry
from themewatch.domain.journal_entry import Entry, Improvement, Run, Side
from themewatch.domain.journal_report import Report
from themewatch.errors import InputError
from themewatch.storage.journal_bodies import from_body, from_plain, to_body, to_plain

SEOUL = timezone(timedelta(hours=9))
PLAIN = {
    "id": "e",
    "journal": "j",
    "kind": "check-in",
    "on": "2026-10-01",
    "written_at": "2026-10-01T09:30:00+00:00",
}
RUN = {"id": "r", "model": "m", "on": "2026-10-01"}


def test_what_is_as_it_would_be_anyway_is_not_written():
    entry = an_entry(a_journal(), runs=(Run(id="r", model="m", on=TODAY),))
    plain = to_plain(entry)
    assert set(plain) == {"id", "journal", "kind", "on", "written_at", "text", "runs"}
    assert plain["runs"] == [{"id": "r", "model": "m", "on": "2026-10-01"}]


def test_a_body_has_no_more_room_than_it_needs_and_any_letter():
    body = to_body(Side(model="Kite", result="두 얼굴 ✓"))
    assert body == '{"model":"Kite","result":"두 얼굴 ✓"}'
    assert from_body(body, Side) == Side(model="Kite", result="두 얼굴 ✓")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"kind": "lunch"},
            "kind must be one of check-in, improvement, ",
        ),
        ({"kind": 1}, "kind must be text"),
        ({"on": "2026-02-29"}, "on must be a day such as 2026-10-09"),
        ({"on": 20261001}, "on must be a day"),
        (
            {"written_at": "2026-10-01T09:30:00"},
            "written_at must be a time with its zone",
        ),
        ({"written_at": None}, "written_at must be a time with its zone"),
        ({"id": 7}, "id must be text"),
        ({"text": "a\0b"}, "text holds a character that no database keeps"),
        ({"text": "\ud800"}, "text holds a character that no database keeps"),
        ({"version": "2"}, "version must be a whole number"),
        ({"version": True}, "version must be a whole number"),
        ({"version": 1.5}, "version must be a whole number"),
        ({"files": "abc"}, "files must be a list"),
        ({"runs": {"id": "r"}}, "runs must be a list"),
        ({"runs": ["x"]}, "runs[0] does not fit"),
        ({"runs": [RUN, {**RUN, "usable": "2"}]}, "runs[1].usable must be a whole"),
        ({"runs": [{**RUN, "price_usd": "1"}]}, "runs[0].price_usd must be a number"),
        ({"runs": [{**RUN, "seconds": float("nan")}]}, "must be a number that ends"),
        ({"runs": [{**RUN, "seconds": True}]}, "runs[0].seconds must be a number"),
        ({"runs": [{**RUN, "is_before": 1}]}, "is_before must be true or false"),
        ({"runs": [{"id": "r", "on": "2026-10-01"}]}, "runs[0].model is missing"),
        ({"improvement": 5}, "improvement does not fit"),
        (
            {"improvement": {"kind": "model", "after": {}}},
            "improvement.before is missing",
        ),
        ({"mood": "fine"}, "entry has fields that are not known: mood"),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_its_name(changes, said):
    with pytest.raises(InputError) as refused:
        from_plain(PLAIN | changes, Entry)
    [problem] = refused.value.problems
    assert said in problem
    assert problem.startswith("entry")
    assert problem.endswith(".")


def test_all_that_does_not_fit_is_said_at_once():
    with pytest.raises(InputError) as refused:
        from_plain({"id": 1, "runs": [{}]}, Entry)
    assert set(refused.value.problems) == {
        "entry.id must be text.",
        *(f"entry.{name} is missing." for name in ("journal", "kind", "on")),
        "entry.written_at is missing.",
        *(f"entry.runs[0].{name} is missing." for name in ("id", "model", "on")),
    }


@pytest.mark.parametrize("plain", [[], "entry", None, 5])
def test_what_has_no_fields_is_refused(plain):
    with pytest.raises(InputError, match="This is no improvement: it has no fields"):
        from_plain(plain, Improvement)


def test_a_pair_of_two_things_is_read_as_such():
    plain = to_plain(a_report(a_journal()))
    plain["figures"]["claimed"] = [["2026-10-01"], "ab", ["2026-10-01", "2.5"]]
    with pytest.raises(InputError) as refused:
        from_plain(plain, Report)
    assert set(refused.value.problems) >= {
        "report.figures.claimed[0] does not fit.",
        "report.figures.claimed[2][1] must be a number.",
    }


def test_an_instant_is_the_same_in_utc():
    journal = a_journal(created_at=NOW.astimezone(SEOUL))
    assert from_body(to_body(journal), type(journal)).created_at == NOW.astimezone(UTC)


def test_a_run_without_more_than_it_needs_comes_back():
    assert from_body(to_body(run := a_run(test=None)), Run) == run
