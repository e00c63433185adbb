"""Which files whose windows were shown: nobody else is handed them.

Streamlit serves a file to whoever knows its address. It forgets at the beginning of
a run which windows show it, while a browser may still be asking; so we remember it
for some minutes.
"""

from collections.abc import Iterator
from threading import Lock
from time import monotonic
from typing import Any

from streamlit import runtime
from streamlit.runtime.memory_media_file_storage import _calculate_file_id
from streamlit.runtime.scriptrunner import get_script_run_ctx

Who = tuple[str, str]
"""The issuer, and its name for somebody."""
_KEPT = 600.0  # seconds
_shown: dict[tuple[str, Who], float] = {}
_lock = Lock()


def remember_shown() -> None:
    """Keep which files this window shows by now, for the person it belongs to."""
    context = get_script_run_ctx(suppress_warning=True)
    if context is None or not runtime.exists():
        return
    who = _who(context.user_info)
    if who is None:
        return
    now = monotonic()
    files = _files_of(context.session_id)
    with _lock:
        _shown.update({(file, who): now for file in files})
        for old in [key for key, at in _shown.items() if now - at > _KEPT]:
            del _shown[old]


def who_is_there() -> Who | None:
    """Return who looks at this window; None where nobody is signed in."""
    context = get_script_run_ctx(suppress_warning=True)
    return None if context is None else _who(context.user_info)


def remember_made(content: bytes, media_type: str, name: str, who: Who) -> None:
    """Keep that a file was made for somebody, who is about to be handed it."""
    with _lock:
        _shown[_calculate_file_id(content, media_type, name), who] = monotonic()


def is_shown(file: str, who: Who) -> bool:
    """Say whether a window of somebody shows a file, or did some minutes ago."""
    with _lock:
        if monotonic() - _shown.get((file, who), -_KEPT) < _KEPT:
            return True
    return any(
        file in _files_of(session) and is_own_window(session, who)
        for session in list(_files())
    )


def is_own_window(session: str, who: Who) -> bool:
    """Say whether a window belongs to somebody."""
    if not runtime.exists():
        return False
    found = runtime.get_instance()._session_mgr.get_session_info(session)  # noqa: SLF001
    return found is not None and _who(found.session._user_info) == who  # noqa: SLF001


def _files() -> dict[str, dict[str, str]]:
    """Return the files that windows show, by window and place; Streamlit's own."""
    if not runtime.exists():
        return {}
    files: dict[str, dict[str, str]] = (
        runtime.get_instance().media_file_mgr._files_by_session_and_coord  # noqa: SLF001
    )
    return files


def _files_of(session: str) -> set[str]:
    return set(_ids(dict(_files().get(session, {}))))


def _ids(files: dict[str, str]) -> Iterator[str]:
    yield from files.values()


def _who(user: Any) -> Who | None:
    issuer, subject = user.get("iss"), user.get("sub")
    return (str(issuer), str(subject)) if issuer and subject else None
