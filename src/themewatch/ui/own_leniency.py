"""How one's own results sit beside others': shown to oneself alone."""

from datetime import date

import streamlit as st

from themewatch.domain.leniency import Leniency, Side
from themewatch.services.leniency import own_leniency
from themewatch.ui import cache, session
from themewatch.ui.text import plain
from themewatch.words import _, mark, ngettext

PARTS = (
    (0.15, mark("a little")),
    (0.25, mark("about a quarter of a stage")),
    (0.33, mark("about a third of a stage")),
    (0.5, mark("about half a stage")),
    (0.75, mark("about three quarters of a stage")),
    (1.0, mark("about a whole stage")),
    (1.5, mark("about a stage and a half")),
)


def show_own_leniency() -> None:
    """Say it in kind words, once there is enough to say it from."""
    person = session.person()
    found = _found(cache.version(), session.today(), person) if person else None
    if found is None:
        return
    with st.container(border=True, key="own_leniency"):
        st.markdown(f"**{plain(_('Your results beside others’'))}**")
        st.markdown(plain(leniency_sentence(found)))
        st.caption(
            _(
                "Neither is better: people ask for different things. The map takes "
                "this off everybody's results, so yours count in full. Only you see "
                "this, under your name in the sidebar."
            )
        )


@st.cache_resource(max_entries=16, show_spinner=False)
def _found(version: int, today: date, person: str) -> Leniency | None:  # noqa: ARG001  the key
    return own_leniency(cache.todays_assessment(), person)


def leniency_sentence(found: Leniency) -> str:
    """Say on which side one's results lie, and by how much."""
    part = _(min(PARTS, key=lambda part: abs(part[0] - abs(found.mean)))[1])
    sentences = {
        Side.ABOVE: _("Your results run {part} above others' on the same tools."),
        Side.BELOW: _("Your results run {part} below others' on the same tools."),
        Side.LEVEL: _("Your results run level with others' on the same tools."),
    }
    ground = ngettext(
        "This rests on {n} test of yours.",
        "This rests on {n} tests of yours.",
        found.notes,
    )
    said = sentences[found.side].format(part=part)
    return f"{said} {ground.format(n=found.notes)}"
