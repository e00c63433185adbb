"""Settings: whether the data is safe, taking it along, and bringing it in."""

import asyncio
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import httpx
import pytest
from starlette.applications import Starlette

from tests.app.conftest import Clock, Keep
from tests.app.signed_in import SignedIn, add_person, claims_of
from tests.app.visitor import Visitor
from tests.factories import NOW, a_note
from tests.homes import settings_of
from tests.media import a_png
from tests.people import CONTRIBUTOR
from themewatch.config import Settings
from themewatch.domain.activity import Act, Sought
from themewatch.domain.note import Note
from themewatch.domain.person import Role
from themewatch.services import data_doctor
from themewatch.services.archive import pack
from themewatch.services.files import keep_file
from themewatch.services.house import House, open_house
from themewatch.services.log import log_records
from themewatch.services.settings import get_house_name, house_name, name_house
from themewatch.storage import people
from themewatch.storage.activity import list_activity
from themewatch.storage.attachments import find
from themewatch.storage.evidence import list_records
from themewatch.ui import archive_route, archives_made
from themewatch.ui.archive_route import ROUTES


@pytest.fixture
def is_bare() -> bool:
    return True


@pytest.fixture
def archive(tmp_path: Path) -> bytes:
    """Return an archive of a house elsewhere with one note that has a picture."""
    home = tmp_path / "elsewhere"
    settings = Settings(f"sqlite:///{home}/e.sqlite", home)
    with closing(open_house(settings, reference=False)) as there:
        ref = keep_file(home, "shot.png", a_png())
        with there.writing() as db:
            log_records(db, [a_note(id="theirs", person=CONTRIBUTOR, files=(ref,))])
        pack(there, tmp_path / "theirs.zip", now=NOW)
    return (tmp_path / "theirs.zip").read_bytes()


def open_settings(visitor: Visitor) -> Visitor:
    visitor.open("settings")
    assert visitor.title == "Settings"
    return visitor


def upload(visitor: Visitor, content: bytes) -> None:
    field = next(n for n in visitor.app.main if n.type == "file_uploader")
    field.set_value(("theirs.zip", content, "application/zip"))
    visitor.run()


def notes(house: House) -> list[str]:
    with house.reading() as db:
        return [note.id for note in list_records(db, Note)]


def link_of(visitor: Visitor) -> str:
    (link,) = visitor.app.get("link_button")
    assert link.proto.label.startswith("Download it (")
    return str(link.proto.url)


def ask(address: str) -> httpx.Response:
    """Ask the server for an address beside its pages."""

    async def asking() -> httpx.Response:
        transport = httpx.ASGITransport(Starlette(routes=ROUTES))
        async with httpx.AsyncClient(transport=transport) as client:
            return await client.get(f"http://127.0.0.1{address}")

    return asyncio.run(asking())


