"""Claims and vendors as text for a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from textwrap import wrap

from themewatch.charts.claim_words import (
    about_words,
    counts_sentence,
    overruled_words,
    put_by_tests,
    signed_outcome,
    vendor_says,
)
from themewatch.charts.vendor_words import (
    how_it_is_told,
    lead_range,
    share_tested,
    verdict_words,
)
from themewatch.domain.claim_search import outcome_counts
from themewatch.domain.excerpt import on_one_line
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.vendor import VendorRecord
from themewatch.reports.listing import ClaimListing, VendorListing
from themewatch.words import _

WIDTH = 88
GAP = "   "


def claims_text(listing: ClaimListing) -> str:
    """Write how many have which outcome, then a few lines for each claim."""
    blocks = [
        [counts_sentence(outcome_counts(listing.claims))],
        *(list(_claim(judged, listing)) for judged in listing.claims),
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def vendors_text(listing: VendorListing) -> str:
    """Write a line for each vendor, then what the figures rest on."""
    if not listing.records:
        return _("No claims.") + "\n"
    lines = _table([_vendor(record) for record in listing.records])
    told = wrap(how_it_is_told(listing.weights), WIDTH)
    return "\n".join([*lines, "", *told]) + "\n"


def _claim(judged: JudgedClaim, listing: ClaimListing) -> Iterator[str]:
    theme = listing.catalogue.theme(judged.claim.theme)
    release = listing.evidence.release_of(judged.claim)
    names = [release.model, release.vendor] if release else [judged.claim.release]
    yield _line([judged.on.isoformat(), *names, about_words(judged, theme)])
    said = [
        _safe(judged.claim.text),
        _line([vendor_says(judged, theme), put_by_tests(judged)]),
        _line([signed_outcome(judged.outcome)]),
        _safe(overruled_words(judged)),
    ]
    yield from chain.from_iterable(_indented(text) for text in said)


def _indented(text: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent="  ", subsequent_indent="  ")


def _line(parts: Iterable[str]) -> str:
    return " · ".join(_safe(part) for part in parts if part)


def _safe(text: str) -> str:
    """Keep what stands on a line, and nothing that a terminal would obey."""
    return "".join(c for c in on_one_line(text) if c.isprintable())


def _vendor(record: VendorRecord) -> tuple[str, ...]:
    return (
        _safe(record.vendor),
        verdict_words(record),
        share_tested(record),
        lead_range(record.lead) if record.has_verdict else "",
    )


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield GAP.join(cells).rstrip()
