"""What an archive holds is added to a place; what is there stays as it is."""

from contextlib import closing
from datetime import timedelta
from hashlib import sha256

import pytest
from sqlalchemy import insert, select, update

from tests.archives import a_full_house, dump, kept_files
from tests.factories import NOW, a_note, a_release
from tests.people import ADMIN, REVIEWER
from themewatch.charts.archive_words import sentences
from themewatch.config import Settings
from themewatch.domain.activity import Act, Sought
from themewatch.domain.person import Actor, Role
from themewatch.errors import ForbiddenError, InputError
from themewatch.services import archive_import
from themewatch.services.archive import pack
from themewatch.services.archive_import import import_archive, look_into
from themewatch.services.house import open_house
from themewatch.services.log import log_record
from themewatch.storage.activity import list_activity
from themewatch.storage.archive import write_archive
from themewatch.storage.archive_rows import insert_rows, read_rows, tables_of
from themewatch.storage.engine import open_engine, writing
from themewatch.storage.evidence import evidence_version
from themewatch.storage.journal_tables import journal_entries, journals
from themewatch.storage.news_tables import entries, feeds, story_themes

LATER = NOW + timedelta(days=30)


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """Return where a full house lies, and beside it an archive of it, `all.zip`."""
    home = tmp_path_factory.mktemp("full")
    settings = Settings(f"sqlite:///{home}/f.sqlite", home)
    with closing(a_full_house(settings)) as house:
        pack(house, home / "all.zip", now=NOW)
    return home


@pytest.fixture(scope="module")
def path(full):
    return full / "all.zip"


@pytest.fixture(scope="module")
def source(full):
    """Return the rows of the place that was packed."""
    engine = open_engine(f"sqlite:///{full}/f.sqlite")
    yield dump(engine)
    engine.dispose()


