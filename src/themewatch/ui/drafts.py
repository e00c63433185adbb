"""Forms whose fields are kept on the server while they are typed.

A field is kept when it is left, or rests for two seconds, and comes back after a
reload, a restart of the server or a lost connection. Saving the form drops its draft.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from themewatch.services.drafts import Draft, drop_draft, find_draft, keep_draft
from themewatch.services.house import Session
from themewatch.ui import session
from themewatch.ui.forms import Form
from themewatch.ui.text import plain
from themewatch.ui.typed_text import watch_typing
from themewatch.words import _


@dataclass(frozen=True, slots=True)
class Kept:
    """What this window knows of a form's draft; version 0 is none.

    `is_found` says that it was there when the form was opened; `is_lost` that another
    window kept, saved or discarded it since, so that this one must not overwrite it.
    """

    draft: Draft
    is_found: bool = False
    is_lost: bool = False


@dataclass(frozen=True, slots=True)
class DraftForm(Form):
    """A form of which nothing typed is lost: one for each name and person.

    Its fields stand outside of any `st.form`, which would hold them back until it is
    sent; a primary button saves it.
    """

    def resume(self, initial: Mapping[str, Any]) -> None:
        """Fill fields nobody has touched: from the draft, else as they begin.

        Also those that were not drawn for a while: Streamlit forgets them.
        """
        kept = self._kept(initial)
        is_fresh = not (kept.draft.version or kept.is_lost or self.was_refused)
        if is_fresh and _filled(kept.draft.fields) != _filled(initial):
            kept = self._begun_anew(kept, initial)
        self.begin({**initial, **kept.draft.fields})

    def keep(self, fields: Iterable[str], place: DeltaGenerator) -> None:
        """Keep what stands in these fields now; for after they were drawn.

        At `place` it is said that a draft is here, or that another window has it.
        """
        kept = self._kept({})
        here = {f: self.value(f) for f in fields if self.key(f) in st.session_state}
        typed = {**kept.draft.fields, **here}
        if _filled(typed) != _filled(kept.draft.fields):
            kept = self._keep(kept, typed)
        texts = {
            name: (self.key(name), value or "")
            for name, value in typed.items()
            if value is None or isinstance(value, str)
        }
        watch_typing(self.name, self.key(""), kept.draft.version, texts)
        with place:
            self._show(kept)

    @property
    def is_begun(self) -> bool:
        """Whether something that was typed in this window waits to be saved."""
        kept: Kept | None = st.session_state.get(self._name)
        return kept is not None and kept.draft.version > 0

    @property
    def typed(self) -> Mapping[str, Any]:
        """What is kept of the fields, also where they are not drawn any more."""
        return self._kept({}).draft.fields

    def drop(self, db: Session) -> None:
        """Forget the draft in the transaction that saves the form."""
        drop_draft(db, self._kept({}).draft)

    def discard(self) -> None:
        """Forget what was typed; it can be brought back while nothing else is."""
        kept = self._kept({})
        with session.writing() as db:
            self.drop(db)
        self.empty()
        st.session_state[self._discarded] = kept.draft.fields

    def empty(self) -> None:
        """Start over with empty fields and no draft."""
        Form.empty(self)
        st.session_state.pop(self._name, None)

    def _refused(self) -> Mapping[str, Any]:
        """Return nothing: what was refused stands in the draft."""
        return {}

    def _begun_anew(self, kept: Kept, initial: Mapping[str, Any]) -> Kept:
        """Forget how it began; ids minted for what is not saved yet stay."""
        for name in kept.draft.fields:
            st.session_state.pop(self.key(name), None)
        st.session_state.pop(self._name)
        return self._kept(initial)

    @property
    def _name(self) -> str:
        return f"{self.name}-draft"

    @property
    def _discarded(self) -> str:
        return f"{self.name}-discarded"

    def _kept(self, initial: Mapping[str, Any]) -> Kept:
        kept: Kept | None = st.session_state.get(self._name)
        if kept is None:
            with session.reading() as db:
                found = find_draft(db, session.person(), self.name)
            new = Draft(session.person(), self.name, dict(initial), session.now())
            kept = Kept(found or new, is_found=found is not None)
            st.session_state[self._name] = kept
        return kept

    def _keep(self, kept: Kept, typed: dict[str, Any]) -> Kept:
        draft = replace(kept.draft, fields=typed)
        newer = None
        if not kept.is_lost:
            with session.writing() as db:
                newer = keep_draft(db, draft, now=session.now())
        kept = replace(kept, draft=newer or draft, is_lost=newer is None)
        st.session_state[self._name] = kept
        return kept

    def _show(self, kept: Kept) -> None:
        if kept.is_lost:
            self._show_lost(kept)
        elif kept.draft.version and kept.is_found:
            said = _("Your draft of {time} is here.")
            said = said.format(time=_time(kept.draft.saved_at))
            self._offer(said, _("Discard it"), self.discard)
        elif not kept.draft.version and self._discarded in st.session_state:
            said = _("Your draft is discarded.")
            self._offer(said, _("Bring it back"), self._bring_back)

    def _offer(self, said: str, label: str, act: Callable[[], None]) -> None:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(plain(said), width="content")
            st.button(label, key=self.key("draft"), on_click=act)

    def _show_lost(self, kept: Kept) -> None:
        with session.reading() as db:
            found = find_draft(db, kept.draft.person, self.name)
        if found is None:
            said = _(
                "This was saved or discarded in another window meanwhile. What you "
                "typed here stays here."
            )
            other = _("Start over")
        else:
            said = _(
                "This was changed in another window at {time}. What you typed here "
                "stays here, and overwrites nothing until you choose."
            ).format(time=_time(found.saved_at))
            other = _("Take the other one")
        st.warning(plain(said))
        with st.container(horizontal=True):
            st.button(
                _("Keep what stands here"), key=self.key("mine"), on_click=self._insist
            )
            st.button(other, key=self.key("theirs"), on_click=self.empty)

    def _insist(self) -> None:
        """Keep what stands in this window over what another one kept."""
        kept = self._kept({})
        with session.writing() as db:
            found = find_draft(db, kept.draft.person, self.name)
            over = replace(kept.draft, version=found.version if found else 0)
            newer = keep_draft(db, over, now=session.now())
        if newer is not None:
            st.session_state[self._name] = replace(kept, draft=newer, is_lost=False)

    def _bring_back(self) -> None:
        fields = st.session_state.pop(self._discarded)
        self.empty()
        draft = Draft(session.person(), self.name, fields, session.now())
        with session.writing() as db:
            newer = keep_draft(db, draft, now=session.now())
        st.session_state[self._name] = Kept(
            newer or draft, is_found=True, is_lost=newer is None
        )


def _filled(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is empty: a field nobody has touched is like none."""
    return {
        name: value
        for name, value in fields.items()
        if value is not None and value is not False and value not in ("", [])
    }


def _time(at: datetime) -> str:
    """Say a moment on the visitor's clock, with its day unless that is today."""
    local = at.astimezone(session.zone())
    is_today = local.date() == session.today()
    return local.strftime("%H:%M" if is_today else "%Y-%m-%d %H:%M")
