"""Who did what, in words: the same on screen and in files."""

import re
from collections.abc import Mapping

from themewatch.charts.claim_words import OUTCOMES
from themewatch.charts.note_words import VERDICT_STAGE
from themewatch.charts.sentences import STAGE_NAMES, theme_name
from themewatch.domain.about import BETWEEN
from themewatch.domain.activity import Act, Activity, Subject
from themewatch.domain.note import Verdict
from themewatch.domain.theme import Catalogue, Theme
from themewatch.words import _, mark, ngettext

ACTS = {
    Act.RECORDED: mark("logged"),
    Act.CORRECTED: mark("corrected"),
    Act.TAKEN_BACK: mark("taken back"),
    Act.PUT_BACK: mark("put back"),
    Act.IMPORTED: mark("imported"),
    Act.ACCEPTED: mark("accepted from the inbox"),
    Act.ATTACHED: mark("attached to a release"),
    Act.DISMISSED: mark("dismissed"),
    Act.EXPLAINED: mark("said why it was dismissed"),
    Act.MERGED: mark("merged with another story"),
    Act.PUT_OFF: mark("put off"),
    Act.UNDONE: mark("undone in the inbox"),
    Act.FORGOTTEN: mark("forgotten as a lesson"),
    Act.REMEMBERED: mark("learned again"),
    Act.FEED_ADDED: mark("feed added"),
    Act.FEED_CHANGED: mark("feed changed"),
    Act.FEED_PAUSED: mark("feed paused"),
    Act.FEED_RESUMED: mark("feed resumed"),
    Act.FEED_REMOVED: mark("feed removed"),
    Act.SIGNED_IN: mark("signed in"),
    Act.SIGNED_OUT: mark("signed out"),
    Act.REFUSED: mark("refused"),
    Act.PERSON_CHANGED: mark("person changed"),
    Act.SETTING_CHANGED: mark("setting changed"),
    Act.ROUND_OPENED: mark("round opened"),
    Act.SECOND_ROUND: mark("second round opened"),
    Act.ROUND_CHANGED: mark("round changed"),
    Act.ROUND_CLOSED: mark("round closed"),
    Act.VOTED: mark("voted"),
    Act.DECIDED: mark("decided"),
    Act.PUBLISHED: mark("published"),
    Act.BACKED_UP: mark("backed up"),
    Act.RESTORED: mark("restored"),
}
"""What kind of act one looks for."""

DONE = {
    Act.RECORDED: mark("{who} logged {what}"),
    Act.CORRECTED: mark("{who} corrected {what}"),
    Act.TAKEN_BACK: mark("{who} took back {what}"),
    Act.PUT_BACK: mark("{who} put back {what}"),
    Act.IMPORTED: mark("{who} imported {what}"),
    Act.ACCEPTED: mark("{who} accepted {what}"),
    Act.ATTACHED: mark("{who} attached {what} to a release"),
    Act.DISMISSED: mark("{who} dismissed {what}"),
    Act.EXPLAINED: mark("{who} said why {what} was dismissed"),
    Act.MERGED: mark("{who} merged {what} with another"),
    Act.PUT_OFF: mark("{who} put off {what}"),
    Act.UNDONE: mark("{who} undid what was decided on {what}"),
    Act.FORGOTTEN: mark("{who} let what {what} taught be forgotten"),
    Act.REMEMBERED: mark("{who} let {what} teach again"),
    Act.FEED_ADDED: mark("{who} added {what}"),
    Act.FEED_CHANGED: mark("{who} changed {what}"),
    Act.FEED_PAUSED: mark("{who} paused {what}"),
    Act.FEED_RESUMED: mark("{who} resumed {what}"),
    Act.FEED_REMOVED: mark("{who} removed {what}"),
    Act.SIGNED_IN: mark("{who} signed in"),
    Act.SIGNED_OUT: mark("{who} signed out, or was signed out"),
    Act.REFUSED: mark("{who} was refused something"),
    Act.PERSON_CHANGED: mark("{who} changed {what}"),
    Act.SETTING_CHANGED: mark("{who} changed {what}"),
    Act.ROUND_OPENED: mark("{who} opened {what}"),
    Act.SECOND_ROUND: mark("{who} opened a second round"),
    Act.ROUND_CHANGED: mark("{who} changed {what}"),
    Act.ROUND_CLOSED: mark("{who} closed {what}"),
    Act.VOTED: mark("{who} voted in {what}"),
    Act.DECIDED: mark("{who} decided in {what}"),
    Act.PUBLISHED: mark("{who} published {what}"),
    Act.BACKED_UP: mark("{who} backed up everything"),
    Act.RESTORED: mark("{who} restored everything"),
}

