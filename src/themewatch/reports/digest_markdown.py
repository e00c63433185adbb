"""A digest as Markdown, to mail or to keep."""

from collections.abc import Iterator

from themewatch.domain.digest import Digest
from themewatch.reports.digest_lines import Line, Section, page
from themewatch.reports.digest_words import sections, summary, title
from themewatch.reports.markdown import escaped
from themewatch.words import _


def digest_markdown(digest: Digest) -> str:
    """Write the headline, then each section as a list."""
    blocks = [
        f"# {escaped(title(digest))}",
        f"**{escaped(summary(digest))}**",
        *_way_in(digest),
        *(block for section in sections(digest) for block in _blocks(section)),
    ]
    return "\n\n".join(blocks) + "\n"


def _way_in(digest: Digest) -> Iterator[str]:
    if address := page(digest):
        yield _link(_("Open the map"), address)


def _blocks(section: Section) -> Iterator[str]:
    yield f"## {escaped(section.heading)}"
    if section.lines:
        yield "\n".join(map(_item, section.lines))
    else:
        yield escaped(section.nothing)
    if section.after:
        yield escaped(section.after)


def _item(line: Line) -> str:
    name = _link(line.name, line.page) if line.page else escaped(line.name)
    text = f"- **{name}**: {escaped(line.text)}"
    return f"{text} {_address(line.link)}" if line.link else text


def _link(words: str, address: str) -> str:
    """Write words that lead to a page of ours, whose address is no text from outside.

    A bracket in it would end the link; whoever chose the address of the house may
    have used one.
    """
    return f"[{escaped(words)}]({address.replace('(', '%28').replace(')', '%29')})"


def _address(link: str) -> str:
    """Write an address as a link to itself, which nothing in it can leave."""
    return f"<{link.replace('<', '%3C').replace('>', '%3E')}>"
