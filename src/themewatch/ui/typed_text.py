"""Hands over what is typed once it rests, and puts it back if it never arrived.

Streamlit sends a text when its field is left. Here it is sent as well two seconds after
the last key, and every eight seconds while somebody types on. What the server has not
answered for yet stays with the window: it is put back after a reload, or when the
server has begun anew with an older draft. What was saved or discarded is not.
"""

from collections.abc import Mapping

import streamlit as st

from themewatch.services.log import new_id

_JS = """
const REST = 2000, LONGEST = 8000; // milliseconds
const STORE = "themewatch-typed ", CONNECTION = "data-test-connection-state";
const SAVE = '[data-testid="stBaseButton-primary"]';
const TEXT = "textarea, input[type=text]:not([role=combobox])";
const forms = new Map();
let isComposing = false;

const place = (form, field) => `.st-key-${CSS.escape(form.fields[field].at)}`;
const node = (form, field) =>
  document.querySelector(place(form, field))?.querySelector(TEXT);

function keep(form) {
  const name = STORE + form.draft.name;
  if (!form.typed.size) return sessionStorage.removeItem(name);
  const typed = Object.fromEntries(form.typed);
  sessionStorage.setItem(name, JSON.stringify({ version: form.draft.version, typed }));
}

function found({ name, version }) {
  const kept = JSON.parse(sessionStorage.getItem(STORE + name) ?? "null");
  return new Map(kept?.version === version ? Object.entries(kept.typed) : []);
}

// All keys at once: no shortcut of the page is meant by it.
const held = { ctrlKey: true, metaKey: true, altKey: true, shiftKey: true };
const enter = { key: "Enter", code: "Enter", keyCode: 13, bubbles: true, ...held };

function handOver(form) {
  form.last = form.since = undefined;
  for (const field of form.typed.keys()) {
    node(form, field)?.dispatchEvent(new KeyboardEvent("keydown", enter));
  }
}

function tick() {
  const now = Date.now();
  for (const form of forms.values()) {
    if (!form.typed.size || !isConnected()) continue;
    putBack(form);
    const rests = now - (form.last ?? 0) >= REST, isLong = now - form.since >= LONGEST;
    if ((rests || isLong) && !isComposing) handOver(form);
  }
}

function onInput({ target }) {
  if (!target.matches(TEXT)) return;
  for (const form of forms.values()) {
    const field = Object.keys(form.fields)
      .find((name) => target.closest(place(form, name)));
    if (field === undefined) continue;
    form.typed.set(field, target.value);
    form.last = Date.now();
    form.since ??= form.last;
    keep(form);
  }
}

function putBack(form) {
  for (const [field, text] of form.typed) {
    const at = node(form, field);
    if (!at || at.disabled || at.value === text) continue;
    const kind = at.matches("textarea") ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(at, text);
    at.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

const app = () => document.querySelector('[data-testid="stApp"]');
const isConnected = () => app()?.getAttribute(CONNECTION) === "CONNECTED";

function onConnection(changes) {
  const isBack = changes.some((change) => change.oldValue !== "CONNECTED");
  if (isBack && isConnected()) forms.forEach((form) => form.tell?.());
}

function onClick({ target }) {
  if (!target.closest(SAVE)) return;
  for (const form of forms.values()) form.isSaving = true;
}

function listen() {
  if (forms.size) return;
  addEventListener("input", onInput, true);
  addEventListener("click", onClick, true);
  addEventListener("compositionstart", () => (isComposing = true), true);
  addEventListener("compositionend", () => (isComposing = false), true);
  const watched = { attributeFilter: [CONNECTION], attributeOldValue: true };
  new MutationObserver(onConnection).observe(app(), watched);
  setInterval(tick, 250);
}

function forget(form) {
  form.typed.clear();
  keep(form);
}

export default function ({ data: { draft, fields }, setTriggerValue }) {
  listen();
  const form = forms.get(draft.name) ?? { typed: found(draft), draft };
  const isSameVisit = form.draft.visit === draft.visit;
  if (isSameVisit && form.draft.round !== draft.round) forget(form);
  forms.set(draft.name, form);
  Object.assign(form, { draft, fields, isSaving: false });
  form.tell = () => setTriggerValue("back", Date.now());
  for (const [field, text] of form.typed) {
    if ((fields[field]?.text ?? text) === text) form.typed.delete(field);
  }
  keep(form);
  return () => {
    form.tell = undefined;
    if (form.isSaving) forget(form);
  };
}
"""

_component = st.components.v2.component("themewatch_typed_text", html="<i></i>", js=_JS)


def watch_typing(
    form: str, round_: str, version: int, fields: Mapping[str, tuple[str, str]]
) -> None:
    """Watch the texts of a form.

    Args:
        form: Its name.
        round_: Another one each time it was emptied; a primary button saves it.
        version: Of the draft its fields are kept as.
        fields: The key of each one's widget, and the text the server knows.
    """
    visit = st.session_state.setdefault("visit", new_id())
    draft = {"name": form, "version": version, "visit": visit, "round": round_}
    known = {name: {"at": key, "text": text} for name, (key, text) in fields.items()}
    with st.container(height=1, border=False):
        _component(
            key=f"{form}-typed",
            data={"draft": draft, "fields": known},
            on_back_change=_run_anew,
        )


def _run_anew() -> None:
    """That the script runs is all that is asked for when the server is back."""
