"""What is probable, in words, and the sentence of a forecast."""

from datetime import date

from themewatch.charts.sentences import stage_name
from themewatch.domain.stage import Stage
from themewatch.words import _, mark

MONTHS = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)
HARDLY, NEARLY = 0.01, 0.99


def chance_words(chance: float) -> str:
    """Say a chance in whole per cents, and no surer than that can be.

    >>> chance_words(0.224), chance_words(0.004), chance_words(0.996)
    ('22 %', 'under 1 %', 'over 99 %')
    """
    if chance < HARDLY:
        return _("under {n} %").format(n=1)
    if chance > NEARLY:
        return _("over {n} %").format(n=99)
    return _("{n} %").format(n=round(100 * chance))


def month_words(day: date) -> str:
    """Name a day's month.

    >>> month_words(date(2027, 6, 30))
    'June 2027'
    """
    month = _(MONTHS[day.month - 1])
    return _("{month} {year}").format(month=month, year=day.year)


def forecast_sentence(stage: Stage, by: date, chance: float) -> str:
    """Say how probable it is that a theme stands in a stage by the end of a month.

    >>> forecast_sentence(Stage.MATURE, date(2027, 6, 30), 0.22)
    'Mature by June 2027: 22 %'
    """
    return _("{stage} by {month}: {chance}").format(
        stage=stage_name(stage), month=month_words(by), chance=chance_words(chance)
    )


def forecast_meaning(stage: Stage, by: date) -> str:
    """Say what the sentence means.

    >>> forecast_meaning(Stage.MATURE, date(2027, 6, 30))
    'How probable it is that the theme stands in Mature at the end of June 2027.'
    """
    if stage is Stage.MATURE:
        said = _(
            "How probable it is that the theme stands in {stage} at the end of {month}."
        )
    else:
        said = _(
            "How probable it is that the theme stands in {stage}, or beyond, at the "
            "end of {month}."
        )
    return said.format(stage=stage_name(stage), month=month_words(by))
