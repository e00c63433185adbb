"""Evidence goes out as lines and comes back the same, or not at all."""

from collections import Counter
from datetime import timedelta

import pytest

from tests.factories import NOW, a_claim, a_file, a_note, a_release, a_view
from tests.homes import settings_of
from themewatch.domain.kinds import kind_of
from themewatch.domain.lines import HEADER, record_to_line
from themewatch.domain.note import Note
from themewatch.domain.record import Withdrawal, live
from themewatch.errors import InputError
from themewatch.services.exchange import ImportResult, export_records, import_records
from themewatch.services.reference import catalogue, shipped_records
from themewatch.storage import evidence
from themewatch.storage.engine import open_engine, reading, writing
from themewatch.storage.migrate import migrate

HOUR = timedelta(hours=1)


@pytest.fixture
def other_engine(tmp_path):
    """Yield a second, empty house."""
    engine = open_engine(settings_of(tmp_path / "other").database_url)
    migrate(engine)
    yield engine
    engine.dispose()


def take_in(engine, lines, now=NOW) -> ImportResult:
    with writing(engine) as session:
        return import_records(session, lines, now=now, catalogue=catalogue())


def take_out(engine) -> list[str]:
    with reading(engine) as session:
        return list(export_records(session))


def lines_of(*records) -> list[str]:
    return [HEADER, *map(record_to_line, records)]


def everything():
    """Return records of every kind with corrections, take-backs and files."""
    old = a_note(id="old", release="acme-vision-1", files=(a_file(),))
    events = (
        Withdrawal(NOW, by="Ann"),
        Withdrawal(NOW + HOUR, is_reversal=True),
        Withdrawal(NOW + 2 * HOUR),
    )
    return [
        *shipped_records(),
        a_release(),
        a_claim(),
        old,
        a_note(id="new", supersedes="old", withdrawals=events),
        a_note(observed="Umlaute: äöü, lines:\n1\n2\u2028and ●"),
        a_view(position=1 / 3),
        a_view(withdrawals=(Withdrawal(NOW, by="Ben"),)),
    ]


def test_an_empty_house_exports_its_header_only(engine):
    assert take_out(engine) == [HEADER]


def test_export_then_import_then_export_is_the_same_byte_for_byte(engine, other_engine):
    records = everything()
    with writing(engine) as session:
        evidence.add_records(session, records)
    lines = take_out(engine)
    result = take_in(other_engine, lines)
    assert Counter(result.added) == Counter(map(kind_of, records))
    assert "\n".join(take_out(other_engine)) == "\n".join(lines)


def test_import_into_the_other_system_is_the_same_too(engine, other_engine):
    with writing(other_engine) as session:
        evidence.add_records(session, everything())
    lines = take_out(other_engine)
    take_in(engine, lines)
    assert take_out(engine) == lines


def test_the_order_of_lines_does_not_matter(engine):
    header, *rest = lines_of(*everything())
    take_in(engine, [header, *rest[::-1]])
    assert sorted(take_out(engine)) == sorted([header, *rest])


def test_a_house_lists_all_kinds_each_in_the_order_of_recording(engine):
    late = a_note(recorded_at=NOW)
    take_in(
        engine, lines_of(late, a_view(), a_note(id="b"), a_release(), a_note(id="a"))
    )
    kinds_and_ids = [line.split(",")[:2] for line in take_out(engine)[1:]]
    assert [kind.split('"')[3] for kind, _ in kinds_and_ids] == [
        "release",
        "note",
        "note",
        "note",
        "view",
    ]
    assert [i.split('"')[3] for _, i in kinds_and_ids[1:4]] == ["a", "b", late.id]


def test_importing_again_changes_nothing_and_is_not_counted_as_a_change(engine):
    lines = lines_of(a_release(), a_note())
    take_in(engine, lines)
    with reading(engine) as session:
        before = evidence.evidence_version(session)
    result = take_in(engine, lines)
    assert (sum(result.added.values()), result.unchanged) == (0, 2)
    with reading(engine) as session:
        assert evidence.evidence_version(session) == before


def test_with_one_bad_line_nothing_is_imported(engine):
    lines = lines_of(a_note(), a_note(person="x" * 300), a_note(), a_note(theme="x"))
    with pytest.raises(InputError) as refused:
        take_in(engine, [*lines, "{"])
    assert [problem.split(":")[0] for problem in refused.value.problems] == [
        "Line 3",
        "Line 5",
        "Line 6",
    ]
    assert take_out(engine) == [HEADER]


def test_a_line_may_refer_to_what_is_in_the_house_already(engine):
    take_in(engine, lines_of(a_release(), a_note(id="old")))
    new = a_note(id="new", supersedes="old", release="acme-vision-1")
    take_in(engine, lines_of(new))
    with reading(engine) as session:
        assert live(evidence.list_records(session, Note)) == [new]


def test_a_take_back_travels_to_a_house_that_has_the_record(engine):
    note = a_note(id="n")
    take_in(engine, lines_of(note))
    line = record_to_line(note).replace("}", ',"withdrawn_at":"2026-09-30T08:00:00"}')
    result = take_in(engine, [HEADER, line])
    assert (result.unchanged, result.taken_back) == (0, 1)
    with reading(engine) as session:
        assert live(evidence.list_records(session, Note)) == []
        assert len(live(evidence.list_records(session, Note), NOW - 30 * HOUR)) == 1


def test_what_was_known_on_a_past_day_survives_the_journey(engine, other_engine):
    with writing(engine) as session:
        note = a_note()
        evidence.add_record(session, note)
        evidence.withdraw_record(session, note.id, NOW, "Ann")
        evidence.restore_record(session, note.id, NOW + HOUR, "Ann")
    take_in(other_engine, take_out(engine), now=NOW + 2 * HOUR)
    with reading(engine) as here, reading(other_engine) as there:
        assert evidence.list_records(here, Note) == evidence.list_records(there, Note)


def test_a_file_whose_content_is_elsewhere_is_still_told(engine):
    take_in(engine, lines_of(a_note(files=(a_file(),))))
    with reading(engine) as session:
        assert evidence.list_records(session, Note)[0].files == (a_file(),)


def test_shipped_records_stand_by_the_rules_of_an_import(engine):
    """What is shipped can be exported and imported: nothing in it breaks a rule."""
    shipped = list(shipped_records())
    result = take_in(engine, lines_of(*shipped))
    assert Counter(result.added) == Counter(map(kind_of, shipped))
