"""Cookies of a house that is reached over https never travel in the open."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SET_COOKIE = b"set-cookie"
_SECURE = b"; Secure"


class SecureCookies:
    """Marks every cookie `Secure` that does not say so yet.

    Streamlit marks none of its own, as it cannot know what stands before it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = message.get("headers", [])
                message = {**message, "headers": [_secured(*pair) for pair in headers]}
            await send(message)

        await self.app(scope, receive, send_secured)


def _secured(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    if name.lower() != _SET_COOKIE:
        return name, value
    marks = {part.strip().lower() for part in value.split(b";")}
    return name, value if b"secure" in marks else value + _SECURE
