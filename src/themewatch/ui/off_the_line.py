"""Checkpoints that a theme's time line does not reach, named under it."""

from collections.abc import Sequence

import streamlit as st

from themewatch.charts.checkpoint_words import day_words
from themewatch.domain.checkpoint import Checkpoint
from themewatch.domain.history import off_the_line
from themewatch.domain.standing import ThemeHistory
from themewatch.ui import session
from themewatch.ui.links import page_link
from themewatch.ui.rights import may_log
from themewatch.words import _, ngettext

MOST_NAMED = 3


def name_off_the_line(history: ThemeHistory, checkpoints: Sequence[Checkpoint]) -> None:
    """Link to what lies later or has an open date, and to where one is added."""
    later, said = off_the_line(history, checkpoints), _("Checkpoint: {title} ({day})")
    with st.container(horizontal=True):
        for checkpoint in later[:MOST_NAMED]:
            day = day_words(checkpoint, session.today())
            label = said.format(title=checkpoint.title, day=day)
            page_link("record", label, id=checkpoint.id)
        if more := len(later[MOST_NAMED:]):
            others = ngettext("{n} more checkpoint", "{n} more checkpoints", more)
            page_link("ahead", others.format(n=more))
        if may_log():
            page_link("ahead", _("Add a checkpoint"), theme=history.theme.slug)
