"""A zip from a stranger is looked at as a whole before anything of it is kept."""

import json
import warnings
from hashlib import sha256
from io import BytesIO
from struct import pack
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.homes import settings_of
from tests.media import a_page, a_png
from tests.people import CONTRIBUTOR
from tests.whole_month import LAST, close_the_month, live_a_month
from themewatch.domain.attachment import MOST_BYTES
from themewatch.errors import InputError
from themewatch.services.house import open_house
from themewatch.services.journal_paper import get_paper
from themewatch.services.journal_zip import export_journal, import_journal
from themewatch.services.journals import get_own_journal
from themewatch.storage import journals


@pytest.fixture(scope="module")
def members(tmp_path_factory):
    """Return what is in a good zip, by name."""
    home = tmp_path_factory.mktemp("good")
    house = open_house(settings_of(home), reference=False)
    month = live_a_month(house)
    close_the_month(house, month)
    out = BytesIO()
    with house.reading() as session:
        journal = get_own_journal(session, month.journal.id, CONTRIBUTOR)
        paper = get_paper(session, home, journal, today=LAST.today)
        export_journal(session, home, paper, out)
    house.close()
    with ZipFile(out) as box:
        return {name: box.read(name) for name in box.namelist()}


@pytest.fixture
def house(home):
    found = open_house(settings_of(home), reference=False)
    yield found
    with found.reading() as session:
        assert journals.list_journals(session) == []
    assert not [p for p in home.rglob("*") if p.parent.parent.name == "attachments"]
    found.close()


def packed(members):
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as box, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a name that is there twice
        for name, content in members:
            box.writestr(name, content)
    return out.getvalue()


def refused(house, content, said):
    with pytest.raises(InputError, match=said) as error:
        import_journal(house, BytesIO(content), person=CONTRIBUTOR, now=LAST.now)
    assert all(len(problem) < 400 for problem in error.value.problems)


def changed(members, **parts):
    """Return a zip whose journal has other fields."""
    plain = json.loads(members["journal.json"])
    return packed([*(members | {"journal.json": json.dumps(plain | parts)}).items()])


def a_picture(members):
    return next(name for name in members if name.endswith(".png"))


def test_the_good_one_would_have_come(members, home):
    house = open_house(settings_of(home), reference=False)
    content = packed(members.items())
    found = import_journal(house, BytesIO(content), person=CONTRIBUTOR, now=LAST.now)
    assert found.is_new
    house.close()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK",
        b"no zip at all",
        a_png(),
        packed([("readme.txt", "hello")]),
        packed([("journal.json", "{")]),
        packed([("journal.json", "[]")]),
        packed([("journal.json", '{"format":"other","version":1}')]),
        packed([("journal.json", "[" * 100_000)]),
        packed([("journal.json", '{"format":NaN}')]),
        packed([("journal.json", '{"format":"a","format":"b"}')]),
        packed([("journal.json", b"\xff\xfe")]),
    ],
)
def test_what_is_no_journal_is_said_to_be_none(house, content):
    refused(house, content, "no journal's zip")


def test_a_newer_version_asks_for_a_newer_themewatch(house, members):
    refused(house, changed(members, version=2), "Install the newest themewatch")


@pytest.mark.parametrize(
    "name",
    [
        "../../evil.png",
        "/etc/cron.d/evil",
        "C:\\evil.png",
        "files/../../evil.png",
        f"files/{'a' * 64}.png",
        "__MACOSX/journal.json",
        "evil.html",
    ],
)
def test_a_name_no_entry_speaks_of_is_refused(house, members, name):
    content = packed([*members.items(), (name, a_png())])
    refused(house, content, "which its journal does not name")


def test_a_name_that_is_there_twice_is_refused(house, members):
    content = packed([*members.items(), ("journal.json", members["journal.json"])])
    refused(house, content, "two files of one name")


def test_a_file_that_is_not_there_is_named(house, members):
    rest = {n: c for n, c in members.items() if not n.endswith(".png")}
    refused(house, packed(rest.items()), f"lacks the file {a_picture(members)}")


