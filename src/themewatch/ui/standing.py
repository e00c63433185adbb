"""Where one theme stands, in words."""

import streamlit as st

from themewatch.charts.map_table import tested_place
from themewatch.charts.sentences import (
    likely_range,
    movement_phrases,
    place,
    since_words,
    stage_chances,
)
from themewatch.domain.standing import Since, ThemeStanding
from themewatch.ui.text import plain
from themewatch.words import _


def show_standing(standing: ThemeStanding, since: Since) -> None:
    """Say ● with its range and chances, ◇, and what changed."""
    position = standing.position
    tested, claimed, moved = st.columns(3)
    tested.markdown(
        "  \n".join(
            [
                f"**{_tested(standing)}**",
                plain(tested_place(standing)),
                plain(
                    _("likely range (8 in 10): {range}").format(
                        range=likely_range(position.low, position.high)
                    )
                ),
                plain(stage_chances(position)),
            ]
        )
    )
    level = standing.claimed
    claimed.markdown(
        "  \n".join(
            [
                f"**{_('◇ What vendors claim')}**",
                plain(place(level.value) if level else _("too few claims to say")),
                plain(
                    _("the boldest quarter of {n} claims in a year").format(
                        n=level.claims
                    )
                    if level
                    else _("three claims in a year are the fewest")
                ),
            ]
        )
    )
    moved.markdown(
        "  \n".join(
            [
                f"**{plain(_('Since {day}').format(day=since_words(since)))}**",
                plain("; ".join(movement_phrases(standing, since))),
            ]
        )
    )


def _tested(standing: ThemeStanding) -> str:
    """Name ● by its sign: open, as on the map, while nobody has tested."""
    return _("◌ What tests show") if standing.is_untested else _("● What tests show")
