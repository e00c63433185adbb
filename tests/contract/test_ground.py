"""What holds for every file of the project."""

import re
from pathlib import Path

import pytest

from themewatch.ui.pages import PAGES

ROOT = Path(__file__).parents[2]
SOURCES = sorted(
    path
    for folder in ("src", "pages", "tests", "benchmarks")
    for path in (ROOT / folder).rglob("*.py")
)
TEXTS = [
    path
    for path in ROOT.rglob("*")
    if path.is_file()
    and path.suffix in {".py", ".md", ".toml", ".lock", ".csv", ".sql", ".jsonl"}
    and path.relative_to(ROOT).parts[0] not in {".venv", ".git", "build"}
]
REGISTRIES = re.compile(r"pypi\.o" r"rg|pythonhosted\.o" r"rg|registry\.npm" r"js")


def locked(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z0-9-]+==\S+)", text, re.MULTILINE)), text


def test_no_file_is_longer_than_300_lines():
    long = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        if len(path.read_text(encoding="utf-8").splitlines()) > 300
    ]
    assert long == []


def test_no_file_names_a_package_registry():
    assert TEXTS
    for path in TEXTS:
        assert not REGISTRIES.search(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_by_hash_and_names_no_address(name):
    pins, text = locked(name)
    assert len(pins) > 20
    assert "://" not in text
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)
    assert all("--hash=sha256:" in b for b in blocks if "==" in b.split("\n", 1)[0])


def test_who_develops_has_what_runs():
    assert locked("requirements.lock")[0] <= locked("requirements-dev.lock")[0]


def test_what_pages_are_there_is_what_is_registered():
    there = {path.stem for path in (ROOT / "pages").glob("*.py")}
    assert there == {entry.script for entry in PAGES}
