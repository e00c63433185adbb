"""All editions, the newest first, and the way to the next one."""

from collections.abc import Sequence

import streamlit as st

from themewatch.charts.edition_words import edition_title, published_words
from themewatch.domain.edition import EditionHead
from themewatch.domain.person import Role
from themewatch.ui import session
from themewatch.ui.edition_address import is_unknown
from themewatch.ui.edition_feed import show_feed_address
from themewatch.ui.edition_publish import offer_to_publish
from themewatch.ui.evidence_list import page_of
from themewatch.ui.links import turn_to
from themewatch.ui.row import row
from themewatch.ui.text import plain
from themewatch.words import _


def show_editions(known: Sequence[EditionHead]) -> None:
    """Draw the list, the form of the next edition, and where to follow them."""
    st.title(_("Editions"))
    st.markdown(
        _(
            "An edition is the map as it was published: its figures, what was decided, "
            "its settings and its evidence stay as they were."
        )
    )
    if is_unknown(known):
        st.warning(_("There is no such edition: choose one of these."))
    if known:
        _list(known)
    else:
        st.info(_no_edition_yet())
    if session.may(Role.REVIEWER):
        offer_to_publish(known)
    show_feed_address()


def _no_edition_yet() -> str:
    if session.may(Role.REVIEWER):
        return _(
            "No edition was published yet. The first one freezes today's map: give it "
            "a title below."
        )
    return _("No edition was published yet. A reviewer publishes the first one.")


def _list(known: Sequence[EditionHead]) -> None:
    for head in page_of(known, "editions_page"):
        facts = [
            published_words(head),
            _("the map of {day}").format(day=head.as_of.isoformat()),
        ]
        words = f"**{plain(edition_title(head))}**  \n{plain(' · '.join(facts))}"
        with row(words):
            number = str(head.number)
            turn_to("editions", _("Read"), f"read_{number}", edition=number)
    if len(known) > 1:
        last, before = str(known[0].number), str(known[1].number)
        said = _("What changed from edition {before} to {last}")
        label = said.format(before=before, last=last)
        query = {"edition": last, "with": before}
        turn_to("editions", label, "last_two", **query)
