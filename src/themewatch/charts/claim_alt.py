"""What the chart of claimed against tested says, also to those who do not see it."""

from themewatch.charts.claim_points import ClaimCloud
from themewatch.charts.claim_words import count_words
from themewatch.charts.vendor_words import lead_words
from themewatch.domain.claim import Outcome
from themewatch.domain.vendor import ENOUGH_CLAIMS
from themewatch.words import _, ngettext


def cloud_sentences(cloud: ClaimCloud) -> tuple[str, ...]:
    """Say how often tests reach what was claimed and, of enough claims, how far off."""
    message = ngettext(
        "Tests reach the claimed stage for {n} of {total} tested claim.",
        "Tests reach the claimed stage for {n} of {total} tested claims.",
        cloud.tested,
    )
    reached = message.format(n=cloud.reached, total=cloud.tested)
    if cloud.lead is None or cloud.tested < ENOUGH_CLAIMS:
        return (reached,)
    lead = _("On average claims stand {lead}.").format(lead=lead_words(cloud.lead))
    return reached, lead


def left_out_sentence(cloud: ClaimCloud) -> str:
    """Say how many tested claims have no mark; nothing where all have one."""
    if not cloud.left_out:
        return ""
    message = ngettext(
        "The newest are drawn, {n} older one is left out.",
        "The newest are drawn, {n} older ones are left out.",
        cloud.left_out,
    )
    return message.format(n=cloud.left_out)


def cloud_alt(cloud: ClaimCloud) -> str:
    """Say what the chart shows."""
    intro = _("Claimed against tested, a mark for each claim.")
    counts = ((outcome, len(cloud.of(outcome))) for outcome in Outcome)
    words = ", ".join(count_words(outcome, n) for outcome, n in counts if n)
    drawn = _("Drawn: {outcomes}.").format(outcomes=words)
    sentences = [intro, *cloud_sentences(cloud), drawn, left_out_sentence(cloud)]
    return " ".join(filter(None, sentences))
