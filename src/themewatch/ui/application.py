"""How the app is served: what happens at start, on every answer, and on a bug."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from starlette.middleware import Middleware

from themewatch.config import Settings
from themewatch.domain.sign_in import SignIn
from themewatch.ui.archive_route import ROUTES as ARCHIVES
from themewatch.ui.atom_route import ROUTES as FEEDS
from themewatch.ui.gate_sign_in import show_what_went_wrong
from themewatch.ui.headers import SecurityHeaders
from themewatch.ui.middleware_cookies import SecureCookies
from themewatch.ui.middleware_files import GuardedFiles
from themewatch.ui.middleware_reach import OnlyFromHere, OwnMetrics
from themewatch.ui.middleware_return import ReturnsToPage
from themewatch.ui.warmup import lifespan

ENTRY = Path(__file__).with_name("main.py")


def options(settings: Settings | None = None) -> dict[str, Any]:
    """Return how Streamlit serves a house: the one that the environment names by now.

    Nothing of it is kept from when this was imported: who starts servers quickly
    imports first and chooses afterwards.
    """
    settings = settings or Settings.from_environment()
    return {
        "lifespan": lifespan,
        "routes": [*FEEDS, *ARCHIVES],
        "middleware": list(_middleware(settings)),
        "secrets": _secrets(settings.sign_in) if settings.sign_in else None,
        "on_script_error": show_what_went_wrong,
    }


def _middleware(settings: Settings) -> Iterator[Middleware]:
    """Yield what every request passes through, from the outside in."""
    how = settings.sign_in
    yield Middleware(SecurityHeaders)
    yield Middleware(OwnMetrics)
    if how is None:
        if not settings.is_trusted_network:
            yield Middleware(OnlyFromHere)
        return
    if how.is_https:
        yield Middleware(SecureCookies)
    yield Middleware(ReturnsToPage, how=how)
    yield Middleware(GuardedFiles, how=how)


def _secrets(how: SignIn) -> dict[str, Any]:
    """Return how people sign in, as Streamlit reads it from its secrets."""
    auth = {
        "redirect_uri": how.redirect_url,
        "cookie_secret": how.cookie_secret,
        "client_id": how.client_id,
        "client_secret": how.client_secret,
        "server_metadata_url": how.metadata_url,
        "client_kwargs": {"scope": how.scopes},
    }
    return {"auth": auth}


logging.getLogger("streamlit.web.server").setLevel(logging.WARNING)
