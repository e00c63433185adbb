"""The pages of releases: found, filtered, and each with what came of its claims."""

from datetime import date
from typing import Any

import pytest

from tests.app.conftest import Keep
from tests.app.visitor import Visitor
from tests.factories import NOW, a_claim, a_note, a_release
from tests.people import REVIEWER
from themewatch.domain.stage import Stage
from themewatch.resources import read_csv
from themewatch.services.house import House
from themewatch.services.log import take_back
from themewatch.ui import cache


def open_releases(visitor: Visitor, **query: Any) -> Visitor:
    visitor.open("releases", **query)
    assert visitor.title == "Releases"
    return visitor


def open_release(visitor: Visitor, release: str, model: str) -> Visitor:
    visitor.open("release", release=release)
    assert visitor.title == model
    return visitor


def count(visitor: Visitor) -> int:
    (words,) = (
        line
        for line in visitor.text.split("\n")
        if line.endswith((" release", " releases")) and line.split()[0].isdigit()
    )
    return int(words.split()[0])


SHIPPED = read_csv("releases.csv")


def test_all_shipped_releases_are_there_the_newest_first(visitor: Visitor) -> None:
    open_releases(visitor)
    assert count(visitor) == len(SHIPPED)
    newest = max(SHIPPED, key=lambda row: (row["released_on"], row["slug"]))
    first, second = visitor.links("Open")[:2]
    assert first == f"release?release={newest['slug']}"
    assert first != second


def test_words_are_looked_for_in_models_vendors_and_claims(
    visitor: Visitor, keep: Keep
) -> None:
    keep(a_release(), a_claim(text="Zebras in a row."))
    open_releases(visitor, search="vision acme")
    assert count(visitor) == 1
    visitor.put("Search", "zebras ROW").run()
    assert count(visitor) == 1


def test_a_vendor_is_chosen(visitor: Visitor) -> None:
    open_releases(visitor).put("Vendor", ["Runway", "Pika"]).run()
    chosen = [row for row in SHIPPED if row["vendor"] in {"Runway", "Pika"}]
    assert count(visitor) == len(chosen)


def test_the_address_chooses_themes_media_and_days(visitor: Visitor) -> None:
    claimed = {
        c["release"] for c in read_csv("claims.csv") if c["theme"] == "native-audio"
    }
    wanted = [
        row
        for row in SHIPPED
        if row["slug"] in claimed
        and {"video", "audio"}
        <= set(f"{row['modalities_in']}+{row['modalities_out']}".split("+"))
        and "2026-01-01" <= row["released_on"] <= "2026-06-30"
    ]
    query = {
        "claims": "native-audio",
        "media": ["video", "audio"],
        "from": "2026-01-01",
        "to": "2026-06-30",
    }
    open_releases(visitor, **query)
    assert wanted
    assert count(visitor) == len(wanted)


def test_what_the_address_does_not_know_is_left_out(visitor: Visitor) -> None:
    open_releases(visitor, claims="nope", media="smell")
    assert count(visitor) == len(SHIPPED)


def test_what_is_chosen_goes_into_the_address(visitor: Visitor) -> None:
    open_releases(visitor)
    visitor.put("Claims something of", ["longer-video", "native-audio"]).run()
    assert visitor.app.query_params["claims"] == ["longer-video", "native-audio"]


def test_nothing_found_says_what_to_do(visitor: Visitor) -> None:
    open_releases(visitor, search="no such model anywhere")
    assert "Nothing fits." in visitor.text
    assert visitor.links("Log a release") == ["log?log=release"]


def test_an_unknown_release_is_said_to_be_unknown(visitor: Visitor) -> None:
    visitor.open("release", release="nope")
    assert visitor.warnings == ["There is no release nope: look for it among all."]


