"""What to watch for: what is due first, then by day, then what was settled."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from themewatch.charts.checkpoint_words import checkpoint_facts
from themewatch.domain.awaited import awaited
from themewatch.domain.checkpoint import Checkpoint
from themewatch.services.reference import catalogue
from themewatch.ui import cache, session
from themewatch.ui.add_checkpoint import add_checkpoint
from themewatch.ui.evidence_list import page_of
from themewatch.ui.links import page_link
from themewatch.ui.rights import may_change, may_log
from themewatch.ui.row import row
from themewatch.ui.settle import offer_to_settle
from themewatch.ui.text import plain
from themewatch.words import _


def show_checkpoints() -> None:
    """Draw all checkpoints, and the form of a new one."""
    today = session.today()
    found = awaited(cache.evidence().checkpoints, today)
    st.markdown(
        _(
            "A checkpoint is something to watch for that may change how fast a theme "
            "moves: a ruling on training data, a standard for marks of origin, a "
            "release somebody promised. It may have a date, or none yet."
        )
    )
    if found.is_empty:
        st.markdown(_none_yet())
    if may_log():
        add_checkpoint(is_first=found.is_empty)
    _show_part(_("Its day has come"), found.due, "due", today)
    _show_part(_("Ahead"), found.dated, "dated", today)
    _show_part(_("Open date"), found.undated, "undated", today)
    _show_part(_("Settled"), found.settled, "settled", today)


def _none_yet() -> str:
    if not may_log():
        return _("None is watched for here yet.")
    return _(
        "None is watched for here yet. Add one when you read of it; it stands "
        "on its theme's time line, and comes back here when its day has come."
    )


def _show_part(
    heading: str, checkpoints: Sequence[Checkpoint], name: str, today: date
) -> None:
    if not checkpoints:
        return
    st.header(heading)
    for checkpoint in page_of(checkpoints, f"{name}_page"):
        with st.container(border=True):
            _show_row(checkpoint, today)
            if not checkpoint.is_settled and may_change(checkpoint):
                offer_to_settle(checkpoint)


def _show_row(checkpoint: Checkpoint, today: date) -> None:
    lines = [
        f"**{plain(checkpoint.title)}**",
        plain(checkpoint_facts(checkpoint, catalogue(), today)),
        plain(checkpoint.text),
        plain(_came_of_it(checkpoint)),
    ]
    with row("  \n".join(line for line in lines if line), border=False):
        page_link("record", _("Open"), id=checkpoint.id)
    if checkpoint.link:
        key = f"source-{checkpoint.id}"
        st.link_button(_("Where it was read"), checkpoint.link, key=key)


def _came_of_it(checkpoint: Checkpoint) -> str:
    if not checkpoint.is_settled:
        return ""
    return _("What came of it: {result}").format(result=checkpoint.result)
