"""What is new is read first; what only confirms is told together."""

from datetime import date

from tests.editions import a_decided
from themewatch.domain.edition_decisions import confirmed_together, decided_anew
from themewatch.domain.review import DecisionKind, Use


def a_confirmed(theme, **changes):
    return a_decided(theme, kind=DecisionKind.UNCHANGED, reason="", **changes)


def test_places_of_the_team_s_own_lead_and_what_only_confirms_is_left_out():
    estimate = a_decided("multimodality", kind=DecisionKind.ESTIMATE)
    own = a_decided("longer-video", kind=DecisionKind.PLACE)
    told = decided_anew([a_confirmed("consistency"), estimate, own])
    assert told == (own, estimate)


def test_no_change_for_a_reason_is_told_by_itself():
    reasoned = a_decided(kind=DecisionKind.UNCHANGED, reason="Faces still drift.")
    assert decided_anew([reasoned]) == (reasoned,)
    assert confirmed_together([reasoned]) == ()


def test_what_only_confirms_is_gathered_by_use_and_by_who_looks_again_when():
    found = confirmed_together(
        [
            a_confirmed("consistency", use=Use.WAIT),
            a_confirmed("multimodality"),
            a_confirmed("text-rendering"),
            a_confirmed("longer-video", revisit_on=date(2027, 1, 1)),
        ]
    )
    assert [(together.use, together.themes) for together in found] == [
        (Use.TRY, ("multimodality", "text-rendering")),
        (Use.TRY, ("longer-video",)),
        (Use.WAIT, ("consistency",)),
    ]
