"""Deciding on stories: once, as they were seen, with all of it undone again."""

from datetime import timedelta

import pytest

from tests.deciding import AFTER, BY, CLAIMS, KITE, a_kite, seen, waiting
from tests.factories import NOW, RELEASE_ID, a_note, a_release
from tests.news import CLIPS, QUIET, Piece, put_entry, put_stories, put_story
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.claim import Claim
from themewatch.domain.news import Act, StoryState
from themewatch.domain.stage import Stage
from themewatch.errors import ConflictError, InputError
from themewatch.services.evidence import get_evidence, get_evidence_version
from themewatch.services.inbox import count_waiting
from themewatch.services.log import log_record, log_records, take_back
from themewatch.services.triage import (
    LATER,
    NO_RELEASE,
    OFF_TOPIC,
    SEEN_BEFORE,
    By,
    KnownRelease,
    accept,
    attach,
    dismiss,
    explain,
    merge,
    put_off,
)
from themewatch.services.undoing import undo
from themewatch.storage import decisions, stories


class TestAccepting:
    def test_it_makes_a_release_with_its_claims_link_and_source(
        self, session, accepted
    ):
        evidence = get_evidence(session)
        release = evidence.releases[KITE]
        assert (release.link, release.source) == (Piece().link, "Lab news")
        first, second = sorted(evidence.claims, key=lambda c: c.theme)
        assert (first.claimed_stage, second.claimed_stage) == (None, Stage.MATURING)
        assert {first.link, second.link} == {Piece().link}
        assert accepted.records == (KITE, first.id, second.id)

    def test_it_leaves_the_inbox_and_says_who_decided_what(self, session, accepted):
        assert waiting(session) == []
        (kept,) = decisions.get_decisions(session, [accepted.id])
        assert (kept.act, kept.by, kept.at) == (Act.ACCEPT, CONTRIBUTOR, NOW)
        assert kept.themes == ("consistency", "longer-video")
        assert kept.is_release is True

    def test_undone_it_waits_again_and_its_evidence_is_taken_back(
        self, session, accepted
    ):
        undo(session, [accepted.id], AFTER)
        evidence = get_evidence(session)
        assert (evidence.releases, evidence.claims) == ({}, ())
        assert waiting(session) == ["s1"]
        (kept,) = decisions.get_decisions(session, [accepted.id])
        assert (kept.undone_at, kept.undone_by) == (AFTER.now, REVIEWER)

    def test_what_was_undone_can_be_accepted_again_as_told_then(
        self, session, accepted
    ):
        undo(session, [accepted.id], AFTER)
        again = By(REVIEWER, NOW + timedelta(minutes=2))
        told = a_kite(kind="api")
        second = accept(session, seen(session), told, CLAIMS[:1], again)
        evidence = get_evidence(session)
        assert evidence.releases[KITE].kind == "api"
        assert len(evidence.claims) == 1
        undo(session, [second.id], By(REVIEWER, NOW + timedelta(minutes=3)))
        assert get_evidence(session).releases == {}

    @pytest.mark.usefixtures("accepted")
    def test_the_same_release_is_not_accepted_twice(self, session):
        put_story(session, "s2")
        with pytest.raises(ConflictError, match=r"Kite 2 by Acme Pictures is here alr"):
            accept(session, seen(session, "s2"), a_kite(), CLAIMS, AFTER)

    def test_a_correction_made_meanwhile_is_taken_back_with_it(self, session, accepted):
        better = a_kite(id="better", supersedes=KITE, recorded_at=NOW, kind="product")
        log_record(session, better)
        undo(session, [accepted.id], AFTER)
        assert get_evidence(session).releases == {}

    def test_what_somebody_took_back_already_stays_so(self, session, accepted):
        take_back(session, accepted.records[1], by=REVIEWER, now=NOW)
        undo(session, [accepted.id], AFTER)
        assert get_evidence(session).claims == ()

    @pytest.mark.usefixtures("story")
    def test_what_cannot_stand_is_refused_with_every_reason(self, session):
        with pytest.raises(InputError) as refused:
            accept(session, seen(session), a_kite(model=" ", kind="x"), (), BY)
        assert len(refused.value.problems) == 2

    def test_a_link_no_record_may_hold_is_left_out(self, session):
        put_story(session, "s1", Piece(link="https://a.example/" + "x" * 3000))
        accept(session, seen(session), a_kite(), (), BY)
        assert get_evidence(session).releases[KITE].link is None

    def test_a_release_others_speak_of_is_not_undone_under_them(
        self, session, accepted
    ):
        put_story(session, "s2")
        attach(session, seen(session, "s2"), KnownRelease(KITE, ()), AFTER)
        with pytest.raises(ConflictError, match=r"” speaks of .* undo that first"):
            undo(session, [accepted.id], AFTER)
        put_story(session, "s3")
        attach(session, seen(session, "s3"), KnownRelease(KITE, ()), AFTER)
        with pytest.raises(ConflictError, match="” and 1 more speak of this release"):
            undo(session, [accepted.id], AFTER)


class TestAttaching:
    @pytest.mark.usefixtures("story")
    def test_it_adds_claims_to_a_release_that_stands(self, session):
        log_record(session, a_release())
        known = KnownRelease(RELEASE_ID, ("longer-video",), CLAIMS[1:])
        made = attach(session, seen(session), known, BY)
        (claim,) = get_evidence(session).claims
        assert (claim.release, claim.link) == (RELEASE_ID, Piece().link)
        assert (made.release, made.records) == (RELEASE_ID, (claim.id,))
        assert waiting(session) == []

    @pytest.mark.usefixtures("story")
    def test_without_claims_it_changes_no_evidence(self, session):
        log_record(session, a_release())
        version = get_evidence_version(session)
        made = attach(session, seen(session), KnownRelease(RELEASE_ID, ()), BY)
        assert (made.records, get_evidence_version(session)) == ((), version)

    @pytest.mark.usefixtures("story")
    def test_to_a_release_nobody_logged_it_is_refused(self, session):
        with pytest.raises(InputError, match="There is no release 'nobody-1'"):
            attach(session, seen(session), KnownRelease("nobody-1", ()), BY)


