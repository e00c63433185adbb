"""Files with a piece of evidence: asked for, kept, shown again."""

from collections.abc import Sequence

import streamlit as st

from themewatch.domain.attachment import MOST_BYTES, MOST_FILES
from themewatch.domain.record import FileRef
from themewatch.errors import InputError
from themewatch.services.files import read_file, take_in_file
from themewatch.ui import session
from themewatch.ui.forms import Form
from themewatch.ui.text import plain
from themewatch.words import _

SUFFIXES = (
    *("png", "jpg", "jpeg", "gif", "webp"),
    *("mp4", "webm", "mov"),
    *("mp3", "wav", "ogg", "m4a", "flac"),
)


def ask_for_files(form: Form, kept: Sequence[FileRef] = ()) -> None:
    """Ask for up to four files; those a record has already may be left out."""
    if kept:
        st.multiselect(
            _("Files it keeps"),
            [ref.sha256 for ref in kept],
            default=[ref.sha256 for ref in kept],
            format_func={ref.sha256: ref.name for ref in kept}.__getitem__,
            key=form.key("kept"),
        )
    st.file_uploader(
        _("Images, video or audio, up to four"),
        type=SUFFIXES,
        accept_multiple_files=True,
        max_upload_size=MOST_BYTES // 2**20,
        key=form.key("files"),
    )


def files_from(form: Form, kept: Sequence[FileRef] = ()) -> tuple[FileRef, ...]:
    """Keep what was uploaded and return all files of the record.

    Raises:
        InputError: There are too many, or one is of no kind we keep.
        StorageError: One could not be written.
    """
    chosen = form.value("kept") if kept else []
    stay = [ref for ref in kept if chosen is None or ref.sha256 in chosen]
    uploads = form.value("files") or []
    if len(stay) + len(uploads) > MOST_FILES:
        raise InputError(
            _("There are {n} files; up to {most} fit: leave some out.").format(
                n=len(stay) + len(uploads), most=MOST_FILES
            )
        )
    house = session.own_house()
    new = [take_in_file(house, upload.name, upload.getvalue()) for upload in uploads]
    return tuple({ref.sha256: ref for ref in [*stay, *new]}.values())


def show_files(refs: Sequence[FileRef]) -> None:
    """Show files by what their content is; one that cannot be shown is said."""
    for ref in refs:
        content = read_file(session.house().home, ref)
        if content is None:
            said = _("The file {name} is not on this machine.")
            st.warning(plain(said.format(name=ref.name)))
            continue
        try:
            _show(ref, content)
        except (OSError, ValueError):  # an image that is cut short or damaged
            said = _("The file {name} is damaged and cannot be shown.")
            st.warning(plain(said.format(name=ref.name)))


def _show(ref: FileRef, content: bytes) -> None:
    if ref.media_type.startswith("image/"):
        st.image(content, caption=plain(ref.name), alt=ref.name)
    elif ref.media_type.startswith("video/"):
        st.video(content, format=ref.media_type)
    else:
        st.audio(content, format=ref.media_type)
