"""Measure what is promised of speed and memory, each beside a peer in the same run.

Ours and the peer take turns, so that the machine's other work falls on both; medians
are shown, with the least and the most. The figures inform: they fail nothing.
"""

import argparse
from collections.abc import Callable, Iterator, Mapping

from benchmarks import (
    clone,
    estimator,
    inbox,
    ingest,
    journal,
    map_rerun,
    memory,
    page_reruns,
    sessions,
    start,
)
from benchmarks.figure import Figure, table

PEERS: Mapping[str, str] = {
    "map": "an empty Streamlit page's rerun, in the same Chromium",
    "pages": "the same page before anything was logged, or a blank page of Streamlit's",
    "estimate": "reading the same readings from SQLite with pandas",
    "start": "`streamlit run` of an empty page, in the same environment",
    "inbox": "the same with 1 000 stored entries",
    "journal": "the same with an empty month",
    "sessions": "one session alone, on the same server",
    "memory": "an empty Streamlit app, visited as often",
    "ingest": "the library `reader`, in an environment of its own",
    "clone": "venv, `pip install streamlit`, `streamlit run` of an empty page",
}
MEASURES: Mapping[str, Callable[[], Iterator[Figure]]] = {
    "map": map_rerun.measure,
    "pages": page_reruns.measure,
    "estimate": estimator.measure,
    "start": start.measure,
    "inbox": inbox.measure,
    "journal": journal.measure,
    "sessions": sessions.measure,
    "memory": memory.measure,
    "ingest": ingest.measure,
    "clone": clone.measure,
}


def main() -> None:
    chosen = _chosen()
    figures = [figure for name in chosen for figure in MEASURES[name]()]
    print(table(figures))
    print("\nPeers:")
    for name in chosen:
        print(f"  {name:10}{PEERS[name]}")


def _chosen() -> list[str]:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", help=f"some of {','.join(MEASURES)}")
    parser.add_argument("--cold", action="store_true", help="clone too: it downloads")
    arguments = parser.parse_args()
    if arguments.only is None:
        return [name for name in MEASURES if arguments.cold or name != "clone"]
    chosen: list[str] = arguments.only.split(",")
    if unknown := set(chosen) - MEASURES.keys():
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    return chosen


if __name__ == "__main__":
    main()
