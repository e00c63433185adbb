"""Journal: one entry as it is read, removed and put back; two runs side by side."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.app.conftest import Browser
from tests.app.journal_in_app import FIXED, TODAY, a_month, named
from tests.app.journal_writing_in_app import (
    a_run,
    open_day,
    the_note,
    wrote,
)
from tests.app.visitor import Visitor
from tests.factories import NOW, a_file
from tests.films import a_film
from tests.media import a_png, a_wav
from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import (
    EntryKind,
    Improvement,
    ImprovementKind,
    Side,
)
from themewatch.domain.note import Verdict
from themewatch.services.files import keep_file
from themewatch.services.house import House
from themewatch.storage import journals

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _named(browser: Browser) -> None:
    named(browser)


@pytest.fixture
def month(house: House) -> Journal:
    return a_month(house, started_on=TODAY - 8 * DAY)


def tables(visitor: Visitor) -> list[list[dict[str, str]]]:
    """Return the cells of each table as they are read."""
    return [
        [
            {
                str(name).replace("\\", ""): str(cell).replace("\\", "")
                for name, cell in row.items()
            }
            for row in table.value.to_dict("records")
        ]
        for table in visitor.app.table
    ]


def component(visitor: Visitor, part: str) -> list[dict[str, Any]]:
    """Return the data of the components in whose data a name stands."""
    found = [node.proto.json for node in visitor.app.get("bidi_component")]
    return [json.loads(data) for data in found if f'"{part}"' in data]


class TestReading:
    def test_words_are_read_with_their_simple_marks(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        wrote(house, month, text="- **face** holds\n- <b>coat</b>")
        open_day(visitor, month)
        assert "- **face** holds\n- \\<b\\>coat\\</b\\>" in visitor.markdown

    def test_runs_stand_in_a_table_of_their_test(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        runs = (
            a_run(verdict=Verdict.USUALLY, price_usd=0.5),
            a_run(id="r2", model="Other 2", tries=3, usable=None),
            a_run(id="r3", model="Free 3", test=None, usable=None, tries=None),
        )
        wrote(house, month, runs=runs)
        fixed, free = tables(open_day(visitor, month))
        assert fixed == [
            {
                "Model or tool": "Vision 1",
                "Usable": "2 of 5",
                "How it went": "usually works",
                "US$ each": "0.5",
            },
            {
                "Model or tool": "Other 2",
                "Usable": "3 tries",
                "How it went": "",
                "US$ each": "",
            },
        ]
        assert free == [{"Model or tool": "Free 3"}]
        assert FIXED.title in visitor.text

    def test_what_counts_on_the_map_links_to_its_record(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        wrote(house, month, runs=(a_run(), a_run(id="r2")), shared=["r2"])
        open_day(visitor, month)
        (link,) = visitor.links("Counts on the map: Vision 1")
        assert link.endswith(f"id={the_note().id}")

    def test_files_are_shown_and_a_missing_one_is_said(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        here = keep_file(house.home, "here.png", a_png())
        wrote(house, month, files=(here, a_file(name="gone.png")))
        open_day(visitor, month)
        assert visitor.warnings == ["The file gone.png is not on this machine."]
        assert "here.png" in visitor.text

    def test_an_entry_of_somebody_else_is_not_there(
        self, visitor: Visitor, month: Journal, house: House, browser: Browser
    ) -> None:
        wrote(house, month, text="Mine alone.")
        named(browser, "Somebody Else")
        open_day(visitor, month)
        assert "Mine alone." not in visitor.text

    def test_a_closed_month_is_read_and_not_changed(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        wrote(house, month)
        with house.writing() as db:
            journals.edit_journal(db, replace(month, closed_at=NOW))
        open_day(visitor, month)
        assert "The coat turned blue." in visitor.text
        assert not visitor.has_button("Change it")
        assert not visitor.has_button("Remove it")


class TestSideBySide:
    @pytest.fixture
    def pair(self, month: Journal, house: House) -> Journal:
        """Return a month with a *before* and a later run, both with files."""
        old = (
            keep_file(house.home, "old.png", a_png(40, 30)),
            keep_file(house.home, "old.wav", a_wav(1)),
            keep_file(house.home, "old.webm", a_film(1)),
        )
        new = (
            keep_file(house.home, "new.png", a_png(30, 40)),
            keep_file(house.home, "new.wav", a_wav(2)),
            keep_file(house.home, "new.webm", a_film(2)),
        )
        before = a_run(
            id="r0", usable=0, is_before=True, on=TODAY - 8 * DAY, files=old, seconds=60
        )
        wrote(house, month, id="e0", on=TODAY - 8 * DAY, runs=(before,))
        after = a_run(model="Vision 2", usable=5, files=new, seconds=30)
        wrote(house, month, runs=(after,))
        return month

    @pytest.fixture
    def beside(self, visitor: Visitor, pair: Journal) -> Visitor:
        return open_day(visitor, pair).unfold("beside-e1")

    def test_the_before_is_what_it_is_held_against(self, beside: Visitor) -> None:
        _own, numbers = tables(beside)
        before = f"Vision 1, {TODAY - 8 * DAY}, before"
        assert numbers[0] == {
            "Compared": "Usable",
            before: "0 of 5",
            f"Vision 2, {TODAY}": "5 of 5",
            "Difference": "more often: 100 % instead of 0 %",
        }
        assert numbers[1]["Difference"] == "50 % less time"

    def test_pictures_come_with_the_page_and_are_named(self, beside: Visitor) -> None:
        (data,) = component(beside, "ratio")
        assert [p["name"] for p in data["pictures"]] == ["old.png", "new.png"]
        for picture in data["pictures"]:
            assert picture["address"].startswith("data:image/webp;base64,")
        assert data["ratio"] == pytest.approx(30 / 40)

    def test_films_and_sounds_are_set_in_step(self, beside: Visitor) -> None:
        films, sounds = component(beside, "places")
        assert [name.split(",")[0] for name in films["names"]] == [
            "Hear Vision 1",
            "Hear Vision 2",
        ]
        assert films["places"] != sounds["places"]
        assert len(beside.app.get("video")) == 2 + 1

    def test_a_run_without_another_of_its_test_says_so(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        wrote(house, month, runs=(a_run(),))
        open_day(visitor, month).unfold("beside-e1")
        assert "There is no other run of this fixed test yet." in visitor.text

    def test_a_run_without_a_fixed_test_is_set_beside_none(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        wrote(house, month, runs=(a_run(test=None),))
        open_day(visitor, month)
        assert "Two runs side by side" not in visitor.text

    def test_a_damaged_picture_is_said(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        whole = keep_file(house.home, "whole.png", a_png(200, 200))
        torn = keep_file(house.home, "torn.png", a_png(200, 200)[:60])
        wrote(house, month, runs=(a_run(files=(whole,)), a_run(id="r2", files=(torn,))))
        open_day(visitor, month).unfold("beside-e1")
        said = "The file torn.png cannot be shown: it is damaged or too large."
        assert said in visitor.warnings

    def test_what_has_no_counterpart_is_shown_by_itself(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        lone = keep_file(house.home, "lone.png", a_png())
        runs = (a_run(files=(lone, a_file(name="gone.png"))), a_run(id="r2"))
        wrote(house, month, runs=runs)
        open_day(visitor, month).unfold("beside-e1")
        assert component(visitor, "ratio") == []
        assert visitor.warnings.count("The file gone.png is not on this machine.") == 2

    def test_an_improvement_shows_its_two_runs(
        self, visitor: Visitor, pair: Journal, house: House
    ) -> None:
        made = Improvement(
            kind=ImprovementKind.MODEL,
            before=Side(run="r0"),
            after=Side(run="r1"),
            change="Much.",
        )
        improved(house, pair, made)
        open_day(visitor, pair)
        assert tables(visitor)[-1][0]["Difference"].startswith("more often")
        assert len(component(visitor, "ratio")) == 1

    def test_an_improvement_on_results_from_elsewhere_shows_both(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        ref = keep_file(house.home, "then.png", a_png())
        made = Improvement(
            kind=ImprovementKind.CHEAPER,
            before=Side(model="Old 1", on=TODAY - DAY, result="*Dear*.", files=(ref,)),
            after=Side(result="Cheap.", files=(ref,)),
        )
        improved(house, month, made)
        open_day(visitor, month)
        assert f"Old 1, {TODAY - DAY}" in visitor.text
        assert "*Dear*" in "".join(visitor.markdown)
        assert len(component(visitor, "ratio")) == 1

    def test_a_run_that_was_removed_since_is_said(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        made = Improvement(
            kind=ImprovementKind.MODEL,
            before=Side(run="gone"),
            after=Side(result="Better."),
        )
        improved(house, month, made)
        open_day(visitor, month)
        assert "a run that is not in this journal any more" in visitor.text


def improved(house: House, journal: Journal, made: Improvement) -> None:
    wrote(
        house,
        journal,
        id="e9",
        kind=EntryKind.IMPROVEMENT,
        text="",
        improvement=made,
    )
