"""Two runs side by side: their numbers, their pictures, their players in step."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

import streamlit as st

from themewatch.charts.run_difference_words import difference_rows
from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Run
from themewatch.domain.record import FileRef
from themewatch.errors import StorageError
from themewatch.services.files import has_file
from themewatch.services.pictures import Picture, small_picture
from themewatch.services.reference import catalogue
from themewatch.ui import session
from themewatch.ui.files import show_files
from themewatch.ui.image_slider import image_slider
from themewatch.ui.players_in_step import players_in_step
from themewatch.ui.text import plain
from themewatch.words import _


@dataclass(frozen=True, slots=True)
class Beside:
    """One of two that stand beside each other: what it is called, and its files."""

    name: str
    files: tuple[FileRef, ...]

    def of(self, kind: str) -> list[FileRef]:
        """Return its files of a kind that are here: image, video or audio."""
        home = session.house().home
        return [
            ref
            for ref in self.files
            if ref.media_type.startswith(kind) and has_file(home, ref)
        ]


def show_side_by_side(
    journal: Journal, one: Run, other: Run, *, key: str = "beside"
) -> None:
    """Draw two runs of a journal: numbers with their difference, then outputs.

    `key` tells it from the same two runs elsewhere on the page.
    """
    theme = catalogue().theme(journal.theme)
    pair = Beside(run_name(one), one.files), Beside(run_name(other), other.files)
    header = (_("Compared"), *(plain(side.name) for side in pair), _("Difference"))
    rows = [
        dict(zip(header, map(plain, row), strict=True))
        for row in difference_rows(one, other, theme)
    ]
    if rows:
        st.table(rows, hide_index=True, alt=_("Both runs in numbers"))
    show_files_beside(*pair, key=f"{key}-{one.id}-{other.id}")


def run_name(run: Run) -> str:
    """Say which run it is: its model and its day, and whether it is the *before*."""
    said = _("{model}, {day}, before") if run.is_before else _("{model}, {day}")
    return said.format(model=run.model, day=run.on.isoformat())


def show_files_beside(one: Beside, other: Beside, *, key: str) -> None:
    """Draw the outputs of both in pairs, the first with the first of its kind."""
    if not one.files and not other.files:
        return
    rest: list[FileRef] = []
    for kind in ("image", "video", "audio"):
        pairs = list(zip_longest(one.of(kind), other.of(kind)))
        whole = [(left, right) for left, right in pairs if left and right]
        rest += [ref for pair in pairs[len(whole) :] for ref in pair if ref]
        _show_kind(kind, one, other, whole, f"{key}-{kind}")
    missing = [ref for side in (one, other) for ref in side.files if not _is_here(ref)]
    show_files([*rest, *missing])


def _is_here(ref: FileRef) -> bool:
    return has_file(session.house().home, ref)


def _show_kind(
    kind: str,
    one: Beside,
    other: Beside,
    pairs: Sequence[tuple[FileRef, FileRef]],
    key: str,
) -> None:
    if not pairs:
        return
    chosen = 0
    if len(pairs) > 1:
        chosen = st.segmented_control(
            _("Which output?"),
            range(len(pairs)),
            format_func=lambda place: str(place + 1),
            default=0,
            required=True,
            key=f"{key}-which",
        )
    left, right = pairs[chosen]
    if kind == "image":
        _show_images(one, other, left, right, f"{key}-{chosen}")
    else:
        players_in_step(
            (one.name, other.name),
            (lambda: show_files([left]), lambda: show_files([right])),
            key=f"{key}-{chosen}",
        )


def _show_images(
    one: Beside, other: Beside, left: FileRef, right: FileRef, key: str
) -> None:
    try:
        pictures = _picture(left), _picture(right)
    except StorageError as error:
        st.warning(plain(str(error)))
        return
    image_slider(
        (pictures[0], left.name, one.name),
        (pictures[1], right.name, other.name),
        key=key,
    )


@st.cache_data(max_entries=32, show_spinner=False)
def _picture(ref: FileRef) -> Picture:
    """Return a small picture of a file that is here."""
    found = small_picture(session.house().home, ref)
    if found is None:
        raise StorageError(f"The file {ref.name} is not on this machine.")
    return found
