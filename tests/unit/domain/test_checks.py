"""What every record has to fulfil, typed or read from a file."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.factories import (
    NOW,
    a_catalogue,
    a_checkpoint,
    a_claim,
    a_file,
    a_forecast,
    a_note,
    a_release,
    a_view,
    an_override,
)
from themewatch.domain.checks import problems
from themewatch.domain.note import Mark
from themewatch.domain.record import Withdrawal

TODAY = NOW.date()
TOMORROW, DAY_AFTER = TODAY + timedelta(days=1), TODAY + timedelta(days=2)


def of(record) -> list[str]:
    return problems(record, a_catalogue(), NOW)


@pytest.mark.parametrize(
    "make",
    [
        a_release,
        a_claim,
        a_note,
        a_view,
        an_override,
        a_checkpoint,
        a_forecast,
    ],
)
def test_a_record_that_is_fine_has_no_problems(make):
    assert of(make()) == []


@pytest.mark.parametrize(
    "record",
    [
        a_note(tries=5, acceptable=0),
        a_note(tries=5),
        a_note(tested_on=TOMORROW),
        a_note(recorded_at=NOW + timedelta(hours=23)),
        a_note(price_usd=0.0, seconds=0.1),
        a_note(observed="Line one.\n\tLine two, with a ● and 한국어."),
        a_note(link="https://example.org/a?b=c#d", files=(a_file(),) * 4),
        a_view(position=0.0),
        a_view(position=4.0),
        a_claim(claimed_stage=None, signal=None),
        a_release(kind=None, modalities_in=(), modalities_out=()),
        a_note(marks=(Mark("identity", 0), Mark("physics", 3))),
        a_checkpoint(theme=None, due_on=None, text=""),
        a_checkpoint(due_on=date(2100, 12, 31)),
        a_checkpoint(settled_on=TOMORROW, result="Put off."),
        a_forecast(chance=0.0, estimated=1.0, by=date(2026, 9, 2)),
    ],
)
def test_what_is_allowed_at_its_edge(record):
    assert of(record) == []


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (a_note(id=""), "id is empty"),
        (
            a_note(marks=(Mark("identity", 4),)),
            "marks of identity must be 0 to 3, not 4",
        ),
        (a_note(marks=(Mark("Face", 1),)), "marks have no dimension 'Face'"),
        (a_note(marks=(Mark("a", 1), Mark("a", 2))), "marks mark a dimension twice"),
        (an_override(reason=" "), "reason is missing: say why the tests are overruled"),
        (a_checkpoint(title=""), "title is empty"),
        (
            a_checkpoint(due_on=date(2101, 1, 1)),
            "due_on (2101-01-01) must lie between 2000-01-01 and 2100-12-31",
        ),
        (
            a_checkpoint(settled_on=DAY_AFTER, result="No."),
            "settled_on (2026-10-03) lies in the future",
        ),
        (a_checkpoint(settled_on=TODAY), "result is missing: say what came of it"),
        (a_checkpoint(result="No."), "settled_on is missing: say when that was known"),
        (a_forecast(chance=1.01), "chance must be 0 to 1, not 1.01"),
        (
            a_forecast(by=date(2026, 9, 1)),
            "by (2026-09-01) must be after the day it is said (2026-09-01)",
        ),
        (a_note(id="x" * 201), "id is longer than 200 characters"),
        (a_note(id="a\nb"), "id contains a control character"),
        (a_note(id="a", supersedes="a"), "it corrects itself"),
        (a_note(person=" "), "person is empty"),
        (a_note(observed="a\x00b"), "observed contains a control character"),
        (a_note(observed="\ud800"), "observed contains a control character"),
        (a_note(limits="x" * 10_001), "limits is longer than 10000 characters"),
        (a_note(tested_on=DAY_AFTER), f"tested_on ({DAY_AFTER}) lies in the future"),
        (
            a_note(tested_on=date(206, 8, 1)),
            "tested_on (0206-08-01) is before 2000-01-01",
        ),
        (
            a_note(recorded_at=datetime(2026, 10, 2, 10, tzinfo=UTC)),
            "recorded_at (2026-10-02T10:00:00+00:00) lies in the future",
        ),
        (a_note(recorded_at=datetime(2026, 9, 1)), "recorded_at needs a time zone"),  # noqa: DTZ001  the point of it
        (a_note(tries=0), "tries must be 1 to 1,000,000, not 0"),
        (a_note(tries=5, acceptable=6), "acceptable (6) is more than tries (5)"),
        (a_note(tries=5, acceptable=-1), "acceptable must be 0 to 1,000,000, not -1"),
        (a_note(acceptable=2), "acceptable needs tries: say how many there were"),
        (a_note(price_usd=-1.0), "price_usd must be 0 or more, not -1.0"),
        (a_note(price_usd=float("inf")), "price_usd must be 0 or more, not inf"),
        (a_note(seconds=0.0), "seconds must be above 0, not 0.0"),
        (a_view(position=4.1), "position must be 0 to 4, not 4.1"),
        (a_view(position=float("nan")), "position must be 0 to 4, not nan"),
        (
            a_note(theme="colour"),
            "There is no theme 'colour'; there are consistency, lower-cost",
        ),
        (
            a_note(signal="lip-sync"),
            "consistency has no signal 'lip-sync'; it has style-lock",
        ),
        (
            a_release(kind="beta"),
            "kind must be one of open-weights, api, product, research, not 'beta'",
        ),
        (
            a_release(modalities_out=("smell",)),
            "modalities_out must be one of text, image, video, audio, action, "
            "not 'smell'",
        ),
        (
            a_release(url="javascript:alert(1)"),
            "url must be an address that begins with http:// or https://",
        ),
        (
            a_note(link="https://[::1"),
            "link must be an address that begins with http:// or https://",
        ),
        (a_note(files=(a_file(),) * 5), "files holds 5 files; 4 are the most"),
        (
            a_note(files=(a_file(sha256="../../etc/passwd"),)),
            "files has a sha256 that is not 64 digits of 0-9a-f",
        ),
        (
            a_note(files=(a_file(media_type="text/html"),)),
            "files holds third shot.png, a 'text/html': "
            "no image, video or audio we keep",
        ),
        (
            a_note(withdrawals=(Withdrawal(NOW, is_reversal=True),)),
            "withdrawals begin with a reversal of nothing",
        ),
        (
            a_note(withdrawals=(Withdrawal(NOW), Withdrawal(NOW, is_reversal=True))),
            "withdrawals must be in the order of their times, no two at once",
        ),
    ],
)
def test_what_cannot_stand_is_said(record, reason):
    assert of(record) == [reason]


def test_every_problem_is_told_not_only_the_first():
    note = a_note(person="", theme="colour", tries=1, acceptable=2)
    assert len(of(note)) == 3
