"""A provider of sign-in on this machine, in a process of its own.

It knows the cast (tests/people.py) by the part of their mail before the @, and hands
out a sign-in to whoever presses their button.
"""

import json
import subprocess
import sys
from types import TracebackType
from typing import Any

import httpx

from tests.browser.server import FIRST_PORT, wait_until
from tests.people import MAILS, NAMES, WAITING
from themewatch.serve import free_port

HOURS = 3600
PEOPLE: dict[str, dict[str, Any]] = {
    NAMES[role]: {"sub": mail.partition("@")[0], "email": mail}
    for role, mail in MAILS.items()
} | {WAITING: {"sub": "ede", "email": "ede@example.org"}}
"""What the provider knows of each, by their name."""


class Provider:
    """A provider, from `with` to its end; its sign-ins last some seconds."""

    def __init__(self, seconds: int = 8 * HOURS) -> None:
        self.port = free_port(FIRST_PORT + 5000)
        self.address = f"http://127.0.0.1:{self.port}"
        self.seconds = seconds

    def __enter__(self) -> "Provider":
        people = [
            argument
            for name, known in PEOPLE.items()
            for argument in ("--user-claims", json.dumps(_claims(name, known)))
        ]
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-W", "ignore", "-m", "oidc_provider_mock"),
                *("--port", str(self.port), "--token-max-age", str(self.seconds)),
                *people,
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until(self._answers, self.process, self.address)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.wait()

    def variables(self, public_url: str) -> dict[str, str]:
        """Return what lets a house at this address ask the provider."""
        return {
            "THEMEWATCH_OIDC_ISSUER": self.address,
            "THEMEWATCH_OIDC_CLIENT_ID": "themewatch",
            "THEMEWATCH_OIDC_CLIENT_SECRET": "known to the provider",
            "THEMEWATCH_COOKIE_SECRET": "known to nobody else, and long enough",
            "THEMEWATCH_PUBLIC_URL": public_url,
            "THEMEWATCH_ADMIN": "dag@example.org",
        }

    def _answers(self) -> bool:
        metadata = f"{self.address}/.well-known/openid-configuration"
        try:
            return httpx.get(metadata, trust_env=False).is_success
        except httpx.TransportError:
            return False


def _claims(name: str, known: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "email_verified": True, **known}
