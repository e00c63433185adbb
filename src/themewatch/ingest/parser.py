"""feedparser behind its guard: asked from here, answered by another process."""

import json
import subprocess
import sys
from threading import Lock, Timer
from types import TracebackType
from typing import IO, cast

from themewatch.ingest.found import FoundFeed
from themewatch.ingest.guard import found_in

_PATIENCE = 20.0
"""Seconds by the clock on the wall, where the limit on CPU time does not hold."""


class TooMuchError(Exception):
    """A document took more time or memory than any may."""


class Parser:
    """Owns the guarded process: started when first needed, replaced when it died.

    Threads may share it; they wait for each other.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Parser":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._lock:
            self._end()

    def read(self, body: bytes, content_type: str, most: int) -> FoundFeed | None:
        """Return the feed found in a document, None where there is none.

        Raises:
            TooMuchError: Its process was ended before it had an answer.
        """
        asked = {"size": len(body), "type": content_type, "most": most}
        with self._lock:
            line = self._ask(json.dumps(asked).encode("ascii") + b"\n" + body)
        return found_in(line)

    def _ask(self, question: bytes) -> bytes:
        process = self._started()
        questions = cast("IO[bytes]", process.stdin)
        answers = cast("IO[bytes]", process.stdout)
        timer = Timer(_PATIENCE, process.kill)
        timer.start()
        try:
            questions.write(question)
            questions.flush()
            answer = answers.readline()
        except BrokenPipeError:
            answer = b""
        finally:
            timer.cancel()
        if not answer.endswith(b"\n"):
            self._end()
            raise TooMuchError
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "themewatch.ingest.guard"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,  # Ctrl-C is for us alone
            )
        return self._process

    def _end(self) -> None:
        if self._process is None:
            return
        process, self._process = self._process, None
        process.kill()
        process.communicate()  # waits for its end, and closes the pipes
