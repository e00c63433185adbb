"""The digest as cron writes it: going on from the last, and silent where wanted."""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from tests.factories import a_note
from themewatch.cli import main
from themewatch.config import Settings
from themewatch.services.house import open_house
from themewatch.services.log import log_records

DAY = timedelta(days=1)
PROJECT = Path(__file__).parents[2]

pytestmark = pytest.mark.usefixtures("own_home")


@pytest.fixture
def digest(capsys):
    """Return what runs the command and gives what it said, and its notices."""

    def digest(*options):
        assert main(["digest", "--no-reference", *options]) == 0
        return capsys.readouterr()

    return digest


@pytest.fixture
def today():
    """Return the day the command will see; nothing here runs over midnight unseen."""
    return datetime.now(UTC).date()


@pytest.fixture
def keep(home):
    """Return what logs a test of a day, that day."""

    def keep(on):
        home.mkdir(exist_ok=True)
        house = open_house(Settings.from_environment(), reference=False)
        at = datetime(on.year, on.month, on.day, tzinfo=UTC)
        with house.writing() as session:
            log_records(session, [a_note(tested_on=on, recorded_at=at)])
        house.close()

    return keep


def test_the_first_of_all_tells_a_week_until_yesterday(digest, today):
    out = digest("--since", "last").out
    assert out.startswith(f"# What moved, {today - 8 * DAY} to {today - DAY}\n")
    assert "Nothing happened" in out


def test_the_next_goes_on_from_there_and_nothing_is_told_twice(digest, keep, today):
    keep(today - DAY)
    assert "\n## Tested\n" in digest("--since", "last").out
    again = digest("--since", "last")
    assert again.out == ""
    assert f"Everything until {today - DAY} was told already." in again.err


def test_what_today_still_brings_is_left_to_the_next(digest, keep, today):
    keep(today)
    digest("--since", "last")
    told = digest("--since", "last", "--until", f"{today}").out
    assert told.startswith(f"# What moved, {today - DAY} to {today}\n")
    assert "\n## Tested\n" in told


def test_a_digest_of_named_days_moves_nothing_on(digest, today):
    digest("--since", f"{today - 3 * DAY}")
    out = digest("--since", "last").out
    assert out.startswith(f"# What moved, {today - 8 * DAY} to ")


def test_silence_is_kept_where_nothing_happened_if_it_is_wanted(digest, keep, today):
    quiet = ("--since", f"{today - 3 * DAY}", "--quiet-if-empty")
    assert digest(*quiet).out == ""
    keep(today)
    assert "\n## Tested\n" in digest(*quiet).out


def test_silence_goes_on_from_the_last_too(digest):
    assert digest("--since", "last", "--quiet-if-empty").out == ""
    assert "was told already" in digest("--since", "last").err


def test_lines_lead_to_the_house_where_its_address_is_known(
    digest, keep, today, monkeypatch
):
    keep(today)
    since = ("--since", f"{today - 3 * DAY}")
    assert "](http" not in digest(*since).out
    monkeypatch.setenv("THEMEWATCH_PUBLIC_URL", "https://map.example.org/")
    assert "[Open the map](https://map.example.org/)" in digest(*since).out


def test_what_is_neither_a_day_nor_the_last_is_refused(capsys):
    with pytest.raises(SystemExit):
        main(["digest", "--since", "lately"])
    assert "'lately' is no date" in capsys.readouterr().err


@pytest.fixture
def letters(tmp_path, monkeypatch):
    """Put a `mail` on the path that keeps what it is given, and return where."""
    kept, folder = tmp_path / "letters", tmp_path / "bin"
    kept.mkdir()
    folder.mkdir()
    mail = folder / "mail"
    mail.write_text(f'#!/bin/sh\necho "$@" > {kept}/to\ncat > {kept}/body\n')
    mail.chmod(0o755)
    own = Path(sys.executable).parent
    monkeypatch.setenv("PATH", f"{folder}:{own}:{os.environ['PATH']}")
    return kept


def test_the_cron_line_of_the_document_mails_each_day_once(keep, letters, today):
    """cron reads an escaped percent sign as one, and hands the line to sh."""
    text = (PROJECT / "docs" / "digest.md").read_text(encoding="utf-8")
    (line,) = re.findall(r"^0 7 \* \* \*  (.+)$", text, re.MULTILINE)
    run_by_cron = partial(
        subprocess.run, ["/bin/sh", "-c", line.replace(r"\%", "%")], check=False
    )
    keep(today - DAY)
    assert run_by_cron().returncode == 0
    assert "team@example.org" in (letters / "to").read_text()
    body = (letters / "body").read_text()
    assert body.startswith("<!doctype html>")
    assert body.endswith("</html>\n")
    (letters / "body").unlink()
    run_by_cron()
    assert not (letters / "body").exists()
