"""Signing in with an organisation's own provider: what is chosen, and who comes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import IPv6Address, ip_address
from typing import Any
from urllib.parse import urlsplit

from themewatch.domain.person import Role

METADATA = "/.well-known/openid-configuration"
CALLBACK = "/oauth2callback"
SCOPES = "openid profile email"
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """How people sign in, as whoever runs the house chose.

    `admin` is the mail of the first admin. `role_claim` names the claim that lists a
    person's groups, `roles` which group means which role. `newcomers` is the role of
    those who come unannounced; None: they wait for an admin. A sign-in ends when
    `lasts` is over, or where that is None when the provider's token ends.
    """

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    cookie_secret: str = field(repr=False)
    public_url: str
    admin: str | None = None
    role_claim: str | None = None
    roles: tuple[tuple[Role, str], ...] = ()
    newcomers: Role | None = None
    scopes: str = SCOPES
    lasts: timedelta | None = None

    @property
    def metadata_url(self) -> str:
        """Where the provider describes itself; the issuer may be given as that.

        >>> a = SignIn(issuer="https://id.example/", client_id="", client_secret="",
        ...            cookie_secret="", public_url="https://maps.example")
        >>> a.metadata_url
        'https://id.example/.well-known/openid-configuration'
        """
        if self.issuer.endswith(METADATA):
            return self.issuer
        return self.issuer.rstrip("/") + METADATA

    @property
    def redirect_url(self) -> str:
        """Where the provider sends people back to."""
        return self.public_url + CALLBACK

    @property
    def is_https(self) -> bool:
        return urlsplit(self.public_url).scheme == "https"

    @property
    def is_on_this_machine(self) -> bool:
        """Say whether people reach the house from its own machine alone."""
        return is_this_machine(urlsplit(self.public_url).hostname or "")

    def names_admin(self, arrival: "Arrival") -> bool:
        """Say whether this is who the house names as its first admin."""
        return (
            self.admin is not None
            and arrival.has_own_mail
            and self.admin.casefold() == arrival.email.casefold()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Somebody whom the provider of sign-in vouches for, as it knows them.

    `is_verified` says whether the mail is theirs; None where the provider says
    nothing about it. `role` is what their groups mean, None where they mean nothing.
    """

    issuer: str
    subject: str
    name: str
    email: str
    is_verified: bool | None
    role: Role | None
    signed_in_at: datetime
    ends_at: datetime

    @property
    def has_own_mail(self) -> bool:
        """Say whether the mail may be taken for theirs."""
        return bool(self.email) and self.is_verified is not False


def arrival_of(claims: Mapping[str, Any], sign_in: SignIn) -> Arrival | None:
    """Return who the claims speak of; None where they do not say what is needed."""
    subject, issuer = str(claims.get("sub") or ""), str(claims.get("iss") or "")
    begins, ends = _moment(claims.get("iat")), _moment(claims.get("exp"))
    if not subject or not issuer or begins is None or ends is None:
        return None
    email = _on_one_line(claims.get("email"))
    name = _on_one_line(claims.get("name") or claims.get("preferred_username"))
    return Arrival(
        issuer=issuer,
        subject=subject,
        name=(name or email or subject)[:LONGEST_NAME].rstrip(),
        email=email,
        is_verified=_verified(claims.get("email_verified")),
        role=role_of(claims, sign_in),
        signed_in_at=begins,
        ends_at=ends if sign_in.lasts is None else begins + sign_in.lasts,
    )


def role_of(claims: Mapping[str, Any], sign_in: SignIn) -> Role | None:
    """Return the highest role that the groups in the claims mean."""
    groups = set(_groups(claims.get(sign_in.role_claim or "")))
    found = {role for role, group in sign_in.roles if group in groups}
    return next((role for role in reversed(Role) if role in found), None)


def is_this_machine(host: str) -> bool:
    """Say whether an address or a name is that of the machine itself.

    >>> is_this_machine("127.0.0.1"), is_this_machine("0.0.0.0")
    (True, False)
    """
    name = host.strip("[]").lower()
    try:
        address = ip_address(name)
    except ValueError:
        return name == "localhost"
    inside = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (inside or address).is_loopback


def _groups(claim: Any) -> Iterator[str]:
    if isinstance(claim, str):
        yield claim
    elif isinstance(claim, list | tuple):
        yield from (group for group in claim if isinstance(group, str))


def _verified(claim: Any) -> bool | None:
    """Return what is said about a mail; some providers say it as a word."""
    if claim is None or isinstance(claim, bool):
        return claim
    return str(claim).lower() == "true"


def _moment(claim: Any) -> datetime | None:
    """Return a moment given as seconds since 1970, as tokens do."""
    if isinstance(claim, bool) or not isinstance(claim, int | float):
        return None
    try:
        return datetime.fromtimestamp(claim, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _on_one_line(claim: Any) -> str:
    return " ".join(claim.split()) if isinstance(claim, str) else ""
