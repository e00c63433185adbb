"""Two pictures on one place, with a line between them that is moved.

By pointer, by touch, or by the arrow keys: it is a range field over both pictures.
"""

import streamlit as st

from themewatch.services.pictures import Picture
from themewatch.words import _

_HTML = """
<figure>
  <div class="frame">
    <img class="one"><img class="other"><div class="line"></div>
    <input type="range" min="0" max="100" step="1">
  </div>
  <figcaption><span></span><span></span></figcaption>
</figure>
"""

_JS = """
export default function ({ parentElement, data }) {
  const find = (name) => parentElement.querySelector(name);
  const frame = find(".frame"), range = find("input");
  const pictures = [find(".one"), find(".other")];
  const captions = parentElement.querySelectorAll("figcaption span");
  data.pictures.forEach(({ address, name, caption }, i) => {
    if (pictures[i].src !== address) pictures[i].src = address;
    pictures[i].alt = name;
    captions[i].textContent = caption;
  });
  frame.style.setProperty("--ratio", data.ratio);
  range.setAttribute("aria-label", data.label);
  const move = () => {
    frame.style.setProperty("--at", `${range.value}%`);
    range.setAttribute("aria-valuetext", data.said.replace("{}", range.value));
  };
  range.oninput = move;
  move();
}
"""

_CSS = """
figure { margin: 0; color: var(--st-text-color); font: inherit; }
.frame { --at: 50%; position: relative; overflow: hidden; width: 100%;
  aspect-ratio: var(--ratio); max-width: calc(70vh * var(--ratio));
  border-radius: var(--st-base-radius);
  background: var(--st-secondary-background-color); }
.frame:focus-within { outline: 2px solid var(--st-primary-color);
  outline-offset: 2px; }
img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: contain; }
.one { clip-path: inset(0 calc(100% - var(--at)) 0 0); }
.other { clip-path: inset(0 0 0 var(--at)); }
.line { position: absolute; inset: 0 auto 0 var(--at); width: 2px; margin-left: -1px;
  background: #fff; box-shadow: 0 0 0 1px #0008; }
.line::after { content: "↔"; position: absolute; top: 50%; left: 50%;
  width: 2rem; height: 2rem; margin: -1rem; border-radius: 50%; background: #fff;
  color: #1b1b1b; line-height: 2rem; text-align: center; box-shadow: 0 0 0 1px #0008; }
input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0;
  opacity: 0; cursor: ew-resize; touch-action: pan-y; }
figcaption { display: flex; justify-content: space-between; gap: 1rem;
  padding-top: 0.25rem; font-size: 0.875rem;
  max-width: calc(70vh * var(--ratio, 100)); }
figcaption span:last-child { text-align: right; }
"""

_component = st.components.v2.component(
    "themewatch_image_slider", html=_HTML, css=_CSS, js=_JS
)


def image_slider(
    one: tuple[Picture, str, str], other: tuple[Picture, str, str], *, key: str
) -> None:
    """Draw two pictures, each with its name and with what stands under it."""
    shape = max(one[0], other[0], key=lambda picture: picture.height / picture.width)
    said = _("{n} of 100 parts show “{caption}”, the rest “{other}”")
    _component(
        key=key,
        data={
            "pictures": [
                {"address": picture.address, "name": name, "caption": caption}
                for picture, name, caption in (one, other)
            ],
            "ratio": shape.width / shape.height,
            "label": _("The line between both pictures"),
            "said": said.format(n="{}", caption=one[2], other=other[2]),
        },
    )
