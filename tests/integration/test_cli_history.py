"""Who did what, as people and other programs ask on the command line."""

import csv
import json
from datetime import timedelta

import pytest

from tests.factories import RECORDED_AT, a_note
from themewatch.cli import main
from themewatch.config import Settings
from themewatch.domain.person import Actor, Role
from themewatch.services.house import open_house
from themewatch.services.log import log_record, take_back

DAY = timedelta(days=1)
ON = RECORDED_AT.date()

pytestmark = pytest.mark.usefixtures("own_home", "_did")


@pytest.fixture
def _did(home, own_home):  # noqa: ARG001  the home to be opened
    """Let Ann log a note, and Ben take it back a day later."""
    home.mkdir(exist_ok=True)
    house = open_house(Settings.from_environment(), reference=False)
    with house.acting(Actor("Ann", Role.ADMIN)).writing() as session:
        log_record(session, a_note(id="n1"))
    with house.acting(Actor("Ben", Role.ADMIN)).writing() as session:
        take_back(session, "n1", by="Ben", now=RECORDED_AT + DAY)
    house.close()


@pytest.fixture
def said(capsys):
    """Return what runs the command and gives what it said."""

    def said(*options):
        assert main(["history", *options]) == 0
        return capsys.readouterr().out

    return said


def test_it_says_who_did_what_the_last_first(said):
    first, second = said().splitlines()
    assert "Ben took back a test note" in first
    assert "2026-09-01 12:00 UTC · Ann logged a test note · Vision 1" in second


@pytest.mark.parametrize(
    ("options", "people"),
    [
        (("--who", "Ann"), ["Ann"]),
        (("--since", f"{ON + DAY}"), ["Ben"]),
        (("--until", f"{ON}"), ["Ann"]),
        (("--until", "9999-12-31"), ["Ben", "Ann"]),
        (("--act", "taken-back"), ["Ben"]),
        (("--act", "taken-back", "--act", "recorded"), ["Ben", "Ann"]),
        (("--text", "VISION"), ["Ben", "Ann"]),
        (("--text", "nothing like it"), []),
    ],
    ids=str,
)
def test_it_tells_what_is_asked_for_alone(said, options, people):
    lines = json.loads(said("--format", "json", *options))["lines"]
    assert [line["person"] for line in lines] == people


def test_a_spreadsheet_reads_it(said):
    rows = list(csv.DictReader(said("--format", "csv").splitlines()))
    assert [row["act"] for row in rows] == ["taken-back", "recorded"]


def test_an_act_there_is_none_of_is_refused_with_those_there_are(capsys):
    with pytest.raises(SystemExit):
        main(["history", "--act", "stolen"])
    said = capsys.readouterr().err
    assert "'stolen' is nothing that is done here" in said
    assert "taken-back" in said


def test_days_the_wrong_way_round_are_said_to_be_so(capsys):
    assert main(["history", "--since", "2026-02-01", "--until", "2026-01-01"]) != 0
    said = capsys.readouterr().err
    assert "--until 2026-01-01 lies before --since 2026-02-01: swap them." in said
