"""People who come from a provider of sign-in: valid by default, one keyword to vary."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.people import CONTRIBUTOR
from themewatch.domain.person import Role
from themewatch.domain.sign_in import Arrival, SignIn

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
HOW = SignIn(
    issuer="https://id.example.org",
    client_id="themewatch",
    client_secret="secret",  # noqa: S106
    cookie_secret="secret" * 8,
    public_url="https://maps.example.org",
    admin="dag@example.org",
)
OPEN = replace(HOW, newcomers=Role.VIEWER)


def an_arrival(**fields: Any) -> Arrival:
    usual: dict[str, Any] = {
        "issuer": HOW.issuer,
        "subject": "ann",
        "name": CONTRIBUTOR,
        "email": "ann@example.org",
        "is_verified": True,
        "role": None,
        "signed_in_at": NOW,
        "ends_at": NOW + timedelta(hours=8),
    }
    return Arrival(**usual | fields)
