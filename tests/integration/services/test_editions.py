"""Editions: frozen when published, one number each, and never changed."""

from dataclasses import replace
from datetime import date

import pytest

from tests.factories import NOW, a_note
from tests.people import CONTRIBUTOR, REVIEWER
from tests.publishing import DAY, THEME, TODAY, a_wish, at, lane, some_evidence
from tests.reviewing import a_decision, a_review
from themewatch.domain.activity import Act, Sought
from themewatch.domain.edition import MONTH, Constant
from themewatch.domain.edition_comparison import Change
from themewatch.domain.note import Verdict
from themewatch.domain.person import Actor, Role
from themewatch.domain.recomputed import Agreement
from themewatch.domain.review import DecisionKind, Use
from themewatch.domain.theme import SLUGS
from themewatch.errors import (
    ConflictError,
    ForbiddenError,
    InputError,
    NotFoundError,
)
from themewatch.services import editions
from themewatch.services.edition_drafting import draft_edition
from themewatch.services.edition_recompute import recompute
from themewatch.services.editions import publish
from themewatch.services.house import House
from themewatch.services.log import log_records, take_back
from themewatch.services.maps import get_map
from themewatch.storage import reviews
from themewatch.storage.activity import list_activity
from themewatch.storage.engine import reading, writing
from themewatch.storage.evidence import evidence_version


@pytest.fixture
def tested(session):
    """Return a session whose house holds evidence to publish."""
    some_evidence(session)
    return session


def test_an_edition_shows_the_map_as_it_was_published(tested):
    drawn = get_map(tested, as_of=TODAY, compare=TODAY - MONTH)
    edition = publish(tested, a_wish(), now=NOW)
    for shown, was in zip(edition.maturity_map.themes, drawn.themes, strict=True):
        assert replace(shown, theme=was.theme) == was
        assert replace(was.theme, signals=()) == shown.theme
    assert editions.get_edition(tested, 1) == edition


def test_the_first_edition_is_compared_with_a_month_before(tested):
    edition = publish(tested, a_wish(), now=NOW)
    assert (edition.number, edition.before) == (1, None)
    assert edition.compared_with == TODAY - MONTH


def test_the_next_edition_is_compared_with_the_last(tested):
    publish(tested, a_wish(), now=NOW)
    later = a_wish(as_of=TODAY + 30 * DAY)
    edition = publish(tested, later, now=at(days=30))
    assert (edition.number, edition.before) == (2, 1)
    assert edition.compared_with == TODAY
    assert edition.maturity_map.since.edition == 1


def test_an_edition_is_frozen_whatever_comes_after(tested):
    edition = publish(tested, a_wish(), now=NOW)
    ground = editions.get_ground(tested, 1)
    log_records(tested, [a_note(verdict=Verdict.DEPENDABLE, recorded_at=at(hours=1))])
    take_back(tested, ground.of(THEME)[0].id, by=REVIEWER, now=at(hours=2))
    assert editions.get_edition(tested, 1) == edition
    assert editions.get_ground(tested, 1) == ground


def test_effects_and_what_else_holds_a_theme_add_up_to_its_place(tested):
    edition = publish(tested, a_wish(), now=NOW)
    ground = editions.get_ground(tested, 1)
    for theme in edition.themes:
        effects = [piece.effect or 0.0 for piece in ground.of(theme.slug)]
        total = theme.start + theme.elsewhere + sum(effects)
        assert total == pytest.approx(theme.position.mean, abs=1e-9)


def test_the_ground_tells_of_every_piece_without_the_ledger(tested):
    publish(tested, a_wish(), now=NOW)
    counted, judged, *claims = editions.get_ground(tested, 1).of(THEME)
    assert {counted.person, judged.person} == {CONTRIBUTOR, REVIEWER}
    assert counted.about == judged.about == "Vision 1"
    assert claims
    assert all(piece.effect is None for piece in claims)
    assert all(piece.words and " · " in piece.about for piece in claims)


def test_an_edition_adds_no_evidence(tested):
    before = evidence_version(tested)
    drawn = get_map(tested, as_of=TODAY)
    edition = publish(tested, a_wish(), now=NOW)
    assert edition.evidence_version == evidence_version(tested) == before
    assert get_map(tested, as_of=TODAY) == drawn


def test_publishing_is_logged(tested):
    publish(tested, a_wish(), now=NOW)
    [line] = list_activity(tested, Sought(acts=(Act.PUBLISHED,)))
    assert (line.at, line.subject.kind, line.subject.id) == (NOW, "edition", "1")
    assert line.subject.about == "What September showed"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": "  "}, "needs a title"),
        ({"title": "x" * 121}, "title is long"),
        ({"note": "x" * 4001}, "note is long"),
        ({"as_of": TODAY + 2 * DAY}, "lies ahead"),
        ({"number": 2}, "not the next one"),
    ],
)
def test_what_cannot_be_published_is_said(session, changes, sentence):
    with pytest.raises(InputError, match=sentence):
        publish(session, a_wish(**changes), now=NOW)
    assert editions.list_editions(session) == []


def test_an_edition_never_speaks_of_a_day_before_the_last(tested):
    publish(tested, a_wish(), now=NOW)
    edition = publish(tested, a_wish(as_of=TODAY - 3 * DAY), now=at(hours=1))
    assert edition.as_of == TODAY


