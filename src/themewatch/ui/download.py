"""Files to take along: written when somebody asks, and handed to nobody else.

They are written outside of any run of a page, where nobody knows who is there: what
writes one is given all it needs, such as the visitor's own house.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from gettext import NullTranslations

import streamlit as st

from themewatch import words
from themewatch.ui.shown_files import Who, remember_made, who_is_there


@dataclass(frozen=True, slots=True)
class File:
    """What a file is called, what it is, and the key of the button that offers it."""

    name: str
    media_type: str
    key: str
    is_wide: bool = False


def offer_file(label: str, write: Callable[[], str | bytes], file: File) -> None:
    """Draw what downloads a file; a click runs nothing of the page."""
    language = words.translations(st.context.locale)
    st.download_button(
        label,
        partial(_written, write, file, who_is_there(), language),
        file_name=file.name,
        mime=file.media_type,
        key=file.key,
        on_click="ignore",
        width="stretch" if file.is_wide else "content",
    )


def _written(
    write: Callable[[], str | bytes],
    file: File,
    who: Who | None,
    language: NullTranslations,
) -> bytes:
    words.speak(language)
    written = write()
    content = written.encode("utf-8") if isinstance(written, str) else written
    if who is not None:
        remember_made(content, file.media_type, file.name, who)
    return content
