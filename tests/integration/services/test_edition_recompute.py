"""An edition worked out anew: the same figures, or the reason why not."""

from dataclasses import replace
from datetime import timedelta
from shutil import copytree

import pytest

from tests.factories import NOW, RECORDED_AT, a_note
from tests.people import REVIEWER
from tests.publishing import DAY, THEME, TODAY, a_wish, at, lane, some_evidence
from themewatch import resources
from themewatch.domain.note import Verdict
from themewatch.domain.recomputed import Agreement
from themewatch.services import editions, reference
from themewatch.services.edition_drafting import draft_edition
from themewatch.services.edition_recompute import recompute
from themewatch.services.editions import publish
from themewatch.services.log import log_records, take_back
from themewatch.services.maps import get_map
from themewatch.storage import editions as kept
from themewatch.storage.engine import reading, writing
from themewatch.storage.evidence import add_records


@pytest.fixture
def tested(session):
    """Return a session whose house holds evidence to publish."""
    some_evidence(session)
    return session


def test_what_is_logged_while_an_edition_is_published_is_of_before_or_after(
    engine, together
):
    """Whoever pressed Save just before waits for the edition, and comes after it."""

    def work(number):
        with writing(engine) as session:
            if number == 7:
                publish(session, a_wish(), now=NOW)
            else:
                pressed = NOW - timedelta(milliseconds=number)
                log_records(session, [a_note(recorded_at=pressed)])

    together(work, 12)
    with reading(engine) as session:
        found = recompute(session, 1)
        notes = [lane(editions.get_edition(session, 1)).notes]
        notes.append(get_map(session, as_of=TODAY).themes[0].notes)
    assert found.agreement is Agreement.SAME
    assert notes[0] <= notes[1] == 11


def test_what_is_taken_back_by_a_clock_that_is_behind_is_after_the_edition(tested):
    publish(tested, a_wish(), now=NOW)
    note = editions.get_ground(tested, 1).of(THEME)[0]
    take_back(tested, note.id, by=REVIEWER, now=NOW - timedelta(seconds=5))
    assert recompute(tested, 1).agreement is Agreement.SAME
    assert get_map(tested, as_of=TODAY).themes[0].notes == 1


def test_an_edition_is_worked_out_anew_to_the_same_figures(tested):
    publish(tested, a_wish(), now=NOW)
    log_records(tested, [a_note(verdict=Verdict.DEPENDABLE, recorded_at=at(hours=1))])
    publish(tested, a_wish(as_of=TODAY + 9 * DAY), now=at(days=9))
    ground = editions.get_ground(tested, 1)
    take_back(tested, ground.of(THEME)[0].id, by=REVIEWER, now=at(days=10))
    for number in (1, 2):
        found = recompute(tested, number)
        assert found.agreement is Agreement.SAME
        assert found.largest <= 1e-6


def test_evidence_that_comes_in_with_an_earlier_time_is_told(tested):
    publish(tested, a_wish(), now=NOW)
    add_records(tested, [a_note(verdict=Verdict.DEPENDABLE, recorded_at=RECORDED_AT)])
    found = recompute(tested, 1)
    assert found.agreement is Agreement.LEDGER_DIFFERS
    assert (found.came, found.went, found.is_same_without) == (1, 0, True)


@pytest.fixture
def other_weights(tmp_path, monkeypatch):
    """Return what lets a later version of themewatch trust views less."""

    def change():
        copytree(resources.app_root() / "data", tmp_path / "data")
        file = tmp_path / "data" / "evidence.toml"
        text = file.read_text(encoding="utf-8")
        weights = reference.evidence_weights()
        line = next(row for row in text.splitlines() if row.startswith("slope"))
        newer = line.replace(f"{weights.count_slope}", "0.9")
        assert line != newer
        file.write_text(text.replace(line, newer), encoding="utf-8")
        monkeypatch.setattr(resources, "app_root", lambda: tmp_path)
        reference.evidence_weights.cache_clear()

    yield change
    monkeypatch.undo()
    reference.evidence_weights.cache_clear()


def test_other_weights_since_say_that_the_method_changed(tested, other_weights):
    edition = publish(tested, a_wish(), now=NOW)
    other_weights()
    found = recompute(tested, 1)
    assert found.agreement is Agreement.METHOD_CHANGED
    assert found.settings == (("evidence: count slope", "1.35", "0.9"),)
    assert editions.get_edition(tested, 1) == edition


def test_other_settings_that_change_no_figure_leave_it_the_same(session, other_weights):
    publish(session, a_wish(), now=NOW)  # nothing was counted yet
    other_weights()
    assert recompute(session, 1).agreement is Agreement.SAME


def test_other_figures_from_the_same_evidence_are_another_method(tested):
    edition, ground = draft_edition(tested, a_wish(), now=NOW)
    first, *others = edition.themes
    first = replace(first, position=replace(first.position, mean=3.0))
    kept.add_edition(tested, replace(edition, themes=(first, *others)), ground)
    found = recompute(tested, 1)
    assert (found.agreement, found.settings) == (Agreement.METHOD_CHANGED, ())
