"""What every written-out map says besides its chart: title, dates, method."""

from themewatch.charts.headline import headline
from themewatch.domain.standing import MaturityMap, Since
from themewatch.words import _


def title() -> str:
    return _("What vendors say, and what tests show")


def dates(maturity_map: MaturityMap) -> str:
    """Say which day the map speaks of, and what it is held against."""
    parts = [_("As of {day}").format(day=maturity_map.as_of.isoformat())]
    if maturity_map.known_on is not None:
        known_on = maturity_map.known_on.isoformat()
        parts.append(_("as known on {day}").format(day=known_on))
    if maturity_map.since is not None:
        parts.append(_compared(maturity_map.since))
    return ", ".join(parts) + "."


def _compared(since: Since) -> str:
    day = since.on.isoformat()
    if since.edition is None:
        return _("compared with {day}").format(day=day)
    return _("compared with edition {n} of {day}").format(n=since.edition, day=day)


def caption(maturity_map: MaturityMap) -> str:
    """Return the dates and the headline: what a picture of the map bears."""
    return f"{dates(maturity_map)} {headline(maturity_map)}"


def method(maturity_map: MaturityMap) -> str:
    """Say how the marks come about, and what a bracket means where there are any."""
    if maturity_map.made is None:
        return marks_method()
    bracket = _(
        "[ stands where a theme begins to be enough for this work: a yardstick, "
        "chosen by judgement."
    )
    return f"{marks_method()} {bracket}"


def marks_method() -> str:
    """Say how ● and ◇ come about."""
    return _(
        "Where ● stands is computed from what people tested and judged; nobody sets "
        "it by hand. The true place lies within the likely range 8 times in 10. "
        "◇ is where the boldest quarter of a year's vendor claims would put a theme, "
        "and moves no test result."
    )
