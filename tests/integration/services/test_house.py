"""A house opens with what is shipped, and never against what people did."""

from contextlib import closing, suppress
from datetime import timedelta

import pytest

from tests.factories import NOW, a_note, a_release
from tests.people import CONTRIBUTOR
from themewatch.config import Settings
from themewatch.domain.claim import Claim
from themewatch.domain.release import Release
from themewatch.errors import StorageError
from themewatch.services.evidence import get_evidence, get_evidence_version
from themewatch.services.house import open_house
from themewatch.services.log import log_record, take_back
from themewatch.services.reference import shipped_records
from themewatch.storage.engine import open_engine, writing
from themewatch.storage.evidence import add_records, list_record_ids
from themewatch.storage.house import KEPT, SHIPPED_RELEASES, keep_fact
from themewatch.storage.migrate import migrate

HOUR = timedelta(hours=1)
SHIPPED = list(shipped_records())
SHIPPED_IDS = {record.id for record in SHIPPED}
SOME_RELEASE = next(r for r in SHIPPED if isinstance(r, Release))


@pytest.fixture
def settings(empty_database, home):
    return Settings(empty_database, home)


@pytest.fixture
def opened(settings):
    """Return what opens the house, and closes it again at the end."""
    houses = []

    def opened(**options):
        houses.append(open_house(settings, **options))
        return houses[-1]

    yield opened
    for house in houses:
        house.close()


def ids(house) -> set[str]:
    with house.reading() as session:
        return list_record_ids(session)


def evidence(house):
    with house.reading() as session:
        return get_evidence(session)


def version(house) -> int:
    with house.reading() as session:
        return get_evidence_version(session)


def test_the_first_start_adds_what_is_shipped(opened, home):
    house = opened()
    assert (house.is_new, house.has_reference, house.home) == (True, True, home)
    assert ids(house) == SHIPPED_IDS
    found = evidence(house)
    claims = [r for r in SHIPPED if isinstance(r, Claim)]
    assert {c.id for c in found.claims} == {c.id for c in claims}


def test_the_second_start_adds_nothing(opened):
    before = version(opened())
    house = opened()
    assert not house.is_new
    assert (version(house), ids(house)) == (before, SHIPPED_IDS)


def test_without_the_shipped_releases_a_house_stays_without_them_for_good(opened):
    assert ids(opened(reference=False)) == set()
    again = opened()
    assert (again.is_new, again.has_reference, ids(again)) == (False, False, set())


def test_with_the_shipped_releases_a_house_stays_with_them(opened):
    opened()
    again = opened(reference=False)
    assert (again.has_reference, ids(again)) == (True, SHIPPED_IDS)


def test_a_start_keeps_corrections_and_take_backs_of_shipped_records(opened):
    house, taken_back = opened(), SHIPPED[1].id
    correction = a_release(
        id="corrected", supersedes=SOME_RELEASE.id, model="Told right"
    )
    with house.writing() as session:
        log_record(session, correction)
        take_back(session, taken_back, by=CONTRIBUTOR, now=NOW)
    releases = evidence(opened()).releases
    assert releases[SOME_RELEASE.id] == correction
    assert taken_back not in releases


def test_an_upgrade_adds_what_is_new_and_overwrites_nothing(settings, opened):
    """Begin with a house of an older version, which shipped less."""
    correction = a_release(id="corrected", supersedes=SOME_RELEASE.id)
    typed_before = a_release(id=SHIPPED[2].id, model="Typed by a person")
    engine = open_engine(settings.database_url)
    migrate(engine)
    with writing(engine) as session:
        keep_fact(session, SHIPPED_RELEASES, KEPT)
        add_records(session, [SOME_RELEASE, correction, typed_before])
    engine.dispose()
    house = opened()
    releases = evidence(house).releases
    assert not house.is_new
    assert ids(house) == SHIPPED_IDS | {"corrected"}
    assert releases[SOME_RELEASE.id] == correction
    assert releases[typed_before.id] == typed_before


def test_a_house_that_lacks_nothing_opens_while_somebody_writes(home):
    """On SQLite, where there is one writer and others would wait half a minute."""
    settings = Settings(f"sqlite:///{home}/themewatch.sqlite", home)
    with closing(open_house(settings)) as house, house.writing():
        open_house(settings).close()


def test_what_was_logged_is_there_after_a_restart(opened):
    note = a_note(release=SOME_RELEASE.id)
    with opened().writing() as session:
        log_record(session, note)
    assert evidence(opened()).notes == (note,)


def test_a_failed_write_leaves_nothing_behind(opened):
    house = opened(reference=False)
    with suppress(RuntimeError), house.writing() as session:
        log_record(session, a_note())
        raise RuntimeError
    assert ids(house) == set()


def test_a_file_that_is_no_database_is_refused(home):
    home.mkdir()
    (home / "notes.txt").write_text("no database at all, but long enough " * 40)
    with pytest.raises(StorageError):
        open_house(Settings(f"sqlite:///{home}/notes.txt", home))
