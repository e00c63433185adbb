"""An archive from a stranger, or a damaged one, is refused and leaves nothing."""

import json
import warnings
from contextlib import closing
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from tests.archives import a_full_house, kept_files
from tests.factories import NOW
from tests.media import a_png
from themewatch.config import Settings
from themewatch.errors import InputError
from themewatch.services.archive import pack
from themewatch.services.restoring import restore
from themewatch.storage import opened_archives
from themewatch.storage.archive_rows import tables_of
from themewatch.storage.engine import open_engine, reading


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Return a good archive's bytes."""
    home = tmp_path_factory.mktemp("good")
    with closing(a_full_house(Settings(f"sqlite:///{home}/g.sqlite", home))) as house:
        pack(house, home / "all.zip", now=NOW)
    return (home / "all.zip").read_bytes()


@pytest.fixture(scope="module")
def members(whole):
    with ZipFile(BytesIO(whole)) as box:
        return {name: box.read(name) for name in box.namelist()}


@pytest.fixture(scope="module")
def manifest(members):
    return json.loads(members["manifest.json"])


@pytest.fixture
def place(home):
    """Yield where nothing may come to."""
    settings = Settings(f"sqlite:///{home}/m.sqlite", home)
    yield settings
    engine = open_engine(settings.database_url)
    with reading(engine) as session:
        assert tables_of(session) == ()
    engine.dispose()
    assert kept_files(home) == {}


def refused(place, content, said):
    with pytest.raises(InputError, match=said) as error:
        restore(place, BytesIO(content), now=NOW)
    assert all(len(problem) < 400 for problem in error.value.problems)


def packed(members, method=ZIP_DEFLATED):
    out = BytesIO()
    with ZipFile(out, "w", method) as box, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a name that is there twice
        for name, content in members:
            box.writestr(name, content)
    return out.getvalue()


def with_manifest(members, manifest, **changes):
    text = json.dumps(manifest | changes)
    return packed((members | {"manifest.json": text}).items())


def with_rows(members, manifest, table, change):
    """Return an archive whose rows of a table are others, told as they are."""
    rows = [json.loads(line) for line in members[f"tables/{table}.jsonl"].splitlines()]
    lines = "".join(f"{json.dumps(row)}\n" for row in change(rows)).encode()
    named = [
        {
            **told,
            "bytes": len(lines),
            "sha256": opened_archives.sha256(lines).hexdigest(),
            "rows": lines.count(b"\n"),
        }
        if told["name"] == table
        else told
        for told in manifest["tables"]
    ]
    changed = members | {f"tables/{table}.jsonl": lines}
    return with_manifest(changed, manifest, tables=named)


def test_the_good_one_would_have_come(whole, members, home):
    for number, content in enumerate((whole, packed(members.items()))):
        settings = Settings(f"sqlite:///{home}/{number}.sqlite", home)
        assert restore(settings, BytesIO(content), now=NOW).rows["notes"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK",
        b"no zip at all",
        a_png(),
        packed([("readme.txt", "hello")]),
        packed([("manifest.json", "{")]),
        packed([("manifest.json", "[]")]),
        packed([("manifest.json", '{"format":"themewatch-journal","version":1}')]),
        packed([("manifest.json", "[" * 100_000)]),
        packed([("manifest.json", b"\xff\xfe")]),
    ],
)
def test_what_is_no_archive_is_said_to_be_none(place, content):
    refused(place, content, "no archive of themewatch")


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_one_that_is_cut_short_is_refused(place, whole, part):
    refused(place, whole[: int(len(whole) * part)], "cut short")


def test_a_byte_changed_anywhere_in_a_member_is_found(place, members):
    for name in members:
        if not members[name]:
            continue
        content = bytearray(packed(members.items(), ZIP_STORED))
        place_of = content.index(members[name]) + len(members[name]) // 2
        content[place_of] ^= 1
        refused(place, bytes(content), "damaged|no archive")


