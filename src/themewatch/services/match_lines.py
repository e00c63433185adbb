"""Match news given as JSON Lines, and say what they speak of line by line."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from themewatch.domain.news import Match, NewsText
from themewatch.matching.matcher import Matcher

READ = ("title", "summary", "source", "lang")
FIELDS = (*READ, "url", "published")
"""What a line may say of its news; all of it is checked, if not read."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What one line gave: an answer, or what is wrong with it."""

    number: int
    answer: str | None = None
    problem: str | None = None


def match_lines(lines: Iterable[bytes], matcher: Matcher) -> Iterator[Answered]:
    """Answer line by line; a bad one stops none of the others, empty ones are left out.

    A line is `{"id", "title", "summary", "url", "published", "source", "lang"}`, of
    which id and title are needed.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _answered(number, line, matcher)


def match_as_line(news_id: str | int, match: Match) -> str:
    """Return what a piece of news speaks of; the reason for a release has no theme."""
    why = [{"theme": reason.theme, "words": list(reason.words)} for reason in match.why]
    told = {
        "id": news_id,
        "themes": list(match.themes),
        "signals": list(match.signals),
        "is_release": match.is_release,
        "models": list(match.models),
        "why": why,
    }
    line = json.dumps(told, ensure_ascii=False)
    return line if _is_whole(line) else json.dumps(told)


def _is_whole(text: str) -> bool:
    """Say whether a text can be written: JSON may hold halves of characters."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _answered(number: int, line: bytes, matcher: Matcher) -> Answered:
    try:
        news = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        wrong = f"Line {number}: not JSON in UTF-8 ({_reason(error)})."
        return Answered(number, problem=wrong)
    problem = _problem(news)
    if problem is not None:
        return Answered(number, problem=f"Line {number}: {problem}.")
    match = matcher.match(_news(news))
    return Answered(number, match_as_line(news["id"], match))


def _reason(error: Exception) -> str:
    """Return what is wrong, without the line that JSON counts from one again."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg}, column {error.colno}"
    return str(error)


def _problem(news: Any) -> str | None:
    if not isinstance(news, dict):
        return "not an object"
    if not isinstance(news.get("id"), str | int) or isinstance(news["id"], bool):
        return "id is missing, or neither text nor a whole number"
    if not isinstance(news.get("title"), str):
        return "title is missing or no text"
    wrong = (f for f in FIELDS if not isinstance(news.get(f), str | None))
    return next((f"{field} is no text" for field in wrong), None)


def _news(news: Mapping[str, Any]) -> NewsText:
    title, summary, source, lang = (news.get(field) or "" for field in READ)
    return NewsText(title=title, text=summary, source=source, lang=lang)
