"""Every page there is; each is registered always and checks its own rights."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from themewatch import resources
from themewatch.words import _, mark


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page: its script, its name in the menu, its sign."""

    script: str
    title: str
    icon: str
    is_home: bool = False
    is_listed: bool = True

    def register(self) -> Any:
        """Tell Streamlit of the page."""
        return st.Page(
            page_path(self.script),
            title=_(self.title),
            icon=self.icon,
            url_path=self.script,
            default=self.is_home,
            visibility="visible" if self.is_listed else "hidden",
        )


def page_icon(script: str) -> str:
    """Return the sign of a page."""
    return next(entry.icon for entry in PAGES if entry.script == script)


def page_path(script: str) -> str:
    """Return where a page's script lies."""
    return str(resources.app_root() / "pages" / f"{script}.py")


PAGES = (
    PageEntry("map", mark("Map"), ":material/map:", is_home=True),
    PageEntry("theme", mark("Theme"), ":material/travel_explore:"),
    PageEntry("log", mark("Log"), ":material/edit_note:"),
    PageEntry("journal", mark("Journal"), ":material/menu_book:"),
    PageEntry("claims", mark("Claims"), ":material/fact_check:"),
    PageEntry("next", mark("Test next"), ":material/target:"),
    PageEntry("releases", mark("Releases"), ":material/deployed_code:"),
    PageEntry("ahead", mark("Ahead"), ":material/event_upcoming:"),
    PageEntry("inbox", mark("Inbox"), ":material/inbox:"),
    PageEntry("feeds", mark("Feeds"), ":material/rss_feed:"),
    PageEntry("release", mark("Release"), ":material/deployed_code:", is_listed=False),
    PageEntry(
        "record", mark("Piece of evidence"), ":material/push_pin:", is_listed=False
    ),
)
