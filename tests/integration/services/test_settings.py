"""The name of a house: chosen by an admin, over the one that was seen."""

import feedparser
import pytest

from tests.factories import NOW
from tests.people import ADMIN, REVIEWER
from themewatch.domain.activity import Act, Sought
from themewatch.domain.person import Actor, Role
from themewatch.errors import ConflictError, ForbiddenError, InputError
from themewatch.services.edition_feed import write_feed
from themewatch.services.settings import get_house_name, house_name, name_house
from themewatch.storage.acting import act_as
from themewatch.storage.activity import list_activity
from themewatch.storage.engine import writing


def named(session, name, seen=None):
    name_house(session, seen or get_house_name(session), name, now=NOW)


def test_it_is_kept_without_what_has_no_width(session):
    assert house_name(session) == "themewatch"
    named(session, "  Studio \t North ")
    assert house_name(session) == "Studio North"
    named(session, "")
    assert house_name(session) == "themewatch"


@pytest.mark.parametrize("name", ["x" * 61, "a\x00b", "a\u202eb"])
def test_what_cannot_be_seen_or_is_too_long_is_refused(session, name):
    with pytest.raises(InputError, match="up to 60 characters"):
        named(session, name)
    assert house_name(session) == "themewatch"


def test_a_stale_name_is_refused_with_both(session):
    seen = get_house_name(session)
    named(session, "South", seen)
    with pytest.raises(ConflictError, match=r"“South” meanwhile, and you “North”"):
        named(session, "North", seen)
    assert house_name(session) == "South"


def test_of_many_who_name_it_at_once_one_does(engine, together):
    with writing(engine) as session:
        seen = get_house_name(session)

    def name(number):
        try:
            with writing(engine) as session:
                named(session, f"Studio {number}", seen)
        except ConflictError:
            return None
        return number

    (one,) = [number for number in together(name, 5) if number is not None]
    with writing(engine) as session:
        assert house_name(session) == f"Studio {one}"
        assert len(list_activity(session, Sought(acts=(Act.SETTING_CHANGED,)))) == 1


def test_the_same_again_is_no_change(session):
    named(session, "North")
    named(session, "North")
    (line,) = list_activity(session, Sought(acts=(Act.SETTING_CHANGED,)))
    assert line.subject.about == "North"


def test_only_an_admin_names_it_and_everybody_reads_it(session):
    act_as(session, Actor(REVIEWER, Role.REVIEWER))
    assert house_name(session) == "themewatch"
    with pytest.raises(ForbiddenError):
        get_house_name(session)
    act_as(session, Actor(ADMIN, Role.ADMIN))
    named(session, "North")
    assert house_name(session) == "North"


def test_the_feed_of_editions_bears_it(session):
    named(session, "Studio & North")
    feed = feedparser.parse(write_feed(session, base="https://maps.example.org").text)
    assert feed.feed.title == "Studio & North: editions and what moved"
