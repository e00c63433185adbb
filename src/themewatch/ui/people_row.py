"""One person: who they are, what they may do, and what an admin can change."""

from collections.abc import Iterator, Sequence

import streamlit as st

from themewatch.domain.person import Person, Role
from themewatch.services import people
from themewatch.ui import session
from themewatch.ui.moments import ago
from themewatch.ui.people_acts import attempt, is_done
from themewatch.ui.roles import role_name
from themewatch.ui.text import plain
from themewatch.words import _

_NO_ROLE = ""
"""Streamlit takes None for nothing chosen."""


def show_person(person: Person, unowned_names: Sequence[str]) -> None:
    """Draw a person; each act is refused if they changed meanwhile."""
    with st.container(border=True, key=f"person-{person.id}"):
        words, acts = st.columns([3, 2], vertical_alignment="center")
        words.markdown("  \n".join([f"**{plain(person.name)}**", *_facts(person)]))
        with acts:
            if person.id == session.actor().person:
                st.markdown(
                    _("You: {role}. Another admin can change that.").format(
                        role=role_name(person.role)
                    )
                )
            else:
                _show_acts(person, unowned_names)


def _facts(person: Person) -> Iterator[str]:
    if person.email and person.email != person.name:
        yield plain(person.email)
    if person.issuer is None:
        yield _("invited, has not come yet")
    elif person.seen_at is not None:
        seen = ago(person.seen_at, session.now())
        yield _("last seen {when}").format(when=seen)
    if person.is_role_claimed:
        yield _("role from the groups of your organisation, renewed at each sign-in")


def _show_acts(person: Person, unowned_names: Sequence[str]) -> None:
    # Another version, another field: after a change elsewhere it shows what stands.
    key = f"{person.id}-{person.version}"
    choices = [_NO_ROLE, *Role] if person.issuer else list(Role)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.selectbox(
            _("Role of {name}").format(name=plain(person.name)),
            choices,
            key=f"role-{key}",
            index=choices.index(person.role or _NO_ROLE),
            format_func=lambda word: role_name(Role(word) if word else None),
            label_visibility="collapsed",
            on_change=_change_role,
            args=(person, f"role-{key}"),
            width=180,
        )
        if person.issuer is None:
            _show_invitation(person, key)
        else:
            _show_more(person, key, unowned_names)


def _show_invitation(person: Person, key: str) -> None:
    role = person.role or Role.VIEWER
    st.button(
        _("Take back"),
        key=f"uninvite-{key}",
        help=_("They are expected no longer"),
        on_click=attempt,
        args=(
            lambda db, now: people.uninvite(db, person, now),
            _("{name} is expected no longer.").format(name=person.email),
            lambda gone: lambda db, now: people.invite(db, gone.email, role, now),
        ),
    )


def _show_more(person: Person, key: str, unowned_names: Sequence[str]) -> None:
    with st.popover(_("More")):
        said = _("This ends every sign-in of {name}: they have to sign in again.")
        st.markdown(plain(said.format(name=person.name)))
        st.button(
            _("End their sign-ins"),
            key=f"end-{key}",
            on_click=attempt,
            args=(
                lambda db, now: people.sign_out_person(db, person, now),
                _("{name} is signed out everywhere.").format(name=person.name),
            ),
        )
        if unowned_names:
            _show_names(person, key, unowned_names)


def _show_names(person: Person, key: str, unowned_names: Sequence[str]) -> None:
    st.markdown(
        _(
            "Notes and journals from before sign-in bear names that belong to nobody. "
            "Give {name} theirs; who has logged something already keeps their name."
        ).format(name=plain(person.name))
    )
    st.selectbox(
        _("Older name"),
        unowned_names,
        key=f"name-{key}",
        index=None,
        placeholder=_("choose one"),
    )
    st.button(
        _("Give this name"),
        key=f"give-{key}",
        on_click=_give_name,
        args=(person, f"name-{key}"),
    )


def _change_role(person: Person, key: str) -> None:
    role = Role(word) if (word := st.session_state[key]) else None
    was = person.role
    said = _("{name} waits for a role now.") if role is None else _("{name}: {role}.")
    done = is_done(
        lambda db, now: people.change_role(db, person, role, now),
        said.format(name=person.name, role=role_name(role)),
        lambda changed: lambda db, now: people.change_role(db, changed, was, now),
    )
    if not done:
        st.session_state[key] = was or _NO_ROLE


def _give_name(person: Person, key: str) -> None:
    name, was = st.session_state[key], person.name
    if name is None:
        return
    attempt(
        lambda db, now: people.give_name(db, person, name, now),
        _("{name} bears the name {new} now.").format(name=was, new=name),
        lambda changed: lambda db, now: people.give_name_back(db, changed, was, now),
    )