def test_a_release_says_what_is_known_of_it(visitor: Visitor, keep: Keep) -> None:
    keep(
        a_release(price_usd=0.4, price_unit="per-second", price_as_of=date(2026, 8, 2)),
        a_claim(),
    )
    text = open_release(visitor, "acme-vision-1", "Vision 1").text
    assert "Acme · 2026-08-01 · API · text + image → video" in text
    assert "US$0.4 per second (seen 2026-08-02)" in text
    assert "Holds one look over many shots." in text
    assert "◇ untested" in text
    assert "Nobody here has tested it yet." in text


def test_a_note_on_a_tool_typed_before_its_release_was_logged_stands_under_it(
    visitor: Visitor, keep: Keep
) -> None:
    keep(a_note(tool="vision 1", observed="Typed before."))
    keep(a_release(recorded_at=NOW))
    text = open_release(visitor, "acme-vision-1", "Vision 1").text
    assert "Typed before." in text


def test_notes_on_a_release_say_nothing_of_effects_nobody_asked_for(
    visitor: Visitor, keep: Keep
) -> None:
    keep(a_release())
    keep(a_note(release="acme-vision-1", tool=None))
    text = open_release(visitor, "acme-vision-1", "Vision 1").text
    assert "The jacket changes colour in the third shot." in text
    assert "moves nothing" not in text
    assert "effect" not in text


def test_a_release_without_claims_says_so_once(visitor: Visitor, keep: Keep) -> None:
    keep(a_release())
    text = open_release(visitor, "acme-vision-1", "Vision 1").text
    assert text.count("No release claims anything of it yet.") == 0
    assert text.count("It claims nothing yet.") == 1


def test_a_release_found_by_the_id_of_an_older_version_is_the_same(
    visitor: Visitor, keep: Keep
) -> None:
    keep(a_release())
    keep(a_release(id="acme-2", supersedes="acme-vision-1", model="Vision One"))
    open_release(visitor, "acme-vision-1", "Vision One")
    open_release(visitor, "acme-2", "Vision One")


def test_a_release_taken_back_is_said_to_be(
    visitor: Visitor, keep: Keep, house: House
) -> None:
    keep(a_release())
    with house.writing() as db:
        take_back(db, "acme-vision-1", by=REVIEWER, now=NOW)
    visitor.open("release", release="acme-vision-1")
    assert visitor.title == "Vision 1"
    assert visitor.warnings == ["This release was taken back."]
    assert visitor.links("Look at it") == ["record?id=acme-vision-1"]


class TestAddingAClaim:
    @pytest.fixture(autouse=True)
    def _release(self, keep: Keep) -> None:
        keep(a_release())

    @pytest.fixture
    def form(self, visitor: Visitor) -> Visitor:
        return open_release(visitor, "acme-vision-1", "Vision 1").unfold("add_claim")

    def test_it_stands_under_its_release(self, form: Visitor) -> None:
        form.put("Theme", "consistency").run()
        form.put("What to watch", "style-lock")
        form.put("What is claimed, in your own words", "One look throughout.")
        form.put("What does the vendor say?", "mature").press("Save the claim")
        assert not form.problems
        assert "●" in form.saved
        assert "stays: no claim moves it." in form.saved
        (claim,) = (c for c in cache.evidence().claims if c.release == "acme-vision-1")
        assert (claim.theme, claim.signal) == ("consistency", "style-lock")
        assert claim.claimed_stage is Stage.MATURE

    def test_all_that_is_missing_is_said_at_once(self, form: Visitor) -> None:
        form.press("Save the claim")
        assert form.problems == [
            "Claim 1 has no theme: choose one.",
            "Claim 1 says nothing: type what is claimed.",
        ]

    def test_what_was_typed_stays(self, form: Visitor) -> None:
        form.put("What is claimed, in your own words", "One look throughout.")
        form.press("Save the claim")
        assert form.problems == ["Claim 1 has no theme: choose one."]
        kept = form.field("What is claimed, in your own words").value
        assert kept == "One look throughout."

    def test_another_theme_lets_go_of_what_was_watched(self, form: Visitor) -> None:
        form.put("Theme", "consistency").run()
        form.put("What to watch", "style-lock").run()
        form.put("Theme", "longer-video").run()
        assert form.field("What to watch").value is None
