"""Every number of docs/method.md is what the code computes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from benchmarks.worlds import HARSH, ORDINARY, score
from tests.agreed import NOT_ON_SCREEN
from tests.contract.method import (
    METHOD,
    NUMBER,
    assert_told,
    section,
    with_another_number,
)
from tests.contract.month import SINCE, THEME, UNTIL, figures_of
from tests.homes import go_to
from themewatch.cli import main
from themewatch.domain import claim as claims
from themewatch.domain.evidence import Evidence, standing_evidence
from themewatch.domain.lines import read_lines
from themewatch.domain.merging import merge
from themewatch.domain.note import Rigor, Verdict
from themewatch.domain.stage import Stage
from themewatch.domain.vendor import ENOUGH_CLAIMS
from themewatch.domain.weight import place_of_counts
from themewatch.errors import InputError
from themewatch.estimation import EstimationSettings
from themewatch.estimation.movement import CLEAR_AT, LEAST_MOVEMENT
from themewatch.services.assessment import assess
from themewatch.services.evidence import get_evidence
from themewatch.services.exchange import import_records
from themewatch.services.reference import (
    catalogue,
    evidence_weights,
    vendor_weights,
)
from themewatch.services.themes import report_theme
from themewatch.storage.engine import reading, writing

NOW = datetime(2026, 10, 1, 9, tzinfo=UTC)
MONTH = section("One month, number by number")
RECORDS = re.findall(r"```jsonl\n(.*?)```", MONTH, re.DOTALL)[0]
WORDS_OF_MONTH = MONTH.replace(RECORDS, "")


@pytest.fixture
def month(one_engine) -> Evidence:
    """Return the month's evidence, imported as a learner imports it."""
    with writing(one_engine) as session:
        lines = RECORDS.splitlines()
        import_records(session, lines, now=NOW, catalogue=catalogue())
    with reading(one_engine) as session:
        return get_evidence(session)


def test_every_number_of_the_month_is_computed(month):
    assert_told(WORDS_OF_MONTH, figures_of(month))


def test_any_number_changed_in_the_words_of_the_month_is_noticed(month):
    figures = list(figures_of(month))
    for number in NUMBER.finditer(WORDS_OF_MONTH):
        with pytest.raises(AssertionError):
            assert_told(with_another_number(WORDS_OF_MONTH, number), figures)


def test_any_number_changed_in_the_records_of_the_month_is_noticed():
    for number in NUMBER.finditer(RECORDS):
        changed = with_another_number(RECORDS, number)
        with pytest.raises((AssertionError, InputError)):
            assert_told(WORDS_OF_MONTH, figures_of(evidence_in(changed)))


