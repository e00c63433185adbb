"""A button that copies a picture of the map; the browser draws it from our SVG."""

import streamlit as st

from themewatch.words import _

_JS = """
export default function (component) {
  const { parentElement, data } = component;
  const button = parentElement.querySelector("button");
  const said = parentElement.querySelector("output");
  button.textContent = data.label;

  function toBlob() {
    return new Promise((resolve, reject) => {
      const picture = new Image();
      picture.onload = () => {
        const canvas = document.createElement("canvas");
        const [, , width, height] = data.svg.match(/viewBox="([^"]+)"/)[1].split(" ");
        canvas.width = 2 * width;
        canvas.height = 2 * height;
        const pen = canvas.getContext("2d");
        pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
        canvas.toBlob((blob) => (blob ? resolve(blob) : reject()), "image/png");
      };
      picture.onerror = reject;
      picture.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(data.svg);
    });
  }

  async function keepAsFile() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await toBlob());
    link.download = data.filename;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    said.textContent = data.saved;
  }

  // Browsers give the clipboard only to https and to this machine itself.
  button.onclick = async () => {
    try {
      const item = new ClipboardItem({ "image/png": toBlob() });
      await navigator.clipboard.write([item]);
      said.textContent = data.copied;
    } catch {
      await keepAsFile();
    }
  };
}
"""

_CSS = """
button {
  display: block; font: inherit;
  color: var(--st-text-color); background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
  font-size: 0.875rem; padding: 0.25rem 0.75rem; min-height: 2.5rem; cursor: pointer;
}
button:hover, button:focus-visible {
  border-color: var(--st-primary-color); outline-color: var(--st-primary-color);
}
output { display: block; font-size: 0.875rem; }
output:not(:empty) { padding-top: 0.25rem; }
"""

_component = st.components.v2.component(
    "themewatch_copy_picture",
    html='<button type="button"></button><output aria-live="polite"></output>',
    css=_CSS,
    js=_JS,
)


def copy_picture(svg: str, filename: str, *, key: str) -> None:
    """Draw the button for an SVG that has a viewBox."""
    _component(
        key=key,
        width="content",
        data={
            "svg": svg,
            "filename": filename,
            "label": _("Copy as picture"),
            "copied": _("Copied: paste it where you need it."),
            "saved": _("This browser keeps the clipboard closed: saved as a file."),
        },
    )
