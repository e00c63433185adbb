"""What somebody typed is kept, and two windows never overwrite each other unseen."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.factories import NOW
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.storage.drafts import Draft, drop_draft, find_draft, keep_draft
from themewatch.storage.engine import writing

HOUR = timedelta(hours=1)
FORM = "entry-1"


def typed(words, **changes):
    draft = Draft(CONTRIBUTOR, FORM, {"text": words, "tries": 5, "share": True}, NOW)
    return replace(draft, **changes)


def test_every_field_comes_back_as_it_was_left(session):
    draft = typed('두 얼굴; "quoted"\nand more')
    kept = keep_draft(session, draft)
    assert kept == replace(draft, version=1)
    assert find_draft(session, CONTRIBUTOR, FORM) == kept


def test_the_latest_words_take_the_place_of_those_before(session):
    first = keep_draft(session, typed("The face"))
    later = replace(first, fields={"text": "The face holds"}, saved_at=NOW + HOUR)
    assert keep_draft(session, later).version == 2
    assert find_draft(session, CONTRIBUTOR, FORM) == replace(later, version=2)


@pytest.mark.parametrize("seen", [0, 1])
def test_a_window_that_did_not_see_the_other_is_told_and_overwrites_nothing(
    session, seen
):
    first = keep_draft(session, typed("Mine"))
    kept = keep_draft(session, replace(first, fields={"text": "Mine, longer"}))
    assert keep_draft(session, typed("Yours", version=seen)) is None
    assert find_draft(session, CONTRIBUTOR, FORM) == kept


def test_a_draft_that_was_dropped_is_not_revived_by_an_old_window(session):
    first = keep_draft(session, typed("Saved since"))
    drop_draft(session, CONTRIBUTOR, FORM)
    assert keep_draft(session, first) is None
    assert find_draft(session, CONTRIBUTOR, FORM) is None


def test_each_form_and_each_person_has_a_draft_of_its_own(session):
    keep_draft(session, typed("one"))
    keep_draft(session, typed("other form", name="entry-2"))
    keep_draft(session, typed("other person", person=REVIEWER))
    drop_draft(session, CONTRIBUTOR, FORM)
    assert find_draft(session, CONTRIBUTOR, FORM) is None
    assert find_draft(session, CONTRIBUTOR, "entry-2").fields["text"] == "other form"
    assert find_draft(session, REVIEWER, FORM).fields["text"] == "other person"


def test_dropping_what_is_not_there_is_no_matter(session):
    drop_draft(session, CONTRIBUTOR, FORM)


def test_a_draft_kept_since_is_not_dropped_by_who_saw_the_one_before(session):
    first = keep_draft(session, typed("Saved"))
    later = keep_draft(session, replace(first, fields={"text": "Typed since"}))
    drop_draft(session, CONTRIBUTOR, FORM, first.version)
    assert find_draft(session, CONTRIBUTOR, FORM) == later
    drop_draft(session, CONTRIBUTOR, FORM, later.version)
    assert find_draft(session, CONTRIBUTOR, FORM) is None


def test_of_twenty_windows_that_type_at_once_one_is_kept_and_others_are_told(
    engine, together
):
    def keep(number):
        with writing(engine) as session:
            return keep_draft(session, typed(f"Window {number}"))

    [kept] = [draft for draft in together(keep) if draft is not None]
    with writing(engine) as session:
        assert find_draft(session, CONTRIBUTOR, FORM) == kept
        assert kept.version == 1