on_both = pytest.mark.parametrize("house", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def house(request, tmp_path):
    """Yield a place with somebody's note in it; on SQLite unless both are asked for."""
    home, system = tmp_path / "here", getattr(request, "param", "sqlite")
    on_server = system != "sqlite" and request.getfixturevalue("migrated_postgres")
    settings = Settings(on_server or f"sqlite:///{home}/h.sqlite", home)
    with closing(open_house(settings, reference=False)) as house:
        with house.writing() as session:
            log_record(session, a_note(id="here"))
        yield house


def taken_in(house, path, act=import_archive):
    with path.open("rb") as file:
        return act(house, file, now=LATER)


def said(house, path):
    return "\n".join(sentences(taken_in(house, path, look_into), is_done=False))


@on_both
def test_all_of_it_comes_and_what_was_here_stays(house, path, source, full):
    before = dump(house.engine)
    incoming = taken_in(house, path)
    after = dump(house.engine)
    own = {"house", "evidence_version", "people", "activity"}
    for name in source.keys() - own:
        assert after[name] == sorted(before[name] + source[name], key=repr), name
    assert incoming.records["note"] == len(source["notes"])
    assert incoming.rows["editions"] == 1
    assert kept_files(house.home) == kept_files(full) != {}
    assert incoming.files == 2
    assert incoming.conflicts == ()


def test_it_moves_the_evidence_and_is_in_the_history(house, path):
    with house.reading() as session:
        before = evidence_version(session)
    taken_in(house, path)
    with house.reading() as session:
        assert evidence_version(session) > before
        (line,) = list_activity(session, Sought(acts=(Act.IMPORTED,)))
    assert (line.at, line.subject.kind) == (LATER, "archive")
    assert line.subject.about.startswith("1 release · 1 claim · 3 note · 1 view")
    assert "2 feed · " in line.subject.about
    assert line.subject.about.endswith(" · 2 file")


def test_people_who_come_have_no_right(house, path, source):
    taken_in(house, path)
    (person,) = dump(house.engine)["people"]
    assert source["people"][0]["role"] == "admin"
    assert (person["role"], person["feed_key"]) == (None, None)
    assert person["name"] == source["people"][0]["name"]


@on_both
def test_again_it_brings_nothing_and_names_no_conflict(house, path):
    taken_in(house, path)
    before = dump(house.engine)
    incoming = taken_in(house, path)
    assert not incoming.is_anything
    assert incoming.conflicts == ()
    after = dump(house.engine)
    assert {name for name in before if before[name] != after[name]} == {"activity"}


def test_files_that_were_lost_or_damaged_come_back(house, path, full):
    taken_in(house, path)
    lost, damaged = sorted((house.home / "attachments").glob("*/*"))
    lost.unlink()
    damaged.write_bytes(b"x" * damaged.stat().st_size)
    assert said(house, path).startswith("It would bring: 2 files.")
    taken_in(house, path)
    assert kept_files(house.home) == kept_files(full)


@on_both
def test_a_look_into_it_tells_the_same_and_changes_nothing(house, path):
    before = dump(house.engine)
    told = taken_in(house, path, look_into)
    assert dump(house.engine) == before
    assert kept_files(house.home) == {}
    assert told == taken_in(house, path)
    assert told.is_anything


@on_both
def test_what_is_here_with_other_content_stays_and_is_named(house, path, source):
    (edition,) = source["editions"]
    with house.writing() as session:
        tables = {table.name: table for table in tables_of(session)}
        ours = edition | {"title": "Ours", "review": None}
        insert_rows(session, tables["editions"], [ours])
        name = source["settings"][0] | {"value": "South"}
        insert_rows(session, tables["settings"], [name])
    told = said(house, path)
    assert f"Edition {edition['number']} is here with other content" in told
    assert "The setting house-name is here with other content, which stays." in told
    taken_in(house, path)
    after = dump(house.engine)
    assert [row["title"] for row in after["editions"]] == ["Ours"]
    assert [row["value"] for row in after["settings"]] == ["South"]


@on_both
def test_what_another_row_here_has_does_not_come_nor_what_belongs_to_it(
    house, path, source
):
    """A feed of the same address, followed here under another id."""
    feed = next(row for row in source["feeds"] if row["id"] == "feed-1")
    with house.writing() as session:
        session.execute(
            insert(feeds).values(
                id="ours",
                address=feed["address"],
                title="",
                added_at=NOW,
                due_at=NOW,
                key_level=0,
                failures=0,
                offers=(),
                version=1,
            )
        )
    assert "The feed feed-1 does not come" in said(house, path)
    incoming = taken_in(house, path)
    with house.reading() as session:
        found = set(session.scalars(select(feeds.c.id)))
        assert found == {"ours", "feed-2"}
        assert session.scalars(select(entries.c.id)).all() == []
    assert "fetches" not in incoming.rows


def test_what_a_story_here_is_about_stays(house, path):
    taken_in(house, path)
    with house.writing() as session:
        session.execute(update(story_themes).values(theme="lower-cost"))
    taken_in(house, path)
    with house.reading() as session:
        assert session.scalars(select(story_themes.c.theme)).all() == ["lower-cost"]


def test_evidence_that_contradicts_what_is_here_is_refused_as_a_whole(house, path):
    with house.writing() as session:
        log_record(session, a_release(id="acme-vision-1", model="Another"))
    before = dump(house.engine)
    with pytest.raises(InputError, match="'acme-vision-1' is there already") as error:
        taken_in(house, path)
    assert error.value.problems[0].startswith("In the archive: ")
    assert dump(house.engine) == before
    assert kept_files(house.home) == {}


def test_what_fails_at_the_end_leaves_no_row(house, path, monkeypatch):
    def fails(*_):
        raise InputError("Not today.")

    before = dump(house.engine)
    monkeypatch.setattr(archive_import, "_subject", fails)
    with pytest.raises(InputError, match="Not today"):
        taken_in(house, path)
    assert dump(house.engine) == before


def test_an_attachment_that_is_no_media_is_refused(house, tmp_path):
    other = tmp_path / "other"
    settings = Settings(f"sqlite:///{other}/o.sqlite", other)
    with closing(open_house(settings, reference=False)) as there:
        page = b"<script>alert(1)</script>"
        digest = sha256(page).hexdigest()
        folder = other / "attachments" / digest[:2]
        folder.mkdir(parents=True)
        (folder / digest).write_bytes(page)
        with (tmp_path / "o.zip").open("wb") as out:
            write_archive(out, there.engine, other, program="0", now=NOW)
    with pytest.raises(InputError, match="no image, video or audio"):
        taken_in(house, tmp_path / "o.zip")
    assert kept_files(house.home) == {}


def test_what_one_wrote_on_here_is_not_taken_back(house, path):
    taken_in(house, path)
    with house.writing() as session:
        session.execute(
            update(journal_entries)
            .where(journal_entries.c.id == "writing-1")
            .values(version=9)
        )
        session.execute(
            update(journals).where(journals.c.id == "journal-1").values(version=9)
        )
    told = said(house, path)
    assert "The journal journal-1 is here with other content, which stays." in told
    assert "The journal entry writing-1 is here" in told
    assert "Nothing in it is new here." in told


@pytest.mark.parametrize("act", [import_archive, look_into])
def test_only_an_admin_brings_an_archive_in(house, path, act):
    reviewer = house.acting(Actor(REVIEWER, Role.REVIEWER))
    with pytest.raises(ForbiddenError, match="needs the role of admin"):
        taken_in(reviewer, path, act)
    admin = house.acting(Actor(ADMIN, Role.ADMIN))
    assert taken_in(admin, path, act).is_anything


@pytest.mark.parametrize(
    ("table", "changes", "said"),
    [
        ("activity", {"act": "conjured"}, "activity .*'conjured'"),
        ("journals", {"body": "{}"}, "journals .*is missing"),
        ("journals", {"body": "{"}, "journals "),
        ("editions", {"ground": "[]"}, "editions .*no ground"),
        ("matches", {"themes": "{"}, "matches "),
    ],
)
def test_rows_that_no_page_could_read_are_refused(
    house, tmp_path, table, changes, said
):
    other = tmp_path / "other"
    settings = Settings(f"sqlite:///{other}/o.sqlite", other)
    with closing(a_full_house(settings)) as there:
        with writing(there.engine) as session:
            tables = {found.name: found for found in tables_of(session)}
            row = next(read_rows(session, tables[table])) | changes
            for name in ("id", "number", "entry"):
                if name in row:
                    row[name] = 99 if name == "number" else "entry-2"
            insert_rows(session, tables[table], [row])
        pack(there, tmp_path / "o.zip", now=NOW)
    before = dump(house.engine)
    with pytest.raises(InputError, match=f"A row of {said}.*install that first"):
        taken_in(house, tmp_path / "o.zip", look_into)
    with pytest.raises(InputError):
        taken_in(house, tmp_path / "o.zip")
    assert dump(house.engine) == before
