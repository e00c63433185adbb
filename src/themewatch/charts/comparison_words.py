"""What is said of two editions held against each other."""

from collections.abc import Iterable, Iterator

from themewatch.charts.edition_words import edition_name, names, pieces_words
from themewatch.charts.sentences import (
    WORTH_SAYING,
    narrowed_words,
    place,
    stage_name,
)
from themewatch.domain.edition_comparison import (
    Change,
    EditionComparison,
    ThemeComparison,
    Why,
)
from themewatch.domain.stage import Stage
from themewatch.words import _, mark, ngettext

WIDENED = (
    (0.10, mark("range widened by a tenth")),
    (0.20, mark("range widened by a fifth")),
    (0.25, mark("range widened by a quarter")),
    (0.33, mark("range widened by a third")),
    (0.50, mark("range widened by half")),
    (1.00, mark("range twice as wide")),
)


def comparison_title(found: EditionComparison) -> str:
    return _("{earlier} and {later}").format(
        earlier=edition_name(found.earlier.number),
        later=edition_name(found.later.number),
    )


def comparison_summary(found: EditionComparison) -> str:
    """Say in a line what moved, what was confirmed, and what nobody looked at."""
    return " ".join(comparison_sentences(found))


def comparison_sentences(found: EditionComparison) -> list[str]:
    """Return a sentence for each thing that became of some themes."""
    parts = {
        _("Up: {themes}."): found.of(Change.UP),
        _("Down: {themes}."): found.of(Change.DOWN),
        _("Confirmed: {themes}."): found.of(Change.CONFIRMED),
        _("Not reviewed: {themes}."): found.of(Change.NOT_REVIEWED),
    }
    return [
        said.format(themes=names([theme.later.theme for theme in themes]))
        for said, themes in parts.items()
        if themes
    ]


def change_words(theme: ThemeComparison) -> str:
    """Say how a theme moved: its shape, by how much, from where to where."""
    if not theme.has_moved:
        return _still(theme)
    return _("{moved}: from {start} to {end}").format(
        moved=_moved(theme),
        start=place(theme.earlier.published),
        end=place(theme.later.published),
    )


def decided_words(theme: ThemeComparison) -> str:
    """Say that a place is the team's word, and what speaks otherwise; else nothing.

    Tests are named only where there were some: before, the course's map speaks, or
    what people here think.
    """
    found = place(theme.later.position.mean)
    if not theme.is_decided or found == place(theme.later.published):
        return ""
    if theme.later.notes:
        said = _("as the team placed it; tests show {place}")
    elif theme.later.views:
        said = _("as the team placed it; not tested here, views say {place}")
    else:
        said = _("as the team placed it; not tested here, the course's map: {place}")
    return said.format(place=found)


def _still(theme: ThemeComparison) -> str:
    where, is_untested = place(theme.later.published), theme.later.notes == 0
    if theme.change is not Change.CONFIRMED:
        said = _("◌ not reviewed, no clear change: {place}")
    elif is_untested:
        said = _("◌ confirmed, not tested here: {place}")
    else:
        said = _("● confirmed: {place}")
    return said.format(place=where)


def _moved(theme: ThemeComparison) -> str:
    stages, is_up = abs(theme.stages), theme.change is Change.UP
    if not stages or (theme.stages > 0) is not is_up:
        within = _("▲ up within {stage}") if is_up else _("▼ down within {stage}")
        return within.format(stage=stage_name(Stage.at(theme.later.published)))
    if is_up:
        return ngettext("▲ up {n} stage", "▲ up {n} stages", stages).format(n=stages)
    return ngettext("▼ down {n} stage", "▼ down {n} stages", stages).format(n=stages)


def doubt_words(narrowed: float) -> str:
    """Say whether doubt is wider or narrower.

    >>> doubt_words(0.31), doubt_words(-0.5), doubt_words(0.01)
    ('range narrowed by a third', 'range widened by half', 'range as wide as before')
    """
    said = narrowed_words(narrowed)
    if said is not None:
        return said
    if narrowed > -WORTH_SAYING:
        return _("range as wide as before")
    _nearest, message = min(WIDENED, key=lambda known: abs(known[0] + narrowed))
    return _(message)


def why_words(why: Why) -> str:
    """Say what evidence came between two editions, was corrected or taken back."""
    said = list(_why(why))
    return "; ".join(said) if said else _("no evidence came between them")


def _why(why: Why) -> Iterator[str]:
    if new := pieces_words(why.new):
        yield _("new: {pieces}").format(pieces=new)
    if corrected := pieces_words(why.corrected):
        yield _("corrected: {pieces}").format(pieces=corrected)
    if gone := pieces_words(why.gone):
        yield _("taken back: {pieces}").format(pieces=gone)


def not_reviewed_note(themes: Iterable[ThemeComparison]) -> str:
    """Say what moved although nobody looked at it; nothing where that is not so."""
    moved = [t.later.theme for t in themes if t.has_moved and not t.is_reviewed]
    if not moved:
        return ""
    return _("Moved by evidence alone, not reviewed: {themes}.").format(
        themes=names(moved)
    )


def method_words(found: EditionComparison) -> str:
    """Say that the two were made otherwise, where they were."""
    if found.has_same_settings:
        return ""
    return _(
        "The method changed between them: some of what moved may be the method's doing."
    )
