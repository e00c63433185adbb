"""An archive is written and read in pieces: its size is not the memory it takes."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.factories import a_note
from tests.media import a_png
from themewatch.config import Settings
from themewatch.services.house import open_house
from themewatch.storage import attachments, evidence

MB = 1024 * 1024
MOST_MORE = 40  # MB, where the archive is larger by a hundred
MEASURE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from themewatch.config import Settings
from themewatch.services import archive, archive_import, restoring
from themewatch.services.house import open_house

home, work = Path(sys.argv[1]), sys.argv[2]
path, there, now = home / "all.zip", home / work, datetime.now(UTC)
settings = Settings(f"sqlite:///{home}/m.sqlite", home)
other = Settings(f"sqlite:///{there}/m.sqlite", there)
if work == "backup":
    archive.backup(open_house(settings), path, now=now)
if work == "restore":
    restoring.restore(other, path.open("rb"), now=now)
if work == "import":
    archive_import.import_archive(open_house(other), path.open("rb"), now=now)
# Not from getrusage, which begins with what the process took that started this one.
status = Path("/proc/self/status").read_text()
print(int(status.partition("VmHWM:")[2].split()[0]) // 1024)
"""


def filled(home, files, size):
    settings = Settings(f"sqlite:///{home}/m.sqlite", home)
    with closing(open_house(settings, reference=False)) as house:
        for number in range(files):
            content = a_png() + os.urandom(size)
            ref = attachments.store(home, f"{number}.png", content)
            notes = [a_note(files=(ref,), observed="x" * 500) for _ in range(50)]
            with house.writing() as session:
                evidence.add_records(session, notes)


def megabytes(home, work):
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(home), work],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="memory is told elsewhere")
def test_a_hundred_megabytes_more_take_hardly_more_memory(tmp_path):
    small, large = tmp_path / "small", tmp_path / "large"
    filled(small, 1, 1000)
    filled(large, 20, 5 * MB)
    for work in ("backup", "restore", "import"):
        taken = megabytes(large, work)
        assert taken < megabytes(small, work) + MOST_MORE, work
        assert taken < 300, work
    assert (large / "all.zip").stat().st_size > 100 * MB
