"""Visitors who are signed in, as the provider of sign-in would send them.

`signed_in(Role.REVIEWER)` gives a visitor who has that role, under the name that the
cast (tests/people.py) has for it; `signed_in(None)` one who waits for a role. The
house asks for sign-in from there on: visitors made otherwise are signed out.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.app.visitor import Visitor
from tests.factories import NOW
from tests.people import MAILS, NAMES, WAITING
from themewatch.domain.person import Person, Role
from themewatch.services.house import House
from themewatch.storage import people

ISSUER = "https://id.example.org"
SETTINGS = {
    "THEMEWATCH_OIDC_ISSUER": ISSUER,
    "THEMEWATCH_OIDC_CLIENT_ID": "themewatch",
    "THEMEWATCH_OIDC_CLIENT_SECRET": "a secret of the provider's",
    "THEMEWATCH_COOKIE_SECRET": "a secret of this house, long enough",
    "THEMEWATCH_PUBLIC_URL": "https://maps.example.org",
    "THEMEWATCH_ADMIN": MAILS[Role.ADMIN],
}
SignedIn = Callable[..., Visitor]


@pytest.fixture
def asks_for_sign_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the house ask everybody to sign in."""
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def signed_in(asks_for_sign_in: None, house: House, visitor: Visitor) -> SignedIn:  # noqa: ARG001  they stand behind the app
    """Return how visitors come who are signed in with a role."""

    def signed_in(role: Role | None, **claims: Any) -> Visitor:
        add_person(house, role)
        visitor = Visitor()
        visitor.app.user = claims_of(role) | claims
        return visitor

    return signed_in


def add_person(house: House, role: Role | None) -> Person:
    """Add whoever of the cast has this role, once."""
    claims = claims_of(role)
    person = Person(
        claims["sub"],
        claims["name"],
        claims["email"],
        NOW,
        role=role,
        issuer=ISSUER,
        subject=claims["sub"],
    )
    with house.writing() as db:
        people.add_person(db, person)
    return person


def claims_of(role: Role | None) -> dict[str, Any]:
    """Return what the provider says of whoever of the cast has this role."""
    name = WAITING if role is None else NAMES[role]
    mail = "ede@example.org" if role is None else MAILS[role]
    return {
        "is_logged_in": True,
        "iss": ISSUER,
        "sub": mail.partition("@")[0],
        "name": name,
        "email": mail,
        "email_verified": True,
        "iat": int(NOW.timestamp()),
        "exp": int((NOW + timedelta(days=1)).timestamp()),
        "provider": "default",
    }
