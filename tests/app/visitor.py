"""Somebody who visits the app: opens pages, fills fields, presses buttons, reads.

Drives Streamlit's AppTest through the entry script, so that every page is reached
the way a browser reaches it.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Any

from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Node
from streamlit.util import calc_hash

from themewatch.ui.application import ENTRY
from themewatch.ui.pages import page_path

HOME = "map"
DIALOGS = 2
"""The place of dialogs, for which AppTest has no name."""
PLAIN = {"placeholder", "alt", "default", "raw_value", "raw_values", "value"}
"""Fields of Streamlit's messages that are shown as they stand."""
MARKDOWN = {"label", "body", "help", "content", "caption"}
"""Fields that are read as Markdown on their way to the screen."""
MARKDOWN_OPTIONS = {"Radio"}
"""Whose options are Markdown too; those of other widgets are plain."""
MARKED = re.compile(r"(?<!\\):yellow-background\[((?:\\.|[^]\\])*)\]")
DRAWN = {"text", "ticktext", "hovertext", "title"}
"""Members of a Plotly figure that are letters on screen."""
NOT_SAID = {
    *("address", "at", "draft", "form", "fields", "on", "opening"),
    *("place", "places", "state"),
}
"""What components are handed that nobody reads."""


class Visitor:
    """One visitor's session, and what it shows after its last run."""

    def __init__(self) -> None:
        self.app = AppTest.from_file(ENTRY, default_timeout=30)
        self.app._bidi_component_manager = components()
        self.has_entered = False

    def open(self, script: str, **query: Any) -> "Visitor":
        """Follow a link to a page, or type its address.

        What Streamlit itself binds to the address it reads where a page is entered:
        another day for the map that is open takes another visitor.
        """
        if self.has_entered:
            self.app.switch_page(page_path(script))
        elif script != HOME:
            self.app._page_hash = calc_hash(script)  # as a browser asks for it
        self.has_entered = True
        self.app.query_params = query
        return self.run()

    def run(self) -> "Visitor":
        self.app.run()
        assert not self.app.exception, self.app.exception[0].value
        return self

    @property
    def title(self) -> str:
        return unescaped(self.app.title[0].value)

    def field(self, label: str) -> Any:
        """Return the widget of that label, a dialog's first, the sidebar's last."""
        return next(
            node
            for node in (*self.dialogs, *self.app.main, *self.app.sidebar)
            if getattr(node, "label", None) == label and hasattr(node, "set_value")
        )

    def put(self, label: str, value: Any) -> "Visitor":
        """Fill a field; what depends on it is there after `run` or `press`."""
        field = self.field(label)
        if _kind(field.proto) == "Selectbox" and field.proto.accept_new_options:
            field.options.append(str(value))  # as typed; AppTest knows the listed alone
        field.set_value(value)
        return self

    def press(self, label: str) -> "Visitor":
        self.button(label).click()
        return self.run()

    def button(self, label: str) -> Any:
        return next(button for button in self.app.button if button.label == label)

    def has_button(self, label: str) -> bool:
        return any(button.label == label for button in self.app.button)

    def unfold(self, key: str) -> "Visitor":
        """Open an expander that draws its inside only then."""
        self.app.session_state[key] = True
        return self.run()

    def links(self, label: str) -> list[str]:
        """Return where the links of that label lead: page?query."""
        return [
            f"{link.proto.page}?{link.proto.query_string}"
            for link in self.app.get("page_link")
            if unescaped(link.proto.label) == label
        ]

    @property
    def dialogs(self) -> Any:
        return self.app._tree[DIALOGS]

    @property
    def problems(self) -> list[str]:
        return [unescaped(error.value) for error in self.app.error]

    @property
    def warnings(self) -> list[str]:
        return [unescaped(warning.value) for warning in self.app.warning]

    @property
    def saved(self) -> str:
        """Return what stands in the frame of what was saved; raises KeyError."""
        return "\n".join(_texts(self.app.get_by_key("saved")))

    @property
    def chart(self) -> Any:
        return json.loads(self.app.get("plotly_chart")[0].proto.spec)

    @property
    def chart_alt(self) -> str:
        return str(self.app.get("plotly_chart")[0].proto.alt)

    @property
    def text(self) -> str:
        """Return all there is to read, the sidebar's first, then the page's."""
        blocks = (self.app.sidebar, self.app.main, self.dialogs)
        return "\n".join(text for block in blocks for text in _texts(block))

    @property
    def markdown(self) -> list[str]:
        """Return every text that is read as Markdown, as it was sent."""
        nodes = (*self.dialogs, *self.app.main, *self.app.sidebar)
        return [text for node in nodes for text in _markdown(node)]


