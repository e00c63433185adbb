"""What people decide changes how later, similar stories are matched."""

from dataclasses import replace

import pytest

from tests.unit.matching.told import a_lesson, news
from themewatch.domain.news import Lesson, NewsText
from themewatch.services.matcher import matcher

COST = "lower-cost"
WRONG = [
    news(
        f"Foobar Studio image generator, build {number}",
        f"Render nodes of Foobar Studio reserve 8 GB of VRAM for image queue {number}.",
        source="Foobar Studio news",
    )
    for number in range(5)
]
LATER = news(
    "Foobar Studio image generator, build 77",
    "Render nodes of Foobar Studio reserve 8 GB of VRAM for image queue 77.",
    source="Foobar Studio news",
)
UNLIKE = news(
    "FooLabs launches a video model for home users",
    "It needs only 8 GB of VRAM and costs half the price of its predecessor.",
    source="Other news",
)
MISSED = [
    news(
        f"Barfoo video generator and its timeline braiding, part {number}",
        "Timeline braiding weaves two stories into one take.",
        source="Barfoo log",
    )
    for number in range(4)
]


def themes(wiser, story):
    return wiser.match(story).themes


def test_the_stories_of_these_tests_are_matched_as_they_say():
    assert all(themes(matcher(), story) == (COST,) for story in [*WRONG, LATER])
    assert COST in themes(matcher(), UNLIKE)
    assert not any(themes(matcher(), story) for story in MISSED)


def test_a_handful_of_dismissals_changes_similar_news():
    wiser = matcher().taught([a_lesson(n, s) for n, s in enumerate(WRONG)])
    assert themes(wiser, LATER) == ()
    assert COST in themes(wiser, UNLIKE)


def test_a_handful_of_corrections_gives_a_theme_to_similar_news_with_its_words():
    lessons = [a_lesson(n, s, "longer-video") for n, s in enumerate(MISSED[:3])]
    found = matcher().taught(lessons).match(MISSED[3])
    assert found.themes == ("longer-video",)
    (reason,) = [reason for reason in found.why if reason.theme == "longer-video"]
    story = f"{MISSED[3].title}\n{MISSED[3].text}"
    assert reason.words
    assert all(word in story for word in reason.words)


def test_a_release_is_learned_as_a_theme_is():
    lessons = [a_lesson(n, s, is_release=True) for n, s in enumerate(MISSED[:3])]
    assert not matcher().match(MISSED[3]).is_release
    assert matcher().taught(lessons).match(MISSED[3]).is_release


def test_one_lesson_changes_what_is_nearly_the_same_and_nothing_else():
    wiser = matcher().taught([a_lesson(1, MISSED[0], "longer-video")])
    assert themes(wiser, MISSED[0]) == ("longer-video",)
    assert themes(wiser, UNLIKE) == themes(matcher(), UNLIKE)
    assert themes(wiser, NewsText(title="A video of braiding bread")) == ()


def test_lessons_that_contradict_one_another_cancel():
    lessons = [
        *(a_lesson(n, s) for n, s in enumerate(WRONG[:2])),
        *(a_lesson(n, s, COST) for n, s in enumerate(WRONG[2:], start=2)),
    ]
    assert themes(matcher().taught(lessons), LATER) == (COST,)


def test_a_lesson_left_out_is_undone():
    lessons = [a_lesson(n, s) for n, s in enumerate(WRONG)]
    wiser = matcher().taught(lessons)
    assert wiser.taught([]).match(LATER) == matcher().match(LATER)
    assert (
        wiser.taught(lessons[:4]).learned() == matcher().taught(lessons[:4]).learned()
    )


def test_the_order_of_lessons_does_not_matter():
    lessons = [a_lesson(n, s) for n, s in enumerate(WRONG)]
    forwards, backwards = matcher().taught(lessons), matcher().taught(lessons[::-1])
    assert forwards.learned() == backwards.learned()
    assert forwards.match(LATER) == backwards.match(LATER)


def test_lessons_leave_the_version_alone():
    assert matcher().taught([a_lesson(1, WRONG[0])]).version == matcher().version


def test_what_was_learned_is_told_with_the_decisions_behind_it():
    wiser = matcher().taught([a_lesson(n, s) for n, s in enumerate(WRONG[:2])])
    told = {one.words: one for one in wiser.learned() if one.theme == COST}
    gave = told["gave 8 gb of vram"]
    assert not gave.is_towards
    assert gave.lessons == ("decision-0", "decision-1")
    assert gave.weight == pytest.approx(2 / 4)


def test_where_lessons_decided_is_told():
    wiser = matcher().taught([a_lesson(n, s) for n, s in enumerate(WRONG)])
    (swayed,) = wiser.lessons_for(LATER)
    assert (swayed.theme, swayed.is_towards) == (COST, False)
    assert set(swayed.lessons) == {f"decision-{n}" for n in range(5)}
    assert wiser.lessons_for(UNLIKE) == ()


def test_a_lesson_that_the_rules_knew_teaches_nothing():
    agreeing = a_lesson(1, UNLIKE, *themes(matcher(), UNLIKE), is_release=True)
    assert matcher().taught([agreeing]).learned() == ()


def test_words_that_only_hold_others_together_are_not_learned():
    story = news(WRONG[0].title, f"Braiding for the queue. {WRONG[0].text}")
    learned = matcher().taught([a_lesson(1, story)]).learned()
    told = {one.words for one in learned if not one.words.startswith("gave ")}
    assert "braiding" in told
    assert not any({"for", "the"} & set(words.split()) for words in told)


def test_what_a_decision_does_not_say_teaches_nothing_of_it():
    unsaid = [Lesson(decision=f"d{n}", news=s) for n, s in enumerate(WRONG)]
    assert matcher().taught(unsaid).learned() == ()
    themes_alone = [replace(one, themes=()) for one in unsaid]
    assert all(one.theme for one in matcher().taught(themes_alone).learned())
    release_alone = [replace(one, is_release=True) for one in unsaid]
    assert not any(one.theme for one in matcher().taught(release_alone).learned())
