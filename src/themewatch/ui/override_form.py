"""The fields of an overruling: what counts instead of what tests say, and why."""

from collections.abc import Iterator
from typing import Any

import streamlit as st

from themewatch.charts.claim_words import outcome_name
from themewatch.domain.claim import Outcome
from themewatch.domain.override import Override
from themewatch.errors import InputError
from themewatch.ui import session
from themewatch.ui.forms import Form
from themewatch.words import _

WORDS = (Outcome.HOLDS_UP, Outcome.PARTLY, Outcome.DOES_NOT_HOLD_UP)
"""What a person may say of any claim."""


def fields_of_override(override: Override) -> dict[str, Any]:
    """Return what the fields hold when an overruling is corrected."""
    return {
        "person": override.person,
        "outcome": override.outcome,
        "reason": override.reason,
    }


def draw_override_fields(
    form: Form, *, has_tests: bool = True, is_new: bool = False
) -> None:
    """Draw all fields; a new one asks for its author's name too.

    That tests speak of something else can be said where there are some.
    """
    if is_new and not session.person():
        st.text_input(_("Your name"), key=form.key("person"), max_chars=80)
    options = [Outcome.UNTESTED, *WORDS] if has_tests else list(WORDS)
    if (chosen := form.value("outcome")) is not None and chosen not in options:
        options.append(chosen)
    st.radio(
        _("What counts instead?"),
        options,
        index=None,
        format_func=_option,
        key=form.key("outcome"),
    )
    st.text_area(_("Why?"), key=form.key("reason"), height=80, max_chars=2000)


def _option(outcome: Outcome) -> str:
    if outcome is Outcome.UNTESTED:
        return _("untested: these tests speak of something else")
    return outcome_name(outcome)


def override_from(form: Form) -> dict[str, Any]:
    """Return an overruling's own fields; raises InputError for what is missing."""
    if missing := list(_missing(form)):
        raise InputError(*missing)
    return {
        "person": session.person() or form.text("person"),
        "outcome": form.value("outcome"),
        "reason": form.text("reason"),
    }


def _missing(form: Form) -> Iterator[str]:
    if not session.person() and not form.text("person"):
        yield _("Your name is missing: it stands beside the outcome.")
    if form.value("outcome") is None:
        yield _("What counts instead is missing: choose one.")
    if not form.text("reason"):
        yield _("The reason is missing: say why the tests are overruled.")
