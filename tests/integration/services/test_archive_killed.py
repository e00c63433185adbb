"""Killed half-way, a backup leaves no file, and a restoring an empty place."""

import os
import resource
import signal
import subprocess
import sys
from contextlib import closing, contextmanager

import pytest

from tests.archives import a_full_house, dump, kept_files
from tests.factories import NOW
from themewatch.config import Settings
from themewatch.errors import StorageError
from themewatch.services import archive
from themewatch.services.archive import backup
from themewatch.services.restoring import restore
from themewatch.storage.archive_rows import tables_of
from themewatch.storage.engine import open_engine, reading

HALT = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from themewatch.config import Settings
from themewatch.services import archive, restoring
from themewatch.services.house import open_house
from themewatch.storage import attachment_folder, places

def halt(*_, **__):
    print("half-way", flush=True)
    time.sleep(60)

url, home, path, moment = sys.argv[1:]
settings, now = Settings(url, Path(home)), datetime.now(UTC)
if moment == "packing":
    archive.write_archive.__globals__["_write_files"] = halt
    archive.backup(open_house(settings), Path(path), now=now)
else:
    if moment == "files":
        attachment_folder.os.fsync = halt
    if moment == "rows":
        places.bring_to.__globals__["_upgrade"] = upgrade = (
            lambda session, to, then=places.bring_to.__globals__["_upgrade"]:
            halt() if to == "heads" else then(session, to)
        )
    with open(path, "rb") as file:
        restoring.restore(settings, file, now=now)
"""


def killed_at(moment, settings, path):
    """Run until half-way, and kill it there."""
    arguments = (settings.database_url, str(settings.home), str(path), moment)
    with subprocess.Popen(
        [sys.executable, "-c", HALT, *arguments], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "half-way\n"
        os.kill(process.pid, signal.SIGKILL)


def test_a_backup_killed_half_way_leaves_no_file_and_can_be_made_again(home, tmp_path):
    settings = Settings(f"sqlite:///{home}/m.sqlite", home)
    with closing(a_full_house(settings)) as house:
        path = tmp_path / "all.zip"
        killed_at("packing", settings, path)
        assert not path.exists()
        backup(house, path, now=NOW)
        assert path.exists()


@contextmanager
def full_beyond(size):
    """Let no file grow beyond a size, as on a disk that is full."""
    before, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, most))


def test_a_disk_that_is_full_is_said_and_nothing_is_left(home, tmp_path):
    settings = Settings(f"sqlite:///{home}/m.sqlite", home)
    with (
        closing(a_full_house(settings)) as house,
        full_beyond(4096),
        pytest.raises(StorageError, match="has room left"),
    ):
        backup(house, tmp_path / "all.zip", now=NOW)
    assert list(tmp_path.iterdir()) == [home]


@pytest.mark.parametrize("size", [50, 65536])
def test_a_full_disk_ends_a_restoring_that_can_be_done_again(home, tmp_path, size):
    """At the first page of the database, and in the midst of the rows."""
    with closing(a_full_house(Settings(f"sqlite:///{home}/m.sqlite", home))) as house:
        backup(house, tmp_path / "all.zip", now=NOW)
    there = Settings(f"sqlite:///{tmp_path}/there/m.sqlite", tmp_path / "there")
    with (tmp_path / "all.zip").open("rb") as file:
        with full_beyond(size), pytest.raises(StorageError, match="room left"):
            restore(there, file, now=NOW)
        assert kept_files(there.home) == {}
        assert restore(there, file, now=NOW).rows["notes"]


def test_a_backup_that_is_stopped_leaves_no_file(home, tmp_path, monkeypatch):
    def stopped(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(archive, "write_archive", stopped)
    settings = Settings(f"sqlite:///{home}/m.sqlite", home)
    with closing(a_full_house(settings)) as house, pytest.raises(KeyboardInterrupt):
        backup(house, tmp_path / "all.zip", now=NOW)
    assert list(tmp_path.iterdir()) == [home]


@pytest.mark.parametrize("moment", ["files", "rows"])
def test_a_restoring_killed_half_way_leaves_an_empty_place_to_restore_into(
    empty_database, tmp_path, moment
):
    here = tmp_path / "here"
    with closing(a_full_house(Settings(f"sqlite:///{here}/m.sqlite", here))) as house:
        backup(house, tmp_path / "all.zip", now=NOW)
        notes = dump(house.engine)["notes"]
    there = Settings(empty_database, tmp_path / "home")
    killed_at(moment, there, tmp_path / "all.zip")
    engine = open_engine(there.database_url)
    with reading(engine) as session:
        assert tables_of(session) == ()
    with (tmp_path / "all.zip").open("rb") as file:
        restore(there, file, now=NOW)
    assert dump(engine)["notes"] == notes
    engine.dispose()
