"""A first visitor is told what is in the map, until somebody tested or closed it."""

from datetime import date, timedelta

from tests.factories import a_claim, a_note, a_release, a_view
from themewatch.services.evidence import get_evidence
from themewatch.services.log import log_records
from themewatch.services.reference import catalogue, shipped_records
from themewatch.services.welcome import Welcome, dismiss_welcome, get_welcome
from themewatch.storage.evidence import add_records

DAY = timedelta(days=1)


def told(session) -> Welcome | None:
    return get_welcome(session, get_evidence(session))


def test_claims_made_since_the_course_drew_its_map_are_counted(session):
    drawn_on = catalogue().baseline_on
    old = a_release(id="old", model="Old", released_on=drawn_on)
    new = a_release(id="new", model="New", released_on=drawn_on + DAY)
    claims = [a_claim(release=r) for r in ("old", "old", "new")]
    log_records(session, [old, new, *claims])
    assert told(session) == Welcome(claims=1)


def test_a_house_with_what_is_shipped_has_claims_to_tell_of(session):
    records = list(shipped_records())
    add_records(session, records)
    drawn_on = date(2026, 2, 1)
    since = {r.id for r in records if getattr(r, "released_on", drawn_on) > drawn_on}
    expected = sum(getattr(r, "release", None) in since for r in records)
    assert told(session).claims == expected > 50


def test_the_first_note_ends_it(session):
    log_records(session, [a_note()])
    assert told(session) is None


def test_a_view_does_not_end_it(session):
    log_records(session, [a_view()])
    assert told(session) is not None


def test_closed_once_it_stays_closed(session):
    dismiss_welcome(session)
    dismiss_welcome(session)
    assert told(session) is None
