"""Every version of a record is shown, with what each correction changed and by whom."""

from datetime import timedelta
from typing import Any

import pytest

from tests.app.conftest import Keep
from tests.app.visitor import Visitor, unescaped
from tests.factories import (
    NOW,
    a_checkpoint,
    a_claim,
    a_file,
    a_forecast,
    a_note,
    a_release,
    a_view,
    an_override,
)
from tests.people import REVIEWER
from themewatch.charts.field_names import RECORD_FIELDS
from themewatch.domain.kinds import RECORD_KINDS
from themewatch.domain.note import Mark, Rigor
from themewatch.domain.person import Actor, Role
from themewatch.domain.record import Record
from themewatch.domain.record_fields import held_fields
from themewatch.services.house import House
from themewatch.services.log import log_record, take_back
from themewatch.ui.field_words import field_value

DAY = timedelta(days=1)
KINDS = (
    *(a_release(), a_claim(), a_note(), a_view(), an_override()),
    *(a_checkpoint(), a_forecast()),
)


@pytest.fixture
def is_bare() -> bool:
    return True


def the_page(visitor: Visitor, record: str = "n1") -> list[str]:
    return visitor.open("record", id=record).text.split("\n")


def correct(house: House, **changes: Any) -> None:
    fields = {"id": "n2", "supersedes": "n1", "recorded_at": NOW - DAY, **changes}
    with house.acting(Actor(REVIEWER, Role.REVIEWER)).writing() as db:
        log_record(db, a_note(**fields))


def table(visitor: Visitor) -> list[list[str]]:
    (found,) = visitor.app.table
    frame = found.value
    rows = [frame.columns, *frame.itertuples(index=False)]
    return [[unescaped(str(cell)) for cell in row] for row in rows]


def test_no_kind_of_record_has_a_field_without_a_name() -> None:
    assert {type(record) for record in KINDS} == set(RECORD_KINDS.values())
    assert {name for r in KINDS for name in held_fields(r)} == set(RECORD_FIELDS)


def test_what_a_correction_changed_is_said_with_who_did_it(
    visitor: Visitor, keep: Keep, house: House
) -> None:
    keep(a_note(id="n1", tries=8, acceptable=3, limits="Hands."))
    correct(house, tries=8, acceptable=7, link="https://example.org/a")
    page = the_page(visitor)
    said = page.index(f"2026-09-30 09:30 UTC: corrected by {REVIEWER}  ")
    assert [line.strip() for line in page[said + 1 : said + 4]] == [
        "Acceptable tries: was “3”, became “7”",
        "What still fails: “Hands.” was left out",
        "Link: “https://example.org/a” was added",
    ]


def test_a_correction_that_changes_nothing_says_so(
    visitor: Visitor, keep: Keep, house: House
) -> None:
    keep(a_note(id="n1"))
    correct(house)
    assert "nothing else than before was said" in the_page(visitor)


def test_all_versions_stand_side_by_side_with_what_changed_in_bold(
    visitor: Visitor, keep: Keep, house: House
) -> None:
    keep(a_note(id="n1", rigor=Rigor.ONCE), a_note(id="other", tool="Kite 9"))
    correct(house, rigor=Rigor.FEW)
    correct(house, id="n3", supersedes="n2", recorded_at=NOW, tool="Kite 2")
    the_page(visitor, "n2")
    rows = table(visitor)
    assert rows[0] == ["Version", "1: 2026-09-01", "2: 2026-09-30", "3: 2026-10-01"]
    assert ["How thoroughly", "tried once", "tried a few times", "tried once"] in rows
    assert ["Model or tool", "Vision 1", "Vision 1", "Kite 2"] in rows
    (found,) = visitor.app.table
    bold = found.value.map(lambda cell: cell.startswith("**")).sum().tolist()
    assert bold == [0, 0, 1, 2]


def test_one_version_alone_is_compared_with_nothing(
    visitor: Visitor, keep: Keep, house: House
) -> None:
    keep(a_note(id="n1"))
    with house.writing() as db:
        take_back(db, "n1", by=REVIEWER, now=NOW)
    assert f"2026-10-01 09:30 UTC: taken back by {REVIEWER}" in the_page(visitor)
    assert not visitor.app.table


@pytest.mark.usefixtures("visitor")
@pytest.mark.parametrize(
    ("record", "name", "said"),
    [
        (a_note(), "theme", "Consistency & control"),
        (a_note(), "verdict", "sometimes works"),
        (a_note(), "tested_on", "2026-08-15"),
        (a_note(signal="style-lock"), "signal", "Style lock"),
        (a_note(seconds=90.0), "seconds", "90"),
        (a_note(price_usd=0.5), "price_usd", "US$0.5"),
        (a_note(files=(a_file(),)), "files", "third shot.png"),
        (a_note(marks=(Mark("gone", 3),)), "marks", "gone: "),
        (a_note(), "limits", ""),
        (a_note(tries=0), "tries", "0"),
        (a_release(), "modalities_in", "text, image"),
        (a_release(), "kind", "API"),
        (a_claim(), "claimed_stage", "Maturing"),
        (a_claim(), "confidence", "fairly sure"),
        (a_claim(release="unheard-of"), "release", "unheard-of"),
        (a_view(position=1.5), "position", "Growing, middle third"),
        (an_override(), "outcome", "partly"),
        (a_checkpoint(), "subject", "a ruling"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_a_field_holds_is_said_in_words(
    record: Record, name: str, said: str
) -> None:
    assert field_value(record, name).startswith(said)
    assert bool(field_value(record, name)) == bool(said)
