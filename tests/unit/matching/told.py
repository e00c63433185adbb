"""Short ways to ask the shipped matcher."""

from themewatch.domain.news import Lesson, NewsText
from themewatch.services.matcher import matcher


def news(title, text="", source="A feed"):
    return NewsText(title=title, text=text, source=source)


def match(title, text=""):
    return matcher().match(news(title, text))


def themes(title, text=""):
    return set(match(title, text).themes)


def a_lesson(number, story, *themes, is_release=False):
    return Lesson(
        decision=f"decision-{number}", news=story, themes=themes, is_release=is_release
    )
