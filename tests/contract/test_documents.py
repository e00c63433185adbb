"""What the documents say is there, and what is there is in the documents."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.homes import go_to
from themewatch import __version__
from themewatch.config import DATABASE, HOME
from themewatch.ui.pages import PAGES

ROOT = Path(__file__).parents[2]
DOCUMENTS = [
    path
    for path in (
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("data/*.md"),
    )
    if path.is_file()
]
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)[^)]*\)")


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_changelog_begins_with_the_version():
    newest = re.search(
        r"^## (\S+) \(\d{4}-\d\d-\d\d\)$", read("CHANGELOG.md"), re.MULTILINE
    )
    assert newest is not None
    project = tomllib.loads(read("pyproject.toml"))["project"]
    assert newest[1] == __version__ == project["version"]


@pytest.mark.parametrize(
    "path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT))
)
def test_every_link_leads_to_something(path):
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_the_readme_names_every_command():
    said = subprocess.run(
        [sys.executable, "-m", "themewatch", "--help"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    commands = re.findall(r"^    ([\w-]+) ", said, re.MULTILINE)
    assert len(commands) >= 5
    assert all(f"themewatch {command}" in read("README.md") for command in commands)


def test_the_readme_names_every_page_and_variable():
    readme = read("README.md")
    titles = [entry.title for entry in PAGES if entry.is_listed]
    assert all(f"| {title} |" in readme for title in titles)
    assert DATABASE in readme
    assert HOME in readme


def test_the_readme_shows_one_picture_that_says_what_it_shows():
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", read("README.md"))
    assert len(pictures) == 1
    assert len(pictures[0][0]) > 20


def test_every_target_of_the_makefile_that_is_named_exists():
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    named = set(re.findall(r"make ([a-z][a-z-]+)", read("README.md")))
    assert {"run", "test"} <= named <= targets


def test_the_example_records_are_ones_that_import_accepts(tmp_path, monkeypatch):
    block = re.search(r"```jsonl\n(.*?)```", read("docs/records.md"), re.DOTALL)
    path = tmp_path / "example.jsonl"
    path.write_text(block[1], encoding="utf-8")
    go_to(tmp_path, monkeypatch)
    done = subprocess.run(
        [sys.executable, "-m", "themewatch", "import", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "1 note, 1 view, 1 override, 1 checkpoint, 1 forecast" in done.stderr


def test_the_example_of_matching_is_what_the_command_answers():
    asked, answered = re.findall(r"```jsonl\n(.*?)```", read("docs/news.md"), re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-m", "themewatch", "match"],
        input=asked,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == answered


def test_the_table_of_keys_names_every_key_of_the_inbox():
    keys = re.findall(r"^\| ([A-Z](?: [A-Z])*) \|", read("docs/news.md"), re.MULTILINE)
    screens = "".join(path.read_text() for path in (ROOT / "src").rglob("ui/*.py"))
    bound = set(re.findall(r'(?:shortcut=|_\("\w+"\),\s+)"([A-Z])"', screens))
    in_browser = {key.upper() for key in re.findall(r'key === "([a-z])"', screens)}
    assert set(" ".join(keys).split()) == bound | in_browser
