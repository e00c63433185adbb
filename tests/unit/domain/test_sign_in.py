"""What a provider's claims say of somebody."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from themewatch.domain.person import Role
from themewatch.domain.sign_in import SignIn, arrival_of, is_this_machine, role_of

HOW = SignIn(
    issuer="https://id.example.org/realms/team",
    client_id="themewatch",
    client_secret="secret",  # noqa: S106
    cookie_secret="secret" * 8,
    public_url="https://maps.example.org",
    admin="dag@example.org",
    role_claim="groups",
    roles=((Role.REVIEWER, "tw-reviewers"), (Role.ADMIN, "tw-admins")),
)
CLAIMS = {
    "iss": "https://id.example.org/realms/team",
    "sub": "ann",
    "name": "Ann  Contributor",
    "email": "ann@example.org",
    "email_verified": True,
    "iat": 1_793_000_000,
    "exp": 1_793_003_600,
}


def test_claims_say_who_comes_from_when_to_when():
    arrival = arrival_of(CLAIMS, HOW)
    assert arrival is not None
    assert arrival.name == "Ann Contributor"
    assert arrival.signed_in_at == datetime.fromtimestamp(1_793_000_000, UTC)
    assert arrival.ends_at - arrival.signed_in_at == timedelta(hours=1)


def test_the_house_may_let_a_sign_in_last_longer():
    arrival = arrival_of(CLAIMS, replace(HOW, lasts=timedelta(hours=12)))
    assert arrival is not None
    assert arrival.ends_at - arrival.signed_in_at == timedelta(hours=12)


@pytest.mark.parametrize("name", ["iss", "sub", "iat", "exp"])
@pytest.mark.parametrize("value", [None, "", "soon", True, float("inf")])
def test_without_what_is_needed_nobody_comes(name, value):
    if name in ("iss", "sub") and value not in (None, ""):
        value = None
    assert arrival_of(CLAIMS | {name: value}, HOW) is None


@pytest.mark.parametrize(
    ("claims", "name"),
    [
        ({"name": None, "preferred_username": "annc"}, "annc"),
        ({"name": ""}, "ann@example.org"),
        ({"name": None, "email": None}, "ann"),
        ({"name": "a" * 200}, "a" * 80),
    ],
)
def test_somebody_has_a_name_whatever_the_provider_says(claims, name):
    arrival = arrival_of(CLAIMS | claims, HOW)
    assert arrival is not None
    assert arrival.name == name


@pytest.mark.parametrize(
    ("said", "has_own_mail"),
    [(True, True), ("true", True), (None, True), (False, False), ("false", False)],
)
def test_a_mail_is_theirs_unless_the_provider_says_it_is_not(said, has_own_mail):
    arrival = arrival_of(CLAIMS | {"email_verified": said}, HOW)
    assert arrival is not None
    assert arrival.has_own_mail is has_own_mail


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        (["tw-reviewers", "tw-admins"], Role.ADMIN),
        ("tw-reviewers", Role.REVIEWER),
        (["TW-ADMINS"], None),
        ([{"name": "tw-admins"}], None),
        (None, None),
        (7, None),
    ],
)
def test_the_highest_role_that_groups_mean_wins(groups, role):
    assert role_of(CLAIMS | {"groups": groups}, HOW) is role


def test_the_issuer_may_be_given_as_where_it_describes_itself():
    whole = replace(HOW, issuer=HOW.metadata_url)
    assert whole.metadata_url == HOW.metadata_url
    assert HOW.metadata_url.startswith("https://id.example.org/realms/team/.well-")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "::1", "[::1]", "127.1.2.3", "::ffff:127.0.0.1"]
)
def test_loopback_is_this_machine(host):
    assert is_this_machine(host)


@pytest.mark.parametrize(
    "host",
    ["0.0.0.0", "::", "::ffff:10.0.0.1", "", "127.evil.example"],  # noqa: S104
)
def test_nothing_else_is(host):
    assert not is_this_machine(host)
