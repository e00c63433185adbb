"""The page of people, as an admin uses it."""

import re
from dataclasses import replace

import pytest

from tests.app.conftest import Keep
from tests.app.signed_in import ISSUER, SignedIn, add_person
from tests.app.test_words import SAME_EVERYWHERE, Veiled, not_ours
from tests.app.visitor import Visitor
from tests.factories import a_note
from tests.people import ADMIN, CONTRIBUTOR, NAMES, WAITING
from themewatch import words
from themewatch.domain.person import Person, Role
from themewatch.services.house import House
from themewatch.storage import people


@pytest.fixture
def admin(signed_in: SignedIn) -> Visitor:
    return signed_in(Role.ADMIN)


def person(house: House, name: str) -> Person:
    with house.reading() as db:
        found = people.find_by_name(db, name)
    assert found is not None
    return found


def change_role(visitor: Visitor, name: str, role: Role | None) -> Visitor:
    visitor.field(f"Role of {name}").set_value(role or "")
    return visitor.run()


def test_an_admin_alone_is_told_how_others_come(admin: Visitor) -> None:
    admin.open("people")
    assert "Nobody else has come yet" in admin.text
    assert admin.app.code[0].value == "https://maps.example.org"


def test_who_waits_stands_first_and_gets_a_role(admin: Visitor, house: House) -> None:
    add_person(house, Role.CONTRIBUTOR)
    add_person(house, None)
    admin.open("people")
    assert [part.value for part in admin.app.header] == [
        "1 waits for a role",
        "2 people",
    ]
    change_role(admin, WAITING, Role.REVIEWER)
    assert person(house, WAITING).role is Role.REVIEWER
    assert f"{WAITING}: reviewer." in admin.text


def test_a_role_that_was_changed_is_given_back_by_undo(
    admin: Visitor, house: House
) -> None:
    add_person(house, Role.CONTRIBUTOR)
    admin.open("people")
    change_role(admin, CONTRIBUTOR, None)
    assert person(house, CONTRIBUTOR).role is None
    admin.press("Undo")
    assert person(house, CONTRIBUTOR).role is Role.CONTRIBUTOR


def test_a_change_meanwhile_is_not_overwritten(admin: Visitor, house: House) -> None:
    there = add_person(house, Role.CONTRIBUTOR)
    admin.open("people")
    with house.writing() as db:
        people.change_person(db, replace(there, role=Role.REVIEWER))
    change_role(admin, CONTRIBUTOR, Role.VIEWER)
    assert "Now: name Ann Contributor, role reviewer" in admin.problems[0]
    assert person(house, CONTRIBUTOR).role is Role.REVIEWER
    assert admin.field(f"Role of {CONTRIBUTOR}").value is Role.REVIEWER


def test_ones_own_role_is_for_another_admin_to_change(admin: Visitor) -> None:
    admin.open("people")
    labels = [field.label for field in admin.app.selectbox]
    assert f"Role of {ADMIN}" not in labels


def test_an_invitation_waits_and_can_be_taken_back(
    admin: Visitor, house: House
) -> None:
    admin.open("people").put("Invite by mail", "fay@example.org")
    admin.put("Role", Role.REVIEWER)
    admin.app.form_submit_button[0].click()
    assert "invited, has not come yet" in admin.run().text
    assert person(house, "fay@example.org").role is Role.REVIEWER
    assert "is expected no longer" in admin.press("Take back").text
    admin.press("Undo")
    assert person(house, "fay@example.org").role is Role.REVIEWER


def test_what_is_no_mail_is_said_and_kept(admin: Visitor) -> None:
    admin.open("people").put("Invite by mail", "fay")
    admin.app.form_submit_button[0].click()
    assert "This is no mail" in admin.run().problems[0]
    assert admin.field("Invite by mail").value == "fay"


def test_an_admin_ends_somebodys_sign_ins(admin: Visitor, signed_in: SignedIn) -> None:
    ann = signed_in(Role.CONTRIBUTOR).open("claims")
    admin.open("people").press("End their sign-ins")
    assert "has ended" in ann.run().text


def test_an_older_name_is_given_to_whose_it_was(
    admin: Visitor, house: House, keep: Keep
) -> None:
    add_person(house, Role.CONTRIBUTOR)
    keep(a_note(person="Annie", release=None))
    admin.open("people").put("Older name", "Annie")
    admin.press("Give this name")
    assert person(house, "Annie").subject == "ann"
    admin.press("Undo")
    assert person(house, CONTRIBUTOR).issuer == ISSUER


@pytest.mark.parametrize("role", [Role.VIEWER, Role.CONTRIBUTOR, Role.REVIEWER])
def test_nobody_else_sees_the_page(signed_in: SignedIn, role: Role) -> None:
    visitor = signed_in(role).open("people")
    assert "needs the role of admin" in visitor.problems[0]
    assert not visitor.has_button("Invite")


def test_where_nobody_signs_in_the_page_says_how_a_team_comes(
    visitor: Visitor,
) -> None:
    visitor.open("people")
    assert "Nobody signs in here" in visitor.text
    assert not visitor.app.selectbox


def test_no_word_we_do_not_use_stands_there(
    admin: Visitor, signed_in: SignedIn, house: House
) -> None:
    add_person(house, Role.CONTRIBUTOR)
    waiting = signed_in(None).open("map")
    out = Visitor().open("map")
    for visitor in (admin.open("people"), waiting, out):
        assert not_ours(visitor.text) == []


def test_what_the_provider_says_of_somebody_is_no_markup(
    admin: Visitor, signed_in: SignedIn, house: House
) -> None:
    name = "![x](https://evil.example/y) :red[z] $1$"
    ann = signed_in(Role.CONTRIBUTOR, sub="eve", name=name, email="*e*@x.org")
    ann.open("map")
    with house.writing() as db:
        eve = people.find_by_subject(db, ISSUER, "eve")
        assert eve is not None
        people.change_person(db, replace(eve, role=Role.VIEWER))
    for visitor in (ann.run(), admin.open("people")):
        shown = [text for text in visitor.markdown if "evil" in text]
        assert shown
        assert not any("![x](" in text or ":red[" in text for text in shown)


def test_in_another_language_no_word_stays_behind(
    signed_in: SignedIn, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "translations", lambda _locale: Veiled())
    here = words._translations.set(Veiled())  # AppTest names options outside the app
    add_person(house, Role.CONTRIBUTOR)
    waiting = signed_in(None).open("map")
    shown = [v.text for v in (waiting, Visitor().open("map"))]
    shown.append(signed_in(Role.ADMIN).open("people").text)
    words._translations.reset(here)
    of_people = [*NAMES.values(), WAITING, r"\w+@example\.org", r"/people"]
    said = re.sub("|".join(of_people), "", SAME_EVERYWHERE.sub("", "\n".join(shown)))
    assert [line for line in said.split("\n") if re.search("[A-Za-z]", line)] == []
