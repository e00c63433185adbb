"""What cannot come out of an archive is refused as a whole, and leaves nothing."""

from contextlib import closing
from hashlib import sha256

import pytest

from tests.archives import a_full_house, dump, kept_files, pack_a_full_house, taken_in
from tests.factories import NOW, a_note, a_release
from tests.people import ADMIN, REVIEWER
from themewatch.config import Settings
from themewatch.domain.person import Actor, Role
from themewatch.errors import ForbiddenError, InputError
from themewatch.services import archive_import
from themewatch.services.archive import pack
from themewatch.services.archive_import import import_archive, look_into
from themewatch.services.house import open_house
from themewatch.services.log import log_record
from themewatch.storage.archive import write_archive
from themewatch.storage.archive_rows import insert_rows, read_rows, tables_of
from themewatch.storage.engine import writing


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """Return an archive of a full house."""
    home = tmp_path_factory.mktemp("full")
    pack_a_full_house(home, home / "all.zip")
    return home / "all.zip"


@pytest.fixture
def house(tmp_path):
    """Yield a place with somebody's note in it."""
    home = tmp_path / "here"
    settings = Settings(f"sqlite:///{home}/h.sqlite", home)
    with closing(open_house(settings, reference=False)) as house:
        with house.writing() as session:
            log_record(session, a_note(id="here"))
        yield house


def test_evidence_that_contradicts_what_is_here_is_refused_as_a_whole(house, path):
    with house.writing() as session:
        log_record(session, a_release(id="acme-vision-1", model="Another"))
    before = dump(house.engine)
    with pytest.raises(InputError, match="'acme-vision-1' is there already") as error:
        taken_in(house, path)
    assert error.value.problems[0].startswith("In the archive: ")
    assert dump(house.engine) == before
    assert kept_files(house.home) == {}


def test_what_fails_at_the_end_leaves_no_row(house, path, monkeypatch):
    def fails(*_):
        raise InputError("Not today.")

    before = dump(house.engine)
    monkeypatch.setattr(archive_import, "_subject", fails)
    with pytest.raises(InputError, match="Not today"):
        taken_in(house, path)
    assert dump(house.engine) == before


def test_an_attachment_that_is_no_media_is_refused(house, tmp_path):
    other = tmp_path / "other"
    settings = Settings(f"sqlite:///{other}/o.sqlite", other)
    with closing(open_house(settings, reference=False)) as there:
        page = b"<script>alert(1)</script>"
        digest = sha256(page).hexdigest()
        folder = other / "attachments" / digest[:2]
        folder.mkdir(parents=True)
        (folder / digest).write_bytes(page)
        with (tmp_path / "o.zip").open("wb") as out:
            write_archive(out, there.engine, other, program="0", now=NOW)
    with pytest.raises(InputError, match="no image, video or audio"):
        taken_in(house, tmp_path / "o.zip")
    assert kept_files(house.home) == {}


@pytest.mark.parametrize("act", [import_archive, look_into])
def test_only_an_admin_brings_an_archive_in(house, path, act):
    reviewer = house.acting(Actor(REVIEWER, Role.REVIEWER))
    with pytest.raises(ForbiddenError, match="needs the role of admin"):
        taken_in(reviewer, path, act)
    admin = house.acting(Actor(ADMIN, Role.ADMIN))
    assert taken_in(admin, path, act).is_anything


@pytest.mark.parametrize(
    ("table", "changes", "said"),
    [
        ("activity", {"act": "conjured"}, "activity .*'conjured'"),
        ("journals", {"body": "{}"}, "journals .*is missing"),
        ("journals", {"body": "{"}, "journals "),
        ("editions", {"ground": "[]"}, "editions .*no ground"),
        ("matches", {"themes": "{"}, "matches "),
    ],
)
def test_rows_that_no_page_could_read_are_refused(
    house, tmp_path, table, changes, said
):
    other = tmp_path / "other"
    settings = Settings(f"sqlite:///{other}/o.sqlite", other)
    with closing(a_full_house(settings)) as there:
        with writing(there.engine) as session:
            tables = {found.name: found for found in tables_of(session)}
            row = next(read_rows(session, tables[table])) | changes
            for name in ("id", "number", "entry"):
                if name in row:
                    row[name] = 99 if name == "number" else "entry-2"
            insert_rows(session, tables[table], [row])
        pack(there, tmp_path / "o.zip", now=NOW)
    before = dump(house.engine)
    with pytest.raises(InputError, match=f"A row of {said}.*install that first"):
        taken_in(house, tmp_path / "o.zip", look_into)
    with pytest.raises(InputError):
        taken_in(house, tmp_path / "o.zip")
    assert dump(house.engine) == before
