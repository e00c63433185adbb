"""The CPU time of an ingest of 200 feeds over loopback, beside another feed reader's.

The peer is the library `reader`, in an environment of its own under build/. Both look
at the same server in six passes: first, nothing changed, rebuilt with the same entries,
fetched again, one new entry each, nothing changed again. What counts is the CPU time of
all processes, without start-up and without matching, which the peer has not.
"""

import json
import os
import re
import subprocess
import sys
import venv
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.figure import Figure
from themewatch.serve import free_port

ROOT = Path(__file__).parents[1]
BENCH = ROOT.parent / "shared" / "bench"
PEER = ROOT / "build" / "peer-reader"
PEER_PACKAGES = ("reader==3.26", "feedparser==6.0.14")
TURNS = 5
PORT = free_port(8961)
_STEP = re.compile(r"^(\d_\w+) .* cpu +([\d.]+)s", re.MULTILINE)

PASSES: Mapping[str, tuple[str, float]] = {
    "1_first": ("ingest, first pass", 1 / 5),
    "2_unchanged_304": ("ingest, nothing changed", 1 / 2),
    "3_rebuilt_same_items": ("ingest, rebuilt with the same entries", 1 / 20),
    "4_again_after_rebuild": ("ingest, again after that", 1 / 20),
}
"""Each pass by the name the peer gives it, and what part of the peer's it may cost."""


def measure() -> Iterator[Figure]:
    if not BENCH.is_dir():
        print("The feeds to ingest are not beside the project: no figure of ingest.")
        return
    turns = [(_ours(), _peer()) for _ in range(TURNS)]
    for name, (words, allowed) in PASSES.items():
        ours, peer = ([turn[which][name] for turn in turns] for which in (0, 1))
        yield Figure(words, "s", ours, peer, allowed)


def _ours() -> Mapping[str, float]:
    told = _run([sys.executable, "-m", "benchmarks.ingest_passes", str(PORT)])
    return dict(json.loads(told))


def _peer() -> Mapping[str, float]:
    if not PEER.is_dir():
        venv.create(PEER, with_pip=True)
        pip = [str(PEER / "bin" / "pip"), "install", "--quiet", *PEER_PACKAGES]
        subprocess.run(pip, check=True)
    told = _run(
        [str(PEER / "bin" / "python"), str(BENCH / "bench_reader.py"), "1", "1"]
    )
    return {name: float(seconds) for name, seconds in _STEP.findall(told)}


def _run(command: list[str]) -> str:
    environment = os.environ | {"READER_NO_VENDORED_FEEDPARSER": "1"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout
