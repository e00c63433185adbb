"""Who is signed in, who is not, and what each of them sees."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.app.conftest import Clock
from tests.app.signed_in import ISSUER, SignedIn, claims_of
from tests.app.visitor import Visitor
from tests.factories import NOW
from tests.people import CONTRIBUTOR, VIEWER, WAITING
from themewatch.domain.activity import Act, Sought
from themewatch.domain.person import Role
from themewatch.services.house import House
from themewatch.storage import people
from themewatch.storage.activity import list_activity

CLAIMED_ROLES = {
    "THEMEWATCH_ROLE_CLAIM": "groups",
    "THEMEWATCH_ROLES": "reviewer=tw-reviewers, admin=tw-admins",
}


def person(house: House, subject: str):
    with house.reading() as db:
        found = people.find_by_subject(db, ISSUER, subject)
    assert found is not None
    return found


def change(house: House, subject: str, **fields):
    with house.writing() as db:
        found = people.find_by_subject(db, ISSUER, subject)
        assert people.change_person(db, replace(found, **fields))


@pytest.mark.usefixtures("asks_for_sign_in")
@pytest.mark.parametrize("page", ["map", "theme", "log", "inbox", "people", "record"])
def test_signed_out_one_sees_the_sign_in_page_whatever_was_asked_for(
    visitor: Visitor, page: str
) -> None:
    visitor.open(page)
    assert visitor.title == "Sign in"
    assert visitor.has_button("Sign in")
    assert not visitor.app.get("plotly_chart")


def test_signed_in_one_sees_the_page_and_who_one_is(signed_in: SignedIn) -> None:
    visitor = signed_in(Role.VIEWER).open("map")
    assert visitor.chart_alt
    assert VIEWER in visitor.text
    assert "viewer" in visitor.text


def test_signed_in_nobody_is_asked_for_a_name(signed_in: SignedIn) -> None:
    visitor = signed_in(Role.CONTRIBUTOR).open("log")
    labels = [field.label for field in visitor.app.text_input]
    assert not [label for label in labels if "name" in label.lower()]


def test_whose_time_is_over_signs_in_again(signed_in: SignedIn, clock: Clock) -> None:
    visitor = signed_in(Role.VIEWER).open("map")
    clock.moment = NOW + timedelta(days=1)
    assert "run out" in visitor.run().text
    assert visitor.title == "Sign in"


def test_what_the_provider_sends_without_a_subject_lets_nobody_in(
    signed_in: SignedIn,
) -> None:
    visitor = signed_in(Role.ADMIN, sub="").open("map")
    assert "did not say who you are" in visitor.text


def test_a_sign_in_that_was_ended_stays_so_when_its_cookie_comes_again(
    signed_in: SignedIn,
) -> None:
    signed_in(Role.VIEWER).open("map").press("Sign out")
    again = signed_in(Role.VIEWER).open("map")
    assert "has ended" in again.text


def test_signing_out_everywhere_ends_other_sign_ins_too(signed_in: SignedIn) -> None:
    other = signed_in(Role.VIEWER, iat=int(NOW.timestamp()) - 60).open("map")
    signed_in(Role.VIEWER).open("map").press("Sign out everywhere")
    assert "has ended" in other.run().text


def test_a_role_that_is_removed_counts_at_the_next_click(
    signed_in: SignedIn, house: House
) -> None:
    visitor = signed_in(Role.CONTRIBUTOR).open("log")
    change(house, "ann", role=None)
    assert visitor.run().title == "You wait for a role"
    assert f"{CONTRIBUTOR} (ann@example.org)" in visitor.app.code[0].value


def test_a_role_that_is_given_counts_at_the_next_look(
    signed_in: SignedIn, house: House
) -> None:
    visitor = signed_in(None).open("map")
    assert WAITING in visitor.app.code[0].value
    change(house, "ede", role=Role.VIEWER)
    assert visitor.run().chart_alt


def test_who_comes_unannounced_waits_for_an_admin(signed_in: SignedIn) -> None:
    stranger = signed_in(None, sub="fay", name="Fay", email="fay@example.org")
    assert stranger.open("inbox").title == "You wait for a role"


def test_the_one_who_is_named_as_first_admin_is_one(
    asks_for_sign_in: None,  # noqa: ARG001  it stands behind the app
    visitor: Visitor,
    house: House,
) -> None:
    visitor.app.user = claims_of(Role.ADMIN)
    assert visitor.open("people").title == "People"
    assert person(house, "dag").role is Role.ADMIN


def test_without_an_admin_and_a_name_for_one_nobody_is_let_in(
    signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("THEMEWATCH_ADMIN")
    visitor = signed_in(Role.VIEWER).open("map")
    for one in (visitor, Visitor().open("map")):  # signed in, or not yet
        assert one.title == "Nobody can come in yet"
        assert "THEMEWATCH_ADMIN" in one.problems[0]
        assert not one.has_button("Sign in")


def test_groups_give_the_highest_role_they_mean(
    signed_in: SignedIn, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in CLAIMED_ROLES.items():
        monkeypatch.setenv(name, value)
    signed_in(Role.VIEWER, groups=["tw-reviewers", "else"]).open("map")
    assert person(house, "cleo").role is Role.REVIEWER


def test_signing_in_is_kept_once_however_many_windows_are_opened(
    signed_in: SignedIn, house: House
) -> None:
    signed_in(Role.VIEWER).open("map").run()
    signed_in(Role.VIEWER).open("map")
    with house.reading() as db:
        lines = list_activity(db, Sought(acts=(Act.SIGNED_IN,)))
    assert [line.person for line in lines] == [VIEWER]


def test_what_was_typed_meanwhile_can_be_taken_along(
    signed_in: SignedIn, clock: Clock
) -> None:
    visitor = signed_in(Role.CONTRIBUTOR).open("log", log="view")
    visitor.put("Why?", "The coat stays red in nine of ten.")
    clock.moment = NOW + timedelta(days=1)
    visitor.app.form_submit_button[0].click()
    visitor.run()
    assert visitor.title == "Sign in"
    assert visitor.app.code[0].value == "The coat stays red in nine of ten."


class TestWithoutSignIn:
    def test_one_is_asked_for_a_name_as_before(self, visitor: Visitor) -> None:
        assert visitor.open("map").field("Your name").value == ""

    def test_a_trusted_network_is_told_that_a_name_proves_nothing(
        self, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("THEMEWATCH_TRUSTED_NETWORK", "1")
        for page in ("map", "log", "feeds"):
            assert "Anyone here can act under any name." in (
                visitor.open(page).warnings
            )

    def test_nothing_is_said_on_this_machine_alone(self, visitor: Visitor) -> None:
        assert visitor.open("map").warnings == []
