"""What to test next as JSON: the form other programs build on."""

import json
from collections.abc import Sequence
from typing import Any

from themewatch.domain.next_test import Proposal, ThemeTests

DECIMALS = 4


def tests_json(ranked: Sequence[ThemeTests]) -> str:
    """Write the themes, best first: a list of objects.

    Each has `theme`, `name`, `surer` (the share of its doubt that the first test
    would take away, 0 to 1), `tests` (best first) and `more` (how many follow). A
    test has `claim` (its id) and `text`, or neither where no open claim speaks of
    the `signal`; `release`, `released_on`, `claimed_stage`, `surer`, and
    `tests_so_far` of that signal. What is not known is null.
    """
    document = [_theme(tests) for tests in ranked]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _theme(tests: ThemeTests) -> dict[str, Any]:
    return {
        "theme": tests.theme.slug,
        "name": tests.theme.name,
        "surer": round(float(tests.surer), DECIMALS),
        "tests": [_test(proposal) for proposal in tests.candidates],
        "more": tests.more,
    }


def _test(proposal: Proposal) -> dict[str, Any]:
    claim = proposal.claim.claim if proposal.claim else None
    day, stage = proposal.released_on, proposal.stage
    return {
        "claim": claim.id if claim else None,
        "text": claim.text if claim else None,
        "signal": proposal.signal,
        "release": proposal.release,
        "released_on": day.isoformat() if day else None,
        "claimed_stage": stage.slug if stage is not None else None,
        "surer": round(float(proposal.surer), DECIMALS),
        "tests_so_far": proposal.tests,
    }
