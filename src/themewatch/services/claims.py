"""Answer whether claims hold up: those somebody looks for, and vendor by vendor."""

from collections.abc import Callable, Mapping
from datetime import date

from themewatch.domain.claim_search import ClaimOrder, ClaimSearch, found_claims
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.person import Role
from themewatch.domain.vendor import VendorRecord, vendor_records
from themewatch.errors import InputError
from themewatch.reports.claims_json import claims_json, vendors_json
from themewatch.reports.claims_text import claims_text, vendors_text
from themewatch.reports.listing import ClaimListing, VendorListing
from themewatch.services.assessment import Assessment, assess
from themewatch.services.evidence import get_evidence
from themewatch.services.reference import vendor_weights
from themewatch.services.rights import needs
from themewatch.storage.engine import Session

FORMATS: Mapping[
    str, tuple[Callable[[ClaimListing], str], Callable[[VendorListing], str]]
] = {
    "text": (claims_text, vendors_text),
    "json": (claims_json, vendors_json),
}
"""The ways to write claims, and vendors, down."""


def find_claims(
    assessment: Assessment,
    search: ClaimSearch,
    order: ClaimOrder = ClaimOrder.NEWEST,
) -> tuple[JudgedClaim, ...]:
    """Return the claims of an assessment that fit, in the order asked for."""
    return found_claims(assessment.judged, assessment.evidence, search, order)


def rank_vendors(assessment: Assessment) -> tuple[VendorRecord, ...]:
    """Return every vendor that claims something, furthest ahead of tests first."""
    return tuple(
        vendor_records(assessment.judged, assessment.evidence, vendor_weights())
    )


@needs(Role.VIEWER)
def write_claims(
    session: Session, name: str, *, as_of: date, search: ClaimSearch
) -> str:
    """Write the claims that fit in one of FORMATS, the newest first.

    Raises:
        InputError: No release here is of a vendor asked for.
    """
    assessment = _assessed(session, as_of, search)
    claims = find_claims(assessment, search)
    write, _write_vendors = FORMATS[name]
    return write(ClaimListing(as_of, assessment.catalogue, assessment.evidence, claims))


@needs(Role.VIEWER)
def write_vendors(
    session: Session, name: str, *, as_of: date, search: ClaimSearch
) -> str:
    """Write how far the claims that fit run ahead of tests, vendor by vendor.

    Raises:
        InputError: No release here is of a vendor asked for.
    """
    assessment = _assessed(session, as_of, search)
    claims = find_claims(assessment, search)
    records = vendor_records(claims, assessment.evidence, vendor_weights())
    _write_claims, write = FORMATS[name]
    return write(VendorListing(as_of, tuple(records), vendor_weights()))


def _assessed(session: Session, as_of: date, search: ClaimSearch) -> Assessment:
    assessment = assess(get_evidence(session), as_of=as_of)
    releases = assessment.evidence.releases.values()
    known = {release.vendor.casefold() for release in releases}
    unknown = [name for name in search.vendors if name.casefold() not in known]
    if unknown:
        raise InputError(
            *(
                f"No release here is of a vendor {vendor!r}: "
                "`themewatch claims --vendors` names those there are."
                for vendor in unknown
            )
        )
    return assessment
