"""Claims and vendors as JSON: the form other programs build on.

Claims:

    as_of       the day, YYYY-MM-DD; what happened later plays no part
    outcomes    how many of the claims below have each outcome: untested, tested-once,
                holds-up, partly, does-not-hold-up
    claims      the newest first, each with
      claim             its id, and of its release `release` `model` `vendor`
      on                the day it was made: its release's
      theme, signal     what it is about; signal is null for the theme as a whole
      text              what it says
      claimed_stage     early, growing, maturing, mature; null where it names none
      outcome           what counts: a person's word, where there is one
      outcome_by_tests  what tests say
      tested            where tests put it, 0 to 4, and `tested_sd`, its doubt (one
                        sigma); null without a result
      lead              the middle of the stage claimed less `tested`: above 0 it runs
                        ahead of tests; null where that cannot be told
      notes             the ids of the test notes behind it
      overruled         null, or `record` `by` `on` `outcome` `reason` of the word that
                        stands over the tests

Vendors:

    as_of, expected     the day, and the lead expected of a vendor nobody has tested
    vendors             furthest ahead first, then those with too few tested claims
      vendor, claims, tested    its name, its claims, how many of them were tested
      has_verdict               whether five or more were
      lead, low, high           how far its claims run ahead of tests, in stages, and
                                the ends of the likely range (8 in 10); null without
                                a verdict

Numbers are rounded to three decimals. Members may be added; those here stay.
"""

import json
from typing import Any

from themewatch.domain.claim_search import outcome_counts
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.override import Override
from themewatch.domain.vendor import VendorRecord
from themewatch.reports.listing import ClaimListing, VendorListing

DECIMALS = 3


def claims_json(listing: ClaimListing) -> str:
    counts = outcome_counts(listing.claims)
    return _written(
        {
            "as_of": listing.as_of.isoformat(),
            "outcomes": {outcome.value: n for outcome, n in counts.items()},
            "claims": [_claim(judged, listing) for judged in listing.claims],
        }
    )


def vendors_json(listing: VendorListing) -> str:
    return _written(
        {
            "as_of": listing.as_of.isoformat(),
            "expected": _number(listing.weights.mean),
            "vendors": [_vendor(record) for record in listing.records],
        }
    )


def _claim(judged: JudgedClaim, listing: ClaimListing) -> dict[str, Any]:
    claim, tested = judged.claim, judged.tested
    return {
        "claim": claim.id,
        **_release(judged, listing),
        "on": judged.on.isoformat(),
        "theme": claim.theme,
        "signal": claim.signal,
        "text": claim.text,
        "claimed_stage": _stage(judged),
        "outcome": judged.outcome.value,
        "outcome_by_tests": judged.found.value,
        "tested": _number(tested.value if tested else None),
        "tested_sd": _number(tested.sd if tested else None),
        "lead": _number(judged.lead),
        "notes": [note.id for note in judged.notes],
        "overruled": _overruled(judged.override),
    }


def _release(judged: JudgedClaim, listing: ClaimListing) -> dict[str, str | None]:
    release = listing.evidence.release_of(judged.claim)
    return {
        "release": listing.evidence.release_name(judged.claim),
        "model": release.model if release else None,
        "vendor": release.vendor if release else None,
    }


def _stage(judged: JudgedClaim) -> str | None:
    stage = judged.claim.claimed_stage
    return None if stage is None else stage.slug


def _overruled(override: Override | None) -> dict[str, str] | None:
    if override is None:
        return None
    return {
        "record": override.id,
        "by": override.person,
        "on": override.on.isoformat(),
        "outcome": override.outcome.value,
        "reason": override.reason,
    }


def _vendor(record: VendorRecord) -> dict[str, Any]:
    lead = record.lead if record.has_verdict else None
    return {
        "vendor": record.vendor,
        "claims": record.claims,
        "tested": record.tested,
        "has_verdict": record.has_verdict,
        "lead": _number(lead.mean if lead else None),
        "low": _number(lead.low if lead else None),
        "high": _number(lead.high if lead else None),
    }


def _number(value: float | None) -> float | None:
    return None if value is None else round(float(value), DECIMALS)


def _written(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
