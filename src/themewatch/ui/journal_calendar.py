"""The month as a calendar whose days are buttons."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from themewatch.domain.journal_days import Day, DayState
from themewatch.words import _, mark

_JS = """
export default function (component) {
  const { parentElement, data, setTriggerValue } = component;
  const table = parentElement.querySelector("table");
  const cell = (tag, text) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    return made;
  };
  const head = cell("tr");
  for (const [short, long] of data.weekdays) {
    const th = cell("th", short);
    th.scope = "col";
    th.abbr = long;
    head.append(th);
  }
  const rows = data.weeks.map((week) => {
    const row = cell("tr");
    for (const day of week) {
      const td = cell("td");
      if (day) {
        const button = cell("button");
        button.type = "button";
        button.className = day.state;
        button.append(cell("b", day.number), cell("i", day.sign));
        button.setAttribute("aria-label", day.label);
        if (day.today) button.setAttribute("aria-current", "date");
        button.setAttribute("aria-pressed", day.chosen ? "true" : "false");
        button.onclick = () => setTriggerValue("day", day.on);
        td.append(button);
      }
      row.append(td);
    }
    return row;
  });
  table.querySelector("caption").textContent = data.caption;
  table.querySelector("thead").replaceChildren(head);
  table.querySelector("tbody").replaceChildren(...rows);
}
"""

_CSS = """
table { border-collapse: separate; border-spacing: 3px; width: 100%; max-width: 30rem;
  table-layout: fixed; color: var(--st-text-color); font: inherit; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); }
th { font-weight: 400; font-size: 0.8rem; padding: 0 0 2px; text-align: center; }
td { padding: 0; }
button { width: 100%; height: 2.75rem; padding: 0; cursor: pointer; font: inherit;
  font-size: 0.875rem; line-height: 1.15; color: inherit; border-radius: 6px;
  background: transparent; border: 1px solid var(--st-border-color); }
button b { display: block; font-weight: 400; }
button i { display: block; font-style: normal; font-size: 0.7rem; min-height: 0.8rem; }
button.noted { background: var(--st-secondary-background-color); }
button.noted b { font-weight: 700; }
button.planned { border-style: dashed; }
button.skipped { background: repeating-linear-gradient(135deg, transparent 0 5px,
  var(--st-secondary-background-color) 5px 8px); }
button.ahead { opacity: 0.75; }
button[aria-current="date"] { outline: 2px solid var(--st-text-color);
  outline-offset: -2px; }
button[aria-pressed="true"], button:hover, button:focus-visible {
  border-color: var(--st-primary-color);
  box-shadow: 0 0 0 1px var(--st-primary-color); }
"""

_component = st.components.v2.component(
    "themewatch_month",
    html="<table><caption></caption><thead></thead><tbody></tbody></table>",
    css=_CSS,
    js=_JS,
)

WEEKDAYS = (
    (mark("Mon"), mark("Monday")),
    (mark("Tue"), mark("Tuesday")),
    (mark("Wed"), mark("Wednesday")),
    (mark("Thu"), mark("Thursday")),
    (mark("Fri"), mark("Friday")),
    (mark("Sat"), mark("Saturday")),
    (mark("Sun"), mark("Sunday")),
)
STATES = {
    DayState.NOTED: (mark("●"), mark("noted")),
    DayState.PLANNED: (mark("○"), mark("planned")),
    DayState.SKIPPED: (mark("–"), mark("skipped")),
    DayState.EMPTY: ("", mark("empty")),
}


def show_calendar(
    weeks: Sequence[Sequence[Day | None]], chosen: date | None, caption: str
) -> date | None:
    """Draw the weeks, Monday first; returns the day that was just chosen."""
    clicked = _component(
        key="journal_calendar",
        data={
            "caption": caption,
            "weekdays": [[_(short), _(long)] for short, long in WEEKDAYS],
            "weeks": [[_cell(day, chosen) for day in week] for week in weeks],
        },
        on_day_change=_noted,
    )
    day = clicked.get("day")
    return date.fromisoformat(day) if day else None


def _cell(day: Day | None, chosen: date | None) -> dict[str, Any] | None:
    if day is None:
        return None
    sign, words = STATES[day.state]
    label = _("{day}: {state}").format(day=day.on.isoformat(), state=_(words))
    return {
        "on": day.on.isoformat(),
        "number": str(day.on.day),
        "sign": sign,
        "state": f"{day.state.value} {'ahead' if day.is_future else ''}".strip(),
        "label": label,
        "today": day.is_today,
        "chosen": day.on == chosen,
    }


def _noted() -> None:
    """Having a callback is what makes Streamlit hand the day over."""
