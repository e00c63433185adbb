"""Every service there is: what a person, or a worker, asks of a session or a house."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_type_hints

from themewatch import services
from themewatch.services.house import House
from themewatch.storage.engine import Session

OPEN = {
    "rights": "it is what asks",
    "own_name": "it is what asks",
    "acting_name": "it says who acts, and nothing else",
    "free_name": "the house does it itself, before anybody has a role",
    "signing_in": "the house does it itself, before anybody has a role",
}
"""Where services are asked for no right, each with the reason."""


@dataclass(frozen=True, slots=True)
class Service:
    """One of them: its name as NEEDS has it, and what its first argument is."""

    name: str
    function: Callable[..., Any]
    where: type

    def __str__(self) -> str:
        return self.name.removeprefix("themewatch.services.")


@cache
def services_there() -> tuple[Service, ...]:
    """Return every public function that begins with a session or a house."""
    return tuple(_found())


def _found() -> Iterator[Service]:
    for found in pkgutil.iter_modules(services.__path__, "themewatch.services."):
        if found.name.rpartition(".")[2] in OPEN:
            continue
        module = importlib.import_module(found.name)
        for name, function in vars(module).items():
            if name.startswith("_") or not inspect.isfunction(function):
                continue
            where = first_argument(function)
            if function.__module__ == found.name and where is not None:
                yield Service(f"{found.name}.{name}", function, where)


def first_argument(function: Callable[..., Any]) -> type | None:
    """Return Session or House where a function begins with one."""
    first = next(iter(inspect.signature(function).parameters), None)
    try:
        hints = get_type_hints(inspect.unwrap(function))
    except NameError:  # what is imported for type checkers alone
        return None
    where = hints.get(first or "")
    return where if where in (Session, House) else None
