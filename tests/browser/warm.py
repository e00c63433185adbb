"""Servers that begin at once: a process that has loaded all becomes one when asked.

Loading is most of a server's start, and as good as none of what browser tests look at;
`tests/integration/test_serve.py` starts one as a person does. Run as
`python -m tests.browser.warm`: each line of standard input asks for one, and the answer
is the id of its process.
"""

import importlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic, sleep

from themewatch.config import use_one_thread

ROOT = Path(__file__).parents[2]
_GLANCE = 0.02  # seconds


class Warm:
    """A server's process, as `subprocess.Popen` has one."""

    def __init__(
        self, command: Sequence[str], variables: Mapping[str, str], clock: Path | None
    ) -> None:
        asked = {
            "command": list(command),
            "variables": dict(variables),
            "clock": clock and str(clock),
        }
        parent = _parent()
        assert parent.stdin is not None
        assert parent.stdout is not None
        parent.stdin.write(f"{json.dumps(asked)}\n")
        parent.stdin.flush()
        self.pid = int(parent.stdout.readline())

    def poll(self) -> int | None:
        """Return None while it runs; how it ended is not known."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return 0
        return None

    def wait(self, timeout: float = 60) -> int:
        give_up = monotonic() + timeout
        while self.poll() is None:
            if monotonic() > give_up:
                raise subprocess.TimeoutExpired("a warm server", timeout)
            sleep(_GLANCE)
        return 0

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


_parents: list[subprocess.Popen[str]] = []


def _parent() -> subprocess.Popen[str]:
    if not _parents:
        parent = subprocess.Popen(
            [sys.executable, "-m", "tests.browser.warm"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        _parents.append(parent)
    return _parents[0]


def stop() -> None:
    """Stop the process that becomes servers, if there is one."""
    while _parents:
        _parents.pop().communicate()


def load() -> None:
    """Load what a server loads by its first visit, but for the pages."""
    use_one_thread()
    warmup = importlib.import_module("themewatch.ui.warmup")
    for module in (
        *warmup.MODULES,
        "themewatch.cli.entry",
        "themewatch.ui.application",
    ):
        importlib.import_module(module)


def become(asked: Mapping[str, object]) -> int:
    """Be the server that is asked for, in a process of its own, until it ends."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(nowhere, standard)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(asked["variables"])  # type: ignore[call-overload]
    from tests.browser.set_clock import follow  # noqa: PLC0415  only where it is asked
    from themewatch.cli import main as themewatch  # noqa: PLC0415  once all is loaded

    if asked["clock"]:
        follow(Path(str(asked["clock"])))
    return themewatch(asked["command"])  # type: ignore[arg-type]


def main() -> None:
    load()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who ended is nobody's to wait for
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            status = 3
            try:
                status = become(json.loads(line))
            finally:
                os._exit(status)
        print(child, flush=True)  # noqa: T201  the answer


if __name__ == "__main__":
    main()
