"""Two players that go in step: what one plays, halts or seeks, the other does too.

One of both is heard at a time, so that two sounds can be compared.
"""

from collections.abc import Callable

import streamlit as st

from themewatch.words import _

_HTML = """
<div class="bar" role="group">
  <button type="button"></button>
  <input type="range" min="0" step="0.05" value="0">
  <output></output>
</div>
<div class="heard" role="radiogroup">
  <label><input type="radio" name="heard" value="0"><span></span></label>
  <label><input type="radio" name="heard" value="1"><span></span></label>
</div>
"""

_JS = """
const APART = 0.2; // seconds: less is in step
const pairs = new Map();
const chosen = new Map(); // which one is heard: a pair is drawn anew, a choice stays

const player = (place) => document.querySelector(
  `.st-key-${CSS.escape(place)} :is(video, audio)`);
const both = (pair) => pair.places.map(player).filter(Boolean);
const length = (media) => (isFinite(media.duration) ? media.duration : 0);
const isOver = (media) => length(media) && media.currentTime >= length(media) - 0.05;

function follow(leader, other) {
  const wanted = Math.min(leader.currentTime, length(other) || leader.currentTime);
  if (Math.abs(other.currentTime - wanted) > APART) other.currentTime = wanted;
}

function onMedia({ type, target }) {
  for (const pair of pairs.values()) {
    const players = both(pair);
    const other = players[1 - players.indexOf(target)];
    if (!players.includes(target) || !other) continue;
    if (type === "play" && !isOver(other)) {
      follow(target, other);
      other.play();
    }
    if (type === "pause" && !isOver(target)) other.pause();
    if (type === "seeking" && !isOver(target)) follow(target, other);
    if (type === "ratechange") other.playbackRate = target.playbackRate;
    if (type === "timeupdate" && !target.paused && target === players[0]) {
      if (!other.paused) follow(target, other);
    }
    pair.draw();
  }
}

function listen() {
  if (pairs.size) return;
  const kinds = ["play", "pause", "seeking", "seeked", "ratechange", "timeupdate",
    "ended", "loadedmetadata", "durationchange"];
  for (const kind of kinds) document.addEventListener(kind, onMedia, true);
}

const clock = (seconds) => `${Math.floor(seconds / 60)}:` +
  `${Math.floor(seconds % 60)}`.padStart(2, "0");

export default function ({ parentElement, data }) {
  listen();
  const name = data.places.join(" ");
  const pair = pairs.get(name) ?? { heard: chosen.get(name) ?? 0 };
  pairs.set(name, pair);
  pair.places = data.places;
  const button = parentElement.querySelector("button");
  const range = parentElement.querySelector("input[type=range]");
  const said = parentElement.querySelector("output");
  const radios = [...parentElement.querySelectorAll("input[type=radio]")];
  const isPlaying = () => both(pair).some((media) => !media.paused);
  const at = () => Math.max(0, ...both(pair).map((media) => media.currentTime));

  parentElement.querySelector(".bar").setAttribute("aria-label", data.label);
  parentElement.querySelector(".heard").setAttribute("aria-label", data.hear);
  range.setAttribute("aria-label", data.seek);
  radios.forEach((radio, i) => {
    radio.nextElementSibling.textContent = data.names[i];
    radio.checked = pair.heard === i;
    radio.onchange = () => {
      chosen.set(name, i);
      pair.heard = i;
      pair.draw();
    };
  });

  pair.draw = () => {
    const players = both(pair), end = Math.max(0, ...players.map(length));
    players.forEach((media, i) => {
      if (media.muted !== (i !== pair.heard)) media.muted = i !== pair.heard;
    });
    button.textContent = isPlaying() ? data.pause : data.play;
    range.max = end;
    range.value = at();
    said.textContent = `${clock(at())} / ${clock(end)}`;
    range.setAttribute("aria-valuetext", said.textContent);
  };
  button.onclick = () => {
    const players = both(pair);
    if (isPlaying()) return players.forEach((media) => media.pause());
    if (players.every(isOver)) players.forEach((media) => { media.currentTime = 0; });
    players.filter((media) => !isOver(media)).forEach((media) => media.play());
  };
  range.oninput = () => {
    for (const media of both(pair)) {
      const wanted = Number(range.value);
      media.currentTime = Math.min(wanted, length(media) || wanted);
    }
  };
  pair.draw();
  setTimeout(pair.draw, 500);
  return () => pairs.delete(name);
}
"""

_CSS = """
:host, div { color: var(--st-text-color); font: inherit; font-size: 0.875rem; }
.bar, .heard { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem; }
.heard { padding-top: 0.5rem; }
.bar input { flex: 1 1 10rem; min-width: 6rem; min-height: 1.5rem;
  accent-color: var(--st-primary-color); }
label { display: flex; align-items: center; gap: 0.4rem; min-height: 1.5rem; }
label input { accent-color: var(--st-primary-color); width: 1rem; height: 1rem; }
button { font: inherit; color: inherit; background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
  padding: 0.25rem 0.75rem; min-height: 2.5rem; min-width: 6.5rem; cursor: pointer; }
button:hover, button:focus-visible { border-color: var(--st-primary-color);
  outline-color: var(--st-primary-color); }
output { font-variant-numeric: tabular-nums; min-width: 5rem; }
"""

_component = st.components.v2.component(
    "themewatch_players_in_step", html=_HTML, css=_CSS, js=_JS
)


def players_in_step(
    names: tuple[str, str],
    players: tuple[Callable[[], None], Callable[[], None]],
    *,
    key: str,
) -> None:
    """Draw two players beside each other, and what moves both at once.

    Args:
        names: What each is called.
        players: Draw one player each.
        key: Of this pair.
    """
    places = [f"{key}-one", f"{key}-other"]
    for column, place, draw in zip(st.columns(2), places, players, strict=True):
        with column, st.container(key=place):
            draw()
    _component(
        key=f"{key}-step",
        data={
            "places": places,
            "names": [_("Hear {name}").format(name=name) for name in names],
            "label": _("Both players"),
            "hear": _("Which of both is heard"),
            "seek": _("Where both stand"),
            "play": _("Play both"),
            "pause": _("Pause both"),
        },
    )
