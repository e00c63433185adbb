"""The versions of a record are told apart field by field."""

from tests.factories import NOW, a_file, a_note, a_view
from themewatch.domain.record_fields import changed_fields, held_fields, told_fields


def test_only_what_differs_changed():
    before = a_note(tries=8, acceptable=3)
    after = a_note(tries=8, acceptable=7, files=(a_file(),))
    assert changed_fields(before, after) == ("acceptable", "files")


def test_that_it_is_another_version_is_no_change():
    before = a_view(id="v1")
    assert changed_fields(before, a_view(supersedes="v1", recorded_at=NOW)) == ()


def test_what_any_version_gives_is_told():
    versions = [a_note(limits="Hands."), a_note(link="https://example.org")]
    told = told_fields(versions)
    assert {"limits", "link", "observed", "theme"} <= set(told)
    assert not {"price_usd", "source", "files", "id"} & set(told)


def test_what_is_a_kinds_own_stands_before_what_all_have():
    names = held_fields(a_note())
    assert names.index("marks") < names.index("link")
