"""Files only to who is signed in and was shown them; uploads into one's own window."""

import asyncio
import json
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME
from streamlit.web.server.starlette.starlette_websocket import (
    _get_signed_cookie_with_chunks,
)

from themewatch.domain.person import Role
from themewatch.domain.sign_in import Arrival, SignIn, arrival_of
from themewatch.services.signing_in import find_actor
from themewatch.ui import session
from themewatch.ui.shown_files import is_own_window, is_shown

_MEDIA = "/media/"
_UPLOAD = "/_stcore/upload_file/"
_NOT_ALLOWED = 403
_LOOKS, _PAUSE = 20, 0.1  # a window that is drawn anew shows its files in a moment


class GuardedFiles:
    """Hands files to those who may see them, for as long as they may.

    Whoever is signed out or without a role gets none, whatever page they still see.
    """

    def __init__(self, app: ASGIApp, how: SignIn) -> None:
        self.app = app
        self.how = how

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"] if scope["type"] == "http" else ""
        if path.startswith((_MEDIA, _UPLOAD)) and not await self._may(scope, path):
            refusal = PlainTextResponse("This file is not yours.\n", _NOT_ALLOWED)
            await refusal(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _may(self, scope: Scope, path: str) -> bool:
        arrival = arrival_of(claims_in(HTTPConnection(scope), self.how), self.how)
        if arrival is None:
            return False
        role = Role.VIEWER if path.startswith(_MEDIA) else Role.CONTRIBUTOR
        if not await asyncio.to_thread(_has_role, arrival, role):
            return False
        who = (arrival.issuer, arrival.subject)
        if path.startswith(_UPLOAD):
            return is_own_window(path.removeprefix(_UPLOAD).partition("/")[0], who)
        file = path.removeprefix(_MEDIA).partition(".")[0]
        for _again in range(_LOOKS):
            if is_shown(file, who):
                return True
            await asyncio.sleep(_PAUSE)
        return False


def claims_in(request: HTTPConnection, how: SignIn) -> dict[str, Any]:
    """Return what the provider said of whoever asks; nothing where it is not signed."""
    signed = _get_signed_cookie_with_chunks(dict(request.cookies), USER_COOKIE_NAME)
    if not signed:
        return {}
    try:
        claims: dict[str, Any] = json.loads(signed)
    except ValueError:
        return {}
    ours = urlsplit(how.redirect_url)
    is_ours = claims.get("origin") == f"{ours.scheme}://{ours.netloc}"
    return claims if is_ours and claims.get("is_logged_in") else {}


def _has_role(arrival: Arrival, role: Role) -> bool:
    if session.now() >= arrival.ends_at:
        return False
    with session.house().reading() as db:
        actor = find_actor(db, arrival.issuer, arrival.subject, arrival.signed_in_at)
    return actor is not None and actor.may(role)
