"""From `git clone` to a served page, against the usual way to an empty one.

The usual way: a virtual environment, `pip install streamlit`, `streamlit run`. All
caches start empty, so that the network's speed falls on both.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from benchmarks.figure import Figure
from benchmarks.served import EMPTY, FIRST_PORT, PATIENCE, stop, wait_until_served
from themewatch.config import DATABASE, HOME
from themewatch.serve import HOST, free_port

ROOT = Path(__file__).parents[1]
MOST = 60.0  # seconds
USUAL = (
    "python3 -m venv venv && venv/bin/pip --quiet install streamlit && "
    "exec venv/bin/streamlit run {page} --server.headless=true "
    "--browser.gatherUsageStats=false --server.address={host} --server.port={port}"
)


def measure() -> Iterator[Figure]:
    usual = [_usual_way()]
    if shutil.which("uv"):
        yield Figure("clone to served page, uv", "s", [_clone()], usual, MOST, "s")
    without_uv = [_clone("UV=")]
    yield Figure("clone to served page, pip", "s", without_uv, usual, MOST, "s")


def _clone(*variables: str) -> float:
    with TemporaryDirectory() as folder:
        command = f"git clone --quiet {ROOT} clone && exec make -C clone run"
        return _seconds(Path(folder), " ".join([command, *variables]), None)


def _usual_way() -> float:
    port = free_port(FIRST_PORT)
    with TemporaryDirectory() as folder:
        command = USUAL.format(page=EMPTY / "page.py", host=HOST, port=port)
        return _seconds(Path(folder), command, port)


def _seconds(folder: Path, command: str, port: int | None) -> float:
    """Return how long a command takes until it serves; it may say itself where."""
    said = folder / "said"
    start = perf_counter()
    with said.open("wb") as log:
        process = subprocess.Popen(
            ["sh", "-c", command],
            cwd=folder,
            env=_surroundings(folder),
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        wait_until_served(process, port or _port_said(process, said))
        return perf_counter() - start
    finally:
        stop(process)


def _port_said(process: subprocess.Popen[bytes], said: Path) -> int:
    give_up = perf_counter() + 10 * PATIENCE
    while process.poll() is None and perf_counter() < give_up:
        if found := re.search(rf"http://{HOST}:(\d+)", said.read_text()):
            return int(found[1])
        sleep(0.05)
    raise RuntimeError(f"it never served:\n{said.read_text()}")


def _surroundings(folder: Path) -> dict[str, str]:
    """Return the environment with empty caches and no data, nor our own venv."""
    kept = {n: v for n, v in os.environ.items() if n not in {DATABASE, "VIRTUAL_ENV"}}
    caches = {"PIP_CACHE_DIR": "pip", "UV_CACHE_DIR": "uv", HOME: "home"}
    return kept | {name: str(folder / path) for name, path in caches.items()}
