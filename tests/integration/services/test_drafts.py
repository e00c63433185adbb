"""What was typed and not saved is given back as it was, and never overwritten."""

from datetime import date, timedelta

from tests.factories import NOW, a_file
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.note import Verdict
from themewatch.services.drafts import Draft, drop_draft, find_draft, keep_draft

LATER = NOW + timedelta(minutes=5)
FORM = "check-in-1"


def a_draft(**fields):
    return Draft(CONTRIBUTOR, FORM, fields, NOW)


def test_every_kind_of_field_comes_back_as_it_was(session):
    fields = {
        "text": "두 얼굴\nand a *second* line",
        "on": date(2026, 10, 9),
        "tries": 5,
        "price": 0.25,
        "is_shared": True,
        "verdict": Verdict.USUALLY,
        "nothing": None,
        "runs": ["1", "2"],
        "known": [a_file()],
    }
    keep_draft(session, a_draft(**fields), now=LATER)
    found = find_draft(session, CONTRIBUTOR, FORM)
    assert found is not None
    assert found.fields == fields
    assert (found.saved_at, found.version) == (LATER, 1)


def test_a_draft_is_its_persons_and_its_forms(session):
    keep_draft(session, a_draft(text="a"), now=NOW)
    assert find_draft(session, REVIEWER, FORM) is None
    assert find_draft(session, CONTRIBUTOR, "check-in-2") is None
    assert find_draft(session, "", FORM) is None


def test_a_draft_is_kept_over_the_version_that_was_seen(session):
    first = keep_draft(session, a_draft(text="a"), now=NOW)
    second = keep_draft(session, first, now=LATER)
    assert second is not None
    assert second.version == 2


def test_a_second_window_overwrites_nothing(session):
    first = keep_draft(session, a_draft(text="a"), now=NOW)
    keep_draft(session, first, now=NOW)
    assert keep_draft(session, first, now=LATER) is None
    assert keep_draft(session, a_draft(text="b"), now=LATER) is None
    assert find_draft(session, CONTRIBUTOR, FORM).fields == {"text": "a"}


def test_what_was_dropped_is_not_kept_again_unawares(session):
    first = keep_draft(session, a_draft(text="a"), now=NOW)
    drop_draft(session, first)
    assert find_draft(session, CONTRIBUTOR, FORM) is None
    assert keep_draft(session, first, now=LATER) is None


def test_dropping_leaves_what_another_window_kept_since(session):
    first = keep_draft(session, a_draft(text="a"), now=NOW)
    keep_draft(session, first, now=LATER)
    drop_draft(session, first)
    assert find_draft(session, CONTRIBUTOR, FORM).version == 2


def test_dropping_none_is_nothing(session):
    drop_draft(session, a_draft())
    assert find_draft(session, CONTRIBUTOR, FORM) is None
