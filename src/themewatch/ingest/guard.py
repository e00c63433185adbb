"""A process of its own for feedparser, with limits on its time and memory.

It reads a line of JSON and the bytes of a document that the line announces, and
answers with a line of JSON: the feed found, or null. When a document takes too much,
the system ends the process, and nobody else.
"""

import json
import signal
import sys
from typing import BinaryIO

from themewatch.ingest.found import FoundEntry, FoundFeed, Words
from themewatch.ingest.with_feedparser import read_with_feedparser

CPU_SECONDS = 1.5
MEMORY = 256 * 2**20


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer until the questions end."""
    while line := questions.readline():
        asked = json.loads(line)
        found = _read(questions.read(asked["size"]), asked["type"], asked["most"])
        answers.write(json.dumps(found).encode("ascii") + b"\n")
        answers.flush()


def found_in(line: bytes) -> FoundFeed | None:
    """Return what a line of an answer tells."""
    found = json.loads(line)
    if found is None:
        return None
    title, site, ttl, entries = found
    return FoundFeed(Words(*title), site, ttl, [_entry(*entry) for entry in entries])


def _entry(
    raw_id: str | None,
    link: str | None,
    title: tuple[str, bool],
    text: tuple[str, bool],
    *times: int | None,
) -> FoundEntry:
    return FoundEntry(raw_id, link, Words(*title), Words(*text), *times)


def _read(body: bytes, content_type: str, most: int) -> FoundFeed | None:
    _limit_cpu(CPU_SECONDS)
    try:
        return read_with_feedparser(body, content_type, most)
    except Exception:  # noqa: BLE001  strangers' documents make it raise anything
        return None
    finally:
        _limit_cpu(0)


def _limit_cpu(seconds: float) -> None:
    """End this process by a signal after so much CPU time; 0 for no limit."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415  there is none on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


if __name__ == "__main__":
    _limit_memory()
    serve(sys.stdin.buffer, sys.stdout.buffer)
