"""An edition as a readable Markdown report."""

from collections.abc import Iterator

from themewatch.charts.edition_words import (
    confirmed_words,
    edition_title,
    ground_words,
    piece_facts,
    piece_heading,
    piece_result,
    published_words,
    undecided_words,
    what_now,
    why_decided,
)
from themewatch.charts.headline import headline
from themewatch.charts.sentences import gap_sentences, movement_phrases, theme_name
from themewatch.domain.edition import Edition, FrozenTheme, Ground, Piece
from themewatch.domain.edition_decisions import decided_anew
from themewatch.reports import map_words
from themewatch.reports.edition_table import edition_table
from themewatch.reports.map_markdown import table
from themewatch.reports.markdown import escaped
from themewatch.words import _


def edition_markdown(edition: Edition, ground: Ground) -> str:
    """Write what we do now first, then the map in words, then what it rests on."""
    return "\n\n".join(_blocks(edition, ground)) + "\n"


def _blocks(edition: Edition, ground: Ground) -> Iterator[str]:
    yield f"# {escaped(edition_title(edition))}"
    yield escaped(f"{published_words(edition)}. {ground_words(edition)}.")
    if edition.note:
        yield from _paragraphs(edition.note)
    yield f"## {escaped(_('What we do now'))}"
    yield from _decisions(edition)
    yield f"## {escaped(_('The map'))}"
    yield f"**{escaped(headline(edition.maturity_map, name=theme_name))}**"
    yield "\n".join(_lane(edition, theme) for theme in edition.themes)
    yield f"## {escaped(_('The map in words'))}"
    yield "\n".join(table(edition_table(edition)))
    yield f"## {escaped(_('The evidence it rests on'))}"
    for theme in edition.themes:
        yield from _evidence(theme, ground)
    yield f"## {escaped(_('The settings it was made with'))}"
    yield "\n".join(f"- {escaped(f'{c.name}: {c.value}')}" for c in edition.settings)
    yield escaped(map_words.marks_method())


def _paragraphs(note: str) -> Iterator[str]:
    for paragraph in note.split("\n\n"):
        if paragraph.strip():
            yield escaped(paragraph)


def _decisions(edition: Edition) -> Iterator[str]:
    themes = {theme.slug: theme.theme for theme in edition.themes}
    lines = [
        f"- **{escaped(theme_name(themes[d.theme]))}**: **{escaped(what_now(d))}.** "
        f"{escaped(why_decided(d))}"
        for d in decided_anew(edition.decisions)
    ]
    lines += [
        f"- {escaped(said)}" for said in confirmed_words(edition.decisions, themes)
    ]
    if lines:
        yield "\n".join(lines)
    if left := undecided_words(edition):
        yield escaped(left)


def _lane(edition: Edition, theme: FrozenTheme) -> str:
    drawn, standing = edition.maturity_map, theme.standing
    changes = "; ".join(movement_phrases(standing, drawn.since))
    words = " ".join([*gap_sentences(standing), f"{changes}." if changes else ""])
    return f"- **{escaped(theme_name(standing.theme))}**: {escaped(words.strip())}"


def _evidence(theme: FrozenTheme, ground: Ground) -> Iterator[str]:
    yield f"### {escaped(theme_name(theme.theme))}"
    pieces = ground.of(theme.slug)
    if pieces:
        yield "\n".join(_item(piece, theme) for piece in pieces)
    else:
        yield escaped(_("Nothing but the course's map."))


def _item(piece: Piece, theme: FrozenTheme) -> str:
    result = escaped(piece_result(piece, theme.theme))
    facts = escaped(piece_facts(piece))
    said = [f"**{escaped(piece_heading(piece))}**: {result}", facts]
    return "- " + " · ".join([*said, escaped(piece.words)] if piece.words else said)