@cache
def components() -> BidiComponentManager:
    """Return the components there are; looking for them takes longer than a page."""
    manager = BidiComponentManager()
    manager.discover_and_register_components(start_file_watching=False)
    return manager


def unescaped(text: str) -> str:
    """Return Markdown without its escapes, its marks and what has no width."""
    text = MARKED.sub(r"\1", text.replace("\u2060", ""))
    return re.sub(r"\\(.)", r"\1", re.sub(r"(?<!\\)\*\*", "", text))


def as_number(figure: str) -> float:
    """Return a figure as it is read on screen, its minus no hyphen."""
    return float(figure.replace("−", "-"))


def _texts(block: Any) -> Iterator[str]:
    for node in block:
        yield from map(unescaped, _markdown(node))
        yield from _plain(node)


def _markdown(node: Node) -> Iterator[str]:
    proto = getattr(node, "proto", None)
    if proto is None or _kind(proto) == "Html":
        return
    names = MARKDOWN | ({"options"} if _kind(proto) in MARKDOWN_OPTIONS else set())
    yield from _strings(proto, names)
    if _kind(proto) == "Table":
        yield from _cells(node)


def _plain(node: Node) -> Iterator[str]:
    proto = getattr(node, "proto", None)
    if proto is None:
        return
    names = PLAIN | (set() if _kind(proto) in MARKDOWN_OPTIONS else {"options"})
    yield from _strings(proto, names)
    if _kind(proto) == "PlotlyChart":
        yield from _drawn(json.loads(proto.spec))
    if _kind(proto) == "Html" and not proto.unsafe_allow_javascript:
        yield from _drawn_in_html(proto.body)
    if _kind(proto) == "BidiComponent":
        yield from _drawn_in_component(proto.json)


def _kind(proto: Message) -> str:
    return proto.DESCRIPTOR.name


def _strings(message: Message, names: set[str]) -> Iterator[str]:
    for field, value in message.ListFields():
        values = value if field.is_repeated else [value]
        if field.type == FieldDescriptor.TYPE_STRING and field.name in names:
            yield from values
        elif field.type == FieldDescriptor.TYPE_MESSAGE:
            for inner in values:
                yield from _strings(inner, names)


def _cells(node: Any) -> Iterator[str]:
    frame = node.value
    yield from map(str, frame.columns)
    yield from (str(cell) for row in frame.itertuples(index=False) for cell in row)


def _drawn(part: Any) -> Iterator[str]:
    """Yield the letters of a figure, without the tags Plotly knows."""
    members = part.items() if isinstance(part, dict) else enumerate(part)
    for name, member in members:
        if name in DRAWN and isinstance(member, str):
            yield _untagged(member)
        elif name in DRAWN and isinstance(member, list):
            yield from map(_untagged, map(str, member))
        elif isinstance(member, dict | list):
            yield from _drawn(member)


def _untagged(text: str) -> str:
    return unescape(re.sub(r"<[^>]*>", " ", text))


def _drawn_in_html(body: str) -> Iterator[str]:
    shown = re.sub(r"<style>.*?</style>", "", body, flags=re.DOTALL)
    said = re.findall(r"(?<=aria-label=\")[^\"]*|(?<=>)[^<>]+(?=<)", shown)
    yield from map(unescape, said)


def _drawn_in_component(data: str) -> Iterator[str]:
    members = json.loads(data or "{}")
    svg = members.pop("svg", "")
    yield from map(unescape, re.findall(r">([^<>]+)<", svg))
    yield from _said(members)


def _said(part: Any) -> Iterator[str]:
    """Yield the texts among what a component is handed, and not its places."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for name, member in part.items():
            yield from () if name in NOT_SAID else _said(member)
    elif isinstance(part, list):
        for member in part:
            yield from _said(member)
