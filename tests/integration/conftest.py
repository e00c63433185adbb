"""Many who do the same at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

MANY = 20


@pytest.fixture
def together() -> Callable[..., list[Any]]:
    """Return a function that lets twenty do some work at the same moment.

    The work is given the number of who does it; the answers come in that order.
    """

    def run(work: Callable[[int], Any], how_many: int = MANY) -> list[Any]:
        barrier = Barrier(how_many)

        def start(number: int) -> Any:
            barrier.wait()
            return work(number)

        with ThreadPoolExecutor(how_many) as pool:
            return list(pool.map(start, range(how_many)))

    return run