def test_the_commands_of_the_month_draw_its_map(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    go_to(tmp_path, monkeypatch)
    (tmp_path / "month.jsonl").write_text(RECORDS, encoding="utf-8")
    commands = re.findall(r"^    themewatch (.*)$", MONTH, re.MULTILINE)
    assert [main(command.split()) for command in commands] == [0, 0]
    drawn = capsys.readouterr().out.splitlines()
    [moved] = [line for line in drawn if "──►" in line and "│" in line]
    assert moved.startswith("Longer Video")


def test_the_shares_shown_make_a_whole():
    shares = [float(share) for share in re.findall(r"\| (\d+\.\d) % \|", MONTH)]
    assert sum(shares) == pytest.approx(100)


def test_what_evidence_is_worth_is_told_as_it_is_set():
    assert_told(section("What a piece of evidence is worth"), figures_of_worth())


def test_the_scale_is_told_as_it_is():
    row = r"\| (\w+) \| (\d) to (\d) \| ([^|]+) \| about (\d) in (\d+)"
    stage_words = catalogue().theme(THEME).stage_words
    rows = re.findall(row, section("The scale"))
    for stage, (name, low, high, words, usable, tries) in zip(Stage, rows, strict=True):
        assert (name, words) == (stage.name.capitalize(), stage_words[stage])
        assert (int(low), int(high)) == (stage, stage + 1)
        assert stage_at_chance(int(usable) / int(tries)) is stage


def test_when_a_movement_is_clear_is_told_as_it_is():
    words = section("The likely range, and movement")
    assert f"at least {LEAST_MOVEMENT:.2f} and larger than {CLEAR_AT:.2f} times" in (
        " ".join(words.split())
    )


def test_how_few_claims_and_tries_are_too_few_is_told_as_it_is():
    assert (claims.FEWEST_CLAIMS, claims.ENOUGH_TRIES) == (3, 5)
    assert "fewer\n  than three claims" in section("Two marks, and what moves them")
    assert "fewer than five tries" in section("What became of a claim")


def test_what_is_thought_of_vendors_is_told_as_it_is_set():
    words = section("How far a vendor's claims ran ahead")
    weights = vendor_weights()
    assert_told(words, map(str, (weights.mean, weights.sd, weights.spread)))
    assert ENOUGH_CLAIMS == 5
    assert "Under five tested claims" in words


def test_the_constants_are_told_as_they_are():
    assert_told(section("For who wants the mathematics"), constants())


def test_what_it_cannot_know_is_told_with_measured_figures(month):
    assert_told(section("What the map cannot know"), honest_figures(month))


@pytest.mark.parametrize("word", NOT_ON_SCREEN)
def test_only_the_mathematics_uses_its_words(word):
    plain = METHOD.split("## For who wants the mathematics")[0]
    assert not re.search(rf"\b{word}(s|ed|d)?\b", plain, re.IGNORECASE)


def evidence_in(lines: str) -> Evidence:
    read = read_lines(lines.splitlines(), catalogue(), NOW)
    return standing_evidence(merge([], read).added.values())


def figures_of_worth() -> Iterator[str]:
    weights = evidence_weights()
    for words, rigor in zip(
        ("once", "a few times", "the same test five times or more"), Rigor, strict=True
    ):
        yield f"{words} | {weights.verdict_sd[rigor]:.2f} |"
    for least, doubt in weights.count_sd:
        plural = "try" if least == 1 else "tries"
        yield f"| counts, from {least} {plural} | {doubt:.2f} |"
    for words, doubt in zip(
        ("sure", "fairly sure", "a guess"), weights.view_sd.values(), strict=True
    ):
        yield f"| my view, {words} | {doubt:.2f} |"
    yield f"| the course's map | {weights.baseline_sd:.2f} |"
    yield f"*sometimes works* is {weights.verdict_value[Verdict.SOMETIMES]:.2f}"
    usable = (0, 1, 3, 5, 7, 9, 10)
    yield f"| usable of 10 | {' | '.join(map(str, usable))} |"
    places = (f"{place_of_counts(weights, k, 10):.2f}" for k in usable)
    yield f"| place | {' | '.join(places)} |"
    months = round(weights.older_after.days / 30.4)
    yield f"more than {months} months before"
    yield f"multiplied by {weights.older_sd_factor:.0f}:"
    yield f"in the last {weights.silent_after_note.days} days"


def stage_at_chance(chance: float) -> Stage:
    """Return the stage in which that share of tries is usable, of very many."""
    tries = 100_000
    return Stage.at(place_of_counts(evidence_weights(), round(chance * tries), tries))


def constants() -> Iterator[str]:
    s, w = EstimationSettings(), evidence_weights()
    yield "2005"
    yield f"volatility {s.volatility}"
    yield f"drift prior N(0, {s.drift_sd}²)"
    yield f"first knot N({s.first_mean}, {s.first_sd:.0f}²)"
    yield f"has prior N(0, {s.person_sd}²)"
    yield f"a tool N(0, {s.tool_sd}²)"
    yield "N(0, sd²)"
    yield f"1 / (1 + exp(-{w.count_slope} (x - {w.count_middle})))"
    yield "(n + 1)"
    yield f"[{w.lowest}, {w.highest}]"
    yield "(ν + 1)"
    yield f"ν = {s.nu} "
    yield f"fixed {s.rounds} rounds"
    yield "λ = 1,"
    yield "80 %"
    yield "[0, 4]"
    yield f"(value − {s.first_mean})"
    yield f"above {LEAST_MOVEMENT:.2f} and above {CLEAR_AT} sd"


def honest_figures(month: Evidence) -> Iterator[str]:
    only = replace(
        next(n for n in month.notes if n.id == "mina-first"), verdict=Verdict.USUALLY
    )
    alone = assess(replace(month, notes=(only,), views=()), as_of=UNTIL, compare=SINCE)
    movement = report_theme(alone, THEME).standing.movement
    assert movement.is_clear
    yield f"● would have moved by {movement.amount:+.2f}"
    worlds = 96
    ordinary, harsh = (score(range(worlds), kind) for kind in (ORDINARY, HARSH))
    yield f"We built {worlds} made-up worlds"
    yield f"8 times in 10 held it {10 * ordinary.covered_80:.1f} times"
    yield f"9 times in 10 held it {10 * ordinary.covered_90:.1f} times"
    yield f"in {worlds} more worlds, it was {10 * harsh.covered_80:.1f} and"
    yield f"{10 * harsh.covered_90:.1f} times"
    yield f"error was {ordinary.ratio:.2f} of"
    yield f"sudden changes {harsh.ratio:.2f}"
