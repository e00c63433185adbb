"""How far a vendor's claims ran ahead of tests, in words."""

from bisect import bisect_right

from themewatch.charts.signed import signed
from themewatch.domain.vendor import ENOUGH_CLAIMS, Lead, VendorRecord, VendorWeights
from themewatch.words import _, mark, ngettext

LEADS = (
    (0.20, mark("level with tests")),
    (0.42, mark("about a third of a stage ahead of tests")),
    (0.75, mark("about half a stage ahead of tests")),
    (1.25, mark("about a stage ahead of tests")),
    (1.75, mark("about a stage and a half ahead of tests")),
    (2.25, mark("about two stages ahead of tests")),
    (float("inf"), mark("more than two stages ahead of tests")),
)
"""What is said of a lead under so many stages."""
BEHIND_FROM = -0.20
"""Below it claims say less than tests show."""


def lead_words(lead: float) -> str:
    """Say how many stages claims stand ahead of tests.

    >>> lead_words(0.1), lead_words(1.0), lead_words(-0.3)
    ('level with tests', 'about a stage ahead of tests', 'behind what tests show')
    """
    if lead < BEHIND_FROM:
        return _("behind what tests show")
    ends = [end for end, _message in LEADS]
    return _(LEADS[bisect_right(ends, lead)][1])


def verdict_words(record: VendorRecord) -> str:
    """Say how far a vendor's claims ran ahead of tests, or that it cannot be said."""
    if record.has_verdict:
        return lead_words(record.lead.mean)
    if not record.tested:
        return _("too few to say (none tested)")
    message = ngettext(
        "too few to say ({n} tested)", "too few to say ({n} tested)", record.tested
    )
    return message.format(n=record.tested)


def share_tested(record: VendorRecord) -> str:
    """Say how many of a vendor's claims were tested."""
    message = ngettext(
        "{tested} of {n} claim tested", "{tested} of {n} claims tested", record.claims
    )
    return message.format(tested=record.tested, n=record.claims)


def lead_range(lead: Lead) -> str:
    """Say between which leads the true one lies, 8 times in 10, in stages.

    >>> lead_range(Lead(1.0, 0.5))
    'likely range (8 in 10): +0.4 to +1.6 stages'
    """
    return _("likely range (8 in 10): {low} to {high} stages").format(
        low=_signed(lead.low), high=_signed(lead.high)
    )


def _signed(stages: float) -> str:
    """A typographic minus, and no sign at nought."""
    rounded = round(stages, 1)
    return signed(rounded, digits=1) if rounded else "0"


def how_it_is_told(weights: VendorWeights) -> str:
    """Say what the table of vendors rests on."""
    return _(
        "A claim counts as the stage it names less where tests put it, testers' "
        "leniency taken off. While few of a vendor's claims are tested, its figure "
        "stays near what is expected of any vendor ({expected}); under {least} it is "
        "not given. It speaks only of claims that people here chose to test."
    ).format(expected=lead_words(weights.mean), least=ENOUGH_CLAIMS)
