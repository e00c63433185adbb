"""Files are kept with evidence and read again."""

import pytest

from themewatch.domain.record import FileRef
from themewatch.errors import InputError
from themewatch.services.files import keep_file, read_file
from themewatch.storage.attachments import find

GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00" + bytes(20)


def test_a_file_is_read_as_it_was_kept(home):
    ref = keep_file(home, "third shot.gif", GIF)
    assert ref.name == "third shot.gif"
    assert read_file(home, ref) == GIF


def test_one_content_under_two_names_is_read_under_both(home):
    first, second = keep_file(home, "a.gif", GIF), keep_file(home, "b.gif", GIF)
    assert first.sha256 == second.sha256
    assert read_file(home, first) == read_file(home, second) == GIF


def test_a_file_that_is_on_another_machine_is_not_there(home):
    assert read_file(home, FileRef("0" * 64, "a.gif", "image/gif", 3)) is None


def test_half_a_file_is_no_file(home):
    ref = keep_file(home, "a.gif", GIF)
    find(home, ref).write_bytes(GIF[:10])
    assert read_file(home, ref) is None


def test_a_file_of_no_kind_we_keep_is_refused(home):
    with pytest.raises(InputError, match=r"page\.gif cannot be kept"):
        keep_file(home, "page.gif", b"<script>alert(1)</script>")
    assert not home.exists()
