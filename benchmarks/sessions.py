"""The map and the inbox with twenty sessions at once, against one session alone.

All on one server, in turns, by visitors without a browser; the one does what the twenty
do. Once each acts at some moment of every two seconds, as people do who read what they
see; once each acts again as soon as they are answered, which no person does. The bound
is on the first. One process runs one script at a time, so of the second each waits for
nineteen others: what it tells is how many runs a second the server makes.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from benchmarks.evidence import imported_evidence
from benchmarks.figure import Figure
from benchmarks.inbox import fill
from benchmarks.served import themewatch
from benchmarks.wire import Wire, visiting

PAGES = {"map": "", "inbox": "inbox"}
PEOPLE, TURNS = 20, 2
BEAT, BEATS, AGAIN = 2.0, 5, 8
STORED, WAITING = 1_000, 400
MOST = 4.0


def measure() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        imported_evidence(home)
        fill(home, STORED, WAITING)
        with themewatch(home, "--no-ingest") as served:
            for name, page in PAGES.items():
                yield from _figures(name, served.address, page)


def _figures(name: str, address: str, page: str) -> Iterator[Figure]:
    with ExitStack() as stack:
        people = [
            stack.enter_context(visiting(address, page, f"Person{number}"))
            for number in range(PEOPLE)
        ]
        for person in people:
            person.run()
        turns = [
            (_all(who, _now_and_then), _all(who, _again_at_once))
            for _turn in range(TURNS)
            for who in (people[:1], people)
        ]
    at_rest, again = zip(*turns, strict=True)
    yield _figure(f"{name}, {PEOPLE} sessions", at_rest, MOST)
    yield _figure(f"{name}, {PEOPLE} who never rest", again, None)


def _figure(name: str, turns: Sequence[list[float]], most: float | None) -> Figure:
    """Set those turns that everybody took beside those of one."""
    one, everybody = (list(chain(*turns[who::2])) for who in range(2))
    return Figure(name, "ms", everybody, one, most)


def _all(
    people: Sequence[Wire], act: Callable[[Wire, int], list[float]]
) -> list[float]:
    """Let everybody act at once; returns how long each run took."""
    with ThreadPoolExecutor(len(people)) as pool:
        taken = pool.map(act, people, range(len(people)))
        return [one for of_one in taken for one in of_one]


def _now_and_then(person: Wire, number: int) -> list[float]:
    """Act once in every beat, at a moment of one's own."""
    chance = Random(number)  # noqa: S311  no secret
    began = perf_counter()
    taken = []
    for beat in range(BEATS):
        moment = began + BEAT * (beat + chance.random())
        sleep(max(0.0, moment - perf_counter()))
        taken.append(_run(person))
    return taken


def _again_at_once(person: Wire, _number: int) -> list[float]:
    return [_run(person) for _time in range(AGAIN)]


def _run(person: Wire) -> float:
    start = perf_counter()
    person.run()
    return (perf_counter() - start) * 1000
