"""The commands that take everything along, and bring it back or in."""

import json
from zipfile import ZipFile

import pytest

from tests.archives import kept_files
from tests.homes import go_to, settings_of
from tests.media import a_png
from themewatch.cli import main
from themewatch.services.house import is_furnished
from themewatch.storage import attachments

HEADER = '{"format":"themewatch","version":2}'


@pytest.fixture
def archive(own_home, tmp_path, capsys):
    """Return an archive of a place with a note that has a picture."""
    ref = attachments.store(own_home, "shot.png", a_png())
    note = {
        "record": "note",
        "id": "n1",
        "theme": "longer-video",
        "person": "Ann",
        "tested_on": "2026-08-01",
        "files": [
            {
                "sha256": ref.sha256,
                "name": ref.name,
                "media_type": ref.media_type,
                "size": ref.size,
            }
        ],
    }
    lines = tmp_path / "note.jsonl"
    lines.write_text(f"{HEADER}\n{json.dumps(note)}\n", encoding="utf-8")
    assert main(["import", str(lines)]) == 0
    assert main(["backup", str(tmp_path / "all.zip")]) == 0
    said = capsys.readouterr()
    assert "1 test note, 251 releases, 198 claims" in said.err
    assert "1 file; " in said.err
    assert said.out == ""
    return tmp_path / "all.zip"


@pytest.fixture
def elsewhere(archive, tmp_path, monkeypatch):
    """Let commands work in another place."""
    assert archive.exists()
    go_to(tmp_path / "there", monkeypatch)
    return tmp_path / "there"


def exported(capsys):
    capsys.readouterr()
    assert main(["export"]) == 0
    return capsys.readouterr().out


def test_what_was_backed_up_is_restored_elsewhere(archive, elsewhere, home, capsys):
    assert main(["restore", str(archive)]) == 0
    said = capsys.readouterr().err
    assert f"Restored into {settings_of(elsewhere).whereabouts}" in said
    assert "Every digest and count agrees." in said
    assert kept_files(elsewhere) == kept_files(home) != {}
    assert '"id":"n1"' in exported(capsys)
    assert main(["doctor"]) in {0, 1}
    assert "Files: 1, all there." in capsys.readouterr().out


def test_restoring_again_is_refused_with_what_to_do(archive, elsewhere, capsys):
    assert elsewhere
    assert main(["restore", str(archive)]) == 0
    assert main(["restore", str(archive)]) == 1
    said = capsys.readouterr().err
    assert "There is something in this database already" in said
    assert "`themewatch import`" in said


def test_a_backup_is_not_written_over_without_being_told(archive, capsys):
    assert main(["backup", str(archive)]) == 1
    assert "--force" in capsys.readouterr().err
    assert main(["backup", "--force", str(archive)]) == 0


def test_everything_is_exported_into_a_zip_and_imported_elsewhere(
    archive, tmp_path, monkeypatch, capsys
):
    assert archive
    path = str(tmp_path / "export.ZIP")
    assert main(["export", path]) == 0
    with ZipFile(path) as box:
        assert "manifest.json" in box.namelist()
    go_to(tmp_path / "there", monkeypatch)
    capsys.readouterr()
    assert main(["import", "--dry-run", path]) == 0
    assert "It would bring: 1 test note," in capsys.readouterr().err
    assert '"id":"n1"' not in exported(capsys)
    assert main(["import", path]) == 0
    said = capsys.readouterr().err
    assert "Brought in: 1 test note, 2 other rows, 1 file." in said
    assert '"id":"n1"' in exported(capsys)
    assert main(["import", path]) == 0
    assert "Nothing in it is new here." in capsys.readouterr().err


def test_lines_are_exported_as_ever(archive, tmp_path, capsys):
    assert archive
    assert main(["export", str(tmp_path / "all.jsonl")]) == 0
    assert (tmp_path / "all.jsonl").read_text(encoding="utf-8") == exported(capsys)


def test_what_lines_would_bring_is_not_told(archive, tmp_path, capsys):
    assert archive
    assert main(["import", "--dry-run", str(tmp_path / "note.jsonl")]) == 1
    assert "name a .zip" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["restore", "import"])
def test_a_file_that_is_no_archive_makes_nothing(command, elsewhere, tmp_path, capsys):
    (tmp_path / "bad.zip").write_bytes(b"PK")
    assert main([command, str(tmp_path / "bad.zip")]) == 1
    assert "no archive of themewatch" in capsys.readouterr().err
    assert main([command, str(tmp_path / "none.zip")]) == 1
    assert "cannot be read" in capsys.readouterr().err
    assert is_furnished(settings_of(elsewhere)) is (command == "import")
