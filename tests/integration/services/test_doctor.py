"""What the doctor finds, and what it says to do."""

from contextlib import closing
from datetime import timedelta

import pytest

from tests.factories import NOW, a_note, a_view
from tests.homes import settings_of
from tests.news import put_feed
from themewatch import __version__
from themewatch.config import Settings
from themewatch.services.doctor import examine
from themewatch.services.files import keep_file
from themewatch.services.house import open_house
from themewatch.services.log import log_records
from themewatch.storage.attachments import find
from themewatch.storage.house import INGEST_RAN_AT, keep_fact

GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00" + bytes(20)


@pytest.fixture
def settings(home):
    return settings_of(home)


def findings(settings) -> list[str]:
    return [finding.sentence for finding in examine(settings, now=NOW)]


def wrongs(settings) -> list[str]:
    return [
        finding.sentence for finding in examine(settings, now=NOW) if finding.is_wrong
    ]


def kept(settings, *records):
    with closing(open_house(settings)) as house, house.writing() as session:
        log_records(session, records)


def test_before_the_first_start_nothing_is_wrong_and_nothing_is_made(settings, home):
    assert wrongs(settings) == []
    assert findings(settings)[-1].startswith("Database: none yet")
    assert not home.exists()


def test_it_names_the_program_and_counts_what_is_there(settings):
    kept(settings, a_note(), a_note(), a_view())
    program, shipped, folder, _room, database, *_rest = findings(settings)
    assert __version__ in program
    assert "7 themes, 449 releases and claims" in shipped
    assert folder.endswith("can be written to.")
    assert "251 releases, 198 claims, 2 test notes and 1 view." in database


def test_files_that_are_all_there_are_counted(settings, home):
    kept(settings, a_note(files=(keep_file(home, "a.gif", GIF),)))
    assert "Files: 1, all there." in findings(settings)
    assert wrongs(settings) == []


def test_a_missing_file_is_named_with_what_to_do(settings, home):
    ref = keep_file(home, "third shot.gif", GIF)
    kept(settings, a_note(files=(ref,)))
    find(home, ref).unlink()
    [wrong] = wrongs(settings)
    assert "1 of 1 files" in wrong
    assert "third shot.gif" in wrong
    assert "Copy that folder" in wrong


def test_a_file_that_is_no_database_is_found(home):
    settings = Settings(f"sqlite:///{home}/themewatch.sqlite", home)
    home.mkdir()
    settings.database_file.write_text("not a database, and long enough to see " * 40)
    [wrong] = wrongs(settings)
    assert wrong.startswith("Wrong: ")


def test_a_home_that_is_a_file_is_found(tmp_path):
    home = tmp_path / "home"
    home.write_text("a file")
    found = wrongs(Settings(f"sqlite:///{tmp_path}/themewatch.sqlite", home))
    assert found == [
        f"Wrong: {home} cannot be written to. "
        "Choose another folder with THEMEWATCH_HOME."
    ]


def test_a_server_that_does_not_answer_is_found(home):
    settings = Settings("postgresql+psycopg://ann:secret@127.0.0.1:9/none", home)
    [wrong] = wrongs(settings)
    assert "secret" not in wrong


def test_an_empty_database_of_a_server_is_left_as_it_is(empty_postgres, home):
    settings = Settings(empty_postgres, home)
    assert findings(settings)[-1].startswith("Database: none yet")
    with closing(open_house(settings, reference=False)) as house:
        assert house.is_new
        assert not house.has_reference


def test_feeds_that_fail_for_long_and_a_fetcher_that_rests_are_named(settings):
    with closing(open_house(settings)) as house, house.writing() as session:
        put_feed(
            session,
            title="Lab",
            problem="The server takes too long.",
            failing_since=NOW - timedelta(days=2),
        )
        put_feed(session, "young", failing_since=NOW - timedelta(hours=2))
    failing, never = wrongs(settings)
    assert (
        "1 feed fails: Lab since 2026-09-29 (The server takes too long). Open"
        in failing
    )
    assert "themewatch ingest" in never
    with closing(open_house(settings)) as house, house.writing() as session:
        keep_fact(session, INGEST_RAN_AT, (NOW - timedelta(hours=3)).isoformat())
    assert "since 2026-10-01 06:30" in wrongs(settings)[-1]
