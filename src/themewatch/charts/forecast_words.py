"""What people forecast, and how it turned out, in words."""

from datetime import date

from themewatch.charts.chances import chance_words, month_words
from themewatch.charts.sentences import stage_name
from themewatch.domain.forecast import Forecast, ScoredForecast, Scores
from themewatch.domain.months import month_end
from themewatch.domain.stage import Stage
from themewatch.words import _, ngettext

DIGITS = 2


def sentence(stage: Stage, by: date) -> str:
    """Say what is forecast, without how probable.

    >>> [sentence(Stage.MATURE, date(2027, 6, day)) for day in (30, 9)]
    ['Mature by June 2027', 'Mature by 2027-06-09']
    """
    day = month_words(by) if by == month_end(by) else by.isoformat()
    return _("{stage} by {month}").format(stage=stage_name(stage), month=day)


def own_chance(chance: float) -> str:
    """Say a person's chance as it was given.

    >>> own_chance(0.4), own_chance(0.0), own_chance(0.125)
    ('40 %', '0 %', '12.5 %')
    """
    return _("{n} %").format(n=f"{100 * chance:.4g}")


def three_chances(forecast: Forecast) -> str:
    """Say a person's chance, the map's, and that of no change."""
    return _("{own} · the map: {map} · no change: {unchanged}").format(
        own=own_chance(forecast.chance),
        map=chance_words(forecast.estimated),
        unchanged=chance_words(forecast.unchanged),
    )


def who_and_when(forecast: Forecast) -> str:
    return _("{person}, {day}").format(
        person=forecast.person, day=forecast.on.isoformat()
    )


def outcome_words(scored: ScoredForecast) -> str:
    return _("came true") if scored.came_true else _("did not come true")


def against_map(scores: ScoredForecast | Scores) -> str:
    """Say whether the person or the map was closer to what came.

    Scores that look the same in hundredths are called the same.
    """
    own, theirs = round(scores.own, DIGITS), round(scores.estimated, DIGITS)
    if own == theirs:
        return _("as close as the map")
    return _("closer than the map") if own < theirs else _("further off than the map")


def three_scores(scores: ScoredForecast | Scores) -> str:
    """Say the three scores beside each other."""
    return _("{own} · the map: {map} · no change: {unchanged}").format(
        own=score_words(scores.own),
        map=score_words(scores.estimated),
        unchanged=score_words(scores.unchanged),
    )


def score_words(score: float) -> str:
    """Return a score in the digits it is shown in.

    >>> score_words(0.0625)
    '0.06'
    """
    return f"{score:.{DIGITS}f}"


def too_few(count: int) -> str:
    """Say that so few scored forecasts tell nothing yet.

    >>> too_few(2)
    'too few to say (2 scored)'
    """
    message = ngettext(
        "too few to say ({n} scored)", "too few to say ({n} scored)", count
    )
    return message.format(n=count)
