"""A person's word over what tests say of a claim: given, shown, taken back."""

import pytest

from tests.app.claims_in_app import LOOK, open_claims, row_of, some_claims, some_tests
from tests.app.conftest import Keep
from tests.app.visitor import Visitor
from tests.factories import NOW, an_override
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.claim import Outcome
from themewatch.domain.note import Verdict
from themewatch.domain.override import Override
from themewatch.services.house import House
from themewatch.services.log import take_back
from themewatch.storage.evidence import list_records
from themewatch.ui import cache

OVERRULED = f"overruled by {REVIEWER}: partly — Only by day; tests say: holds up"


@pytest.fixture
def is_bare() -> bool:
    return True


@pytest.fixture(autouse=True)
def _evidence(visitor: Visitor, keep: Keep) -> None:  # noqa: ARG001  the app's home
    keep(*some_claims())
    keep(*some_tests())


def the_words() -> list[Override]:
    return list(cache.evidence().overrides.values())


def ask(visitor: Visitor) -> Visitor:
    """Open the dialog of the claim that one look is held."""
    open_claims(visitor, find=LOOK)
    return visitor.press("Overrule")


def fill(visitor: Visitor) -> Visitor:
    visitor.app.get_by_key("overrule-look-0-person").set_value(REVIEWER)
    visitor.put("What counts instead?", Outcome.PARTLY).put("Why?", "Only by day.")
    return visitor


def test_the_dialog_says_what_tests_say(visitor: Visitor) -> None:
    assert "Tests say: ✔ holds up (Maturing, lower third)" in ask(visitor).text


def test_a_word_stands_beside_what_tests_say(visitor: Visitor) -> None:
    fill(ask(visitor)).press("Save")
    (word,) = the_words()
    assert (word.claim, word.outcome, word.person) == ("look", Outcome.PARTLY, REVIEWER)
    assert (word.reason, word.on) == ("Only by day.", NOW.date())
    row = row_of(visitor, LOOK)
    assert "◑ partly · vendor says: Maturing" in row
    assert row.endswith(OVERRULED)
    assert "1 partly" in visitor.text


def test_it_is_said_what_was_saved_and_the_dialog_closes(visitor: Visitor) -> None:
    fill(ask(visitor)).press("Save")
    assert f"“{LOOK}” counts as: partly. Neither ● nor ◇ moves." in visitor.saved
    assert not visitor.has_button("Save")


def test_neither_mark_moves(visitor: Visitor) -> None:
    before = cache.maturity_map(NOW.date())
    fill(ask(visitor)).press("Save")
    after = cache.maturity_map(NOW.date())
    assert [(t.position, t.claimed) for t in after.themes] == [
        (t.position, t.claimed) for t in before.themes
    ]


def test_undone_the_tests_count_again(visitor: Visitor) -> None:
    fill(ask(visitor)).press("Save").press("Undo")
    assert the_words() == []
    assert "✔ holds up" in row_of(visitor, LOOK)
    assert "Taken back." in visitor.saved
    visitor.press("Put it back")
    assert row_of(visitor, LOOK).endswith(OVERRULED)


def test_all_that_is_missing_is_said_at_once(visitor: Visitor) -> None:
    ask(visitor).press("Save")
    assert visitor.problems == [
        "Your name is missing: it stands beside the outcome.",
        "What counts instead is missing: choose one.",
        "The reason is missing: say why the tests are overruled.",
    ]
    assert the_words() == []


def test_what_was_typed_stays_when_it_is_refused(visitor: Visitor) -> None:
    ask(visitor).put("What counts instead?", Outcome.HOLDS_UP).put("Why?", " ")
    visitor.press("Save")
    assert visitor.field("What counts instead?").value is Outcome.HOLDS_UP
    visitor.put("Why?", "Because.").press("Save")
    assert visitor.problems == ["Your name is missing: it stands beside the outcome."]
    assert visitor.field("Why?").value == "Because."


def test_who_has_a_name_is_not_asked_for_it(visitor: Visitor) -> None:
    visitor.open("map").app.text_input(key="tester_name").set_value(CONTRIBUTOR)
    ask(visitor.run())
    visitor.put("What counts instead?", Outcome.PARTLY).put("Why?", "So.").press("Save")
    (word,) = the_words()
    assert word.person == CONTRIBUTOR


def test_pressed_twice_it_is_saved_once(visitor: Visitor, house: House) -> None:
    """A second press interrupts the first after its record was kept."""
    fill(ask(visitor)).press("Save")
    visitor.app.session_state["overruling"] = "look"
    visitor.app.session_state["overrule-look-round"] = 0
    visitor.run().put("What counts instead?", Outcome.PARTLY).put(
        "Why?", "Only by day."
    )
    visitor.press("Save")
    assert visitor.problems == []
    with house.reading() as db:
        assert len(list_records(db, Override)) == 1


def test_that_tests_speak_of_something_else_leaves_it_untested(
    visitor: Visitor,
) -> None:
    fill(ask(visitor)).put("What counts instead?", Outcome.UNTESTED).press("Save")
    row = row_of(visitor, LOOK)
    assert "◇ untested · vendor says: Maturing (usually works)  \n" in row
    assert "tests put it at" not in row


