"""Editions on the command line: published, listed, read, compared, worked out anew."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from tests.factories import a_note
from tests.homes import go_to, settings_of
from tests.people import REVIEWER
from tests.reviewing import a_decision, a_review
from themewatch.cli import main
from themewatch.services.house import open_house
from themewatch.services.log import log_records
from themewatch.storage import reviews
from themewatch.storage.evidence import add_records


@pytest.fixture(autouse=True)
def house(home, monkeypatch):
    go_to(home, monkeypatch)
    found = open_house(settings_of(home), reference=False)
    yield found
    found.close()


def publish(title="October", *options):
    return main(["edition", "publish", "--title", title, "--by", REVIEWER, *options])


def test_before_the_first_edition_that_is_said(capsys):
    assert main(["edition", "list"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "No edition was published yet" in err
    assert main(["edition", "show"]) == 1
    assert "No edition was published yet" in capsys.readouterr().err


def test_what_is_published_is_listed_the_newest_first(capsys):
    assert publish("Sept\u202eember", "--note", "Quiet.") == 0
    assert publish() == 0
    capsys.readouterr()
    main(["edition", "list"])
    newest, first = capsys.readouterr().out.splitlines()
    assert newest.startswith("2 | October | the map of 20")
    assert newest.endswith(f" | {REVIEWER}")
    assert first.startswith("1 | September | ")


def test_an_edition_without_a_title_is_refused(capsys):
    assert publish("  ") == 1
    assert "needs a title" in capsys.readouterr().err


def test_an_edition_is_read_in_each_format(capsys):
    publish("October", "--note", "Quiet.")
    capsys.readouterr()
    main(["edition", "show"])
    assert capsys.readouterr().out.startswith("# Edition 1: October\n")
    main(["edition", "show", "1", "--format", "html"])
    assert "<h1>Edition 1: October</h1>" in capsys.readouterr().out
    main(["edition", "show", "1", "--format", "json"])
    document = json.loads(capsys.readouterr().out)
    assert (document["edition"], document["published_by"]) == (1, REVIEWER)


def test_an_edition_that_is_not_there_is_told(capsys):
    publish()
    assert main(["edition", "show", "9"]) == 1
    assert "choose one from 1 to 1" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["edition", "show", "last"])
    assert "is no edition" in capsys.readouterr().err


def test_the_review_that_is_named_is_closed_with_it(house, capsys):
    with house.writing() as session:
        reviews.add_review(session, a_review())
        reviews.add_decision(session, a_decision(version=1))
    publish("October", "--review", "review-1")
    main(["edition", "show"])
    assert "Try it: Ann Contributor sees to it" in capsys.readouterr().out


def test_two_editions_are_compared_whichever_is_named_first(house, capsys):
    publish()
    with house.writing() as session:
        log_records(session, [a_note()])
    publish("November")
    capsys.readouterr()
    assert main(["edition", "compare", "2", "1"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("# Edition 1 and Edition 2\n")
    assert "new: 1 test" in text
    assert main(["edition", "compare", "1", "2", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["earlier"], document["later"]) == (1, 2)
    assert main(["edition", "compare", "1", "1"]) == 1


def test_an_edition_is_worked_out_anew(house, capsys):
    publish()
    capsys.readouterr()
    assert main(["edition", "check"]) == 0
    assert "the same figures" in capsys.readouterr().out
    with house.writing() as session:
        add_records(session, [a_note()])  # of an earlier time, as by an import
    assert main(["edition", "check", "1"]) == 1
    assert "1 piece of evidence of an earlier time came" in capsys.readouterr().out


def test_the_map_says_what_moved_since_the_last_edition(capsys):
    publish()
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    capsys.readouterr()
    main(["map", "--as-of", tomorrow, "--format", "json"])
    assert json.loads(capsys.readouterr().out)["compared_with_edition"] == 1
    main(["map", "--as-of", tomorrow])
    assert "no clear change since edition 1" in capsys.readouterr().out
