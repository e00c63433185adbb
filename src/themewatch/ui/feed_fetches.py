"""The last looks at a feed, for whoever wonders why nothing comes."""

import streamlit as st

from themewatch.domain.feed import Feed, Fetch
from themewatch.services.feeds import list_fetches
from themewatch.ui import session
from themewatch.ui.moments import stamp
from themewatch.ui.text import plain
from themewatch.words import _


def show_fetches(feed: Feed) -> None:
    """Offer the last 50 looks at a feed, the last first."""
    key = f"fetches-{feed.id}"
    label = _("Last 50 fetches")
    with st.expander(label, key=key, type="compact", on_change="rerun") as fetches:
        if not fetches.open:
            return
        with session.reading() as db:
            found = list_fetches(db, feed.id)
        if found:
            st.table([_row(fetch) for fetch in found])
        else:
            st.markdown(_("None yet: the fetcher has not looked at it."))


def _row(fetch: Fetch) -> dict[str, str]:
    return {
        _("When"): stamp(fetch.at),
        _("Answer"): "–" if fetch.status is None else str(fetch.status),
        _("Seconds"): f"{fetch.seconds:.1f}",
        _("KB"): f"{fetch.size / 1024:.0f}",
        _("New"): str(fetch.new),
        _("Changed"): str(fetch.changed),
        _("Problem"): plain(fetch.problem or ""),
    }
