"""The page of claims: found, drawn against tests, told with what is behind them."""

from typing import Any

import pytest

from tests.app.claims_in_app import (
    ALL,
    FACES,
    LIPS,
    LOOK,
    MINUTE,
    a_test,
    listed,
    open_claims,
    row_of,
    some_claims,
    some_tests,
)
from tests.app.conftest import Keep
from tests.app.visitor import Visitor
from tests.factories import a_claim, a_release
from tests.people import CONTRIBUTOR
from themewatch.resources import read_csv


@pytest.fixture
def is_bare() -> bool:
    return True


class TestAtTheFirstStart:
    @pytest.fixture
    def is_bare(self) -> bool:
        return False

    def test_every_shipped_claim_is_untested(self, visitor: Visitor) -> None:
        shipped = len(read_csv("claims.csv"))
        assert f"{shipped} claims, all untested." in open_claims(visitor).text

    def test_no_vendor_gets_a_verdict(self, visitor: Visitor) -> None:
        text = open_claims(visitor, view="vendors").text
        assert text.count("too few to say (none tested)") == 10
        assert "ahead of tests" in text  # of any vendor, in the caption


def test_the_question_is_answered_in_one_sentence(visitor: Visitor, keep: Keep) -> None:
    keep(*some_claims())
    keep(*some_tests())
    said = "4 claims: 1 untested, 1 tested once, 1 holds up, 1 does not hold up so far."
    assert said in open_claims(visitor).text


def test_without_any_claim_it_says_what_to_do(visitor: Visitor) -> None:
    open_claims(visitor)
    assert "No claims." in visitor.text
    assert visitor.links("Log a release") == ["log?log=release"]
    open_claims(visitor, view="vendors")
    assert "No release here claims anything yet." in visitor.text


def test_before_the_first_test_it_leads_to_what_to_test(
    visitor: Visitor, keep: Keep
) -> None:
    keep(*some_claims())
    open_claims(visitor)
    assert "Nobody here has tested a claim yet." in visitor.text
    assert visitor.links("What to test next") == ["next?"]
    assert not visitor.app.get("plotly_chart")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ALL),
        ({"find": "WHOLE minute"}, [MINUTE]),
        ({"find": "umbra"}, [MINUTE]),
        ({"find": "vision look"}, [LOOK]),
        ({"themes": "consistency"}, [LOOK, FACES]),
        ({"themes": ["consistency", "native-audio"]}, [LOOK, LIPS, FACES]),
        ({"themes": "consistency", "watch": "style-lock"}, [LOOK]),
        ({"vendors": "Acme"}, [LOOK, LIPS, FACES]),
        ({"vendors": ["Acme", "Umbra"]}, ALL),
        ({"outcome": "untested"}, [LIPS]),
        ({"outcome": "tested-once"}, [MINUTE]),
        ({"outcome": ["holds-up", "does-not-hold-up"]}, [LOOK, FACES]),
        ({"stage": "mature"}, [FACES]),
        ({"stage": ["maturing", "mature"]}, [LOOK, FACES, MINUTE]),
        ({"vendors": "Acme", "stage": "maturing", "outcome": "holds-up"}, [LOOK]),
        ({"themes": "nope", "vendors": "Nobody", "outcome": "so-so"}, ALL),
        ({"watch": "style-lock"}, [LOOK]),
        ({"themes": "longer-video", "watch": "style-lock"}, [MINUTE]),
    ],
    ids=str,
)
def test_the_address_says_which_claims_are_listed(
    visitor: Visitor, keep: Keep, query: dict[str, Any], found: list[str]
) -> None:
    keep(*some_claims())
    keep(*some_tests())
    assert listed(open_claims(visitor, **query)) == found


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("newest", ALL),
        ("boldest", [FACES, LOOK, MINUTE, LIPS]),
        ("ahead", [FACES, MINUTE, LOOK, LIPS]),
        ("loudest", ALL),
    ],
)
def test_the_address_says_in_which_order(
    visitor: Visitor, keep: Keep, sort: str, order: list[str]
) -> None:
    keep(*some_claims())
    keep(*some_tests())
    assert listed(open_claims(visitor, sort=sort)) == order


def test_what_is_chosen_goes_into_the_address(visitor: Visitor, keep: Keep) -> None:
    keep(*some_claims())
    open_claims(visitor)
    visitor.put("Theme", ["consistency"]).run().put("What to watch", ["style-lock"])
    visitor.put("Vendor", ["Acme"]).put("Stage claimed", ["maturing"])
    visitor.put("Order", "boldest").run()
    address = visitor.app.query_params
    assert {name: address[name] for name in address} == {
        "themes": "consistency",
        "watch": "style-lock",
        "vendors": "Acme",
        "stage": "maturing",
        "sort": "boldest",
    }
    assert listed(visitor) == [LOOK]


def test_only_what_a_chosen_theme_has_can_be_watched(
    visitor: Visitor, keep: Keep
) -> None:
    keep(*some_claims())
    names = {"Dialogue and lip sync", "Style lock"}
    assert names <= set(open_claims(visitor).field("What to watch").options)
    visitor.put("Theme", ["native-audio"]).run()
    offered = set(visitor.field("What to watch").options)
    assert names & offered == {"Dialogue and lip sync"}


def test_nothing_found_says_what_to_do(visitor: Visitor, keep: Keep) -> None:
    keep(*some_claims())
    open_claims(visitor, find="no such thing")
    assert "No claim fits. Leave something out, or log a release." in visitor.text
    assert listed(visitor) == []


