"""The commands of what lies ahead, as people, cron and other programs use them."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from tests.factories import a_checkpoint, a_forecast, a_note
from tests.homes import settings_of
from themewatch.cli import main
from themewatch.domain.months import month_end
from themewatch.domain.theme import SLUGS
from themewatch.services.house import open_house
from themewatch.services.log import log_records

DAY = timedelta(days=1)


pytestmark = pytest.mark.usefixtures("own_home")


@pytest.fixture
def said(capsys):
    """Return what runs a command and gives its exit status and what it said."""

    def said(*command):
        status = main([*command])
        return status, *capsys.readouterr()

    return said


@pytest.fixture
def keep(home):
    """Return what logs records in a house without shipped ones."""

    def keep(*records):
        home.mkdir(exist_ok=True)
        house = open_house(settings_of(home), reference=False)
        with house.writing() as session:
            log_records(session, records)
        house.close()

    return keep


@pytest.fixture
def today():
    """Return the day the command will see; nothing here runs over midnight unseen."""
    return datetime.now(UTC).date()


def awaited(today):
    return [
        a_checkpoint(id="late", title="Late\u202e", due_on=today - DAY, theme=None),
        a_checkpoint(id="soon", title="Soon", due_on=today + 9 * DAY),
        a_checkpoint(id="open", title="Some time", due_on=None, text=""),
    ]


class TestForecast:
    @pytest.fixture
    def by(self, today):
        """Return the last day of a month two years ahead."""
        return month_end(today, 24)

    def test_it_says_a_sentence_for_each_theme_and_todays_chance(self, said, by):
        status, out, _ = said("forecast", "--no-reference", "--by", f"{by:%Y-%m}")
        assert status == 0
        lines = out.splitlines()
        assert len(lines) == len(SLUGS)
        sentence = f"Consistency & control    Maturing by {by:%B %Y}: "
        assert lines[0].startswith(sentence)
        assert all(line.rsplit("today: ")[1].endswith(" %") for line in lines)

    def test_one_theme_and_stage_can_be_asked_for_as_json(self, said, today, by):
        options = ("--theme", "longer-video", "--stage", "mature", "--format", "json")
        status, out, _ = said("forecast", "--by", f"{by:%Y-%m}", *options)
        document = json.loads(out)
        assert (status, document["as_of"]) == (0, today.isoformat())
        (found,) = document["forecasts"]
        assert (found["theme"], found["stage"]) == ("longer-video", "mature")
        assert found["by"] == by.isoformat()
        assert 0 < found["chance_today"] < found["chance"] < 1

    def test_unasked_it_is_the_end_of_this_month_in_a_year(self, said, today):
        _, out, _ = said("forecast", "--format", "json")
        ends = {row["by"] for row in json.loads(out)["forecasts"]}
        assert ends == {month_end(today, 12).isoformat()}

    def test_a_month_that_has_come_is_refused(self, said):
        status, out, err = said("forecast", "--by", "2020-06")
        assert (status, out) == (1, "")
        assert "2020-06-30 has come" in err

    def test_a_month_too_far_ahead_is_refused_with_the_last_one_told(self, said, today):
        last = month_end(today, 120)
        for month in ("9999-12", f"{month_end(today, 121):%Y-%m}"):
            status, out, err = said("forecast", "--by", month)
            assert (status, out) == (1, "")
            assert f"choose a month until {last:%Y-%m}." in err
        assert said("forecast", "--by", f"{last:%Y-%m}")[0] == 0

    @pytest.mark.parametrize(
        "month", ["2027", "2027-13", "June", "2027-6", "2027-06-01"]
    )
    def test_what_is_no_month_is_misused(self, said, month, capsys):
        with pytest.raises(SystemExit) as stopped:
            said("forecast", "--by", month)
        assert stopped.value.code == 2
        assert "write it as 2027-06" in capsys.readouterr().err


class TestCheckpoints:
    def test_without_any_that_is_said(self, said):
        assert said("checkpoints")[:2] == (0, "No checkpoints.\n")

    def test_what_is_due_stands_first_and_turns_no_terminal_round(
        self, said, keep, today
    ):
        keep(*awaited(today))
        _, out, _ = said("checkpoints")
        blocks = [block.splitlines() for block in out.strip().split("\n\n")]
        assert blocks[0] == [
            "Late",
            f"  due since {today - DAY} · a ruling · all themes",
            "  Who is paid decides who goes on.",
        ]
        assert [block[0] for block in blocks] == ["Late", "Soon", "Some time"]
        assert blocks[2] == [
            "Some time",
            "  open date · a ruling · Consistency & control",
        ]

    def test_only_those_due_can_be_asked_for_as_json(self, said, keep, today):
        keep(*awaited(today))
        _, out, _ = said("checkpoints", "--due", "--format", "json")
        (found,) = json.loads(out)["checkpoints"]
        assert found == {
            "checkpoint": "late",
            "title": "Late\u202e",
            "why": "Who is paid decides who goes on.",
            "kind": "ruling",
            "theme": None,
            "due_on": (today - DAY).isoformat(),
            "is_due": True,
            "settled_on": None,
            "result": None,
            "by": a_checkpoint().person,
            "link": None,
        }


class TestDigest:
    def test_nothing_is_said_plainly(self, said, today):
        since = (today - 7 * DAY).isoformat()
        status, out, _ = said("digest", "--no-reference", "--since", since)
        assert status == 0
        assert out.startswith(f"# What moved, {since} to {today}\n")
        assert "Nothing happened" in out

    def test_it_tells_what_was_tested_what_is_due_and_what_came_true(
        self, said, keep, today
    ):
        long_ago = datetime.now(UTC) - 40 * DAY
        keep(
            a_note(tested_on=today, recorded_at=datetime.now(UTC)),
            *awaited(today),
            a_forecast(recorded_at=long_ago, on=long_ago.date(), by=today - DAY),
        )
        _, out, _ = said("digest", "--since", (today - 7 * DAY).isoformat())
        for heading in ("Themes", "Tested", "Checkpoints", "Forecasts"):
            assert f"\n## {heading}\n" in out
        assert "sometimes works" in out
        assert "did not come true" in out

    def test_it_can_be_a_page(self, said, today):
        since = (today - 7 * DAY).isoformat()
        _, out, _ = said("digest", "--since", since, "--format", "html")
        assert out.startswith("<!doctype html>")

    def test_days_that_end_before_they_begin_are_refused(self, said):
        days = ("--since", "2026-10-01", "--until", "2026-09-01")
        status, out, err = said("digest", *days)
        assert (status, out) == (1, "")
        assert "begin earlier" in err
