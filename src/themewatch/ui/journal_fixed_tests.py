"""The fixed tests of a month: one or two, each run again unchanged."""

from collections.abc import Sequence

import streamlit as st

from themewatch.domain.journal import MOST_TESTS, FixedTest
from themewatch.domain.protocol import Protocol
from themewatch.domain.theme import Theme
from themewatch.services.journals import new_id
from themewatch.services.protocols import protocols
from themewatch.ui.forms import Form
from themewatch.words import _

FIELDS = ("title", "prompt", "settings", "signal", "usable")
NAMES = tuple(f"test{place}-{field}" for place in range(MOST_TESTS) for field in FIELDS)
"""The fields of all fixed tests in a form."""
ASKED = ("title", "prompt", "usable")
"""What a fixed test cannot do without; all empty means there is none."""


def draw_fixed_tests(form: Form, theme: Theme, known: Sequence[FixedTest] = ()) -> None:
    """Draw the fields of both tests, those there are filled in."""
    st.header(_("Your fixed test"))
    st.markdown(
        _(
            "One test that you run again unchanged, on whatever comes out: only so can "
            "two results be compared. Take a ready one, or write one from your work."
        )
    )
    for place in range(MOST_TESTS):
        label = _("Fixed test") if place == 0 else _("A second one, if you like")
        given = known[place] if place < len(known) else None
        with st.expander(label, expanded=place == 0 or given is not None):
            _draw(form, theme, place)


def _draw(form: Form, theme: Theme, place: int) -> None:
    signals = {signal.slug: signal for signal in theme.signals}
    watched, ready = st.columns([3, 1], vertical_alignment="bottom")
    watched.selectbox(
        _("What is watched"),
        list(signals),
        index=None,
        format_func=lambda slug: _(signals[slug].name),
        key=form.key(_name(place, "signal")),
        placeholder=_("the theme as a whole"),
    )
    ready.button(
        _("Take the ready test"),
        key=form.key(_name(place, "ready")),
        on_click=_take_ready,
        args=(form, theme, place),
        width="stretch",
        help=_(
            "Fills in title, prompt and what counts as usable; change what you like."
        ),
    )
    st.text_input(_("Title"), key=form.key(_name(place, "title")), max_chars=200)
    st.text_area(
        _("Prompt"),
        key=form.key(_name(place, "prompt")),
        height=140,
        placeholder=_("what you ask for, word for word"),
    )
    st.text_input(
        _("Settings"),
        key=form.key(_name(place, "settings")),
        placeholder=_("length, size, seed, references"),
    )
    st.text_area(
        _("What counts as usable?"), key=form.key(_name(place, "usable")), height=80
    )


def _take_ready(form: Form, theme: Theme, place: int) -> None:
    signal = form.value(_name(place, "signal"))
    protocol = protocols().for_claim(theme.slug, signal)
    for field, words in _ready(protocol).items():
        st.session_state[form.key(_name(place, field))] = words


def _ready(protocol: Protocol) -> dict[str, str]:
    steps = [f"{n}. {_(step)}" for n, step in enumerate(protocol.steps, start=1)]
    return {
        "title": _(protocol.title),
        "prompt": "\n".join([*map(_, protocol.prepare), "", *steps]),
        "usable": _(protocol.usable),
    }


def fields_of_tests(known: Sequence[FixedTest]) -> dict[str, str | None]:
    """Return what the fields hold at first."""
    return {
        _name(place, field): getattr(test, field)
        for place, test in enumerate(known[:MOST_TESTS])
        for field in FIELDS
    }


def fixed_tests_from(
    form: Form, known: Sequence[FixedTest] = ()
) -> tuple[FixedTest, ...]:
    """Return the tests as typed; those there were keep their ids."""
    found = []
    for place in range(MOST_TESTS):
        given = known[place].id if place < len(known) else None
        words = {field: form.text(_name(place, field)) for field in FIELDS}
        if any(words[field] for field in ASKED):
            signal = words.pop("signal") or None
            found.append(FixedTest(id=given or new_id(), signal=signal, **words))
    return tuple(found)


def _name(place: int, field: str) -> str:
    return f"test{place}-{field}"