def test_what_is_found_is_counted_by_outcome(visitor: Visitor, keep: Keep) -> None:
    keep(*some_claims())
    keep(*some_tests())
    text = open_claims(visitor, themes="consistency").text
    assert "2 claims: 1 holds up, 1 does not hold up so far." in text


def test_ten_claims_stand_on_a_page(visitor: Visitor, keep: Keep) -> None:
    keep(a_release(), *(a_claim(id=f"c{n}", text=f"Claim {n}.") for n in range(23)))
    assert len(listed(open_claims(visitor))) == 10
    assert len(listed(open_claims(Visitor(), claims_page="3"))) == 3


def test_another_search_begins_at_its_first_page(visitor: Visitor, keep: Keep) -> None:
    keep(a_release(), *(a_claim(id=f"c{n}", text=f"Claim {n}.") for n in range(23)))
    open_claims(visitor)
    visitor.app.get("pagination")[0].set_value(2).run()
    second = listed(visitor)
    visitor.put("Stage claimed", ["maturing"]).run()
    assert listed(visitor) != second
    assert visitor.app.get("pagination")[0].value == 1


class TestOneClaim:
    @pytest.fixture(autouse=True)
    def _evidence(self, keep: Keep) -> None:
        keep(*some_claims())
        keep(*some_tests())

    def test_it_says_who_claims_what_and_what_tests_say(self, visitor: Visitor) -> None:
        row = row_of(open_claims(visitor), LOOK)
        assert row.split("  \n") == [
            "Vision 1 · Acme · 2026-08-01",
            LOOK,
            "Consistency & control · Style lock",
            "✔ holds up · vendor says: Maturing (usually works) · "
            "tests put it at Maturing, lower third",
        ]

    def test_without_a_stage_it_says_so(self, visitor: Visitor) -> None:
        row = row_of(open_claims(visitor), LIPS)
        assert row.endswith("◇ untested · vendor says: not said")

    def test_it_leads_to_a_test_and_to_its_own_page(self, visitor: Visitor) -> None:
        open_claims(visitor, find=LOOK)
        assert visitor.links("Test it") == ["log?theme=consistency&claim=look"]
        assert visitor.links("Open") == ["record?id=look"]

    def test_the_tests_behind_it_are_told_on_demand(self, visitor: Visitor) -> None:
        note = f"{CONTRIBUTOR}, 2026-08-15 · 4 of 6 tries acceptable · Style lock"
        open_claims(visitor, find=LOOK)
        assert visitor.links(note) == []
        assert "1 test behind it" in visitor.text
        visitor.unfold("behind-look")
        assert visitor.links(note) == ["record?id=t-look"]

    def test_without_tests_there_is_nothing_to_unfold(self, visitor: Visitor) -> None:
        assert "behind it" not in open_claims(visitor, find=LIPS).text


class TestTheChart:
    @pytest.fixture(autouse=True)
    def _evidence(self, keep: Keep) -> None:
        keep(*some_claims())
        keep(*some_tests())

    def test_it_has_a_mark_for_each_tested_claim(self, visitor: Visitor) -> None:
        marks = [t["customdata"] for t in open_claims(visitor).chart["data"]]
        assert sorted(mark for trace in marks for mark in trace) == [
            "faces",
            "look",
            "minute",
        ]

    def test_it_draws_what_is_looked_for(self, visitor: Visitor) -> None:
        open_claims(visitor, vendors="Umbra")
        assert [t["customdata"] for t in visitor.chart["data"]] == [["minute"]]

    def test_a_sentence_above_it_says_what_it_shows(self, visitor: Visitor) -> None:
        said = "Tests reach the claimed stage for 1 of 3 tested claims."
        assert said in open_claims(visitor).text
        assert visitor.chart_alt == (
            "Claimed against tested, a mark for each claim. "
            f"{said} "
            "Drawn: 1 tested once, 1 holds up, 1 does not hold up so far."
        )

    def test_where_nothing_found_was_tested_it_says_so(self, visitor: Visitor) -> None:
        open_claims(visitor, outcome="untested")
        assert "None of these claims has been tested yet" in visitor.text
        assert not visitor.app.get("plotly_chart")

    def test_a_mark_opens_its_claim(self, visitor: Visitor) -> None:
        open_claims(visitor)
        point = {"selection": {"points": [{"customdata": "faces"}]}}
        visitor.app.session_state["claims_chart"] = point
        visitor.run()
        assert visitor.title == "Piece of evidence"


def test_words_of_vendors_are_no_markup(visitor: Visitor, keep: Keep) -> None:
    hostile = "![x](http://evil.example/x) <b>$x$"
    keep(
        a_release(vendor=hostile, model=hostile),
        a_claim(text=hostile, id="c1"),
        a_test(observed=hostile),
    )
    for view in ("claims", "vendors"):
        open_claims(visitor, view=view)
        assert not any("![x](" in text for text in visitor.markdown)


def test_a_theme_s_page_leads_to_its_claims(visitor: Visitor, keep: Keep) -> None:
    keep(*some_claims())
    label = "Search them, and see them against tests"
    visitor.open("theme", theme="consistency", show="claims")
    assert visitor.links(label) == ["claims?themes=consistency"]
    unclaimed = Visitor().open("theme", theme="lower-cost", show="claims")
    assert unclaimed.links(label) == []
