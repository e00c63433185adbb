"""What the charts show, for those who do not see them."""

from themewatch.charts.headline import headline
from themewatch.charts.production import lane_sentences
from themewatch.charts.sentences import (
    likely_range,
    movement_phrases,
    place,
    theme_name,
)
from themewatch.charts.theme_traces import MOST_TITLES, ROWS, kind_count
from themewatch.domain.standing import (
    MarkKind,
    MaturityMap,
    ThemeHistory,
    ThemeStanding,
)
from themewatch.words import _, ngettext


def map_alt(maturity_map: MaturityMap) -> str:
    """Say the headline, then every lane's words."""
    intro = _("Maturity map as of {day}.").format(day=maturity_map.as_of.isoformat())
    lanes = (_lane(standing, maturity_map) for standing in maturity_map.themes)
    return " ".join([intro, headline(maturity_map), *lanes])


def _lane(standing: ThemeStanding, maturity_map: MaturityMap) -> str:
    sentences = " ".join(lane_sentences(standing, maturity_map.made))
    changes = "; ".join(movement_phrases(standing, maturity_map.since))
    lane = f"{theme_name(standing.theme)}: {sentences}"
    return f"{lane} {changes}." if changes else lane


def theme_alt(history: ThemeHistory) -> str:
    """Say where ● went, where ◇ stands, how much happened; the path holds a point."""
    name = theme_name(history.theme)
    first, last = history.path[0], history.path[-1]
    path = _("{theme}, {first_day} to {last_day}: tests from {start} to {end}.").format(
        theme=name,
        first_day=first.on.isoformat(),
        last_day=last.on.isoformat(),
        start=place(first.mean),
        end=place(last.mean),
    )
    told = [
        path,
        _vendors(history),
        _published(history),
        _ahead(history),
        _happened(history),
        _watched(history),
    ]
    return " ".join(filter(None, told))


def _vendors(history: ThemeHistory) -> str:
    level = history.claimed[-1][1] if history.claimed else None
    if level is None:
        return _("Vendors: too few claims to say.")
    return _("Vendors: {place}.").format(place=place(level))


def _published(history: ThemeHistory) -> str:
    """Say how many editions there are, and where the last one placed the theme."""
    if not history.published:
        return ""
    count, last = len(history.published), history.published[-1]
    said = ngettext(
        "{n} edition; edition {number} of {day} placed it at {place}.",
        "{n} editions; edition {number} of {day} placed it at {place}.",
        count,
    )
    where, day = place(last.value), last.on.isoformat()
    return said.format(n=count, number=last.edition, day=day, place=where)


def _ahead(history: ThemeHistory) -> str:
    if not history.ahead:
        return ""
    last = history.ahead[-1]
    return _("Forecast to {day}: {place}, likely range (8 in 10): {range}.").format(
        day=last.on.isoformat(),
        place=place(last.mean),
        range=likely_range(last.low, last.high),
    )


def _happened(history: ThemeHistory) -> str:
    counts = ", ".join(kind_count(kind, _count(history, kind)) for kind in ROWS)
    return _("Marked below: {counts}.").format(counts=counts)


def _watched(history: ThemeHistory) -> str:
    """Name the latest checkpoints, each with its day."""
    named = [
        _("{title} ({day})").format(title=title, day=mark.on.isoformat())
        for mark in history.marks
        if mark.kind is MarkKind.CHECKPOINT
        for title in mark.titles
    ]
    if not named:
        return ""
    latest = "; ".join(named[-MOST_TITLES:])
    return _("Checkpoints: {titles}.").format(titles=latest)


def _count(history: ThemeHistory, kind: MarkKind) -> int:
    return sum(len(mark.ids) for mark in history.marks if mark.kind is kind)
