"""What an archive holds is added to a place; what is there stays as it is."""

from contextlib import closing

import pytest
from sqlalchemy import insert, select, update

from tests.archives import LATER, dump, kept_files, pack_a_full_house, taken_in
from tests.factories import NOW, a_note
from themewatch.charts.archive_words import sentences
from themewatch.config import Settings
from themewatch.domain.activity import Act, Sought
from themewatch.services.archive_import import look_into
from themewatch.services.house import open_house
from themewatch.services.log import log_record
from themewatch.storage.activity import list_activity
from themewatch.storage.archive_rows import insert_rows, tables_of
from themewatch.storage.engine import open_engine
from themewatch.storage.evidence import evidence_version
from themewatch.storage.journal_tables import journal_entries, journals
from themewatch.storage.news_tables import entries, feeds, story_themes


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """Return where a full house lies, and beside it an archive of it, `all.zip`."""
    home = tmp_path_factory.mktemp("full")
    pack_a_full_house(home, home / "all.zip")
    return home


@pytest.fixture(scope="module")
def path(full):
    return full / "all.zip"


@pytest.fixture(scope="module")
def source(full):
    """Return the rows of the place that was packed."""
    engine = open_engine(f"sqlite:///{full}/themewatch.sqlite")
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
