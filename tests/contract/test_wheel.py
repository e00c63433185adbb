"""The wheel holds everything that runs, and runs away from the checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(
    not (ROOT / "src").is_dir(), reason="there is no checkout to build from"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def unpacked(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_the_wheel_bundles_the_door_the_pages_and_the_data(unpacked):
    bundle = unpacked / "themewatch" / "_bundle"
    for name in ("app.py", ".streamlit/config.toml", "data/themes.toml"):
        assert (bundle / name).is_file(), name
    pages = {path.name for path in (ROOT / "pages").glob("*.py")}
    assert {path.name for path in (bundle / "pages").glob("*.py")} == pages


def test_the_wheel_holds_every_migration(unpacked):
    folder = "themewatch/storage/migrations/versions"
    there = {path.name for path in (unpacked / folder).glob("*.py")}
    assert there == {path.name for path in (ROOT / "src" / folder).glob("*.py")}
    assert there


def test_what_was_unpacked_draws_the_map_from_its_own_data(unpacked, tmp_path):
    script = (
        "import sys; sys.path.insert(0, sys.argv.pop(1))\n"
        "import themewatch, themewatch.cli\n"
        "print(themewatch.__file__, file=sys.stderr)\n"
        "sys.exit(themewatch.cli.main(sys.argv[1:]))"
    )
    database = str(tmp_path / "w.sqlite")
    done = subprocess.run(
        [sys.executable, "-c", script, str(unpacked), "map", "--database", database],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert str(unpacked) in done.stderr
    assert "Editing Fidelity" in done.stdout
