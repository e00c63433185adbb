"""From where the server may be reached at all, and its inner counters."""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from themewatch.domain.sign_in import is_this_machine

NEEDS_SIGN_IN = (
    "themewatch answers on its own machine only, as nobody signs in here: set up "
    "sign-in (docs/sign-in.md), or start it with --trusted-network if everybody who "
    "can reach it may act under any name.\n"
)
_METRICS = "/_stcore/metrics"
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
_NOT_ALLOWED = 403
_POLICY_VIOLATION = 1008


class OnlyFromHere:
    """Refuses whoever comes from another machine, however the server was started."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or _is_from_here(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
        else:
            refusal = PlainTextResponse(NEEDS_SIGN_IN, _NOT_ALLOWED)
            await refusal(scope, receive, send)


class OwnMetrics:
    """Shows Streamlit's inner counters to the machine itself alone."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_asked = scope["type"] == "http" and scope["path"].startswith(_METRICS)
        if is_asked and not _is_from_here(scope):
            await PlainTextResponse("", _NOT_ALLOWED)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _is_from_here(scope: Scope) -> bool:
    """Say whether a request is the machine's own, and none it only hands on."""
    client = scope.get("client")  # None on a socket of the file system
    headers = Headers(scope=scope)
    if any(name in headers for name in _FORWARDED):
        return False
    return client is None or is_this_machine(client[0])
