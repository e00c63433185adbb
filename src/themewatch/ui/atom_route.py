"""The address of the Atom feed, outside of any page."""

import asyncio
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from themewatch.services.edition_feed import (
    MEDIA_TYPE,
    PATH,
    Feed,
    may_follow,
    write_feed,
)
from themewatch.ui import session

_NOT_MODIFIED, _UNAUTHORIZED, _NOT_FOUND = 304, 401, 404


async def atom(request: Request) -> Response:
    """Answer with the feed, or with nothing where it is as the reader has it."""
    return await asyncio.to_thread(_answer, request)


ROUTES = [Route(PATH, atom, methods=["GET"])]


def _answer(request: Request) -> Response:
    key = request.query_params.get("key", "")
    with session.house().reading() as db:
        if session.how_to_sign_in() is not None and not may_follow(db, key):
            return _refused(key)
        is_open = session.how_to_sign_in() is None
        feed = write_feed(db, base=_base(request), key=None if is_open else key)
    headers = {
        "ETag": f'"{feed.mark}"',
        "Last-Modified": format_datetime(feed.updated_at, usegmt=True),
        "Cache-Control": "private, max-age=300" if key else "max-age=300",
    }
    if _is_known(request, feed):
        return Response(status_code=_NOT_MODIFIED, headers=headers)
    return Response(feed.text, media_type=MEDIA_TYPE, headers=headers)


def _refused(key: str) -> Response:
    if not key:
        said = "Sign in, and take your own address of this feed from Editions.\n"
        return PlainTextResponse(said, _UNAUTHORIZED)
    return PlainTextResponse("There is no such feed.\n", _NOT_FOUND)


def _base(request: Request) -> str:
    """Return where the house is reached: as it was said, else as it was asked."""
    named = session.settings().public_url
    return named or str(request.base_url).rstrip("/")


def _is_known(request: Request, feed: Feed) -> bool:
    """Say whether the reader has just this; a mark says more than a time."""
    if marks := request.headers.get("if-none-match"):
        known = {mark.strip().removeprefix("W/") for mark in marks.split(",")}
        return bool(known & {f'"{feed.mark}"', "*"})
    since = _time(request.headers.get("if-modified-since", ""))
    return since is not None and feed.updated_at.replace(microsecond=0) <= since


def _time(header: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(header)
    except (TypeError, ValueError):
        return None
    return None if found.tzinfo is None else found
