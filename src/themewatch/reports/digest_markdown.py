"""A digest as Markdown, to mail or to keep."""

from collections.abc import Iterator

from themewatch.domain.digest import Digest
from themewatch.reports.digest_words import Line, Section, sections, summary, title
from themewatch.reports.markdown import escaped


def digest_markdown(digest: Digest) -> str:
    """Write the headline, then each section as a list."""
    blocks = [
        f"# {escaped(title(digest))}",
        f"**{escaped(summary(digest))}**",
        *(block for section in sections(digest) for block in _blocks(section)),
    ]
    return "\n\n".join(blocks) + "\n"


def _blocks(section: Section) -> Iterator[str]:
    yield f"## {escaped(section.heading)}"
    if section.lines:
        yield "\n".join(map(_item, section.lines))
    else:
        yield escaped(section.nothing)
    if section.after:
        yield escaped(section.after)


def _item(line: Line) -> str:
    text = f"- **{escaped(line.name)}**: {escaped(line.text)}"
    return f"{text} {_address(line.link)}" if line.link else text


def _address(link: str) -> str:
    """Write an address as a link to itself, which nothing in it can leave."""
    return f"<{link.replace('<', '%3C').replace('>', '%3E')}>"
