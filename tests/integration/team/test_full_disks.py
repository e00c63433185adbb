"""The disk is full: a sentence says so, nothing is half-written, and it goes on after.

On a small disk of its own where one may be mounted; a server's database lies there in
a tablespace. Where none may, the server is told to refuse as it does then.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text

from tests.factories import a_note
from tests.media import a_png
from tests.postgres import postgres
from themewatch.cli import main
from themewatch.config import DATABASE, HOME, Settings
from themewatch.errors import StorageError
from themewatch.services.evidence import get_evidence
from themewatch.services.files import has_file, keep_file
from themewatch.services.house import House, open_house
from themewatch.services.log import log_record

SIZE, ROOM = "64m", 1_000_000
LONG = Random(0).randbytes(4_900).hex()  # noqa: S311  a server presses what repeats


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """Yield a folder on a disk of SIZE."""
    folder = Path(tempfile.mkdtemp(prefix="themewatch-disk-"))
    folder.chmod(0o755)  # a server is another user
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    try:
        done = subprocess.run(mount, check=False, capture_output=True)
    except OSError:
        done = None
    if done is None or done.returncode:
        folder.rmdir()
        pytest.skip("no disk may be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
    folder.rmdir()


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request, small_disk, home) -> Iterator[Settings]:
    """Yield settings of a database on the small disk."""
    if request.param == "sqlite":
        yield Settings(f"sqlite:///{small_disk}/themewatch.sqlite", home)
        return
    with tablespace(small_disk / "server") as place:
        name = postgres().create(request.getfixturevalue("migrated"), place)
        yield Settings(postgres().address(name), home)
        postgres().drop(name)


@contextmanager
def tablespace(folder: Path) -> Iterator[str]:
    """Let the server keep databases in a folder."""
    embedded = postgres().embedded
    if embedded is None:
        pytest.skip("the PostgreSQL that is named has a disk of its own")
    folder.mkdir()
    if embedded.system_user:
        shutil.chown(folder, embedded.system_user)
    postgres().run(f"CREATE TABLESPACE small LOCATION '{folder}'")
    yield "small"
    postgres().run("DROP TABLESPACE small")


def use_up(disk: Path, *, leaving: int) -> Path:
    """Fill a disk but for some bytes; returns what to throw off again."""
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(shutil.disk_usage(disk).free - leaving))
    return ballast


def test_what_finds_no_room_is_refused_whole_and_kept_when_there_is(
    settings, small_disk, monkeypatch, capsys
):
    monkeypatch.setenv(HOME, str(settings.home))
    monkeypatch.setenv(DATABASE, settings.database_url)
    with closing(open_house(settings, reference=False)) as house:
        ballast = use_up(small_disk, leaving=ROOM)
        acknowledged, refused = fill(house)
        assert " room " in str(refused)
        assert notes(house) == acknowledged
    assert main(["map"]) == 0, "what is there can be read"
    capsys.readouterr()
    ballast.unlink()
    with closing(open_house(settings)) as house:
        keep(house, "after")
        assert notes(house) == acknowledged | {"after"}


def fill(house: House) -> tuple[set[str], StorageError]:
    """Log notes until one finds no room; returns those kept, and what was said."""
    kept: set[str] = set()
    for number in count():
        try:
            keep(house, f"note-{number}")
        except StorageError as refused:
            return kept, refused
        kept.add(f"note-{number}")
    raise AssertionError


def keep(house: House, note_id: str) -> None:
    with house.writing() as session:
        log_record(session, a_note(id=note_id, observed=LONG))


def notes(house: House) -> set[str]:
    with house.reading() as session:
        return {note.id for note in get_evidence(session).notes}


def test_a_file_that_finds_no_room_is_named_and_nothing_of_it_stays(small_disk):
    ballast = use_up(small_disk, leaving=9_000)
    content = a_png() + bytes(50_000)
    with pytest.raises(StorageError, match="shot could not be kept") as said:
        keep_file(small_disk, "third shot", content)
    assert "has room left" in str(said.value)
    assert [p for p in small_disk.rglob("attachments/*/*") if p.is_file()] == []
    ballast.unlink()
    kept = keep_file(small_disk, "third shot", content)
    assert has_file(small_disk, kept)


def test_a_server_without_room_is_told_from_one_that_is_gone(postgres_engine, home):
    house = House(postgres_engine, home, is_new=False, has_reference=False)
    with house.writing() as session:
        for statement in REFUSE:
            session.execute(text(statement))
    with pytest.raises(StorageError, match="Make room on the disk of its server"):
        keep(house, "n")
    with house.writing() as session:
        session.execute(text("DROP FUNCTION no_room CASCADE"))
    keep(house, "n")
    assert notes(house) == {"n"}


REFUSE = (
    """
    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'could not extend file "base/1/2": No space left on device'
      USING ERRCODE = 'disk_full';
    END $$
    """,
    "CREATE TRIGGER no_room BEFORE INSERT ON notes EXECUTE FUNCTION no_room()",
)