def test_a_member_that_is_not_what_its_hash_says_is_found(place, members):
    """As where a zip was packed again: its own checksum is right."""
    name = next(n for n in members if n.startswith("attachments/"))
    turned = members[name][::-1]
    refused(place, packed((members | {name: turned}).items()), f"{name}.*damaged")


@pytest.mark.parametrize("change", [{"version": 2}, {"form": "9999"}])
def test_a_newer_one_asks_for_a_newer_themewatch(place, members, manifest, change):
    content = with_manifest(members, manifest, **change)
    refused(place, content, "Install the newest themewatch")


@pytest.mark.parametrize(
    "name",
    [
        "../../evil",
        "/etc/cron.d/evil",
        "C:\\evil",
        "attachments/../../evil",
        "tables/evil.jsonl",
    ],
)
def test_a_member_that_the_manifest_does_not_name_is_refused(place, members, name):
    content = packed([*members.items(), (name, b"evil")])
    refused(place, content, "which its manifest does not name")


@pytest.mark.parametrize("name", ["../evil", "a/b", "", "A", "x" * 99])
def test_a_table_whose_name_is_a_path_is_refused(place, members, manifest, name):
    table = {**manifest["tables"][0], "name": name}
    content = with_manifest(members, manifest, tables=[table])
    refused(place, content, "what is in the archive is damaged")


@pytest.mark.parametrize("digest", ["../../evil", "0" * 63, "G" * 64, "a" * 65])
def test_an_attachment_whose_hash_is_a_path_is_refused(
    place, members, manifest, digest
):
    content = with_manifest(
        members, manifest, attachments=[{"sha256": digest, "bytes": 1}]
    )
    refused(place, content, "what is in the archive is damaged")


def test_a_missing_member_is_named(place, members):
    rest = {n: c for n, c in members.items() if n != "tables/notes.jsonl"}
    refused(place, packed(rest.items()), "lacks tables/notes.jsonl")


def test_two_members_of_one_name_are_refused(place, members):
    doubled = [*members.items(), ("tables/notes.jsonl", b"{}\n")]
    refused(place, packed(doubled), "two members of one name")


def test_a_bomb_is_refused_before_it_is_opened(place, members, monkeypatch):
    monkeypatch.setattr(opened_archives, "TRUSTED", 1_000_000)
    bomb = b"\n" * 40_000_000
    refused(
        place,
        packed((members | {"tables/notes.jsonl": bomb}).items()),
        "far more than it can",
    )


def test_a_line_without_an_end_is_not_gathered(place, members, manifest, monkeypatch):
    monkeypatch.setattr(opened_archives, "LONGEST_ROW", 100_000)
    rows = [{"id": "x" * 3_000_000}]
    content = with_rows(members, manifest, "notes", lambda _: rows)
    refused(place, content, "too long a line")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda rows: [rows[0], rows[0]], "do not belong together"),
        (lambda rows: [row | {"id": "nobody"} for row in rows], "do not belong"),
        (lambda rows: [row | {"more": 1} for row in rows], "other columns"),
        (lambda rows: [row | {"tries": "5"} for row in rows], "'5' is no int"),
        (lambda rows: [row | {"person": None} for row in rows], "person is missing"),
        (lambda rows: [row | {"tested_on": "now"} for row in rows], "cannot be read"),
        (lambda rows: [5 for _ in rows], "damaged"),
    ],
)
def test_rows_that_no_database_of_ours_had_are_refused(
    place, members, manifest, change, said
):
    refused(place, with_rows(members, manifest, "notes", change), said)


def test_other_rows_than_are_told_are_refused(place, members, manifest):
    tables = [table | {"rows": table["rows"] + 1} for table in manifest["tables"]]
    content = with_manifest(members, manifest, tables=tables)
    refused(place, content, "other rows of")


def test_tables_of_another_form_are_refused(place, members, manifest):
    content = with_manifest(members, manifest, form="0004")
    refused(place, content, "do not fit its form")


def test_a_form_that_never_was_is_refused(place, members, manifest):
    content = with_manifest(members, manifest, form="0000")
    refused(place, content, "what is in the archive is damaged")
