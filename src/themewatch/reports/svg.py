"""SVG as text: elements are written here, so that nothing goes out unescaped."""

from html import escape


def element(name: str, *children: str, **attributes: str | float) -> str:
    """Return an element around children that are SVG already.

    A trailing or inner underscore of an attribute stands for a hyphen.

    >>> element("line", x1=1.25, stroke_width=2, class_="gap")
    '<line x1="1.2" stroke-width="2" class="gap"/>'
    """
    start = " ".join([name, *(_attribute(*pair) for pair in attributes.items())])
    if not children:
        return f"<{start}/>"
    return f"<{start}>{''.join(children)}</{name}>"


def words(name: str, text: str, **attributes: str | float) -> str:
    """Return an element that holds plain words.

    >>> words("desc", "Ink & <paper>")
    '<desc>Ink &amp; &lt;paper&gt;</desc>'
    """
    return element(name, escape(text, quote=False), **attributes)


def _attribute(name: str, value: str | float) -> str:
    written = value if isinstance(value, str) else f"{round(value, 1):g}"
    return f'{name.strip("_").replace("_", "-")}="{escape(written)}"'