@pytest.mark.parametrize("content", [a_png(colour=b"\0\0\0"), a_png(9, 9), b""])
def test_other_content_under_a_hash_is_refused(house, members, content):
    swapped = members | {a_picture(members): content}
    with pytest.raises(InputError):
        import_journal(
            house,
            BytesIO(packed(swapped.items())),
            person=CONTRIBUTOR,
            now=LAST.now,
        )


def with_file(members, content, **fields):
    """Return a zip whose first picture is another file, rightly named and sized."""
    plain = json.loads(members["journal.json"])
    ref = plain["entries"][0]["runs"][0]["files"][0]
    old = f"files/{ref['sha256']}.png"
    ref |= {"sha256": sha256(content).hexdigest(), "size": len(content)} | fields
    rest = {name: data for name, data in members.items() if name != old}
    rest["journal.json"] = json.dumps(plain)
    rest[f"files/{ref['sha256']}.png"] = content
    return packed(rest.items())


def test_a_page_that_calls_itself_a_picture_is_refused(house, members):
    refused(house, with_file(members, a_page()), "cannot be kept")


def test_a_file_of_another_kind_than_it_says_is_refused(house, members):
    wave = with_file(members, a_png(), name="../../evil.png")
    refused(house, wave, "not the one the journal names")


def test_a_file_larger_than_may_be_kept_is_refused_unread(house, members):
    content = with_file(members, a_png(), size=MOST_BYTES + 1)
    refused(house, content, "50 MB are the most")


def test_a_bomb_is_refused_unread(house, members):
    bomb = packed([*members.items(), ("files/x", b"\0" * 300_000_000)])
    assert len(bomb) < 1_000_000
    refused(house, bomb, "far more than a journal can")


def test_a_member_that_says_it_is_smaller_is_not_believed(house, members):
    content = bytearray(packed(members.items()))
    size = len(members["journal.json"])
    true, said = pack("<L", size), pack("<L", 10)
    refused(house, bytes(content).replace(true, said), "it is damaged")


def test_a_damaged_zip_is_refused(house, members):
    content = bytearray(packed(members.items()))
    content[200:260] = b"\0" * 60
    refused(house, bytes(content), "it is damaged")


def test_half_a_zip_is_refused(house, members):
    content = packed(members.items())
    refused(house, content[: len(content) // 2], "no journal's zip")


def test_a_locked_zip_is_refused(house, members):
    content = bytearray(packed(members.items()))
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 1)
    refused(house, bytes(content), "locked by a password")


def test_unknown_fields_and_wrong_kinds_are_named(house, members):
    refused(house, changed(members, extra=1), "extra")
    refused(house, changed(members, entries={"a": 1}), "must be a list")
    plain = json.loads(members["journal.json"])
    plain["entries"][0]["runs"][0]["tries"] = "five"
    refused(house, changed(members, **plain), "whole number")
    plain["entries"][0]["runs"][0]["tries"] = 1e400
    text = json.dumps(plain)
    content = packed([*(members | {"journal.json": text}).items()])
    refused(house, content, "no journal's zip")


@pytest.mark.parametrize("text", ["\ud800", "a\0b"])
def test_characters_that_no_database_keeps_are_refused(house, members, text):
    plain = json.loads(members["journal.json"])
    plain["entries"][0]["text"] = text
    refused(house, changed(members, **plain), "no database keeps")


def test_many_problems_are_said_at_once_but_not_endlessly(house, members):
    plain = json.loads(members["journal.json"])
    one = plain["entries"][1]
    plain["entries"] = [one | {"id": f"e{n}", "on": "2020-01-01"} for n in range(500)]
    content = changed(members, **plain)
    with pytest.raises(InputError) as error:
        import_journal(house, BytesIO(content), person=CONTRIBUTOR, now=LAST.now)
    assert 2 <= len(error.value.problems) <= 20
