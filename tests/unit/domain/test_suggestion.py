"""What a story suggests: the release it is about, and what it claims."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.factories import NOW, a_catalogue, a_release
from themewatch.domain.entry import Entry
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.news import Match, Reason, StoryState
from themewatch.domain.story import Member, Story, likest
from themewatch.domain.suggestion import SuggestedClaim, suggest

MATCH = Match(
    themes=("consistency",),
    signals=("style-lock", "price-drop"),
    is_release=True,
    models=("Vision 1", "Kite 2"),
    vendor="Acme",
    why=(Reason("consistency", ("one look",)),),
)
TEXT = "It is here. It keeps one look over many shots."


def a_story(match: Match = MATCH, **changes: Any) -> Story:
    entry = Entry(
        id="e",
        feed="f",
        link="https://acme.example/",
        title="Vision 1 is out",
        text=TEXT,
        published_at=NOW,
        seen_at=NOW,
    )
    fields: dict[str, Any] = {
        "id": "s",
        "state": StoryState.WAITING,
        "dated_at": NOW,
        "version": 1,
        "members": (Member(entry=entry, source="Lab", match=match),),
    }
    return Story(**fields | changes)


def suggested(match: Match = MATCH, *releases):
    known = standing_evidence(releases)
    return suggest(a_story(match), known, a_catalogue())


def test_the_first_model_is_taken_for_the_one_it_is_about():
    found = suggested()
    assert (found.model, found.vendor, found.released_on) == (
        "Vision 1",
        "Acme",
        NOW.date(),
    )
    assert found.is_whole
    assert (found.known, found.mentions) == (None, None)


def test_the_day_of_a_release_is_that_of_the_first_word_of_it():
    story = a_story()
    (late,) = story.members
    earlier = replace(late.entry, id="e2", published_at=NOW - timedelta(days=9))
    both = replace(story, members=(late, replace(late, entry=earlier)))
    found = suggest(both, standing_evidence(()), a_catalogue())
    assert found.released_on == (NOW - timedelta(days=9)).date()


def test_a_release_that_stands_is_known_by_its_model_however_written():
    match = replace(MATCH, models=("vision-1",), vendor=None)
    found = suggested(match, a_release())
    assert (found.known, found.model, found.vendor) == (
        "acme-vision-1",
        "Vision 1",
        "Acme",
    )


def test_another_release_that_is_named_is_what_one_may_attach_to():
    match = replace(MATCH, models=("Kite 2", "Vision 1"))
    found = suggested(match, a_release())
    assert (found.known, found.mentions) == (None, "acme-vision-1")


def test_a_claim_says_so_in_the_storys_words_under_its_own_signal():
    (claim,) = suggested().claims
    assert claim == SuggestedClaim(
        theme="consistency",
        signal="style-lock",
        text="It keeps one look over many shots.",
    )


def test_without_words_a_claim_says_what_the_title_says():
    (claim,) = suggested(replace(MATCH, why=())).claims
    assert claim.text == "Vision 1 is out"


def test_without_a_vendor_or_model_it_is_not_whole():
    assert not suggested(replace(MATCH, vendor=None)).is_whole
    assert not suggested(replace(MATCH, models=())).is_whole


@pytest.mark.parametrize(
    ("model", "vendor"), [("Runway", "Runway"), ("Flash Image", "Google")]
)
def test_a_vendors_name_or_one_without_a_number_is_no_whole_name(model, vendor):
    assert not suggested(replace(MATCH, models=(model,), vendor=vendor)).is_whole


def test_what_a_model_makes_is_no_part_of_its_name():
    assert suggested(replace(MATCH, models=("Kite 2 video",))).model == "Kite 2"


def test_two_claims_do_not_say_the_same_where_the_story_says_more():
    match = replace(
        MATCH,
        themes=("consistency", "lower-cost"),
        why=(
            Reason("consistency", ("is here", "one look")),
            Reason("lower-cost", ("is here",)),
        ),
    )
    assert {c.theme: c.text for c in suggested(match).claims} == {
        "consistency": "It keeps one look over many shots.",
        "lower-cost": "It is here.",
    }


def test_the_newest_member_that_tells_something_leads():
    story = a_story()
    quiet = replace(story.members[0], match=Match())
    both = replace(story, members=(quiet, *story.members))
    assert both.lead is story.members[0]
    assert both.others == (quiet,)
    assert both.match == MATCH


def test_the_likest_stories_come_first():
    like = a_story(id="like")
    other = a_story(replace(MATCH, models=("Kite 9",)), id="other")
    assert [s.id for s in likest(a_story(), [other, like, a_story()])] == [
        "like",
        "other",
    ]