def test_without_tests_nothing_can_speak_of_something_else(visitor: Visitor) -> None:
    open_claims(visitor, outcome="untested").press("Overrule")
    options = visitor.field("What counts instead?").options
    assert options == ["holds up", "partly", "does not hold up so far"]
    assert "Nobody here has tested it yet." in visitor.text


def test_a_word_is_taken_back_where_it_was_given(visitor: Visitor, keep: Keep) -> None:
    keep(an_override(claim="look"))
    ask(visitor).press(f"Take back what {REVIEWER} said")
    assert the_words() == []
    assert "Taken back." in visitor.saved
    assert "✔ holds up" in row_of(visitor, LOOK)
    visitor.press("Put it back")
    assert len(the_words()) == 1


def test_what_was_taken_back_elsewhere_meanwhile_is_said(
    visitor: Visitor, keep: Keep, house: House
) -> None:
    keep(an_override(claim="look", id="o1"))
    ask(visitor)
    with house.writing() as db:
        take_back(db, "o1", by=CONTRIBUTOR, now=NOW)
    visitor.app.get_by_key("take_word_back").click()
    (problem,) = visitor.run().problems
    assert "taken back already" in problem


def test_what_drops_out_of_the_list_by_it_is_said_all_the_same(
    visitor: Visitor,
) -> None:
    open_claims(visitor, outcome="holds-up").press("Overrule")
    fill(visitor).press("Save")
    assert "counts as: partly" in visitor.saved
    assert "No claim fits." in visitor.text


@pytest.mark.parametrize(
    "page",
    [
        {"script": "theme", "theme": "consistency", "show": "claims"},
        {"script": "release", "release": "acme-vision-1"},
        {"script": "claims"},
        {"script": "record", "id": "look"},
    ],
    ids=lambda page: page["script"],
)
def test_both_are_told_wherever_the_claim_is_shown(
    visitor: Visitor, keep: Keep, page: dict[str, str]
) -> None:
    keep(an_override(claim="look", reason="Only by day."))
    visitor.open(**page)
    assert OVERRULED in visitor.text


def test_what_a_new_test_says_of_it_is_told_beside_the_word(
    visitor: Visitor, keep: Keep
) -> None:
    keep(an_override(claim="look", reason="Only by day."))
    visitor.open("log", theme="consistency", claim="look")
    visitor.app.get_by_key("note-look-0-person").set_value(CONTRIBUTOR)
    visitor.app.get_by_key("note-look-0-verdict").set_value(Verdict.USUALLY)
    visitor.app.form_submit_button[0].click()
    assert f"The claim “{LOOK}” by now: {OVERRULED}." in visitor.run().saved


class TestItsOwnPage:
    @pytest.fixture
    def record(self, visitor: Visitor, keep: Keep) -> Visitor:
        keep(an_override(claim="look", id="o1", reason="Only by day."))
        return visitor.open("record", id="o1")

    def test_it_says_all_that_was_given(self, record: Visitor) -> None:
        for words in (LOOK, "✔ holds up", "partly", "Only by day.", REVIEWER):
            assert words in record.text
        assert record.has_button("Open the claim")
        assert record.links("Open the theme") == ["theme?theme=consistency"]
        assert record.links("Open the release") == ["release?release=acme-vision-1"]

    def test_it_and_its_claim_lead_to_each_other(self, record: Visitor) -> None:
        assert "Claim about" in record.press("Open the claim").text
        assert "Overruled claim" in record.press("Who overruled it").text

    def test_it_is_taken_back_there(self, record: Visitor) -> None:
        record.press("Take it back")
        assert the_words() == []

    def test_it_is_corrected(self, record: Visitor) -> None:
        record.unfold("correct").put("Why?", "Only at noon.")
        record.put("What counts instead?", Outcome.DOES_NOT_HOLD_UP)
        record.press("Save the correction")
        (word,) = the_words()
        assert (word.supersedes, word.reason) == ("o1", "Only at noon.")
        assert (word.outcome, word.person) == (Outcome.DOES_NOT_HOLD_UP, REVIEWER)

    def test_a_correction_without_a_reason_is_refused(self, record: Visitor) -> None:
        record.unfold("correct").put("Why?", "").press("Save the correction")
        said = "The reason is missing: say why the tests are overruled."
        assert record.problems == [said]

    def test_it_outlives_the_claim(self, record: Visitor, house: House) -> None:
        with house.writing() as db:
            take_back(db, "look", by=CONTRIBUTOR, now=NOW)
        assert LOOK in record.run().text


def test_a_claim_is_overruled_on_its_own_page(visitor: Visitor) -> None:
    visitor.open("record", id="look").press("Overrule")
    fill(visitor).press("Save")
    assert "counts as: partly" in visitor.saved
    assert OVERRULED in visitor.text


def test_the_dialog_of_a_claim_does_not_follow_to_another_page(
    visitor: Visitor,
) -> None:
    ask(visitor).open("record", id="faces")
    assert not visitor.has_button("Save")
