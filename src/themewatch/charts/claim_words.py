"""What became of claims, in words: the same on screen, on charts and in files."""

from collections.abc import Mapping

from themewatch.charts.sentences import place, stage_name, theme_name
from themewatch.domain.claim import Outcome
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.theme import Theme
from themewatch.words import _, mark, ngettext

OUTCOMES = {
    Outcome.UNTESTED: mark("untested"),
    Outcome.TESTED_ONCE: mark("tested once"),
    Outcome.HOLDS_UP: mark("holds up"),
    Outcome.PARTLY: mark("partly"),
    Outcome.DOES_NOT_HOLD_UP: mark("does not hold up so far"),
}

OUTCOME_SIGNS = {
    Outcome.UNTESTED: "◇",
    Outcome.TESTED_ONCE: "◔",
    Outcome.HOLDS_UP: "✔",
    Outcome.PARTLY: "◑",
    Outcome.DOES_NOT_HOLD_UP: "✘",
}


def outcome_name(outcome: Outcome) -> str:
    return _(OUTCOMES[outcome])


def signed_outcome(outcome: Outcome) -> str:
    """Say an outcome behind its sign.

    >>> signed_outcome(Outcome.HOLDS_UP)
    '✔ holds up'
    """
    return f"{OUTCOME_SIGNS[outcome]} {outcome_name(outcome)}"


def count_words(outcome: Outcome, count: int) -> str:
    """Say how many claims have an outcome.

    >>> count_words(Outcome.HOLDS_UP, 1), count_words(Outcome.HOLDS_UP, 2)
    ('1 holds up', '2 hold up')
    """
    match outcome:
        case Outcome.UNTESTED:
            message = ngettext("{n} untested", "{n} untested", count)
        case Outcome.TESTED_ONCE:
            message = ngettext("{n} tested once", "{n} tested once", count)
        case Outcome.HOLDS_UP:
            message = ngettext("{n} holds up", "{n} hold up", count)
        case Outcome.PARTLY:
            message = ngettext("{n} partly", "{n} partly", count)
        case Outcome.DOES_NOT_HOLD_UP:
            message = ngettext(
                "{n} does not hold up so far", "{n} do not hold up so far", count
            )
    return message.format(n=count)


def counts_sentence(counts: Mapping[Outcome, int]) -> str:
    """Say what became of some claims, leaving out what became of none."""
    total = sum(counts.values())
    if not total:
        return _("No claims.")
    if counts[Outcome.UNTESTED] == total:
        message = ngettext("{n} claim, untested.", "{n} claims, all untested.", total)
        return message.format(n=total)
    claims = ngettext("{n} claim", "{n} claims", total).format(n=total)
    parts = (count_words(outcome, count) for outcome, count in counts.items() if count)
    return _("{claims}: {outcomes}.").format(claims=claims, outcomes=", ".join(parts))


def vendor_says(judged: JudgedClaim, theme: Theme) -> str:
    """Say what the vendor says, in the name and the words of a stage."""
    stage = judged.claim.claimed_stage
    if stage is None:
        return _("vendor says: {stage}").format(stage=_("not said"))
    return _("vendor says: {stage} ({meaning})").format(
        stage=stage_name(stage), meaning=_(theme.stage_words[stage])
    )


def put_by_tests(judged: JudgedClaim) -> str:
    """Say where tests put what a claim speaks of; nothing where none counts."""
    if judged.tested is None or judged.is_untested:
        return ""
    return _("tests put it at {place}").format(place=place(judged.tested.value))


def overruled_words(judged: JudgedClaim) -> str:
    """Say whose word stands over which outcome by tests, and why; else nothing."""
    said = judged.override
    if said is None:
        return ""
    if judged.found is Outcome.UNTESTED:
        message = _("overruled by {person}: {outcome} — {reason}; untested here")
    else:
        message = _("overruled by {person}: {outcome} — {reason}; tests say: {found}")
    return message.format(
        person=said.person,
        outcome=outcome_name(said.outcome),
        reason=said.reason.strip().rstrip("."),
        found=outcome_name(judged.found),
    )


def about_words(judged: JudgedClaim, theme: Theme) -> str:
    """Name what a claim is about: the theme and, if it names one, what to watch."""
    signal = judged.claim.signal
    names = [theme_name(theme)]
    if signal is not None:
        names.append(_(theme.signal(signal).name))
    return " · ".join(names)
