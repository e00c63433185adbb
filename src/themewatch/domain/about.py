"""What a line of what was done says of its subject: words that still tell in a year.

They name what everybody may read: a model, a theme, an outcome, a title. What
somebody wrote of it stays with the record. Pieces stand with dots between; of what
has a name in every language, such as a theme, its slug is one, and of a count, the
number before what was counted.
"""

from collections.abc import Callable, Mapping

from themewatch.domain.checkpoint import Checkpoint
from themewatch.domain.claim import Claim
from themewatch.domain.forecast import Forecast
from themewatch.domain.note import Note
from themewatch.domain.override import Override
from themewatch.domain.record import Record
from themewatch.domain.release import Release
from themewatch.domain.stage import Stage
from themewatch.domain.view import View

MOST = 80
"""So many characters of a text are kept."""
BETWEEN = " · "


def cut(text: str) -> str:
    r"""Return a text on one line, its end left out where it is long.

    >>> cut("Holds  one\nlook."), len(cut("x" * 100))
    ('Holds one look.', 80)
    """
    line = " ".join(text.split())
    return line if len(line) <= MOST else f"{line[: MOST - 1].rstrip()}…"


def joined(*pieces: str) -> str:
    """Return pieces as one text; empty ones are left out."""
    return BETWEEN.join(cut(piece) for piece in pieces if piece)


def counted(counts: Mapping[str, int]) -> str:
    """Return how many there were of what; what there was none of is left out.

    >>> counted({"note": 3, "claim": 0, "there": 1})
    '3 note · 1 there'
    """
    return joined(*(f"{count} {what}" for what, count in counts.items() if count))


def so_many(count: int, what: str) -> str:
    """Return how many there are of something; empty where there is none.

    >>> so_many(2, "claim"), so_many(1, "test"), so_many(0, "note")
    ('2 claims', '1 test', '')
    """
    return f"{count} {what}{'s' if count > 1 else ''}" if count else ""


def about_record(record: Record, named: str = "") -> str:
    """Say of what a record is in a few words.

    Args:
        record: Of any kind.
        named: What it refers to is called: a release's model, or a claim's text.
    """
    words = _WORDS[type(record)](record, cut(named))
    return joined(*words)


def _of_note(note: Note, model: str) -> tuple[str, ...]:
    counted = f"{note.acceptable}/{note.tries}" if note.has_counts else ""
    outcome = counted or (note.verdict or "")
    return (model or note.tool or "", note.theme, outcome)


def _of_claim(claim: Claim, model: str) -> tuple[str, ...]:
    return (model or claim.release, claim.theme, claim.text)


def _of_override(override: Override, claim: str) -> tuple[str, ...]:
    return (claim or override.claim, override.outcome)


def _of_view(view: View, _named: str) -> tuple[str, ...]:
    return (view.theme, Stage.at(view.position).slug)


def _of_release(release: Release, _named: str) -> tuple[str, ...]:
    return (release.model, release.vendor)


def _of_checkpoint(checkpoint: Checkpoint, _named: str) -> tuple[str, ...]:
    return (checkpoint.title,)


def _of_forecast(forecast: Forecast, _named: str) -> tuple[str, ...]:
    return (forecast.theme, forecast.stage.slug, forecast.by.isoformat())


_WORDS: Mapping[type[Record], Callable[..., tuple[str, ...]]] = {
    Note: _of_note,
    Claim: _of_claim,
    Override: _of_override,
    View: _of_view,
    Release: _of_release,
    Checkpoint: _of_checkpoint,
    Forecast: _of_forecast,
}
