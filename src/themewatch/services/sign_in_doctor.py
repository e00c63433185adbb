"""Examine sign-in: where people come back to, the provider, the clock, the admin."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from themewatch.config import Settings
from themewatch.domain.person import Role
from themewatch.domain.sign_in import METADATA, SignIn
from themewatch.ingest.metadata import Metadata, answers, fetch_metadata
from themewatch.services.findings import Finding
from themewatch.services.rights import needs
from themewatch.storage import people
from themewatch.storage.engine import Session
from themewatch.words import _

MOST_APART = timedelta(seconds=60)
"""By how much two clocks may differ: sign-ins are told apart by the provider's."""
_HEALTH = "/_stcore/health"


def examine_sign_in(settings: Settings, now: datetime) -> Iterator[Finding]:
    """Look at what sign-in rests on; nothing is said where nobody needs to."""
    how = settings.sign_in
    if how is None:
        if settings.is_trusted_network:
            said = _("Sign-in: none, on a trusted network: anyone can take any name.")
            yield Finding(said)
        return
    yield _redirect(how)
    if not answers(how.public_url + _HEALTH):
        said = _(
            "Sign-in: {address} does not answer from here. Start themewatch, and look "
            "whether what stands before it leads to it."
        )
        yield Finding(said.format(address=how.public_url))
    found = fetch_metadata(how.metadata_url)
    if found.problem is not None:
        said = _(
            "Wrong: the provider of sign-in cannot be asked at {address}: {problem}. "
            "Look at THEMEWATCH_OIDC_ISSUER, and at the way from here to it."
        )
        told = said.format(address=how.metadata_url, problem=found.problem)
        yield Finding(told, is_wrong=True)
        return
    yield _issuer(how, found)
    yield _clock(found, now)


@needs(Role.ADMIN)
def examine_admin(session: Session, settings: Settings) -> Iterator[Finding]:
    """Look whether somebody can give others their roles."""
    if settings.sign_in is None:
        return
    admins = [p for p in people.list_people(session) if p.role is Role.ADMIN]
    named = settings.sign_in.admin
    if named is None and not any(admin.issuer for admin in admins):
        said = _(
            "Wrong: there is no admin, so nobody is let in. Name the first one by "
            "THEMEWATCH_ADMIN=their mail, and start themewatch again."
        )
        yield Finding(said, is_wrong=True)
    elif admins:
        names = ", ".join(admin.name for admin in admins)
        yield Finding(_("Sign-in: admins are {names}.").format(names=names))
    else:
        said = _("Sign-in: {mail} becomes the first admin by signing in.")
        yield Finding(said.format(mail=named))


def _redirect(how: SignIn) -> Finding:
    if not how.is_https and not how.is_on_this_machine:
        said = _(
            "Wrong: people would sign in at {address} without https, where others can "
            "read along. Let THEMEWATCH_PUBLIC_URL begin with https://."
        )
        return Finding(said.format(address=how.public_url), is_wrong=True)
    said = _(
        "Sign-in: people come back to {address}; the provider must know exactly that."
    )
    return Finding(said.format(address=how.redirect_url))


def _issuer(how: SignIn, found: Metadata) -> Finding:
    given = how.issuer.removesuffix(METADATA).rstrip("/")
    if found.issuer.rstrip("/") != given:
        said = _(
            "Wrong: the provider calls itself {found}, and THEMEWATCH_OIDC_ISSUER says "
            "{given}. Write it as the provider does."
        )
        told = said.format(found=found.issuer, given=given)
        return Finding(told, is_wrong=True)
    if not found.can_authorize:
        said = _(
            "Wrong: {issuer} does not say where people sign in. "
            "Is it a provider of OpenID Connect?"
        )
        return Finding(said.format(issuer=found.issuer), is_wrong=True)
    return Finding(_("Sign-in: {issuer} answers.").format(issuer=found.issuer))


def _clock(found: Metadata, now: datetime) -> Finding:
    if found.at is None:
        return Finding(_("Sign-in: the provider does not say which time it has."))
    apart = abs(found.at - now)
    seconds = round(apart.total_seconds())
    if apart > MOST_APART:
        said = _(
            "Wrong: the clock here and the provider's are {seconds} s apart, so "
            "sign-ins may be refused. Set both by the network's time."
        )
        return Finding(said.format(seconds=seconds), is_wrong=True)
    said = _("Sign-in: the provider's clock agrees with ours to {seconds} s.")
    return Finding(said.format(seconds=seconds))
