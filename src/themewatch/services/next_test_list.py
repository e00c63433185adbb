"""Write down what to test next."""

from collections.abc import Sequence
from datetime import date

from themewatch.domain.person import Role
from themewatch.reports.next_test_json import tests_json
from themewatch.reports.next_test_text import tests_text
from themewatch.services.assessment import assess
from themewatch.services.evidence import get_evidence
from themewatch.services.next_test import rank_tests
from themewatch.services.reference import catalogue
from themewatch.services.rights import needs
from themewatch.storage.engine import Session

FORMATS = ("text", "json")


@needs(Role.VIEWER)
def write_tests(
    session: Session,
    form: str,
    *,
    as_of: date,
    person: str | None = None,
    themes: Sequence[str] = (),
) -> str:
    """Return the tests worth doing in one of FORMATS, of all themes or of some.

    Raises:
        InputError: There is no such theme.
    """
    wanted = {catalogue().theme(slug).slug for slug in themes}
    assessment = assess(get_evidence(session), as_of=as_of)
    ranked = [
        tests
        for tests in rank_tests(assessment, person)
        if not wanted or tests.theme.slug in wanted
    ]
    if form == "json":
        return tests_json(ranked)
    return tests_text(ranked, assessment.evidence.releases)