class TestWhatIsWrong:
    def test_where_nothing_is_wrong_it_is_said_with_all_that_was_looked_at(
        self, visitor: Visitor, house: House
    ) -> None:
        text = open_settings(visitor).text
        assert f"Database: `{settings_of(house.home).whereabouts}`" in text
        assert f"Files: `{house.home}/attachments`" in text
        assert "Nothing is wrong." in text
        assert "Program: themewatch" in text
        assert "Backup: none was made here yet. `themewatch backup FILE` makes" in text
        assert "things were looked at" in text

    def test_what_is_wrong_stands_above_and_looking_again_finds_it_gone(
        self, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as full:
            full.setattr(data_doctor, "LEAST_ROOM", 10**18)
            open_settings(visitor)
        assert "make room, or nothing can be saved soon" in visitor.problems[0]
        visitor.run()
        assert visitor.problems, "it is looked at when asked, and not with every click"
        visitor.press("Look again")
        assert visitor.problems == []
        assert "Nothing is wrong." in visitor.text

    def test_every_file_is_read_where_that_is_asked(
        self, visitor: Visitor, house: House, keep: Keep
    ) -> None:
        ref = keep_file(house.home, "shot.png", a_png())
        keep(a_note(files=(ref,)))
        assert "were read" not in open_settings(visitor).text
        visitor.press("Read every file too")
        assert "Files: 1 was read and is whole." in visitor.text


class TestTheName:
    def test_it_is_kept_and_in_the_history(
        self, visitor: Visitor, house: House
    ) -> None:
        open_settings(visitor).put("Name of this house", " Studio  North ")
        visitor.press("Save")
        assert "Saved." in visitor.text
        with house.reading() as db:
            assert house_name(db) == "Studio North"
            (line,) = list_activity(db, Sought(acts=(Act.SETTING_CHANGED,)))
        assert line.subject.about == "Studio North"

    def test_a_name_given_meanwhile_is_told_beside_ones_own(
        self, visitor: Visitor, house: House
    ) -> None:
        open_settings(visitor)
        with house.writing() as db:
            name_house(db, get_house_name(db), "South", now=NOW)
        visitor.put("Name of this house", "North").press("Save")
        (problem,) = visitor.problems
        assert "“South” meanwhile, and you “North”" in problem
        assert visitor.field("Name of this house").value == "North"
        visitor.press("Save")
        with house.reading() as db:
            assert house_name(db) == "North"

    def test_without_one_it_is_called_as_the_program(
        self, visitor: Visitor, house: House
    ) -> None:
        open_settings(visitor).put("Name of this house", "North").press("Save")
        visitor.put("Name of this house", "").press("Save")
        with house.reading() as db:
            assert house_name(db) == "themewatch"


class TestTakingAlong:
    def test_an_archive_is_made_and_handed_out_from_its_file(
        self, visitor: Visitor, house: House, keep: Keep
    ) -> None:
        keep(a_note(id="ours"))
        assert open_settings(visitor).app.get("link_button") == []
        visitor.press("Make an archive")
        answer = ask(link_of(visitor))
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/zip"
        assert "themewatch-2026-10-01-" in answer.headers["content-disposition"]
        assert answer.headers["cache-control"] == "no-store"
        with ZipFile(BytesIO(answer.content)) as box:
            assert b'"id":"ours"' in box.read("tables/notes.jsonl")
        with house.reading() as db:
            (line,) = list_activity(db, Sought(acts=(Act.BACKED_UP,)))
        assert line.subject.about.endswith(".zip")

    def test_evidence_alone_is_offered_as_lines(self, visitor: Visitor) -> None:
        labels = [
            b.proto.label for b in open_settings(visitor).app.get("download_button")
        ]
        assert labels == ["Evidence alone, one record a line (JSON Lines)"]

    def test_an_address_that_was_never_given_leads_to_nothing(self) -> None:
        answer = ask("/archive/guessed")
        assert answer.status_code == 404
        assert "make another one" in answer.text

    def test_after_an_hour_it_is_gone_and_the_next_one_makes_room(
        self, visitor: Visitor, house: House, clock: Clock
    ) -> None:
        open_settings(visitor).press("Make an archive")
        address = link_of(visitor)
        clock.moment += archives_made.LASTS + timedelta(minutes=1)
        assert ask(address).status_code == 404
        assert visitor.run().app.get("link_button") == []
        outgoing = house.home / archives_made.FOLDER
        (old,) = outgoing.iterdir()
        archives_made.a_place(house.home, clock.now().replace(year=2100))
        assert not old.exists()
        assert outgoing.stat().st_mode & 0o077 == 0


class TestSignedIn:
    """An archive is handed to the admin who made it, for as long as they are one."""

    @pytest.fixture
    def address(self, signed_in: SignedIn) -> str:
        visitor = open_settings(signed_in(Role.ADMIN))
        visitor.press("Make an archive")
        return link_of(visitor)

    def status(
        self, monkeypatch: pytest.MonkeyPatch, address: str, claims: dict[str, Any]
    ) -> int:
        """Ask with the cookie that these claims were signed into."""
        monkeypatch.setattr(archive_route, "claims_in", lambda *_: claims)
        return ask(address).status_code

    def test_who_made_it_gets_it_and_nobody_else(
        self, address: str, house: House, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert self.status(monkeypatch, address, claims_of(Role.ADMIN)) == 200
        assert self.status(monkeypatch, address, {}) == 403
        add_person(house, Role.REVIEWER)
        assert self.status(monkeypatch, address, claims_of(Role.REVIEWER)) == 403

    def test_who_is_no_admin_any_more_gets_it_no_longer(
        self, address: str, house: House, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with house.writing() as db:
            (admin,) = people.list_people(db)
            people.change_person(db, replace(admin, role=Role.REVIEWER))
        assert self.status(monkeypatch, address, claims_of(Role.ADMIN)) == 403


class TestBringingIn:
    def test_what_would_come_is_said_before_it_comes(
        self, visitor: Visitor, house: House, archive: bytes
    ) -> None:
        upload(open_settings(visitor), archive)
        visitor.press("Look what would come")
        assert "It would bring: 1 test note, 1 other row, 1 file." in visitor.text
        assert notes(house) == []
        visitor.press("Bring it in")
        assert "Brought in: 1 test note, 1 other row, 1 file." in visitor.text
        assert "It would bring" not in visitor.text
        assert notes(house) == ["theirs"]
        with house.reading() as db:
            (note,) = list_records(db, Note)
        assert find(house.home, note.files[0]) is not None

    def test_what_was_looked_at_may_be_left(
        self, visitor: Visitor, house: House, archive: bytes
    ) -> None:
        upload(open_settings(visitor), archive)
        visitor.press("Look what would come").press("Leave it")
        assert "It would bring" not in visitor.text
        assert visitor.has_button("Look what would come")
        assert notes(house) == []

    def test_where_nothing_is_new_there_is_nothing_to_confirm(
        self, visitor: Visitor, archive: bytes
    ) -> None:
        for _again in range(2):
            upload(open_settings(visitor), archive)
            visitor.press("Look what would come")
            if visitor.has_button("Bring it in"):
                visitor.press("Bring it in")
        assert "Nothing in it is new here." in visitor.text
        assert not visitor.has_button("Bring it in")

    def test_what_is_no_archive_is_one_sentence(
        self, visitor: Visitor, house: House
    ) -> None:
        upload(open_settings(visitor), b"PK")
        visitor.press("Look what would come")
        (problem,) = visitor.problems
        assert "no archive of themewatch" in problem
        assert notes(house) == []


def test_it_leads_to_what_else_an_admin_looks_after(visitor: Visitor) -> None:
    open_settings(visitor)
    assert visitor.links("Feeds") == ["feeds?"]
    assert visitor.links("History") == ["history?"]
