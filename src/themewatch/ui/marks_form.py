"""Marks of what held, asked rubric by rubric."""

from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

from themewatch.domain.note import BEST_MARK, Mark
from themewatch.domain.protocol import Dimension, Protocol, Rubric
from themewatch.services.protocols import protocols
from themewatch.ui.forms import Form
from themewatch.ui.text import plain
from themewatch.words import _


def rubrics_for(protocol: Protocol, marked: Iterable[Mark] = ()) -> list[Rubric]:
    """Return the rubrics of a ready test, and those a note was marked by already."""
    dimensions = {mark.dimension for mark in marked}
    return [
        rubric
        for slug, rubric in protocols().rubrics.items()
        if slug in protocol.rubrics
        or any(d.slug in dimensions for d in rubric.dimensions)
    ]


def fields_of_marks(marks: Iterable[Mark]) -> dict[str, Any]:
    """Return what the fields hold when a note is corrected."""
    return {_field(mark.dimension): mark.value for mark in marks}


def ask_for_marks(form: Form, rubrics: Sequence[Rubric], *, is_open: bool) -> None:
    """Draw four words to choose from for each dimension; none need be chosen."""
    if not rubrics:
        return
    with st.expander(_("Mark what held"), key=form.key("marks"), expanded=is_open):
        st.markdown(plain(_(protocols().how_to_mark)))
        for rubric in rubrics:
            st.markdown(f"**{plain(_(rubric.name))}**  \n{plain(_(rubric.about))}")
            for dimension in rubric.dimensions:
                _ask(form, dimension)


def _ask(form: Form, dimension: Dimension) -> None:
    words = protocols().marks
    st.pills(
        plain(_(dimension.name)),
        range(BEST_MARK + 1),
        format_func=lambda value: plain(_(words[value].word)),
        key=form.key(_field(dimension.slug)),
        help=plain(_(dimension.look_at)),
    )


def marks_from(
    form: Form, rubrics: Iterable[Rubric], marked: Sequence[Mark] = ()
) -> tuple[Mark, ...]:
    """Return the marks chosen; those of rubrics nobody knows here are kept."""
    asked = [d.slug for rubric in rubrics for d in rubric.dimensions]
    chosen = [(slug, form.value(_field(slug))) for slug in asked]
    given = tuple(Mark(slug, value) for slug, value in chosen if value is not None)
    return given + tuple(mark for mark in marked if mark.dimension not in asked)


def _field(dimension: str) -> str:
    return f"mark-{dimension}"
