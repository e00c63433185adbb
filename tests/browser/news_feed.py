"""A feed of news as a site publishes it, and the command that fetches it."""

import os
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import escape

from tests.browser.server import THEMEWATCH
from tests.homes import variables_of

CLIPS = (
    "Kling 9.{n} is a new video generation model. It makes 20-second clips with "
    "multi-shot storytelling and keeps the same character consistent across shots. "
    "It is available to everybody today."
)
"""The matcher finds a release, consistency and longer video in it."""


def a_feed(titles: Sequence[str], text: str = CLIPS) -> str:
    """Return a feed of entries of the last hours, the newest first."""
    now = datetime.now(UTC)
    items = "".join(
        f"<item><title>{escape(title)}</title>"
        f"<link>https://news.example/{number}</link><guid>n{number}</guid>"
        f"<pubDate>{format_datetime(now - timedelta(hours=number))}</pubDate>"
        f"<description>{escape(text.format(n=number))}</description></item>"
        for number, title in enumerate(titles, start=1)
    )
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Film news</title>'
        f"<link>https://news.example/</link>{items}</channel></rss>"
    )


def ingest(home: Path) -> None:
    """Fetch what is due and match it, as a person does at a terminal."""
    subprocess.run(
        [*THEMEWATCH, "ingest", "--allow-host", "127.0.0.1", "--spacing", "0"],
        check=True,
        capture_output=True,
        timeout=120,
        env=os.environ | variables_of(home),
    )
