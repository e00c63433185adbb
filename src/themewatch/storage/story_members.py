"""The members of stories: what each feed said of them, and what it speaks of."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, func, select

from themewatch.domain.entry import Entry
from themewatch.domain.news import Act, Match
from themewatch.domain.story import Member, Story
from themewatch.storage.engine import Session
from themewatch.storage.news_tables import decisions, entries, feeds, matches
from themewatch.storage.reasons import reasons_from_text

TEXT_IN_LISTS = 4_000  # characters
_ENTRY = [
    entries.c.id,
    entries.c.feed,
    entries.c.link,
    entries.c.title,
    entries.c.published_at,
    entries.c.seen_at,
    entries.c.is_rereleased,
]
_MATCH = [
    matches.c.themes,
    matches.c.signals,
    matches.c.is_release,
    matches.c.models,
    matches.c.vendor,
    matches.c.why,
]


def with_members(session: Session, rows: Sequence[Row[Any]]) -> list[Story]:
    """Return the stories of rows, with all their members read at once."""
    shown_in = _merged_into(session, [row.id for row in rows])
    members = _members(session, shown_in)
    return [
        Story(
            id=row.id,
            state=row.state,
            dated_at=row.dated_at,
            version=row.version,
            members=tuple(members[row.id]),
        )
        for row in rows
        if members[row.id]
    ]


def _merged_into(session: Session, ids: Collection[str]) -> dict[str, str]:
    """Return where the entries of stories are shown: those merged into others too."""
    shown_in = {story: story for story in ids}
    newest = set(ids)
    while newest:
        query = select(decisions.c.story, decisions.c.into).where(
            decisions.c.act == Act.MERGE,
            decisions.c.undone_at.is_(None),
            decisions.c.into.in_(newest),
        )
        rows = [r for r in session.execute(query) if r.story not in shown_in]
        shown_in |= {row.story: shown_in[row.into] for row in rows}
        newest = {row.story for row in rows}
    return shown_in


def _members(
    session: Session, shown_in: Mapping[str, str]
) -> defaultdict[str, list[Member]]:
    """Return the entries of stories under the story that shows them."""
    text = func.substr(entries.c.text, 1, TEXT_IN_LISTS).label("text")
    query = (
        select(entries.c.story, feeds.c.title, feeds.c.address, *_ENTRY, text, *_MATCH)
        .join_from(entries, feeds, entries.c.feed == feeds.c.id)
        .outerjoin(matches, matches.c.entry == entries.c.id)
        .where(entries.c.story.in_(shown_in))
    )
    found: defaultdict[str, list[Member]] = defaultdict(list)
    for story, title, address, *fields in session.execute(query):
        found[shown_in[story]].append(_member(title or address, fields))
    for members in found.values():
        members.sort(key=lambda m: (m.entry.dated_at, m.entry.id), reverse=True)
    return found


def _member(source: str, fields: Sequence[Any]) -> Member:
    names = [column.name for column in _ENTRY] + ["text"]
    entry = Entry(**dict(zip(names, fields, strict=False)))
    themes, signals, is_release, models, vendor, why = fields[len(names) :]
    if why is None:
        return Member(entry=entry, source=source)
    match = Match(
        themes=themes,
        signals=signals,
        is_release=is_release,
        models=models,
        vendor=vendor,
        why=reasons_from_text(why),
    )
    return Member(entry=entry, source=source, match=match)
