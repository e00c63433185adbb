"""Decisions are kept, also undone ones, and those that stand teach."""

from datetime import timedelta

import pytest

from tests.factories import NOW
from tests.news import HOUR, QUIET, Piece, put_stories, put_story
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.news import Act, Decision, NewsText
from themewatch.errors import NotFoundError
from themewatch.storage import decisions


def a_decision(decision_id: str, **changes) -> Decision:
    fields = {
        "id": decision_id,
        "story": "s1",
        "act": Act.DISMISS,
        "at": NOW,
        "by": CONTRIBUTOR,
        "themes": (),
        "is_release": False,
    }
    return Decision(**fields | changes)


@pytest.fixture(autouse=True)
def _stories(session):
    put_stories(session, 3)


def test_a_decision_is_kept_whole(session):
    made = a_decision(
        "d1", act=Act.ATTACH, release="r", records=("a", "b"), themes=("lower-cost",)
    )
    decisions.add_decisions(session, [made])
    assert decisions.get_decisions(session, ["d1"]) == [made]
    with pytest.raises(NotFoundError):
        decisions.get_decisions(session, ["d1", "nope"])


def test_the_last_that_stands_is_found(session):
    first, second = a_decision("d1"), a_decision("d2", at=NOW + HOUR)
    decisions.add_decisions(session, [first, second])
    assert decisions.find_last(session, "s1") == second
    decisions.mark_undone(session, ["d2"], NOW + HOUR, REVIEWER)
    assert decisions.find_last(session, "s1") == first
    assert decisions.find_last(session, "s2") is None


def test_what_was_one_act_stands_together(session):
    decisions.add_decisions(
        session,
        [
            a_decision("d1"),
            a_decision("d2", story="s2"),
            a_decision("d3", story="s3", by=REVIEWER),
            a_decision("d4", story="s3", at=NOW + HOUR),
        ],
    )
    acts = [sorted(d.id for d in act) for act in decisions.list_acts(session)]
    assert acts[0] == ["d4"]
    assert sorted(acts[1:]) == [["d1", "d2"], ["d3"]]
    assert decisions.count_acts(session) == 3


def test_a_week_is_counted_without_what_was_undone(session):
    decisions.add_decisions(
        session,
        [
            a_decision("d1"),
            a_decision("d2", story="s2"),
            a_decision("d3", story="s3", at=NOW - timedelta(days=8)),
            a_decision("d4", story="s3", act=Act.ACCEPT),
        ],
    )
    decisions.mark_undone(session, ["d2"], NOW, None)
    counts = decisions.count_decided(session, NOW - timedelta(days=7))
    assert counts == {Act.DISMISS: 1, Act.ACCEPT: 1}


def test_what_was_kept_is_found_by_theme_and_by_release(session):
    keep = {"act": Act.ACCEPT, "is_release": True}
    decisions.add_decisions(
        session,
        [
            a_decision("d1", release="r1", themes=("longer-video",), **keep),
            a_decision("d2", release="r2", themes=("lower-cost",), **keep),
            a_decision("d3", themes=("longer-video",)),
        ],
    )
    by_theme = decisions.list_keeping(session, theme="longer-video")
    assert [d.id for d in by_theme] == ["d1"]
    by_release = decisions.list_keeping(session, releases=["r2", "r9"])
    assert [d.id for d in by_release] == ["d2"]


class TestLessons:
    def lessons(self, session) -> list[str]:
        return [lesson.decision for lesson in decisions.list_lessons(session)]

    def test_a_lesson_is_what_was_held_right_beside_the_text(self, session):
        put_story(session, "both", QUIET, Piece(at=NOW - 5 * HOUR))
        made = a_decision(
            "d1",
            story="both",
            act=Act.ACCEPT,
            themes=("longer-video",),
            is_release=True,
        )
        decisions.add_decisions(session, [made])
        (lesson,) = decisions.list_lessons(session)
        assert (lesson.themes, lesson.is_release) == (("longer-video",), True)
        assert lesson.news == NewsText(
            title=Piece().title, text=Piece().text, source="Lab news"
        )

    def test_they_come_oldest_first(self, session):
        decisions.add_decisions(
            session,
            [a_decision("d1", at=NOW + HOUR), a_decision("d2", story="s2")],
        )
        assert self.lessons(session) == ["d2", "d1"]

    @pytest.mark.parametrize(
        "silent",
        [
            {"themes": None, "is_release": None},
            {"undone_at": NOW},
            {"forgotten_at": NOW},
            {"act": Act.LATER},
            {"act": Act.MERGE, "into": "s2"},
        ],
        ids=str,
    )
    def test_what_says_nothing_or_no_longer_stands_teaches_nothing(
        self, session, silent
    ):
        decisions.add_decisions(session, [a_decision("d1", **silent)])
        assert self.lessons(session) == []

    def test_what_is_forgotten_is_listed_and_can_be_learned_again(self, session):
        decisions.add_decisions(session, [a_decision("d1")])
        decisions.forget(session, ["d1"], NOW, REVIEWER)
        assert self.lessons(session) == []
        (kept,) = decisions.list_teaching(session, page=1)
        assert (kept.forgotten_at, kept.forgotten_by) == (NOW, REVIEWER)
        assert decisions.count_teaching(session) == 1
        decisions.remember(session, ["d1"])
        assert self.lessons(session) == ["d1"]
