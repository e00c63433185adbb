"""What is said of an edition, of its evidence, and of figures worked out anew."""

import pytest

from tests.editions import a_decided, a_piece, an_edition
from tests.standings import a_theme
from themewatch.charts.edition_words import (
    piece_facts,
    piece_heading,
    piece_result,
    pieces_words,
    published_words,
    team_place,
    undecided_words,
    what_now,
    why_decided,
)
from themewatch.charts.recomputed_words import recomputed_words, setting_words
from themewatch.domain.edition import PieceKind
from themewatch.domain.recomputed import Agreement, Recomputed
from themewatch.domain.review import DecisionKind, Use

THEME = a_theme()
CLAIM = a_piece(
    kind=PieceKind.CLAIM,
    about="Vision 1 · Acme",
    person="",
    effect=None,
    tries=None,
    acceptable=None,
    position=2.5,
    signal="Style lock",
)
VIEW = a_piece(kind=PieceKind.VIEW, tries=None, acceptable=None, position=1.7)


def test_who_published_is_said_where_that_is_known():
    assert published_words(an_edition()) == "Published on 2026-10-01 by Ben Reviewer"
    assert published_words(an_edition(published_by="")) == "Published on 2026-10-01"


@pytest.mark.parametrize(
    ("use", "said"), [(Use.USE, "Use it"), (Use.TRY, "Try it"), (Use.WAIT, "Wait")]
)
def test_what_we_do_now_names_who_sees_to_it_and_until_when(use, said):
    assert what_now(a_decided(use=use)) == (
        f"{said}: Ann Contributor sees to it, and looks again on 2026-12-01"
    )


def test_a_decision_without_a_reason_is_its_place_alone():
    assert why_decided(a_decided(reason=" ")) == "Growing, middle third, as estimated"


def test_the_team_s_place_is_said_only_where_it_is_not_the_estimate():
    assert team_place(an_edition(decisions=(a_decided(),)), "consistency") == ""
    decision = a_decided(kind=DecisionKind.PLACE, position=2.7)
    placed = an_edition(decisions=(decision,))
    assert team_place(placed, "consistency").endswith("Maturing, upper third")


def test_what_nobody_decided_on_is_named():
    assert undecided_words(an_edition()) == "Nothing was decided with this edition."
    one = an_edition(decisions=(a_decided(),))
    assert undecided_words(one).startswith("Nothing was decided on: Multimodality, ")
    every = [a_decided(theme.slug) for theme in one.themes]
    assert undecided_words(an_edition(decisions=tuple(every))) == ""


@pytest.mark.parametrize(
    ("piece", "heading", "result", "facts"),
    [
        (
            a_piece(verdict="breaks", signal="Style lock"),
            "Vision 1",
            "3 of 6 tries acceptable · breaks · Style lock",
            "Ann Contributor · 2026-09-20 · effect +0.10",
        ),
        (
            a_piece(about="", tries=None, acceptable=None, effect=None),
            "no tool named",
            "no result given",
            "Ann Contributor · 2026-09-20 · moves nothing",
        ),
        (
            VIEW,
            "View of Ann Contributor",
            "Growing, upper third",
            "2026-09-20 · effect +0.10",
        ),
        (
            CLAIM,
            "Claim: Vision 1 · Acme",
            "Maturing · Style lock",
            "2026-09-20 · moves ◇ alone",
        ),
    ],
)
def test_a_piece_of_evidence_is_told_without_the_ledger(piece, heading, result, facts):
    assert piece_heading(piece) == heading
    assert piece_result(piece, THEME) == result
    assert piece_facts(piece) == facts


def test_pieces_are_counted_by_their_kind():
    assert pieces_words([a_piece(), a_piece(), VIEW, CLAIM]) == (
        "2 tests, 1 view, 1 claim"
    )
    assert pieces_words([]) == ""


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Recomputed(Agreement.SAME, 0.0), "the same figures"),
        (
            Recomputed(Agreement.METHOD_CHANGED, 0.2, (("a", "1", "2"),)),
            "The method changed since, in 1 setting:",
        ),
        (Recomputed(Agreement.METHOD_CHANGED, 0.2), "works out other figures"),
        (
            Recomputed(Agreement.LEDGER_DIFFERS, 0.2, came=2, is_same_without=True),
            "2 pieces of evidence of an earlier time came in later, as by an import. "
            "Without them the figures are the same.",
        ),
        (
            Recomputed(Agreement.LEDGER_DIFFERS, 0.2, came=2, went=1),
            "The ledger differs from what was known then. Evidence that came in: 2; "
            "that is not there any more: 1.",
        ),
    ],
)
def test_it_is_said_whether_the_figures_come_out_the_same(found, said):
    assert said in recomputed_words(found)


def test_a_setting_that_was_not_there_says_so():
    assert setting_words(("model: nu", "", "5")) == "model: nu: was not there, is 5"
