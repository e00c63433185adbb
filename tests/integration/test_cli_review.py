"""Reviews on the command line: a list, and the minutes of one."""

import json
from datetime import UTC, datetime

import pytest

from tests.homes import settings_of
from tests.reviewing import DAY, a_ballot, a_review
from themewatch.cli import main
from themewatch.services.house import open_house
from themewatch.storage import reviews

NOW = datetime.now(UTC)


pytestmark = pytest.mark.usefixtures("own_home")


@pytest.fixture
def opened(home):
    """Keep a review with one vote, in a house without shipped records."""
    home.mkdir()
    house = open_house(settings_of(home), reference=False)
    with house.writing() as session:
        review = a_review(opened_at=NOW, until=NOW + DAY, title="Sept\u202eember")
        reviews.add_review(session, review)
        reviews.add_ballot(session, a_ballot(reason="Secret"))
    house.close()


def test_without_any_that_is_said(capsys):
    assert main(["review", "list", "--no-reference"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "No review was opened here yet" in err


@pytest.mark.usefixtures("opened")
def test_each_is_listed_with_its_id_and_turns_no_terminal_round(capsys):
    assert main(["review", "list"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("review-1 | Sept")
    assert "2026-09-01 to 2026-09-30 | votes are taken until " in out
    assert "\u202e" not in out


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("options", [[], ["--format", "json"]], ids=str)
def test_minutes_tell_no_hidden_vote_to_who_has_the_database(capsys, options):
    assert main(["review", "show", "review-1", *options]) == 0
    out = capsys.readouterr().out
    assert "Secret" not in out
    if options:
        assert json.loads(out)["themes"][0]["rounds"][0]["votes"] is None
    else:
        assert "1 of 2 has voted" in out


def test_a_review_that_is_not_there_is_told(capsys):
    assert main(["review", "show", "nope", "--no-reference"]) == 1
    assert "There is no such review" in capsys.readouterr().err
