"""The commands of journals: each person their own, to files and through pipes."""

import subprocess
import sys
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.homes import go_to, settings_of
from tests.people import CONTRIBUTOR, REVIEWER
from tests.whole_month import KOREAN, close_the_month, live_a_month
from themewatch.cli import main
from themewatch.services import journal_pdf
from themewatch.services.house import open_house

ANN = ("--person", CONTRIBUTOR)


pytestmark = pytest.mark.usefixtures("own_home")


@pytest.fixture
def month(home):
    home.mkdir(exist_ok=True)
    house = open_house(settings_of(home), reference=False)
    found = live_a_month(house)
    close_the_month(house, found)
    house.close()
    return found


@pytest.fixture
def said(capsys):
    """Return what runs a command and gives its exit status and what it said."""

    def said(*command):
        status = main(["journal", *command])
        return status, *capsys.readouterr()

    return said


def test_a_persons_journals_are_listed_one_a_line(said, month):
    line = f"{month.journal.id} | longer-video | 2026-09-20 to 2026-10-19 | closed\n"
    assert said("list", *ANN) == (0, line, "")


def test_who_keeps_none_is_told_so(said, month):
    assert month.journal.person == CONTRIBUTOR
    status, out, err = said("list", "--person", REVIEWER)
    assert (status, out) == (0, "")
    assert err == "Ben Reviewer keeps no journal here: begin one in the app.\n"


def test_a_journal_is_shown_as_text(said, month):
    status, out, err = said("show", month.journal.id, *ANN)
    assert (status, err) == (0, "")
    assert out.startswith("# One month with one theme: Longer, coherent video\n")
    assert KOREAN in out


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("markdown", b"# One month"),
        ("html", b"<!doctype html>"),
        ("pdf", b"%PDF-"),
        ("svg", b"<svg "),
        ("zip", b"PK"),
    ],
)
def test_it_is_exported_to_a_file_in_every_format(said, month, tmp_path, name, begins):
    file = tmp_path / "month"
    command = ("export", month.journal.id, *ANN, "--format", name, str(file))
    assert said(*command) == (0, "", "")
    assert file.read_bytes().startswith(begins)


def test_it_goes_through_a_pipe_into_another_home(said, month, tmp_path, monkeypatch):
    export = ("export", month.journal.id, *ANN, "--format", "zip")
    zipped = run(*export, "-").stdout
    assert ZipFile(BytesIO(zipped)).testzip() is None
    go_to(tmp_path / "other", monkeypatch)
    first = run("import", "-", *ANN, given=zipped)
    assert first.returncode == 0
    assert first.stdout.decode().startswith(f"{month.journal.id} | longer-video | ")
    told = first.stderr.decode()
    assert "Entries: 8. Closed versions: 1. Files: 2." in told
    assert "Results that stay private, since their evidence is not here: 4." in told
    file = tmp_path / "again.zip"
    said(*export, str(file))
    assert file.read_bytes() == zipped
    assert "the same to the letter" in said("import", str(file), *ANN)[2]


def run(*command, given=None):
    return subprocess.run(
        [sys.executable, "-m", "themewatch", "journal", *command],
        input=given,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("name", ["show", "export"])
def test_nobody_elses_journal_is_there(said, month, name, tmp_path):
    more = ("--format", "html", str(tmp_path / "x")) if name == "export" else ()
    who = ("--person", REVIEWER)
    status, out, err = said(name, month.journal.id, *who, *more)
    assert (status, out) == (1, "")
    assert err == "There is no such journal of yours: choose one that is.\n"
    assert not (tmp_path / "x").exists()


def test_a_zip_of_somebody_else_is_refused(said, month, tmp_path):
    file = tmp_path / "month.zip"
    said("export", month.journal.id, *ANN, "--format", "zip", str(file))
    status, _out, err = said("import", str(file), "--person", REVIEWER)
    assert status == 1
    assert err.startswith("This journal is Ann Contributor's")


def test_an_older_version_is_asked_for_by_its_number(said, month):
    assert said("show", month.journal.id, *ANN, "--number", "1")[0] == 0
    status, _out, err = said("show", month.journal.id, *ANN, "--number", "2")
    assert status == 1
    assert err == "There is no closed version 2 of this journal.\n"


def test_without_typst_a_pdf_is_one_sentence(said, month, monkeypatch, tmp_path):
    monkeypatch.setattr(journal_pdf, "find_spec", lambda _name: None)
    command = ("export", month.journal.id, *ANN, "--format", "pdf")
    status, _out, err = said(*command, str(tmp_path / "month.pdf"))
    assert status == 1
    assert err == "PDF needs one package more: pip install 'themewatch[pdf]'.\n"


def test_no_binary_is_written_to_a_terminal(said, month, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    command = ("export", month.journal.id, *ANN, "--format", "zip", "-")
    status, out, err = said(*command)
    assert (status, out) == (1, "")
    assert err == "This is no text: name a file to write it to.\n"


def test_a_file_that_cannot_be_written_or_read_is_said(said, month, tmp_path):
    nowhere = str(tmp_path / "no" / "month.zip")
    command = ("export", month.journal.id, *ANN, "--format", "zip", nowhere)
    assert (
        said(*command)[2]
        == f"{nowhere} cannot be written: No such file or directory.\n"
    )
    assert "cannot be read" in said("import", nowhere, *ANN)[2]


def test_whose_it_is_has_to_be_said(capsys):
    with pytest.raises(SystemExit):
        main(["journal", "list"])
    assert "--person" in capsys.readouterr().err
