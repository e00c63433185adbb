"""A month as one page: nothing else needed, nothing in it acts, all of it leads on."""

import re
from dataclasses import replace

from tests.agreed import NOT_ON_SCREEN
from tests.journaling import an_entry
from tests.papers import JOURNAL, PICTURE, VIDEO, a_paper, some_figures
from tests.unit.reports.test_map_html import Page
from themewatch.charts.palette import DARK, LIGHT
from themewatch.domain.journal_report import Section, SectionName
from themewatch.reports.journal_html import journal_html, month_picture


def page(paper=None):
    return Page(journal_html(paper or a_paper()))


def words(found):
    return " ".join("".join(found.words).split())


def test_it_asks_no_other_host_and_runs_no_script():
    text = journal_html(a_paper())
    found = Page(text)
    loading = {"src", "srcset", "data", "action", "poster", "background"}
    for _tag, attrs in found.tags:
        for name in loading & set(attrs):
            assert attrs[name].startswith("data:image/")
        assert all(not name.startswith("on") for name in attrs)
    assert not found.all("script") + found.all("link") + found.all("iframe")
    assert "@import" not in text
    assert "url(" not in text


def test_every_link_within_leads_to_an_entry_that_is_there():
    found = page()
    places = {attrs["id"] for attrs in found.all("article")}
    targets = {attrs["href"].removeprefix("#") for attrs in found.all("a")}
    assert targets
    assert targets <= places
    assert len(places) == 5


def test_a_link_to_an_entry_that_is_gone_is_words():
    text = "[Then](entry:gone) and [now](entry:e1)"
    section = Section(name=SectionName.MOVED, title="Moved", text=text)
    report = replace(a_paper().report, sections=(section,))
    html = journal_html(a_paper(report=report))
    assert '<p>Then and <a href="#entry-e1">now</a></p>' in html


def test_ids_are_there_once():
    ids = [attrs["id"] for _tag, attrs in page().tags if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_it_says_whose_month_it_is_and_how_it_was_tested():
    said = words(page())
    assert "One month with one theme: Longer, coherent video" in said
    assert "Ann Contributor, 2026-09-20 to 2026-10-19" in said
    assert "Closed on 2026-10-01, version 1." in said
    assert "Each scene is cut from five takes." in said
    assert "A woman in a red coat walks through a market for ten seconds." in said
    assert "nobody sets it by hand" in said


def test_what_was_typed_is_shown_as_it_stands():
    text = journal_html(a_paper())
    assert "She &lt;holds&gt; <em>still</em>." in text
    assert "The first take &amp; its 얼굴." in text
    assert "take &lt;2&gt;.mp4 (12.9 MB): it is in the zip of this journal." in text


def test_an_image_is_inlined_with_its_name_and_size():
    [image] = page().all("img")
    assert image == {
        "src": "data:image/jpeg;base64,anBlZw==",
        "alt": "시장 1.png",
        "width": "40",
        "height": "30",
    }


def test_a_file_that_was_not_there_is_said():
    missing = frozenset({PICTURE.sha256, VIDEO.sha256})
    said = words(page(a_paper(pictures={}, missing=missing)))
    assert "시장 1.png: this file was not there any more." in said
    assert "take <2>.mp4: this file was not there any more." in said


def test_columns_without_words_are_left_out():
    bare = replace(a_paper().entries[0].runs[0], settings="", test=None)
    entry = an_entry(JOURNAL, runs=(replace(bare, is_before=False),))
    text = journal_html(a_paper(entries=[entry]))
    heads = re.findall(r'<th scope="col">([^<]+)</th>', text)
    assert heads == ["Model", "Day", "Result"]


def test_evidence_changed_since_is_said_in_a_sentence():
    said = words(page(a_paper(taken_back=1, corrected=2)))
    assert (
        "1 test or view it stands on was taken back since. 2 tests and views it stands "
        "on were corrected since. Its words and figures stay as they were when it was "
        "closed."
    ) in said


def test_an_older_version_says_that_the_entries_may_say_more():
    assert "it was opened again after that" in words(page(a_paper(is_latest=False)))


def test_a_month_that_was_never_closed_says_how_far_it_has_come():
    said = words(page(a_paper(report=None)))
    assert "Not closed yet: figures as of 2026-10-19." in said
    assert "What got better" not in said


def test_it_has_light_and_dark_colours_and_a_style_for_paper():
    text = journal_html(a_paper())
    light, dark = text.split("@media screen and (prefers-color-scheme: dark)")[:2]
    assert f"--ink: {LIGHT.ink}" in light
    assert f"--ink: {DARK.ink}" in dark
    assert "@media print" in text
    assert "@page" in text


def test_the_picture_bears_its_title_and_dates():
    svg = month_picture(a_paper())
    assert ">One month with one theme: Longer, coherent video<" in svg.replace("\n", "")
    assert "As of 2026-10-19." in svg
    assert 'viewBox="0 0 720 ' in svg


def test_no_word_of_the_methods_mathematics_is_said():
    said = words(page(a_paper(figures=some_figures()))).lower()
    assert not [word for word in NOT_ON_SCREEN if re.search(rf"\b{word}", said)]