class TestDismissing:
    @pytest.mark.usefixtures("story")
    def test_it_does_not_come_back_when_its_story_grows(self, session):
        dismiss(session, [seen(session)], BY)
        put_story(session, "other", QUIET)
        put_entry(session, "s1", Piece(at=NOW), "grown")
        assert waiting(session, now=NOW + timedelta(days=9)) == []
        assert stories.get_story(session, "s1").state is StoryState.DISMISSED

    def test_several_are_one_act_with_one_undo(self, session):
        put_stories(session, 4)
        made = dismiss(session, [seen(session, f"s{n}") for n in (1, 2, 3)], BY)
        assert waiting(session) == ["s4"]
        ((act,)) = decisions.list_acts(session)
        assert {d.id for d in act} == {d.id for d in made}
        undo(session, [d.id for d in made], AFTER)
        assert waiting(session) == ["s1", "s2", "s3", "s4"]

    def test_what_changed_meanwhile_is_left_out_of_several(self, session):
        put_stories(session, 2)
        both = [seen(session, "s1"), seen(session, "s2")]
        put_off(session, both[0], BY)
        (made,) = dismiss(session, both, AFTER)
        assert made.story == "s2"
        with pytest.raises(ConflictError, match="All of these"):
            dismiss(session, both, AFTER)

    @pytest.mark.usefixtures("story")
    @pytest.mark.usefixtures("story")
    def test_without_a_reason_it_teaches_nothing(self, session):
        (made,) = dismiss(session, [seen(session)], BY)
        assert (made.themes, made.is_release) == (None, None)
        assert decisions.list_lessons(session) == []

    @pytest.mark.parametrize(
        ("reason", "themes", "is_release"),
        [
            (OFF_TOPIC, (), None),
            (NO_RELEASE, None, False),
            (SEEN_BEFORE, None, None),
            ("Old.", None, None),
        ],
    )
    @pytest.mark.usefixtures("story")
    def test_a_reason_teaches_what_it_says_was_wrong_and_nothing_else(
        self, session, reason, themes, is_release
    ):
        (made,) = dismiss(session, [seen(session)], BY)
        explain(session, [made.id], reason, BY)
        (kept,) = decisions.get_decisions(session, [made.id])
        assert (kept.reason, kept.themes) == (reason, themes)
        assert [
            (one.themes, one.is_release) for one in decisions.list_lessons(session)
        ] == ([] if themes is is_release else [(themes, is_release)])

    def test_several_at_once_teach_nothing_whatever_the_reason(self, session):
        put_stories(session, 2)
        made = dismiss(session, [seen(session, "s1"), seen(session, "s2")], BY)
        explain(session, [d.id for d in made], OFF_TOPIC, BY)
        assert decisions.list_lessons(session) == []


class TestMerging:
    def test_two_rows_become_one_with_the_members_of_both(self, session):
        put_stories(session, 3)
        merge(session, seen(session, "s1"), "s2", BY)
        merge(session, seen(session, "s2"), "s3", AFTER)
        assert waiting(session) == ["s3"]
        story = stories.get_story(session, "s3")
        assert [m.entry.id for m in story.members] == ["s1-0", "s2-0", "s3-0"]

    def test_undone_they_are_two_again(self, session):
        put_stories(session, 2)
        made = merge(session, seen(session, "s1"), "s2", BY)
        undo(session, [made.id], AFTER)
        assert waiting(session) == ["s1", "s2"]
        assert len(stories.get_story(session, "s2").members) == 1

    def test_a_story_is_not_merged_into_itself_or_into_one_decided_on(self, session):
        put_stories(session, 2)
        with pytest.raises(InputError, match="into itself"):
            merge(session, seen(session), "s1", BY)
        dismiss(session, [seen(session, "s2")], BY)
        with pytest.raises(ConflictError, match=f"dismissed by {CONTRIBUTOR}"):
            merge(session, seen(session), "s2", AFTER)


class TestLater:
    def test_it_comes_back_after_a_day_where_its_date_puts_it(self, session):
        put_stories(session, 2)
        put_off(session, seen(session), BY)
        assert waiting(session, NOW + LATER - timedelta(seconds=1)) == ["s2"]
        assert waiting(session, NOW + LATER) == ["s1", "s2"]

    @pytest.mark.usefixtures("story")
    def test_undone_it_waits_at_once(self, session):
        made = put_off(session, seen(session), BY)
        undo(session, [made.id], AFTER)
        assert waiting(session, AFTER.now) == ["s1"]


def test_an_old_story_found_by_its_words_can_be_kept(session):
    put_story(session, "s1", state=StoryState.STORED)
    assert count_waiting(session, now=NOW) == 0
    assert waiting(session, words="kite avail") == ["s1"]
    made = accept(session, seen(session), a_kite(), (), BY)
    undo(session, [made.id], AFTER)
    assert stories.get_story(session, "s1").state is StoryState.STORED


@pytest.mark.usefixtures("accepted")
def test_a_note_on_an_accepted_release_stands(session):
    log_records(session, [a_note(release=KITE, tool=None, recorded_at=NOW)])
    assert isinstance(get_evidence(session).claims[0], Claim)
    assert CLIPS.is_release
