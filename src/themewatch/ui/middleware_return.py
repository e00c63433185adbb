"""After signing in one lands on the page one asked for, its query included.

Streamlit's own way back leads to the first page always. Where somebody left from
stands in the Referer of their way to the provider; a cookie keeps it until they are
back. Only pages that there are can be returned to.
"""

from urllib.parse import parse_qs, quote, unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from themewatch.domain.sign_in import CALLBACK, SignIn
from themewatch.ui.gate_sign_in import FAILED_COOKIE
from themewatch.ui.pages import PAGES

NEXT_COOKIE = "themewatch_next"
_LOGIN = "/auth/login"
_USER_COOKIE = "_streamlit_user="
_TEN_MINUTES = 600  # seconds; a person may have to find their second factor
_A_MOMENT = 20  # seconds: for the page that says it, and not the one after
_LONGEST = 2000  # characters of an address
_FAILED = 400
_FOUND = 302


class ReturnsToPage:
    """Leads back from the provider of sign-in to where somebody came from."""

    def __init__(self, app: ASGIApp, how: SignIn) -> None:
        self.app = app
        self.host = urlsplit(how.public_url).netloc

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"] if scope["type"] == "http" else ""
        if path not in (_LOGIN, CALLBACK):
            await self.app(scope, receive, send)
            return

        async def send_led(message: Message) -> None:
            if message["type"] == "http.response.start" and path == _LOGIN:
                _leaving(message, _left_from(Headers(scope=scope), self.host))
            elif message["type"] == "http.response.start":
                _coming_back(scope, message)
            elif message["type"] == "http.response.body" and path == _LOGIN:
                message = {"type": "http.response.body", "body": b""}
            await send(message)

        await self.app(scope, receive, send_led)


def known_page(address: str) -> str:
    """Return an address as one of our pages with its query; else the first page.

    >>> known_page("/theme?theme=consistency"), known_page("//evil.example/theme")
    ('/theme?theme=consistency', '/')
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    known = {"/", *(f"/{entry.script}" for entry in PAGES)}
    is_ours = not parts.scheme and not parts.netloc and parts.path in known
    if not is_ours or len(address) > _LONGEST or not address.isascii():
        return "/"
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _leaving(start: Message, page: str) -> None:
    """Keep where somebody leaves from; where the provider is out of reach, stay."""
    _empty(start)
    if start["status"] >= _FAILED:
        start["status"] = _FOUND
        headers = MutableHeaders(scope=start)
        headers["location"] = page
        headers.append("set-cookie", _cookie(FAILED_COOKIE, "1", _A_MOMENT))
    else:
        cookie = _cookie(NEXT_COOKIE, quote(page, safe=""), _TEN_MINUTES)
        MutableHeaders(scope=start).append("set-cookie", cookie)


def _coming_back(scope: Scope, start: Message) -> None:
    """Lead whoever was let in to their page; say it to who was not."""
    headers = MutableHeaders(scope=start)
    is_let_in = any(
        c.startswith(_USER_COOKIE) and "Max-Age=0" not in c
        for c in headers.getlist("set-cookie")
    )
    asked = parse_qs(scope["query_string"].decode("latin-1"))
    page = known_page(_kept(scope))
    if is_let_in:
        headers["location"] = page
        headers.append("set-cookie", _cookie(NEXT_COOKIE, "", 0))
        headers.append("set-cookie", _cookie(FAILED_COOKIE, "", 0))
    elif "code" in asked or "error" in asked:  # not the way back from signing out
        headers["location"] = page
        headers.append("set-cookie", _cookie(FAILED_COOKIE, "1", _A_MOMENT))


def _left_from(headers: Headers, host: str) -> str:
    """Return the page of ours in the Referer; a strange one is none."""
    try:
        referer = urlsplit(headers.get("referer", ""))
    except ValueError:
        return "/"
    if referer.netloc not in (host, headers.get("host")):  # a proxy may change it
        return "/"
    query = f"?{referer.query}" if referer.query else ""
    return known_page(f"{referer.path}{query}")


def _kept(scope: Scope) -> str:
    return unquote(HTTPConnection(scope).cookies.get(NEXT_COOKIE, "/"))


def _empty(start: Message) -> None:
    """Let an answer have no body of its own."""
    MutableHeaders(scope=start)["content-length"] = "0"


def _cookie(name: str, value: str, seconds: int) -> str:
    return f"{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax"
