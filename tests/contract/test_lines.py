"""Whatever changes something leaves a line of who did it, but for what is said here."""

import dis
import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest
import sqlalchemy

from tests.services_there import Service, services_there
from themewatch.services import feeds, log, triage
from themewatch.services.journals import begin_journal
from themewatch.storage.activity import add_activities

CHANGES = {sqlalchemy.insert, sqlalchemy.update, sqlalchemy.delete}
PRIVATE = "what a journal or a draft holds is nobody else's"
BY_ITSELF = "the house does it by itself: nobody in particular did"
TOLD_BY_ANOTHER = "whatever calls it leaves the line"
NOTHING_KEPT = "it tries whether one can write, and keeps nothing"
QUIET = {
    **dict.fromkeys(
        (
            *("drafts.drop_draft", "drafts.keep_draft"),
            *("journal_closing.close_journal", "journal_undoing.set_back"),
            *("journal_entries.put_back_entry", "journal_entries.remove_entry"),
            *("journal_entries.write_entry", "journal_zip.import_journal"),
            *("journals.begin_journal", "journals.change_journal"),
            *("journals.choose_current_journal", "journals.reopen_journal"),
        ),
        PRIVATE,
    ),
    **dict.fromkeys(
        (
            *("looks.keep_look", "ingest.ingest", "matching.match_awaiting"),
            *("feeds.refresh", "welcome.dismiss_welcome", "digest_told.keep_told"),
        ),
        BY_ITSELF,
    ),
    **dict.fromkeys(("doctor.examine_here", "archive_import.look_into"), NOTHING_KEPT),
    "edition_feed.own_feed_key": "one's own address is minted when first looked for",
    "feeds.follow": TOLD_BY_ANOTHER,
}
"""Services that change something without a line, and why."""
SHARED = {
    *("journal_closing.close_journal", "journal_entries.write_entry"),
    *("journal_entries.remove_entry", "journal_undoing.set_back"),
}
"""Those of them that leave one nevertheless of what counts on the shared map."""


def test_every_service_that_changes_something_leaves_a_line():
    silent = {str(s) for s in services_there() if changes(s) and not leaves_a_line(s)}
    assert silent == set(QUIET) - SHARED


@pytest.mark.parametrize(
    ("service", "is_change", "is_told"),
    [
        (log.log_record, True, True),
        (triage.dismiss, True, True),
        (feeds.follow, True, False),
        (feeds.list_feeds, False, False),
        (begin_journal, True, False),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_changes_and_what_is_told_is_found(service, is_change, is_told):
    assert (not CHANGES.isdisjoint(reach(service))) is is_change
    assert (add_activities in reach(service)) is is_told


def changes(service: Service) -> bool:
    return not CHANGES.isdisjoint(reach(service.function))


def leaves_a_line(service: Service) -> bool:
    return add_activities in reach(service.function)


def reach(function: Any) -> frozenset[Any]:
    """Return every function that one may call, and those that these may call."""
    found, waiting = set(), [inspect.unwrap(function)]
    while waiting:
        one = waiting.pop()
        if one in found:
            continue
        found.add(one)
        if one is not add_activities and isinstance(one, FunctionType):
            waiting += map(inspect.unwrap, named_in(one))
    return frozenset(found)


@cache
def named_in(function: FunctionType) -> tuple[Any, ...]:
    """Return the functions, and the methods of classes, that a function names."""
    named = named_by(function.__code__, function.__globals__)
    return tuple(f for one in named for f in functions_of(one))


def named_by(code: CodeType, known: Mapping[str, Any]) -> Iterator[Any]:
    """Yield what code names of its module, and of modules that it names."""
    last: Any = None
    for step in dis.get_instructions(code):
        if step.opname == "LOAD_GLOBAL":
            last = known.get(step.argval)
            yield last
        elif step.opname in ("LOAD_ATTR", "LOAD_METHOD"):
            is_module = isinstance(last, ModuleType) and is_ours(last.__name__)
            last = getattr(last, step.argval, None) if is_module else None
            yield sqlalchemy.insert if step.argval == "insert" else last
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from named_by(constant, known)


def functions_of(one: Any) -> Iterator[Any]:
    if isinstance(one, type) and is_ours(one.__module__):
        yield from (m for m in vars(one).values() if isinstance(m, FunctionType))
    elif isinstance(one, FunctionType) and (one in CHANGES or is_ours(one.__module__)):
        yield one


def is_ours(module: str) -> bool:
    return module.startswith("themewatch.")
