"""Test notes in words: the same on screen and in files."""

from themewatch.domain.note import Note, Verdict
from themewatch.domain.stage import Stage
from themewatch.domain.theme import Theme
from themewatch.words import _

VERDICT_STAGE = dict(zip(Verdict, Stage, strict=True))


def verdict_words(verdict: str, theme: Theme) -> str:
    """Say a verdict, by its slug, in the theme's own words."""
    return _(theme.stage_words[VERDICT_STAGE[Verdict(verdict)]])


def result_in_words(note: Note, theme: Theme) -> str:
    """Say how a test went."""
    words = []
    if note.tries is not None and note.acceptable is not None:
        words.append(
            _("{acceptable} of {tries} tries acceptable").format(
                acceptable=note.acceptable, tries=note.tries
            )
        )
    if note.verdict is not None:
        words.append(_(theme.stage_words[VERDICT_STAGE[note.verdict]]))
    if note.signal is not None:
        words.append(_(theme.signal(note.signal).name))
    return " · ".join(words) or _("no result given")
