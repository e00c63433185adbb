"""What an archive brings is said in counts, and what stays here by its name."""

from dataclasses import replace
from datetime import UTC, datetime

from themewatch.charts.archive_words import MOST_NAMED, sentences
from themewatch.domain.archive import Conflict, Incoming

NOTHING = Incoming(
    made_at=datetime(2026, 11, 28, tzinfo=UTC),
    records={},
    rows={},
    files=0,
    there=0,
    taken_back=0,
    conflicts=(),
)


def said(incoming, *, is_done=True):
    return list(sentences(incoming, is_done=is_done))


def test_where_nothing_is_new_it_is_said():
    assert said(NOTHING) == ["Nothing in it is new here."]
    assert said(replace(NOTHING, there=1), is_done=False) == [
        "Nothing in it is new here.",
        "1 row was here already.",
    ]


def test_each_kind_is_counted_and_what_has_no_name_together():
    incoming = replace(
        NOTHING,
        records={"note": 2, "view": 1},
        rows={"editions": 1, "fetches": 3, "matches": 4},
        files=1,
        taken_back=1,
    )
    what = "2 test notes, 1 view, 1 edition, 1 take-back, 7 other rows, 1 file"
    assert said(incoming) == [f"Brought in: {what}."]
    assert said(incoming, is_done=False) == [f"It would bring: {what}."]


def test_people_who_come_are_said_to_have_no_role():
    first, second = said(replace(NOTHING, rows={"people": 2}))
    assert first == "Brought in: 2 people."
    assert "no role here until an admin gives them one" in second


def test_what_stays_is_named_with_why():
    conflicts = (
        Conflict("editions", "1", is_other=True),
        Conflict("people", "p1", is_other=False),
        Conflict("matches", "m1", is_other=True),
    )
    assert said(replace(NOTHING, conflicts=conflicts))[1:] == [
        "Edition 1 is here with other content, which stays.",
        "The person p1 does not come: what only one may have is taken here.",
        "The row m1 is here with other content, which stays.",
    ]


def test_of_many_only_the_first_are_named():
    many = tuple(Conflict("journals", str(n), is_other=True) for n in range(13))
    found = said(replace(NOTHING, conflicts=many))
    assert len(found) == 1 + MOST_NAMED + 1
    assert found[-1] == "The same holds for 3 more."
