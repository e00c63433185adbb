"""Where the collected feeds are, for tests that read all of them."""

from collections.abc import Iterator
from pathlib import Path

FEEDS = Path(__file__).parents[3] / "shared" / "data" / "feeds"
ABSENT = "the collected feeds are not beside the project"
_XML = {".xml", ".rss", ".atom", ".rdf"}


def documents(*folders: str) -> Iterator[Path]:
    """Yield every feed in XML under these folders."""
    for folder in folders:
        for path in sorted((FEEDS / folder).rglob("*")):
            if path.suffix in _XML and path.is_file():
                yield path