def test_a_second_press_publishes_once(tested):
    first = publish(tested, a_wish(number=1), now=NOW)
    assert publish(tested, a_wish(number=1), now=at(seconds=1)) == first
    assert len(editions.list_editions(tested)) == 1


def test_a_number_somebody_else_published_meanwhile_is_told(tested):
    publish(tested, a_wish(by=CONTRIBUTOR), now=NOW)
    with pytest.raises(ConflictError, match=f"meanwhile by {CONTRIBUTOR}"):
        publish(tested, a_wish(number=1), now=at(seconds=1))


def test_of_many_who_publish_at_once_each_gets_a_number(engine, together):
    def work(number):
        with writing(engine) as session:
            wish = a_wish(title=f"Of {number}")
            return publish(session, wish, now=NOW).number

    numbers = together(work, 6)
    assert sorted(numbers) == [1, 2, 3, 4, 5, 6]
    with reading(engine) as session:
        found = editions.list_editions(session)
    assert [edition.number for edition in found] == [6, 5, 4, 3, 2, 1]
    assert len({edition.published_at for edition in found}) == 6


def test_of_many_who_saw_the_same_number_one_publishes(engine, together):
    def work(number):
        try:
            with writing(engine) as session:
                wish = a_wish(title=f"Of {number}", number=1)
                return publish(session, wish, now=NOW).title
        except ConflictError:
            return None

    [title] = filter(None, together(work, 6))
    with reading(engine) as session:
        [only] = editions.list_editions(session)
    assert only.title == title


def test_only_a_reviewer_publishes(engine, home):
    house = House(engine, home, is_new=False, has_reference=False)
    contributor = house.acting(Actor("Ann", Role.CONTRIBUTOR))
    with pytest.raises(ForbiddenError), contributor.writing() as session:
        publish(session, a_wish(), now=NOW)
    with house.acting(Actor("Ben", Role.REVIEWER)).writing() as session:
        assert publish(session, a_wish(), now=NOW).number == 1


def test_there_is_no_last_edition_before_the_first(session):
    assert editions.list_editions(session) == []
    with pytest.raises(NotFoundError, match="No edition was published yet"):
        editions.get_edition(session, 1)


def test_an_edition_that_is_not_there_is_told_with_those_that_are(tested):
    publish(tested, a_wish(), now=NOW)
    with pytest.raises(NotFoundError, match="choose one from 1 to 1"):
        editions.get_ground(tested, 9)
    assert [e.number for e in editions.list_editions(tested)] == [1]


def test_a_draft_is_what_is_published_and_publishes_nothing(tested):
    shown, _ground = draft_edition(tested, a_wish(), now=NOW)
    assert editions.list_editions(tested) == []
    assert publish(tested, a_wish(), now=NOW) == shown


def test_two_editions_say_what_came_between_them(tested):
    publish(tested, a_wish(), now=NOW)
    later = at(days=30)
    notes = [
        a_note(
            verdict=Verdict.DEPENDABLE,
            tested_on=later.date() - DAY,
            person=person,
            tries=20,
            acceptable=19,
            recorded_at=later - DAY,
        )
        for person in ("Cem", "Dee", "Eva")
    ]
    log_records(tested, notes)
    publish(tested, a_wish(as_of=later.date()), now=later)
    found = editions.compare(tested, 2, 1)
    assert (found.earlier.number, found.later.number) == (1, 2)
    moved = next(t for t in found.themes if t.later.slug == THEME)
    assert moved.change is Change.UP
    assert {piece.id for piece in moved.why.new} == {note.id for note in notes}
    assert len(found.of(Change.NOT_REVIEWED)) == len(SLUGS) - 1


def test_an_edition_is_not_compared_with_itself(tested):
    publish(tested, a_wish(), now=NOW)
    with pytest.raises(InputError, match="edition 1 twice"):
        editions.compare(tested, 1, 1)


def test_the_last_decision_on_each_theme_is_kept_as_a_value(tested):
    reviews.add_review(tested, a_review())
    first = a_decision(version=1, position=1.0, use=Use.WAIT)
    again = a_decision(version=2, position=2.2)
    taken = a_decision(theme="longer-video", kind=DecisionKind.ESTIMATE, version=1)
    for decision in (first, again, taken):
        reviews.add_decision(tested, decision)
    edition = publish(tested, a_wish(review="review-1"), now=NOW)
    assert edition.review_title == "September"
    assert [d.theme for d in edition.decisions] == [THEME, "longer-video"]
    decided = edition.decision(THEME)
    assert (decided.use, decided.owner) == (Use.TRY, CONTRIBUTOR)
    assert lane(edition).published == 2.2
    estimated = lane(edition, "longer-video")
    assert estimated.published == estimated.position.mean
    assert recompute(tested, 1).agreement is Agreement.SAME
    assert reviews.get_review(tested, "review-1").closed_at == NOW
    assert editions.list_heads(tested)[0].review == "review-1"


def test_a_review_that_is_not_there_is_told(session):
    with pytest.raises(NotFoundError, match="no such review"):
        publish(session, a_wish(review="review-9"), now=NOW)


def test_settings_name_every_number_of_the_method(tested):
    edition = publish(tested, a_wish(), now=NOW)
    found = dict(map(_pair, edition.settings))
    assert found["model: volatility"] == "0.5"
    assert found["evidence: view sd: sure"] == "0.35"
    assert found["course map: day"] == date(2026, 2, 1).isoformat()
    assert found["claims: window"] == "365 days"


def _pair(constant: Constant):
    return constant.name, constant.value
