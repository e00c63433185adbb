"""The page of one piece of evidence: its history, correcting it, taking it back."""

from datetime import date, timedelta

import pytest

from tests.app.conftest import Keep
from tests.app.visitor import Visitor
from tests.factories import NOW, a_claim, a_file, a_note, a_release, a_view
from tests.media import a_png
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.note import Verdict
from themewatch.domain.stage import Stage
from themewatch.services.files import keep_file
from themewatch.services.house import House
from themewatch.services.log import take_back
from themewatch.ui import cache

LOGGED = "2026-09-01 12:00 UTC: logged"


def open_record(visitor: Visitor, record: str = "n1") -> Visitor:
    visitor.open("record", id=record)
    assert visitor.title == "Piece of evidence"
    return visitor


@pytest.mark.parametrize("record", ["nope", "../../etc/passwd", "<b>x</b>"])
def test_an_unknown_one_is_said_to_be_unknown(visitor: Visitor, record: str) -> None:
    open_record(visitor, record)
    (said,) = visitor.warnings
    assert record in said
    assert said.endswith("it was never recorded.")
    assert visitor.links("Back to the map")


def test_no_id_at_all_is_a_sentence_too(visitor: Visitor) -> None:
    visitor.open("record")
    assert visitor.warnings == ["The address names no record: open one from its theme."]


def test_a_note_says_all_that_was_given(visitor: Visitor, keep: Keep) -> None:
    keep(
        a_note(
            id="n1",
            signal="style-lock",
            tries=8,
            acceptable=3,
            limits="Hands.",
            improvement="Faces.",
            price_usd=0.5,
            seconds=90,
            link="https://example.org/x",
        )
    )
    text = open_record(visitor).text
    for words in (
        "Consistency & control",
        "Vision 1",
        "3 of 8 tries acceptable · sometimes works · Style lock",
        "The jacket changes colour in the third shot.",
        "Hands.",
        "Faces.",
        "US$0.5",
        "90",
        f"{CONTRIBUTOR}, 2026-08-15",
        f"{LOGGED} by {CONTRIBUTOR}",
    ):
        assert words in text
    assert visitor.app.get("link_button")[0].proto.url == "https://example.org/x"


def test_a_view_says_all_that_was_given(visitor: Visitor, keep: Keep) -> None:
    keep(a_view(id="v1"))
    text = open_record(visitor, "v1").text
    for words in ("Growing, middle third", "fairly sure", "Works with one person"):
        assert words in text


def test_a_claim_and_its_release_say_where_they_come_from(
    visitor: Visitor, keep: Keep
) -> None:
    keep(a_release(source="Acme's blog"), a_claim(id="c1", source="Acme's blog"))
    for record in ("acme-vision-1", "c1"):
        assert "Acme's blog" in open_record(visitor, record).text
    assert "Holds one look over many shots." in visitor.text


def test_a_note_names_its_tool_as_people_know_it(visitor: Visitor, keep: Keep) -> None:
    keep(a_release())
    keep(a_note(id="n1", release="acme-vision-1", tool=None))
    text = open_record(visitor).text
    assert "Vision 1" in text
    assert "acme-vision-1" not in text


def test_taken_back_it_counts_for_nothing_and_its_history_stays(
    visitor: Visitor, keep: Keep
) -> None:
    keep(a_note(id="n1"))
    visitor.open("log").put("Your name", REVIEWER)
    visitor.app.text_input(key="tester_name").set_value(REVIEWER)
    open_record(visitor.run()).press("Take it back")
    assert cache.evidence().notes == ()
    (said,) = visitor.warnings
    assert said == "It was taken back: it counts for nothing, and its history stays."
    assert f"taken back by {REVIEWER}" in visitor.text
    assert LOGGED in visitor.text
    assert not visitor.has_button("Take it back")


def test_put_back_it_counts_again(visitor: Visitor, keep: Keep) -> None:
    keep(a_note(id="n1"))
    open_record(visitor).press("Take it back").press("Put it back")
    assert [note.id for note in cache.evidence().notes] == ["n1"]
    assert visitor.warnings == []
    assert "put back" in visitor.text


def test_taking_back_what_is_taken_back_already_is_said(
    visitor: Visitor, keep: Keep, house: House
) -> None:
    keep(a_note(id="n1"))
    open_record(visitor)
    with house.writing() as db:
        take_back(db, "n1", by=REVIEWER, now=NOW)
    visitor.press("Take it back")
    (problem,) = visitor.problems
    assert "taken back" in problem


class TestCorrecting:
    @pytest.fixture
    def form(self, visitor: Visitor, keep: Keep) -> Visitor:
        keep(a_note(id="n1", tries=8, acceptable=3))
        return open_record(visitor).unfold("correct")

    def test_the_form_holds_what_was_logged(self, form: Visitor) -> None:
        assert form.field("What happened?").value is Verdict.SOMETIMES
        assert form.field("Tested on").value == date(2026, 8, 15)
        assert form.field("Model or tool").value == "Vision 1"
        assert (form.field("Tries").value, form.field("of these acceptable").value) == (
            8,
            3,
        )

    def test_the_new_version_stands_and_the_old_stays_readable(
        self, form: Visitor
    ) -> None:
        form.put("of these acceptable", 7).press("Save the correction")
        assert form.problems == []
        (note,) = cache.evidence().notes
        assert (note.supersedes, note.acceptable) == ("n1", 7)
        assert note.person == CONTRIBUTOR
        assert note.tested_on == date(2026, 8, 15)
        assert "7 of 8 tries acceptable" in form.text
        assert "corrected" in form.text
        assert LOGGED in form.text

    def test_the_address_of_any_version_leads_to_the_latest(
        self, form: Visitor
    ) -> None:
        form.put("of these acceptable", 7).press("Save the correction")
        assert "7 of 8 tries acceptable" in open_record(form, "n1").text

    def test_what_was_wrong_is_said_and_kept(self, form: Visitor) -> None:
        form.put("of these acceptable", 9).press("Save the correction")
        assert form.problems == ["Acceptable (9) is more than tries (8)."]
        assert form.field("of these acceptable").value == 9

    def test_a_correction_that_comes_too_late_is_said_and_overwrites_nothing(
        self, form: Visitor, keep: Keep
    ) -> None:
        keep(a_note(id="n2", supersedes="n1", recorded_at=NOW, tries=8, acceptable=1))
        form.put("of these acceptable", 7).press("Save the correction")
        (problem,) = form.problems
        assert "corrected" in problem
        (note,) = cache.evidence().notes
        assert note.acceptable == 1


def test_a_view_is_corrected(visitor: Visitor, keep: Keep) -> None:
    keep(a_view(id="v1"))
    form = open_record(visitor, "v1").unfold("correct")
    form.put("Where does the theme stand for you?", 2.5).press("Save the correction")
    (view,) = cache.evidence().views
    assert (view.position, view.person) == (2.5, CONTRIBUTOR)


def test_a_claim_is_corrected(visitor: Visitor, keep: Keep) -> None:
    keep(a_release(), a_claim(id="c1"))
    form = open_record(visitor, "c1").unfold("correct")
    form.put("What does the vendor say?", "mature").press("Save the correction")
    (claim,) = (c for c in cache.evidence().claims if c.release == "acme-vision-1")
    assert claim.claimed_stage is Stage.MATURE
    assert claim.text == "Holds one look over many shots."


def test_a_release_is_corrected_and_keeps_its_claims(
    visitor: Visitor, keep: Keep
) -> None:
    keep(a_release(), a_claim(id="c1"))
    form = open_record(visitor, "acme-vision-1").unfold("correct")
    form.put("Released on", date(2026, 8, 3)).press("Save the correction")
    release = cache.evidence().releases["acme-vision-1"]
    assert release.released_on == date(2026, 8, 3)
    assert "c1" in {claim.id for claim in cache.evidence().claims}


def test_a_shipped_release_is_corrected_like_any_other(visitor: Visitor) -> None:
    form = open_record(visitor, "google-veo-3-1").unfold("correct")
    form.put("Model", "Veo 3.1 (corrected)").press("Save the correction")
    assert form.problems == []
    assert cache.evidence().releases["google-veo-3-1"].model == "Veo 3.1 (corrected)"


class TestFiles:
    def test_they_are_shown_by_what_they_are(
        self, visitor: Visitor, keep: Keep, house: House
    ) -> None:
        ref = keep_file(house.home, "third *shot*.png", a_png())
        keep(a_note(id="n1", files=(ref,)))
        open_record(visitor)
        (image,) = visitor.app.image
        assert image.captions == ["third \\*shot\\*\\.png"]
        assert image.proto.imgs[0].alt == "third *shot*.png"

    def test_one_that_is_not_on_this_machine_is_said(
        self, visitor: Visitor, keep: Keep
    ) -> None:
        keep(a_note(id="n1", files=(a_file(),)))
        said = "The file third shot.png is not on this machine."
        assert open_record(visitor).warnings == [said]

    def test_a_correction_keeps_them_or_leaves_them_out(
        self, visitor: Visitor, keep: Keep, house: House
    ) -> None:
        first = keep_file(house.home, "first.png", a_png(width=1))
        second = keep_file(house.home, "second.png", a_png(width=2))
        keep(a_note(id="n1", files=(first, second)))
        form = open_record(visitor).unfold("correct")
        form.put("Files it keeps", [second.sha256]).press("Save the correction")
        assert cache.evidence().notes[0].files == (second,)
        assert cache.evidence().notes[0].verdict is Verdict.SOMETIMES


def test_history_stands_the_latest_first(visitor: Visitor, keep: Keep) -> None:
    keep(a_note(id="n1"))
    keep(a_note(id="n2", supersedes="n1", recorded_at=NOW - timedelta(days=1)))
    text = open_record(visitor, "n1").press("Take it back").text
    order = [text.index(words) for words in ("taken back", "corrected", LOGGED)]
    assert order == sorted(order)
