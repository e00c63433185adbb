"""Finds words that reach the screen without passing through translation."""

import ast
import re
from collections.abc import Iterable, Iterator

TRANSLATED = {"_", "ngettext", "mark"}
NOT_STREAMLIT = {"form", "FORM", "log"}
"""Ours, with methods of the same names."""
SAYS_FIRST = {
    *("title", "header", "subheader", "markdown", "caption", "text", "write"),
    *("error", "warning", "info", "success", "toast", "badge", "metric", "code"),
    *("button", "download_button", "link_button", "form_submit_button", "menu_button"),
    *("text_input", "text_area", "number_input", "date_input", "time_input"),
    *("selectbox", "multiselect", "radio", "checkbox", "toggle", "pills", "slider"),
    *("select_slider", "segmented_control", "file_uploader", "feedback", "table"),
    *("expander", "popover", "status", "spinner", "dialog", "tabs", "progress"),
}
"""What Streamlit calls its elements whose first argument is read."""
SAYS_SECOND = {"page_link"}
SAYS = {"label", "body", "help", "placeholder", "caption", "alt", "title", "text"}
"""Arguments that are read, whatever they are given to."""
FORMS = {"https://"}
"""What is the same in every language."""
PASSES_ON = {"format", "join", "strip"}
"""Methods whose arguments end up in the text."""


def untranslated(source: str) -> list[str]:
    """Return each literal that is shown as it stands, with its line."""
    return [
        f"line {literal.lineno}: {literal.value!r}"
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        for argument in _shown(call)
        for literal in _literals(argument)
        if re.search(r"[^\W\d_]", literal.value) and literal.value not in FORMS
    ]


def _shown(call: ast.Call) -> Iterator[ast.expr]:
    name = _name(call)
    match call.func:
        case ast.Attribute(value=ast.Name(id=owner)) if owner in NOT_STREAMLIT:
            return
    if name in SAYS_FIRST:
        yield from call.args[:1]
    if name in SAYS_SECOND:
        yield from call.args[1:2]
    if name not in TRANSLATED:
        yield from (k.value for k in call.keywords if k.arg in SAYS)


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _literals(part: ast.AST) -> Iterator[ast.Constant]:
    if isinstance(part, ast.Constant) and isinstance(part.value, str):
        yield part
    for inner in _read(part):
        yield from _literals(inner)


def _read(part: ast.AST) -> Iterable[ast.AST]:
    """Return what of an expression ends up in the text."""
    match part:
        case ast.Call():
            return _read_of_call(part)
        case ast.FormattedValue() | ast.Subscript():
            return [part.value]
        case ast.IfExp():
            return [part.body, part.orelse]
        case ast.Compare() | ast.Lambda():
            return []
    return ast.iter_child_nodes(part)


def _read_of_call(call: ast.Call) -> list[ast.expr]:
    name = _name(call)
    if name in TRANSLATED:
        return []
    owner = [call.func.value] if isinstance(call.func, ast.Attribute) else []
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    is_passed_on = not owner or name in PASSES_ON
    return [*owner, *(given if is_passed_on else [])]
