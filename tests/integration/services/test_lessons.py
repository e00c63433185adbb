"""What decisions taught is told, forgotten and learned again."""

import pytest

from tests.factories import NOW, a_release
from tests.news import CLIPS, Piece, put_story
from tests.people import CONTRIBUTOR
from themewatch.domain.news import NewsText
from themewatch.services import lessons
from themewatch.services.log import log_record
from themewatch.services.matcher import matcher
from themewatch.services.triage import (
    NO_RELEASE,
    OFF_TOPIC,
    By,
    KnownRelease,
    attach,
    dismiss,
    explain,
)
from themewatch.services.undoing import undo
from themewatch.storage import decisions, stories
from themewatch.storage.decisions import list_lessons

BY = By(CONTRIBUTOR, NOW)
TEXT = (
    "Kling 9.1 is a new video model. It makes 20-second clips with multi-shot "
    "storytelling. The sandpaper parade marches on."
)


@pytest.fixture
def dismissed(session):
    """Dismiss two alike, which is what it takes to overrule the rules."""
    made = []
    for number in (1, 2):
        title = f"Kuaishou shows Kling 9.{number} at the sandpaper parade"
        match = matcher().match(NewsText(title=title, text=TEXT))
        put_story(session, f"s{number}", Piece(title=title, text=TEXT, match=match))
        seen = stories.get_story(session, f"s{number}").seen
        made += dismiss(session, [seen], By(CONTRIBUTOR, NOW.replace(hour=10 + number)))
    for one in made:
        explain(session, [one.id], OFF_TOPIC, BY)
    return decisions.get_decisions(session, [one.id for one in made])[::-1]


LATER = NewsText(title="Kuaishou shows Kling 9.3 at the sandpaper parade", text=TEXT)


def themes_now(session, text: str) -> tuple[str, ...]:
    news = NewsText(title=LATER.title, text=text)
    return matcher().taught(list_lessons(session)).match(news).themes


def test_every_decision_that_teaches_is_told_the_last_first(session, dismissed):
    found = lessons.list_taught(session)
    assert [t.decision.id for t in found.taught] == [d.id for d in reversed(dismissed)]
    assert (found.count, found.pages) == (2, 1)
    first = found.taught[0]
    assert "longer-video" in first.wrong
    assert (first.right, first.missed) == ((), ())
    assert any(
        one.theme == "longer-video" and not one.is_towards for one in first.learned
    )


def test_later_news_alike_is_matched_otherwise_until_it_is_forgotten(
    session, dismissed
):
    assert "longer-video" in matcher().match(NewsText(title="Kling", text=TEXT)).themes
    assert themes_now(session, TEXT) == ()
    lessons.forget(session, [d.id for d in dismissed], BY)
    assert "longer-video" in themes_now(session, TEXT)
    assert all(t.is_forgotten for t in lessons.list_taught(session).taught)
    lessons.remember(session, [d.id for d in dismissed], BY)
    assert themes_now(session, TEXT) == ()


def test_dismissed_without_a_reason_it_changes_nothing(session, dismissed):
    for one in dismissed:
        explain(session, [one.id], "", BY)
    assert lessons.list_taught(session).taught == ()
    assert themes_now(session, TEXT) == matcher().match(LATER).themes


def test_what_is_no_release_says_nothing_of_themes(session, dismissed):
    for one in dismissed:
        explain(session, [one.id], NO_RELEASE, BY)
    found = lessons.list_taught(session)
    assert all(t.is_no_release and t.wrong == () for t in found.taught)
    wiser = matcher().taught(list_lessons(session)).match(LATER)
    assert matcher().match(LATER).is_release
    assert not wiser.is_release
    assert wiser.themes == matcher().match(LATER).themes


def test_what_is_undone_teaches_nothing(session, dismissed):
    undo(session, [d.id for d in dismissed], BY)
    assert lessons.list_taught(session).taught == ()
    assert "longer-video" in themes_now(session, TEXT)


def test_what_was_missed_and_what_was_right_are_told_apart(session):
    put_story(session, "s1")
    log_record(session, a_release())
    known = KnownRelease("acme-vision-1", ("consistency", "native-audio"))
    attach(session, stories.get_story(session, "s1").seen, known, BY)
    (taught,) = lessons.list_taught(session).taught
    assert taught.right == ("consistency",)
    assert taught.missed == ("native-audio",)
    assert taught.wrong == ("longer-video",)
    assert set(taught.right + taught.wrong) == set(CLIPS.themes)
