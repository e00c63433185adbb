"""Every page there is; each is registered always and checks its own rights."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import streamlit as st

from themewatch import resources
from themewatch.domain.person import Actor, Role
from themewatch.ui import session
from themewatch.words import _, mark


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page: its script, its name in the menu, its sign, the role it needs.

    What is for teams alone is not offered where nobody signs in.
    """

    script: str
    title: str
    icon: str
    is_home: bool = False
    is_listed: bool = True
    role: Role = Role.VIEWER
    is_for_teams: bool = False

    def register(self, visitor: Actor, *, is_alone: bool) -> Any:
        """Tell Streamlit of the page; who may not open it is not offered it."""
        is_wanted = self.is_listed and not (self.is_for_teams and is_alone)
        is_offered = is_wanted and visitor.may(self.role)
        return st.Page(
            page_path(self.script),
            title=_(self.title),
            icon=self.icon,
            url_path=self.script,
            default=self.is_home,
            visibility="visible" if is_offered else "hidden",
        )


def register_all() -> list[Any]:
    """Tell Streamlit of every page: of one it does not know it makes a dialog."""
    visitor, is_alone = session.actor(), session.how_to_sign_in() is None
    return [known.register(visitor, is_alone=is_alone) for known in PAGES]


def page_icon(script: str) -> str:
    """Return the sign of a page."""
    return next(entry.icon for entry in PAGES if entry.script == script)


def may_open(script: str) -> bool:
    """Say whether there is such a page, and the visitor may open it."""
    return any(e.script == script and session.may(e.role) for e in PAGES)


def entry_of(page: Any) -> PageEntry:
    """Return the page that Streamlit is about to run."""
    script = page.url_path  # empty where it is the home page
    return next(e for e in PAGES if (e.is_home if not script else e.script == script))


@cache  # asked for with every link
def page_path(script: str) -> str:
    """Return where a page's script lies."""
    return str(resources.app_root() / "pages" / f"{script}.py")


PAGES = (
    PageEntry("map", mark("Map"), ":material/map:", is_home=True),
    PageEntry("theme", mark("Theme"), ":material/travel_explore:"),
    PageEntry("log", mark("Log"), ":material/edit_note:", role=Role.CONTRIBUTOR),
    PageEntry(
        "journal", mark("Journal"), ":material/menu_book:", role=Role.CONTRIBUTOR
    ),
    PageEntry("claims", mark("Claims"), ":material/fact_check:"),
    PageEntry("next", mark("Test next"), ":material/target:"),
    PageEntry("releases", mark("Releases"), ":material/deployed_code:"),
    PageEntry("ahead", mark("Ahead"), ":material/event_upcoming:"),
    PageEntry("review", mark("Review"), ":material/how_to_vote:"),
    PageEntry("editions", mark("Editions"), ":material/newsmode:"),
    PageEntry("inbox", mark("Inbox"), ":material/inbox:", role=Role.CONTRIBUTOR),
    PageEntry("feeds", mark("Feeds"), ":material/rss_feed:", role=Role.CONTRIBUTOR),
    PageEntry("history", mark("History"), ":material/history:"),
    PageEntry(
        "people",
        mark("People"),
        ":material/group:",
        role=Role.ADMIN,
        is_for_teams=True,
    ),
    PageEntry("settings", mark("Settings"), ":material/settings:", role=Role.ADMIN),
    PageEntry("release", mark("Release"), ":material/deployed_code:", is_listed=False),
    PageEntry(
        "record", mark("Piece of evidence"), ":material/push_pin:", is_listed=False
    ),
)
