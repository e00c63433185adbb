"""Whoever writes at the same time loses nothing and hears of conflicts."""

from collections import Counter

from tests.factories import NOW, a_note
from themewatch.domain.note import Note
from themewatch.domain.record import live
from themewatch.errors import ConflictError
from themewatch.storage import evidence
from themewatch.storage.engine import reading, writing

PEOPLE, NOTES_EACH = 20, 10


def test_twenty_people_writing_at_once_lose_nothing(engine, together):
    def write(number):
        for _ in range(NOTES_EACH):
            with writing(engine) as session:
                evidence.list_record_ids(session)
                evidence.add_record(session, a_note(person=f"Person {number}"))

    together(write)
    with reading(engine) as session:
        people = Counter(note.person for note in evidence.list_records(session, Note))
        assert set(people.values()) == {NOTES_EACH}
        assert len(people) == PEOPLE
        assert evidence.evidence_version(session) == PEOPLE * NOTES_EACH


def test_of_corrections_at_the_same_moment_one_is_kept(engine, together):
    old = a_note()
    with writing(engine) as session:
        evidence.add_record(session, old)

    def correct(_number):
        try:
            with writing(engine) as session:
                evidence.add_record(session, a_note(supersedes=old.id))
        except ConflictError as error:
            return str(error)
        return "kept"

    said = Counter(together(correct))
    conflict = "This note was corrected meanwhile: open its latest version."
    assert said == {"kept": 1, conflict: PEOPLE - 1}
    with reading(engine) as session:
        assert len(live(evidence.list_records(session, Note))) == 1


def test_of_take_backs_at_the_same_moment_one_is_kept(engine, together):
    note = a_note()
    with writing(engine) as session:
        evidence.add_record(session, note)

    def take_back(_number):
        try:
            with writing(engine) as session:
                evidence.withdraw_record(session, note.id, NOW, None)
        except ConflictError:
            return False
        return True

    assert sum(together(take_back)) == 1
