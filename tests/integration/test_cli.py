"""The command line, as a person and as another program use it."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.agreed import LESSON
from tests.homes import go_to, only_sqlite, settings_of
from themewatch.cli import main

FULL = Path("/dev/full")
THEMEWATCH = (sys.executable, "-m", "themewatch")
HEADER = '{"format":"themewatch","version":1}'


pytestmark = pytest.mark.usefixtures("own_home")


def a_line(**fields):
    note = {
        "record": "note",
        "id": "n1",
        "theme": "longer-video",
        "person": "Ann",
        "tested_on": "2026-08-01",
        "tries": 10,
        "acceptable": 9,
    }
    return json.dumps(note | fields)


def a_file(folder, *lines):
    path = folder / "records.jsonl"
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return str(path)


def the_map(capsys, *options):
    assert main(["map", "--format", "json", *options]) == 0
    return json.loads(capsys.readouterr().out)


def the_theme(capsys, slug, *options):
    return next(t for t in the_map(capsys, *options)["themes"] if t["theme"] == slug)


def test_the_baseline_alone_is_the_lessons_chart_glyph_for_glyph(capsys):
    assert main(["map", "--no-reference"]) == 0
    assert capsys.readouterr().out == LESSON


def test_shipped_claims_do_not_move_what_tests_show(capsys):
    assert main(["map"]) == 0
    assert capsys.readouterr().out == LESSON


def test_answers_and_notices_do_not_mix(capsys, home):
    where = settings_of(home).whereabouts
    assert main(["map"]) == 0
    said = capsys.readouterr()
    assert where in said.err
    assert where not in said.out


def test_leaving_the_shipped_releases_out_is_for_good(capsys):
    assert all(t["claims"] == 0 for t in the_map(capsys, "--no-reference")["themes"])
    assert all(t["claims"] == 0 for t in the_map(capsys)["themes"])
    assert the_theme(capsys, "lower-cost")["claimed"] is None


def test_a_database_with_shipped_releases_keeps_them_and_says_so(capsys):
    the_map(capsys)
    assert main(["map", "--no-reference", "--format", "json"]) == 0
    said = capsys.readouterr()
    assert "stay" in said.err
    assert any(t["claims"] for t in json.loads(said.out)["themes"])


def test_an_imported_test_moves_its_theme_and_no_claim_does(capsys, tmp_path):
    before = the_theme(capsys, "longer-video")
    assert main(["import", a_file(tmp_path, a_line())]) == 0
    capsys.readouterr()
    after = the_theme(capsys, "longer-video")
    assert after["position"] > before["position"] + 0.2
    assert (after["notes"], after["claimed"]) == (1, before["claimed"])
    assert after["last_evidence_on"] == "2026-08-01"


def test_as_of_a_day_later_evidence_does_not_count(capsys, tmp_path):
    main(["import", a_file(tmp_path, a_line())])
    capsys.readouterr()
    assert the_theme(capsys, "longer-video", "--as-of", "2026-07-31")["notes"] == 0


def test_as_known_on_a_day_what_was_recorded_later_does_not_count(capsys, tmp_path):
    line = a_line(recorded_at="2026-09-01T12:00:00Z")
    main(["import", a_file(tmp_path, line)])
    capsys.readouterr()
    options = ("--as-of", "2026-10-01", "--known-on")
    assert the_theme(capsys, "longer-video", *options, "2026-08-31")["notes"] == 0
    assert the_theme(capsys, "longer-video", *options, "2026-09-01")["notes"] == 1


def test_against_an_earlier_day_the_map_says_what_moved(capsys, tmp_path):
    main(["import", a_file(tmp_path, a_line())])
    capsys.readouterr()
    options = ("--as-of", "2026-08-02", "--compare", "2026-07-01")
    moved = the_theme(capsys, "longer-video", *options)
    assert moved["movement"] > 0.2
    assert moved["movement_is_clear"] is True
    assert main(["map", *options]) == 0
    assert "──►" in capsys.readouterr().out


def test_for_what_one_makes_the_map_has_what_bears_on_it_alone(capsys):
    document = the_map(capsys, "--make", "visual-effects")
    assert document["make"] == "visual-effects"
    assert [theme["theme"] for theme in document["themes"]] == [
        "editing-fidelity",
        "consistency",
        "multimodality",
        "lower-cost",
    ]
    assert {theme["enough_by"] for theme in document["themes"]} <= {
        "course",
        "claims",
        "nobody",
    }
    assert main(["map", "--make", "visual-effects"]) == 0
    said = capsys.readouterr().out
    assert "Visual effects: 2 of 4 themes are far enough on the course's map" in said


def test_comparing_with_a_later_day_is_refused(capsys):
    options = ["--as-of", "2026-08-02", "--compare", "2026-09-01"]
    assert main(["map", *options]) == 1
    assert "2026-09-01" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["csv", "markdown"])
def test_the_other_formats_name_every_theme(capsys, form):
    assert main(["map", "--format", form]) == 0
    out = capsys.readouterr().out
    assert all(name in out for name in ("Text rendering", "Editing fidelity"))


def test_export_and_import_elsewhere_give_the_same_map_and_export(
    capsys, tmp_path, monkeypatch
):
    main(["import", a_file(tmp_path, a_line())])
    exported = tmp_path / "all.jsonl"
    assert main(["export", str(exported)]) == 0
    first = the_map(capsys)
    go_to(tmp_path / "elsewhere", monkeypatch)
    assert main(["import", "--no-reference", str(exported)]) == 0
    assert the_map(capsys) == first
    assert main(["export"]) == 0
    assert capsys.readouterr().out == exported.read_text(encoding="utf-8")


def test_every_bad_line_is_named_and_nothing_is_kept(capsys, tmp_path):
    lines = [a_line(), a_line(id="n2", theme="weather"), "{", a_line(id="n3", tries=0)]
    assert main(["import", a_file(tmp_path, *lines)]) == 1
    said = capsys.readouterr().err
    assert all(f"Line {number}" in said for number in (3, 4, 5))
    assert "Line 2" not in said
    assert the_theme(capsys, "longer-video")["notes"] == 0


def test_importing_the_same_again_is_no_change(capsys, tmp_path):
    path = a_file(tmp_path, a_line())
    main(["import", path])
    capsys.readouterr()
    assert main(["import", path]) == 0
    assert "Added: nothing. There already: 1." in capsys.readouterr().err


@pytest.mark.parametrize(
    "content", [None, b"\xff\xfe\x00"], ids=["missing", "not UTF-8"]
)
def test_a_file_that_cannot_be_read_is_named(capsys, tmp_path, content):
    path = tmp_path / "records.jsonl"
    if content is not None:
        path.write_bytes(content)
    assert main(["import", str(path)]) == 1
    assert str(path) in capsys.readouterr().err


def test_a_wrong_date_is_said_with_the_right_form(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["map", "--as-of", "21.11.2026"])
    assert stopped.value.code == 2
    assert "2026-11-21" in capsys.readouterr().err


def test_a_taken_port_is_refused_before_anything_is_made(capsys, home):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["run", "--port", port]) == 1
    assert capsys.readouterr().err.startswith(f"Port {port} is taken: ")
    assert not home.exists()


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http", "9" * 5000])
def test_what_is_no_port_is_refused(capsys, port):
    with pytest.raises(SystemExit) as stopped:
        main(["run", f"--port={port}"])
    assert stopped.value.code == 2
    assert "is no port" in capsys.readouterr().err


@pytest.mark.skipif(not FULL.exists(), reason="the system has no full device")
@pytest.mark.parametrize("command", ["map", "export"])
def test_an_answer_that_cannot_be_written_is_said_in_a_sentence(command):
    with FULL.open("wb") as full:
        ended = subprocess.run(
            [*THEMEWATCH, command], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ended.returncode == 1
    assert ended.stderr.splitlines()[1:] == [
        b"The answer cannot be written: No space left on device."
    ]


def test_the_doctor_finds_nothing_wrong_on_a_fresh_installation(capsys, home):
    assert main(["doctor"]) == 0
    assert "none yet" in capsys.readouterr().out
    assert not home.exists()


def test_half_a_sign_in_stops_the_doctor_from_nothing_else(capsys, monkeypatch):
    monkeypatch.setenv("THEMEWATCH_OIDC_ISSUER", "https://id.example.org")
    assert main(["doctor"]) == 1
    said = capsys.readouterr().out
    assert "Wrong: Sign-in is half set up" in said
    assert "Shipped data" in said


def test_who_serves_nobody_needs_no_secret_of_sign_in(capsys, monkeypatch):
    monkeypatch.setenv("THEMEWATCH_OIDC_ISSUER", "https://id.example.org")
    assert main(["map"]) == 0
    assert capsys.readouterr().out == LESSON


@only_sqlite
def test_the_doctor_says_what_is_wrong_with_a_database(capsys, home):
    home.mkdir()
    (home / "themewatch.sqlite").write_bytes(b"no database at all" * 100)
    assert main(["doctor"]) == 1
    assert "Wrong:" in capsys.readouterr().out


def test_the_database_can_be_named_for_one_command(tmp_path):
    path = tmp_path / "other.sqlite"
    assert main(["map", "--database", str(path)]) == 0
    assert path.exists()
