"""What is written down of claims: those that were looked for, and on which day."""

from dataclasses import dataclass
from datetime import date

from themewatch.domain.evidence import Evidence
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.theme import Catalogue
from themewatch.domain.vendor import VendorRecord, VendorWeights


@dataclass(frozen=True, slots=True)
class ClaimListing:
    """Judged claims in the order in which they are written."""

    as_of: date
    catalogue: Catalogue
    evidence: Evidence
    claims: tuple[JudgedClaim, ...]


@dataclass(frozen=True, slots=True)
class VendorListing:
    """Vendors in the order in which they are written; `weights` is expected of any."""

    as_of: date
    records: tuple[VendorRecord, ...]
    weights: VendorWeights
