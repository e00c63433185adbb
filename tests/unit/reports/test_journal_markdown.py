"""A month as Markdown: links to anchors that are there, and no markup of strangers."""

import re
from dataclasses import replace

from tests.papers import JOURNAL, PICTURE, VIDEO, a_paper
from themewatch.domain.journal_report import Section, SectionName
from themewatch.reports.journal_markdown import journal_markdown


def lines(paper=None, *where):
    return journal_markdown(paper or a_paper(), *where).splitlines()


def test_every_link_leads_to_an_anchor_that_is_there():
    text = journal_markdown(a_paper())
    targets = set(re.findall(r"\]\(#([^)]+)\)", text))
    anchors = set(re.findall(r'<a id="([^"]+)"></a>', text))
    assert targets
    assert targets <= anchors


def test_each_part_of_the_report_is_a_heading():
    heads = [line for line in lines() if line.startswith("## ")]
    assert heads[:3] == ["## Why this theme", "## Where it stands", "## What moved it"]
    assert heads[-2:] == ["## How it was tested", "## The entries"]


def test_what_was_typed_is_no_markup_but_for_its_few_marks():
    said = lines()
    assert "She \\<holds\\> *still*." in said
    assert "The first take & its 얼굴." in said


def test_runs_are_a_table():
    said = lines()
    assert "| Fixed test | Model | Day | Result |" in said
    row = "| A walk through a market (before) | Vision 1 | 2026-09-20 | 1 of 5 usable |"
    assert row in said


def test_a_file_is_named_unless_it_lies_beside():
    alone = lines()
    assert "- take \\<2\\>.mp4 (12.9 MB): it is in the zip of this journal." in alone
    beside = lines(a_paper(), lambda ref: f"files/{ref.sha256[:3]}")
    assert "- ![시장 1.png](files/012)" in beside
    assert "- [take \\<2\\>.mp4](files/ccc)" in beside


def test_a_file_that_is_missing_is_said_and_not_linked():
    paper = a_paper(missing=frozenset({PICTURE.sha256, VIDEO.sha256}))
    said = lines(paper, lambda _ref: "files/x")
    assert "- 시장 1.png: this file was not there any more." in said
    assert not [line for line in said if "files/x" in line]


def test_no_line_of_words_begins_a_list_or_makes_a_heading():
    section = Section(name=SectionName.MOVED, title="Moved", text="So\n--\n+ more\n3)x")
    report = replace(a_paper().report, sections=(section,))
    said = lines(a_paper(report=report))
    found = [line for line in said if line.startswith(("So", "\\-", "\\+", "3"))]
    assert found == ["So\\", "\\--\\", "\\+ more\\", "3\\)x"]


def test_a_month_without_entries_is_written_too():
    bare = replace(JOURNAL, tests=(), why="")
    said = lines(a_paper(journal=bare, entries=[], report=None))
    assert not [line for line in said if line.startswith("## ")]
