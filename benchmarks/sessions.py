"""The map and the inbox with twenty sessions at once, against one session alone.

Both on one server, in turns, by visitors without a browser. Twice: twenty people who
each act at some moment of every two seconds, as people who read what they see do; and
twenty who act again as soon as they are answered, which no person does. The bound is on
the first. One process runs one script at a time, so of the second each waits for
nineteen others: what it tells is how many runs a second the server makes.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
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
PEOPLE, BEAT, BEATS, AGAIN = 20, 2.0, 4, 6
ALONE, TURNS = 12, 2
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
    alone: list[float] = []
    spread: list[float] = []
    again: list[float] = []
    with ExitStack() as stack:
        people = [
            stack.enter_context(visiting(address, page, f"Person{number}"))
            for number in range(PEOPLE)
        ]
        for person in people:
            person.run()
        for _turn in range(TURNS):
            alone += [_run(people[0]) for _run_of_one in range(ALONE)]
            spread += _all(people, _now_and_then)
            again += _all(people, _again_at_once)
    all_at_once = f"{name}, {PEOPLE} who never rest"
    yield Figure(f"{name}, {PEOPLE} sessions", "ms", spread, alone, MOST)
    yield Figure(all_at_once, "ms", again, alone, None)


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