KINDS = {
    "note": mark("a test note"),
    "claim": mark("a claim"),
    "release": mark("a release"),
    "view": mark("a view"),
    "override": mark("a word on a claim"),
    "checkpoint": mark("a checkpoint"),
    "forecast": mark("a forecast"),
    "story": mark("a story"),
    "feed": mark("a feed"),
    "feeds": mark("a list of feeds"),
    "evidence": mark("evidence"),
    "person": mark("what somebody may do"),
    "setting": mark("a setting"),
    "review": mark("a review round"),
    "edition": mark("an edition"),
    "archive": mark("an archive"),
}
COUNTS = {
    "note": (mark("{n} test note"), mark("{n} test notes")),
    "claim": (mark("{n} claim"), mark("{n} claims")),
    "release": (mark("{n} release"), mark("{n} releases")),
    "view": (mark("{n} view"), mark("{n} views")),
    "override": (mark("{n} word on a claim"), mark("{n} words on claims")),
    "checkpoint": (mark("{n} checkpoint"), mark("{n} checkpoints")),
    "forecast": (mark("{n} forecast"), mark("{n} forecasts")),
    "feed": (mark("{n} feed"), mark("{n} feeds")),
    "taken-back": (mark("{n} taken back"), mark("{n} taken back")),
    "row": (mark("{n} other row"), mark("{n} other rows")),
    "file": (mark("{n} file"), mark("{n} files")),
}
_COUNTED = re.compile(r"(\d+) ([a-z-]+)")


def done_words(line: Activity) -> str:
    """Say who did what, in a sentence without its end."""
    return _(DONE[line.act]).format(who=doer(line.person), what=_what(line.subject))


def _what(subject: Subject) -> str:
    """Name what it was done to: an edition by its number, else its kind."""
    if subject.kind == "edition" and subject.id:
        return _("edition {n}").format(n=subject.id)
    return _(KINDS[subject.kind]) if subject.kind in KINDS else _("something")


def doer(person: str) -> str:
    """Return who did it; without a name it was done at the machine."""
    return person or _("somebody at the machine")


def about_words(about: str, catalogue: Catalogue) -> str:
    """Say what a line says of its subject; what has a name in every language, by it."""
    pieces = about.split(BETWEEN)
    themes = (catalogue.themes.get(piece) for piece in pieces)
    names = _names(next(filter(None, themes), None))
    return BETWEEN.join(names.get(piece) or _piece(piece) for piece in pieces)


def _names(theme: Theme | None) -> Mapping[str, str]:
    """Return the names of slugs where a theme is spoken of."""
    if theme is None:
        return {outcome.value: _(name) for outcome, name in OUTCOMES.items()}
    stages = {stage.slug: _(name) for stage, name in STAGE_NAMES.items()}
    verdicts = {v.value: _(theme.stage_words[VERDICT_STAGE[v]]) for v in Verdict}
    return {theme.slug: theme_name(theme), **stages, **verdicts}


def _piece(piece: str) -> str:
    """Say how many there were of something that was counted, else the piece itself."""
    found = _COUNTED.fullmatch(piece)
    if found is None or found[2] not in COUNTS:
        return piece
    one, many = COUNTS[found[2]]
    return ngettext(one, many, int(found[1])).format(n=found[1])
