"""What an archive brings, in words for people."""

from collections.abc import Iterator

from themewatch.domain.archive import Incoming
from themewatch.words import _, mark, ngettext

MOST_NAMED = 10
_RECORDS = {
    "release": (mark("{n} release"), mark("{n} releases")),
    "claim": (mark("{n} claim"), mark("{n} claims")),
    "note": (mark("{n} test note"), mark("{n} test notes")),
    "view": (mark("{n} view"), mark("{n} views")),
    "override": (mark("{n} overruled outcome"), mark("{n} overruled outcomes")),
    "checkpoint": (mark("{n} checkpoint"), mark("{n} checkpoints")),
    "forecast": (mark("{n} forecast"), mark("{n} forecasts")),
}
_ROWS = {
    "journals": (mark("{n} journal"), mark("{n} journals")),
    "reviews": (mark("{n} review"), mark("{n} reviews")),
    "editions": (mark("{n} edition"), mark("{n} editions")),
    "feeds": (mark("{n} feed"), mark("{n} feeds")),
    "stories": (mark("{n} story"), mark("{n} stories")),
    "people": (mark("{n} person"), mark("{n} people")),
}
_NAMES = {
    "journals": mark("The journal {key}"),
    "journal_entries": mark("The journal entry {key}"),
    "journal_reports": mark("The closed version of a journal {key}"),
    "reviews": mark("The review {key}"),
    "review_rounds": mark("The round {key}"),
    "ballots": mark("The vote {key}"),
    "review_decisions": mark("The decision {key}"),
    "editions": mark("Edition {key}"),
    "settings": mark("The setting {key}"),
    "feeds": mark("The feed {key}"),
    "people": mark("The person {key}"),
    "entries": mark("The piece of news {key}"),
    "decisions": mark("The decision on news {key}"),
}


def sentences(incoming: Incoming, *, is_done: bool) -> Iterator[str]:
    """Say what came, or would come, and what does not and why."""
    what = ", ".join(counts(incoming))
    if not incoming.is_anything:
        yield _("Nothing in it is new here.")
    else:
        said = _("Brought in: {what}.") if is_done else _("It would bring: {what}.")
        yield said.format(what=what)
    if there := incoming.there:
        said = ngettext(
            "{n} row was here already.", "{n} rows were here already.", there
        )
        yield said.format(n=there)
    if incoming.rows.get("people"):
        yield _("People who come have no role here until an admin gives them one.")
    yield from conflict_sentences(incoming)


def counts(incoming: Incoming) -> list[str]:
    """Return how many of each are new, each ready to stand in a list."""
    found = [
        ngettext(*_RECORDS[kind], n).format(n=n) for kind, n in incoming.records.items()
    ]
    found += [
        ngettext(*_ROWS[name], n).format(n=n)
        for name, n in incoming.rows.items()
        if name in _ROWS
    ]
    if incoming.taken_back:
        found.append(
            ngettext("{n} take-back", "{n} take-backs", incoming.taken_back).format(
                n=incoming.taken_back
            )
        )
    if rest := sum(n for name, n in incoming.rows.items() if name not in _ROWS):
        found.append(ngettext("{n} other row", "{n} other rows", rest).format(n=rest))
    files = incoming.files
    if files:
        found.append(ngettext("{n} file", "{n} files", files).format(n=files))
    return found


def conflict_sentences(incoming: Incoming) -> Iterator[str]:
    """Name what did not come because of what is here."""
    other = _("{what} is here with other content, which stays.")
    taken = _("{what} does not come: what only one may have is taken here.")
    for conflict in incoming.conflicts[:MOST_NAMED]:
        named = _(_NAMES.get(conflict.table, mark("The row {key}")))
        what = named.format(key=conflict.key)
        yield (other if conflict.is_other else taken).format(what=what)
    rest = len(incoming.conflicts) - MOST_NAMED
    if rest > 0:
        yield ngettext(
            "The same holds for {n} more.", "The same holds for {n} more.", rest
        ).format(n=rest)
