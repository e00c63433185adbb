"""Files of a form with a draft: kept the moment they are chosen, by their content.

A browser does not give a chosen file twice, so the draft holds what was kept of it.
"""

from collections.abc import Sequence

import streamlit as st

from themewatch.domain.attachment import MOST_BYTES, MOST_FILES
from themewatch.domain.record import FileRef
from themewatch.errors import InputError, ThemewatchError
from themewatch.services.files import has_file, take_in_file
from themewatch.ui import session
from themewatch.ui.files import SUFFIXES
from themewatch.ui.forms import Form
from themewatch.ui.text import plain
from themewatch.words import _


def file_fields(field: str) -> tuple[str, str]:
    """Return the names of what a draft keeps of such a field."""
    return (field, _known(field))


def filled_with(field: str, refs: Sequence[FileRef]) -> dict[str, list[object]]:
    """Return what these fields hold at first."""
    return {field: [ref.sha256 for ref in refs], _known(field): list(refs)}


def ask_for_kept_files(form: Form, field: str, label: str) -> None:
    """Ask for up to four files; those that are there may be left out again."""
    known: list[FileRef] = form.value(_known(field)) or []
    if known:
        names = {ref.sha256: _named(ref) for ref in known}
        st.multiselect(
            _("Files kept with it"),
            list(names),
            format_func=names.__getitem__,
            key=form.key(field),
            placeholder=_("none of them"),
        )
    round_ = form.value(f"{field}-round", 0)
    upload = form.key(f"{field}-upload{round_}")
    st.file_uploader(
        label,
        type=SUFFIXES,
        accept_multiple_files=True,
        max_upload_size=MOST_BYTES // 2**20,
        key=upload,
        on_change=_take,
        args=(form, field, upload),
    )
    for sentence in form.value(f"{field}-problems", ()):
        st.error(plain(sentence), icon=":material/front_hand:")


def kept_files_from(form: Form, field: str) -> tuple[FileRef, ...]:
    """Return the files that stay; raises InputError where there are too many."""
    chosen = form.value(field) or ()
    stay = [ref for ref in form.value(_known(field)) or () if ref.sha256 in chosen]
    if len(stay) > MOST_FILES:
        raise InputError(
            _("There are {n} files; up to {most} fit: leave some out.").format(
                n=len(stay), most=MOST_FILES
            )
        )
    return tuple(stay)


def _known(field: str) -> str:
    return f"{field}-known"


def _named(ref: FileRef) -> str:
    if has_file(session.house().home, ref):
        return ref.name
    return _("{name} (not on this machine)").format(name=ref.name)


def _take(form: Form, field: str, upload: str) -> None:
    """Keep what was chosen, and make room for more; what cannot be kept is said."""
    session.speak()
    known = {ref.sha256: ref for ref in form.value(_known(field)) or ()}
    chosen = list(form.value(field) or ())
    problems: list[str] = []
    for file in st.session_state.get(upload) or ():
        try:
            ref = take_in_file(session.own_house(), file.name, file.getvalue())
        except ThemewatchError as error:
            problems.append(str(error))
        else:
            known[ref.sha256] = ref
            chosen.append(ref.sha256)
    now = {
        _known(field): list(known.values()),
        field: list(dict.fromkeys(chosen)),
        f"{field}-problems": problems,
        f"{field}-round": form.value(f"{field}-round", 0) + 1,
    }
    st.session_state.update({form.key(name): value for name, value in now.items()})
