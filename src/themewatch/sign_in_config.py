"""Read from the environment how people sign in; `config` hands it over."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from themewatch.domain.person import Role
from themewatch.domain.sign_in import SCOPES, SignIn
from themewatch.errors import InputError

PUBLIC_URL = "THEMEWATCH_PUBLIC_URL"
ISSUER = "THEMEWATCH_OIDC_ISSUER"
CLIENT_ID = "THEMEWATCH_OIDC_CLIENT_ID"
CLIENT_SECRET = "THEMEWATCH_OIDC_CLIENT_SECRET"  # noqa: S105  a name
COOKIE_SECRET = "THEMEWATCH_COOKIE_SECRET"  # noqa: S105  a name
ADMIN = "THEMEWATCH_ADMIN"
ROLE_CLAIM = "THEMEWATCH_ROLE_CLAIM"
ROLES = "THEMEWATCH_ROLES"
NEWCOMERS = "THEMEWATCH_NEWCOMERS"
SCOPE = "THEMEWATCH_OIDC_SCOPES"
HOURS = "THEMEWATCH_SIGN_IN_HOURS"

_IN_FILES = (f"{CLIENT_SECRET}_FILE", f"{COOKIE_SECRET}_FILE")
_NEEDED = (ISSUER, CLIENT_ID, CLIENT_SECRET, COOKIE_SECRET, PUBLIC_URL)
_CHOICES = (ADMIN, ROLE_CLAIM, ROLES, NEWCOMERS, SCOPE, HOURS)
SIGN_IN = (*_NEEDED, *_IN_FILES, *_CHOICES)
"""Every variable that says how people sign in."""
_SHORTEST_SECRET = 32  # characters


def sign_in_from(environ: Mapping[str, str]) -> SignIn | None:
    """Return how people sign in; None where nothing is said about it.

    Raises:
        InputError: Half of it is missing, or something cannot be meant.
    """
    if not any(environ.get(name) for name in SIGN_IN if name != PUBLIC_URL):
        return None
    given = {name: _value(environ, name) for name in (*_NEEDED, *_CHOICES)}
    problems = list(_problems(given))
    if problems:
        raise InputError(*problems)
    hours = given[HOURS]
    return SignIn(
        issuer=given[ISSUER],
        client_id=given[CLIENT_ID],
        client_secret=given[CLIENT_SECRET],
        cookie_secret=given[COOKIE_SECRET],
        public_url=public_url(environ) or "",
        admin=given[ADMIN] or None,
        role_claim=given[ROLE_CLAIM] or None,
        roles=tuple(_pairs(given[ROLES])),
        newcomers=Role(given[NEWCOMERS]) if given[NEWCOMERS] else None,
        scopes=given[SCOPE] or SCOPES,
        lasts=timedelta(hours=float(hours)) if hours else None,
    )


def public_url(environ: Mapping[str, str]) -> str | None:
    """Return the address people open, without a slash at its end."""
    return environ.get(PUBLIC_URL, "").strip().rstrip("/") or None


def _value(environ: Mapping[str, str], name: str) -> str:
    """Return what was chosen: a secret may lie in a file, which another name names."""
    file = environ.get(f"{name}_FILE") if f"{name}_FILE" in _IN_FILES else None
    if environ.get(name) or not file:
        return environ.get(name, "").strip()
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{name}_FILE names {file}, which cannot be read: name a file of text "
            "that themewatch may read."
        ) from error


def _problems(given: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each thing to put right."""
    if missing := [name for name in _NEEDED if not given[name]]:
        yield (
            f"Sign-in is half set up: {_listed(missing)} {_is_missing(missing)}. "
            f"Set {_it(missing)} too, or none of the variables of sign-in."
        )
    if given[COOKIE_SECRET] and len(given[COOKIE_SECRET]) < _SHORTEST_SECRET:
        yield (
            f"{COOKIE_SECRET} is too short to be safe: make one of 64 letters with "
            "python3 -c 'import secrets; print(secrets.token_hex(32))'."
        )
    for name in (ISSUER, PUBLIC_URL):
        if given[name] and not _is_address(given[name]):
            yield f"{name} is no address: it begins with https://, and with a name."
    if urlsplit(given[PUBLIC_URL]).path.strip("/"):
        yield f"{PUBLIC_URL} must end with the host's name: themewatch serves no path."
    yield from _problems_of_roles(given)
    if given[HOURS] and not _is_positive(given[HOURS]):
        yield f"{HOURS} must be a number of hours, such as 12."


def _problems_of_roles(given: Mapping[str, str]) -> Iterator[str]:
    if given[ADMIN] and "@" not in given[ADMIN]:
        yield f"{ADMIN} must be a mail, such as name@example.org."
    if bool(given[ROLE_CLAIM]) != bool(given[ROLES]):
        yield (
            f"{ROLE_CLAIM} and {ROLES} go together: name the claim that lists groups, "
            'and what they mean, such as "reviewer=tw-reviewers, admin=tw-admins".'
        )
    words = [part.partition("=")[0].strip() for part in _parts(given[ROLES])]
    unknown = [word for word in words if word not in list(Role)]
    pairs = [part.partition("=") for part in _parts(given[ROLES])]
    if unknown or not all(group.strip() for _, _, group in pairs):
        yield (
            f"{ROLES} reads role=group, with commas between. "
            f"The roles are {_listed(Role)}."
        )
    newcomers = given[NEWCOMERS]
    if newcomers and (newcomers not in list(Role) or newcomers == Role.ADMIN):
        below = [role for role in Role if role is not Role.ADMIN]
        yield f"{NEWCOMERS} is one of {_listed(below)}, or left out."


def _pairs(text: str) -> Iterator[tuple[Role, str]]:
    for part in _parts(text):
        word, _, group = part.partition("=")
        yield Role(word.strip()), group.strip()


def _parts(text: str) -> list[str]:
    return [part for part in text.split(",") if part.strip()]


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _is_positive(text: str) -> bool:
    try:
        return 0 < float(text) < float("inf")
    except ValueError:
        return False


def _listed(names: Iterable[str]) -> str:
    *most, last = map(str, names)
    return f"{', '.join(most)} and {last}" if most else last


def _is_missing(names: list[str]) -> str:
    return "are missing" if len(names) > 1 else "is missing"


def _it(names: list[str]) -> str:
    return "them" if len(names) > 1 else "it"
