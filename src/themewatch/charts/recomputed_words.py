"""What is said of figures that were worked out anew."""

from themewatch.domain.recomputed import Agreement, Recomputed
from themewatch.words import _, ngettext


def recomputed_words(found: Recomputed) -> str:
    """Say whether what was known then gives the same figures today, or why not."""
    if found.agreement is Agreement.SAME:
        return _(
            "Worked out anew from what was known then: the same figures "
            "(to a millionth of a stage)."
        )
    if found.agreement is Agreement.METHOD_CHANGED:
        return _method(found)
    return _ledger(found)


def _method(found: Recomputed) -> str:
    if not found.settings:
        return _(
            "The method changed since: from the same evidence and the same settings "
            "this version of themewatch works out other figures."
        )
    changed = ngettext(
        "The method changed since, in {n} setting: today the same evidence would give "
        "other figures. What is shown here is what was published.",
        "The method changed since, in {n} settings: today the same evidence would give "
        "other figures. What is shown here is what was published.",
        len(found.settings),
    )
    return changed.format(n=len(found.settings))


def _ledger(found: Recomputed) -> str:
    if found.is_same_without:
        came = ngettext(
            "{n} piece of evidence of an earlier time came in later, as by an import. "
            "Without it the figures are the same.",
            "{n} pieces of evidence of an earlier time came in later, as by an import. "
            "Without them the figures are the same.",
            found.came,
        )
        return came.format(n=found.came)
    return _(
        "The ledger differs from what was known then. Evidence that came in: {came}; "
        "that is not there any more: {went}. What is shown here is what was published."
    ).format(came=found.came, went=found.went)


def setting_words(changed: tuple[str, str, str]) -> str:
    """Say what a setting was, and what it is."""
    name, was, is_now = changed
    none = _("not there")
    said = _("{setting}: was {was}, is {now}")
    return said.format(setting=name, was=was or none, now=is_now or none)
