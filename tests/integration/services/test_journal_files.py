"""A month is written down: images at a page's size, a PDF, and what is missing said."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from tests.homes import settings_of
from tests.media import a_png
from tests.people import CONTRIBUTOR
from tests.whole_month import END, KOREAN, LAST, close_the_month, live_a_month
from themewatch.domain.journal import Moment
from themewatch.errors import InputError, NotFoundError
from themewatch.services import journal_pdf as pdf
from themewatch.services.evidence import get_evidence
from themewatch.services.house import open_house
from themewatch.services.journal_files import FILES, picture_of, write_journal
from themewatch.services.journal_paper import get_paper, with_pictures
from themewatch.services.journal_pictures import LONGEST_EDGE, drawn_anew
from themewatch.services.journals import (
    change_journal,
    get_own_journal,
    reopen_journal,
)
from themewatch.services.log import take_back

DAY = timedelta(days=1)


@pytest.fixture
def house(home):
    found = open_house(settings_of(home), reference=False)
    yield found
    found.close()


@pytest.fixture
def month(house):
    return live_a_month(house)


def paper_of(house, month, **options):
    with house.reading() as session:
        journal = get_own_journal(session, month.journal.id, CONTRIBUTOR)
        return get_paper(session, house.home, journal, **{"today": END} | options)


def written(image, kind, **options):
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def read(picture):
    return Image.open(BytesIO(picture.content))


def test_a_large_image_is_drawn_at_the_size_of_a_page():
    picture = drawn_anew(written(Image.new("RGB", (3000, 1500), "red"), "PNG"))
    assert (picture.width, picture.height) == (LONGEST_EDGE, LONGEST_EDGE // 2)
    assert picture.media_type == "image/jpeg"
    assert read(picture).size == (picture.width, picture.height)


def test_a_small_image_keeps_its_size():
    picture = drawn_anew(a_png(48, 32))
    assert (picture.width, picture.height) == (48, 32)


def test_what_a_camera_hid_in_it_does_not_travel_and_it_stands_upright():
    image, exif = Image.new("RGB", (40, 20), "red"), Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera of Ann"  # turned a quarter; its maker
    content = written(image, "JPEG", exif=exif)
    picture = drawn_anew(content)
    assert (picture.width, picture.height) == (20, 40)
    assert b"Camera" in content
    assert b"Camera" not in picture.content


def test_an_image_one_can_see_through_stays_so():
    picture = drawn_anew(written(Image.new("RGBA", (4, 4), (0, 0, 0, 0)), "WEBP"))
    assert picture.media_type == "image/png"
    assert read(picture).getpixel((1, 1))[3] == 0


@pytest.mark.parametrize("content", [b"", b"x" * 99, a_png()[:40], b"%!PS-Adobe-3.0"])
def test_a_damaged_image_is_no_picture(content):
    assert drawn_anew(content) is None


def test_an_image_that_would_fill_the_memory_is_not_drawn():
    header = bytearray(a_png())
    header[16:24] = (60_000).to_bytes(4, "big") * 2
    assert drawn_anew(bytes(header)) is None


@pytest.mark.parametrize("name", FILES)
def test_the_same_month_is_written_to_the_same_bytes(house, month, name):
    close_the_month(house, month)
    paper = paper_of(house, month)
    once = write_journal(paper, house.home, name)
    assert write_journal(paper, house.home, name) == once


def test_a_pdf_is_tagged_and_holds_the_chart_and_the_words(house, month):
    close_the_month(house, month)
    content = write_journal(paper_of(house, month), house.home, "pdf")
    assert content.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in content


def test_without_typst_one_sentence_says_how_to_get_it(house, month, monkeypatch):
    monkeypatch.setattr(pdf, "find_spec", lambda _name: None)
    assert not pdf.has_typst()
    with pytest.raises(InputError, match=r"pip install 'themewatch\[pdf\]'"):
        write_journal(paper_of(house, month), house.home, "pdf")


def test_a_damaged_image_on_disk_is_named_and_not_shown(house, month):
    ref = month.entries[0].runs[0].files[0]
    file = next(p for p in house.home.rglob(ref.sha256))
    file.write_bytes(b"x" * ref.size)
    page = write_journal(paper_of(house, month), house.home, "html").decode()
    assert "<img" not in page
    assert ref.name in page


def test_korean_words_survive(house, month):
    close_the_month(house, month)
    paper = paper_of(house, month)
    for name in ("html", "markdown"):
        assert KOREAN in write_journal(paper, house.home, name).decode("utf-8")


def test_an_open_month_is_written_as_far_as_it_has_come(house, month):
    paper = paper_of(house, month, today=END - 10 * DAY)
    assert paper.report is None
    assert paper.figures.end.on == END - 10 * DAY
    assert "As of 2026-10-09." in picture_of(paper)


def test_the_last_version_is_written_unless_another_is_asked_for(house, month):
    first = close_the_month(house, month)
    with house.writing() as session:
        journal = get_own_journal(session, month.journal.id, CONTRIBUTOR)
        opened = reopen_journal(session, journal)
    assert not paper_of(house, month).is_latest
    later = Moment(LAST.now + DAY, END + DAY)
    second = close_the_month(house, replace(month, journal=opened), at=later)
    assert paper_of(house, month).report == second
    assert paper_of(house, month).is_latest
    older = paper_of(house, month, number=1)
    assert older.report == first
    assert not older.is_latest
    with pytest.raises(NotFoundError, match="no closed version 3"):
        paper_of(house, month, number=3)


def test_a_closed_version_stands_on_the_journal_as_it_was(house, month):
    close_the_month(house, month)
    before = write_journal(paper_of(house, month), house.home, "svg")
    with house.writing() as session:
        journal = get_own_journal(session, month.journal.id, CONTRIBUTOR)
        opened = reopen_journal(session, journal)
        longer = replace(opened, ends_on=END + 20 * DAY, why="Something else.")
        change_journal(session, longer, today=END)
    paper = paper_of(house, month)
    assert write_journal(paper, house.home, "svg") == before
    assert (paper.journal.ends_on, paper.journal.why) == (END, month.journal.why)


def test_evidence_taken_back_since_is_said_and_nothing_else_changes(house, month):
    close_the_month(house, month)
    before = paper_of(house, month)
    with house.writing() as session:
        note = next(n for n in get_evidence(session).notes if n.person == CONTRIBUTOR)
        take_back(session, note.id, by=CONTRIBUTOR, now=LAST.now + DAY)
    after = paper_of(house, month)
    assert (after.taken_back, after.corrected) == (1, 0)
    assert replace(after, taken_back=0) == before
    said = "1 test or view it stands on was taken back since."
    assert said in write_journal(after, house.home, "markdown").decode()


def test_videos_are_named_with_their_file(house, month):
    paper = with_pictures(paper_of(house, month), house.home)
    assert [p.width for p in paper.pictures.values()] == [48]
    page = write_journal(paper, house.home, "html").decode()
    assert "take 2.webm (1 kB): it is in the zip of this journal." in page
