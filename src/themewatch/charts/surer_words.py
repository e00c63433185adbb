"""How much surer one more test would make everybody, in words."""

from themewatch.words import _, mark

SURER = (
    (0.00, mark("One careful test by you would hardly make us surer.")),
    (0.05, mark("One careful test by you would make us a twentieth surer.")),
    (0.10, mark("One careful test by you would make us a tenth surer.")),
    (0.20, mark("One careful test by you would make us a fifth surer.")),
    (0.25, mark("One careful test by you would make us a quarter surer.")),
    (0.33, mark("One careful test by you would make us a third surer.")),
    (0.40, mark("One careful test by you would make us two fifths surer.")),
    (0.50, mark("One careful test by you would halve our doubt.")),
    (0.67, mark("One careful test by you would take two thirds of our doubt away.")),
)


def surer_words(share: float) -> str:
    """Say by which share one test would shrink a theme's doubt.

    >>> surer_words(0.31)
    'One careful test by you would make us a third surer.'
    """
    return _(min(SURER, key=lambda part: abs(part[0] - share))[1])
