"""What the inbox needs of the browser: keys that always work, and the story in view.

Streamlit gives no key to a button while a field has the focus, and repeats one that
is held. Where somebody is stands in the address without a step of the browser's Back.
"""

import streamlit as st

from themewatch.domain.story import Story
from themewatch.services.inbox import Inbox
from themewatch.ui import inbox_acts, inbox_state
from themewatch.ui.inbox_done import REASONS

STORY, PAGE = "story", "page"
_JS = """
const CHOICE = "input[type=radio], input[type=checkbox]";
const ONCE = /^[adtxmlu1-4]$/i;
let before, listens, tell;

const inForm = (node) => node?.closest(".st-key-story_form");
const leave = (node) => setTimeout(() => inForm(node) || node?.blur(), 50);
const stop = (event) => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

function fromField(event) {
  const combobox = event.target.getAttribute("role") === "combobox";
  if (event.key === "Escape" || (event.key === "Enter" && (combobox ||
      event.target.closest('[data-testid="stMain"]')))) leave(event.target);
}

function onKey(event) {
  const at = event.target;
  if (!event.isTrusted || !document.querySelector(".st-key-story")) return;
  const withControl = event.ctrlKey || event.metaKey;
  const saves = withControl && event.key === "Enter";
  const isLetter = event.key.length === 1 && event.key !== " " && !withControl
    && !event.altKey;
  if (at.matches("input, textarea") && !at.matches(CHOICE)) {
    if (saves && event.repeat) stop(event);
    else if (!saves) fromField(event);
    return;
  }
  if (event.repeat && (saves || (isLetter && ONCE.test(event.key)))) stop(event);
  else if (isLetter && ownKey(event.key.toLowerCase())) stop(event);
  else if (at.matches(CHOICE) && (saves || isLetter || event.key === "Escape")) {
    stop(event);
    const { key, code, keyCode, which, ctrlKey, metaKey } = event;
    const again = { key, code, keyCode, which, ctrlKey, metaKey, bubbles: true };
    document.body.dispatchEvent(new KeyboardEvent("keydown", again));
  }
}

function ownKey(key) {
  if (/[1-4]/.test(key) && document.querySelector(".st-key-inbox-reason")) {
    tell(Number(key));
    return true;
  }
  const rest = document.querySelector('.st-key-story [class*="st-key-rest-"] summary');
  if (key === "e" && rest) rest.click();
  return key === "e" && rest !== null;
}

function bringIntoView() {
  const place = document.querySelector(".st-key-done");
  const top = place?.getBoundingClientRect().top;
  if (top < 0 || top > innerHeight / 2) place.scrollIntoView({ block: "start" });
}

function noteAddress({ story, page }) {
  const url = new URL(location.href);
  url.searchParams.set("story", story);
  if (page > 1) url.searchParams.set("page", page);
  else url.searchParams.delete("page");
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}

export default function ({ data, setTriggerValue }) {
  tell = (reason) => setTriggerValue("reason", reason);
  if (!listens) {
    listens = true;
    addEventListener("keydown", onKey, true);
    addEventListener("click", (event) => {
      if (event.target.closest("[role=option]")) leave(document.activeElement);
    }, true);
  }
  const now = `${data.story} ${data.form}`;
  if (before !== undefined && before !== now) setTimeout(bringIntoView, 50);
  before = now;
  noteAddress(data);
}
"""

_component = st.components.v2.component("themewatch_keyboard", html="<i></i>", js=_JS)


def mind_keyboard(inbox: Inbox, story: Story) -> None:
    """Let the keys work wherever the focus is; show the story when it is another."""
    form = inbox_state.form_open_for(story.id) or ""
    with st.container(height=1, border=False):
        _component(
            key="keyboard",
            data={"story": story.id, "page": inbox.page, "form": form},
            on_reason_change=_explain,
        )


def resume() -> None:
    """Begin a visit at the page and the story of the address."""
    if inbox_state.PLACE in st.session_state:
        return
    page = st.query_params.get(PAGE, "")
    st.session_state[inbox_state.PAGE] = int(page) if page.isdecimal() else 1
    st.session_state[inbox_state.CURRENT] = st.query_params.get(STORY)


def _explain() -> None:
    """Give the reason whose number was pressed."""
    number = st.session_state["keyboard"].reason
    if number and inbox_state.acts_done():
        st.session_state[inbox_acts.REASON] = list(REASONS)[int(number) - 1]
        inbox_acts.explain()
