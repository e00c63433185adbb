"""A month as typst: every word of people is a string, and no link leads nowhere."""

import re
from dataclasses import replace

from tests.papers import PICTURE, a_paper
from themewatch.domain.journal_report import Section, SectionName
from themewatch.reports.journal_typst import journal_typst

HOSTILE = (
    '#import "@preview/x:1.0.0" \\ "); #read("/etc/passwd") $x$ `y` 얼굴 [z] <l> //'
)


def main(paper=None):
    return journal_typst(paper or a_paper()).main.decode("utf-8")


def without_strings(source):
    return re.sub(r'"(?:\\.|[^"\\])*"', '""', source)


def test_what_people_typed_stands_in_strings_alone():
    paper = a_paper()
    entries = [replace(entry, text=HOSTILE) for entry in paper.entries]
    section = Section(name=SectionName.MOVED, title=HOSTILE, text=HOSTILE)
    journal = replace(paper.journal, person=HOSTILE, why=HOSTILE)
    report = replace(paper.report, sections=(section,))
    hostile = replace(paper, entries=entries, journal=journal, report=report)
    bare = without_strings(main(hostile))
    assert "얼굴" in main(hostile)
    assert "얼굴" not in bare
    assert "import" not in bare
    assert "read" not in bare


def test_every_link_leads_to_a_label_that_is_there():
    source = main()
    targets = set(re.findall(r'link\(label\("([^"]+)"\)', source))
    labels = set(re.findall(r'#label\("([^"]+)"\)', source))
    assert targets
    assert targets <= labels


def test_images_come_along_by_the_names_they_are_shown_by():
    source = journal_typst(a_paper())
    assert set(source.files) == {"month.svg", f"{PICTURE.sha256}.jpg"}
    shown = set(re.findall(r'image\("([^"]+)"', source.main.decode("utf-8")))
    assert shown == set(source.files)


def test_its_date_is_that_of_its_figures():
    assert "#set document(date: datetime(year: 2026, month: 10, day: 19))" in main()
