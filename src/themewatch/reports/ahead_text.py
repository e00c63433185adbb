"""What lies ahead as text for a terminal."""

from collections.abc import Iterator
from textwrap import wrap

from themewatch.charts.chances import chance_words, forecast_sentence
from themewatch.charts.checkpoint_words import checkpoint_facts
from themewatch.charts.sentences import theme_name
from themewatch.domain.checkpoint import Checkpoint
from themewatch.domain.excerpt import on_one_line
from themewatch.reports.ahead_listing import ChanceListing, CheckpointListing
from themewatch.words import _

WIDTH = 88
GAP = "   "


def chances_text(listing: ChanceListing) -> str:
    """Write a line for each theme: the sentence, and the chance of it today."""
    rows = [
        (
            theme_name(one.theme),
            forecast_sentence(one.stage, one.by, one.chance),
            _("today: {chance}").format(chance=chance_words(one.today)),
        )
        for one in listing.chances
    ]
    names = max(len(row[0]) for row in rows)
    sentences = max(len(row[1]) for row in rows)
    lines = (
        GAP.join([name.ljust(names), sentence.ljust(sentences), today])
        for name, sentence, today in rows
    )
    return "\n".join(lines) + "\n"


def checkpoints_text(listing: CheckpointListing) -> str:
    """Write a few lines for each checkpoint."""
    if not listing.checkpoints:
        return _("No checkpoints.") + "\n"
    blocks = ("\n".join(_lines(c, listing)) for c in listing.checkpoints)
    return "\n\n".join(blocks) + "\n"


def _lines(checkpoint: Checkpoint, listing: CheckpointListing) -> Iterator[str]:
    yield _safe(checkpoint.title)
    yield f"  {checkpoint_facts(checkpoint, listing.catalogue, listing.as_of)}"
    for text in (checkpoint.text, checkpoint.result):
        yield from wrap(_safe(text), WIDTH, initial_indent="  ", subsequent_indent="  ")
    if checkpoint.link:
        yield f"  {_safe(checkpoint.link)}"


def _safe(text: str) -> str:
    """Keep what stands on a line, and nothing that a terminal would obey."""
    return "".join(c for c in on_one_line(text) if c.isprintable())
