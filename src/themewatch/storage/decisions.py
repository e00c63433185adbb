"""What people decided on stories: added, undone, forgotten as lessons, never lost."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import ColumnElement, Text, func, insert, select, type_coerce, update

from themewatch.domain.news import Act, Decision, Lesson, NewsText
from themewatch.errors import NotFoundError
from themewatch.storage.engine import Session
from themewatch.storage.news_tables import decisions, entries, feeds, matches

ACTS_A_PAGE = 20
LESSONS_A_PAGE = 10
TEACHING = (Act.ACCEPT, Act.ATTACH, Act.DISMISS)
KEEPING = (Act.ACCEPT, Act.ATTACH)
_STANDS = decisions.c.undone_at.is_(None)
_COULD_TEACH = (
    decisions.c.act.in_(TEACHING),
    _STANDS,
    decisions.c.themes.is_not(None) | decisions.c.is_release.is_not(None),
)
_TEACHES = (*_COULD_TEACH, decisions.c.forgotten_at.is_(None))


def add_decisions(session: Session, made: Sequence[Decision]) -> None:
    if made:
        session.execute(insert(decisions), [asdict(decision) for decision in made])


def get_decisions(session: Session, ids: Collection[str]) -> list[Decision]:
    """Return decisions by their ids, the last first; raises NotFoundError."""
    found = _read(session, decisions.c.id.in_(ids))
    if len(found) < len(set(ids)):
        raise NotFoundError("There is no such decision: look at what was decided.")
    return found


def find_last(session: Session, story: str) -> Decision | None:
    """Return the last decision on a story that was not undone."""
    return next(iter(_read(session, decisions.c.story == story, _STANDS)), None)


def list_acts(session: Session, page: int = 1) -> list[list[Decision]]:
    """Return what was decided, the last first; what was one act stands together."""
    moments = (
        select(decisions.c.at, decisions.c.by, decisions.c.act)
        .group_by(decisions.c.at, decisions.c.by, decisions.c.act)
        .order_by(decisions.c.at.desc())
        .limit(ACTS_A_PAGE)
        .offset((page - 1) * ACTS_A_PAGE)
    )
    found = session.execute(moments).all()
    acts: dict[tuple[datetime, str | None, Act], list[Decision]] = {
        (row.at, row.by, row.act): [] for row in found
    }
    for decision in _read(session, decisions.c.at.in_({row.at for row in found})):
        key = decision.at, decision.by, decision.act
        if key in acts:
            acts[key].append(decision)
    return list(acts.values())


def count_acts(session: Session) -> int:
    moments = select(decisions.c.at, decisions.c.by, decisions.c.act).distinct()
    return session.scalar(select(func.count()).select_from(moments.subquery())) or 0


def count_decided(session: Session, since: datetime) -> Mapping[Act, int]:
    """Return how many stories were decided on since, and not undone, by what."""
    query = (
        select(decisions.c.act, func.count())
        .where(decisions.c.at >= since, _STANDS)
        .group_by(decisions.c.act)
    )
    return {row.act: row[1] for row in session.execute(query)}


def list_keeping(
    session: Session, *, theme: str | None = None, releases: Collection[str] = ()
) -> list[Decision]:
    """Return what was accepted or attached under a theme, or to releases."""
    wanted: list[ColumnElement[bool]] = [decisions.c.act.in_(KEEPING), _STANDS]
    if theme is not None:
        named = type_coerce(decisions.c.themes, Text).contains(f'"{theme}"')
        wanted.append(named)
    if releases:
        wanted.append(decisions.c.release.in_(releases))
    return _read(session, *wanted)


def mark_undone(
    session: Session, ids: Collection[str], at: datetime, by: str | None
) -> None:
    _change(session, ids, undone_at=at, undone_by=by)


def give_reason(
    session: Session,
    ids: Collection[str],
    reason: str,
    *,
    themes: tuple[str, ...] | None = None,
    is_release: bool | None = None,
) -> None:
    """Say why stories were dismissed, and what is held right because of it."""
    _change(session, ids, reason=reason, themes=themes, is_release=is_release)


def forget(
    session: Session, ids: Collection[str], at: datetime, by: str | None
) -> None:
    """Let decisions teach nothing more; they stand."""
    _change(session, ids, forgotten_at=at, forgotten_by=by)


def remember(session: Session, ids: Collection[str]) -> None:
    """Let decisions that were forgotten teach again."""
    _change(session, ids, forgotten_at=None, forgotten_by=None)


def list_teaching(session: Session, page: int) -> list[Decision]:
    """Return a page of the decisions that teach, forgotten ones too, the last first."""
    query = (
        select(decisions)
        .where(*_COULD_TEACH)
        .order_by(decisions.c.at.desc(), decisions.c.id.desc())
        .limit(LESSONS_A_PAGE)
        .offset((page - 1) * LESSONS_A_PAGE)
    )
    return [Decision(**row) for row in session.execute(query).mappings()]


def count_teaching(session: Session) -> int:
    query = select(func.count()).select_from(decisions).where(*_COULD_TEACH)
    return session.scalar(query) or 0


def list_lessons(session: Session) -> list[Lesson]:
    """Return what decisions that stand and are not forgotten teach, oldest first.

    A decision that says nothing of themes or of a release teaches nothing.
    """
    news = _news_decided_on(session)
    return [
        Lesson(
            decision=decision.id,
            news=news[decision.story],
            themes=decision.themes,
            is_release=decision.is_release,
        )
        for decision in reversed(_read(session, *_TEACHES))
        if decision.story in news
    ]


def _news_decided_on(session: Session) -> dict[str, NewsText]:
    """Return the text of each story that teaches: its newest entry that tells most."""
    query = (
        select(entries.c.story, entries.c.title, entries.c.text, feeds.c.title)
        .join_from(entries, feeds, entries.c.feed == feeds.c.id)
        .outerjoin(matches, matches.c.entry == entries.c.id)
        .where(entries.c.story.in_(select(decisions.c.story).where(*_TEACHES)))
        .order_by(func.length(matches.c.themes), entries.c.seen_at, entries.c.id)
    )
    return {
        story: NewsText(title=title, text=text, source=source)
        for story, title, text, source in session.execute(query)
    }


def _read(session: Session, *wanted: ColumnElement[bool]) -> list[Decision]:
    """Return decisions, the last first."""
    query = (
        select(decisions)
        .where(*wanted)
        .order_by(decisions.c.at.desc(), decisions.c.id.desc())
    )
    return [Decision(**row) for row in session.execute(query).mappings()]


def _change(session: Session, ids: Collection[str], **values: object) -> None:
    chosen = decisions.c.id.in_(ids)
    session.execute(update(decisions).where(chosen).values(**values))
