"""Put records read from a file together with those that are there.

All or nothing: whatever stands in the way is told with its line, and nothing is
taken. Records may refer to others later in the file. What is there already with the
same content is no change; a take-back it newly carries is added to it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from themewatch.domain.kinds import kind_of
from themewatch.domain.lines import Line
from themewatch.domain.record import Record, Withdrawal
from themewatch.errors import InputError


@dataclass(slots=True)
class Merge:
    """What a file brings: new records, take-backs of those there, and no change.

    `problems` holds what is wrong by the number of its line.
    """

    known: dict[str, Record]
    added: dict[str, Record] = field(default_factory=dict)
    taken_back: dict[str, list[Withdrawal]] = field(default_factory=dict)
    unchanged: int = 0
    problems: defaultdict[int, list[str]] = field(
        default_factory=lambda: defaultdict(list)
    )


def merge(existing: Iterable[Record], lines: Iterable[Line]) -> Merge:
    """Return what the lines bring to the records that exist.

    Raises:
        InputError: With one sentence for every line that is wrong.
    """
    merged = Merge({record.id: record for record in existing})
    lines = list(lines)
    for line in lines:
        merged.problems[line.number] += line.problems
        if line.record is not None:
            _take(merged, line, line.record)
    _check_references(merged, lines)
    told = [(n, reasons) for n, reasons in merged.problems.items() if reasons]
    if told:
        raise InputError(*(f"Line {n}: {'; '.join(r)}." for n, r in sorted(told)))
    return merged


def _take(merged: Merge, line: Line, record: Record) -> None:
    known = merged.known.get(record.id)
    if known is None:
        merged.known[record.id] = merged.added[record.id] = record
    elif reason := _difference(known, record, line.given):
        merged.problems[line.number].append(reason)
    elif events := _new_events(known, record):
        _take_events(merged, known, events)
    else:
        merged.unchanged += 1


def _take_events(merged: Merge, known: Record, events: list[Withdrawal]) -> None:
    history = sorted([*known.withdrawals, *events], key=lambda event: event.at)
    later = replace(known, withdrawals=tuple(history))
    merged.known[known.id] = later
    if known.id in merged.added:
        merged.added[known.id] = later
    else:
        merged.taken_back.setdefault(known.id, []).extend(events)


def _difference(known: Record, record: Record, given: frozenset[str]) -> str | None:
    """Say what of a line contradicts the record that is there under its id."""
    if type(known) is not type(record):
        return f"id {record.id!r} is that of a {kind_of(known)} already"
    differing = [
        name for name in sorted(given) if getattr(known, name) != getattr(record, name)
    ]
    reversals = {event.at: event.is_reversal for event in known.withdrawals}
    if any(
        reversals.get(e.at, e.is_reversal) != e.is_reversal for e in record.withdrawals
    ):
        differing.append("withdrawals")
    if not differing:
        return None
    return f"id {record.id!r} is there already with other {', '.join(differing)}"


def _new_events(known: Record, record: Record) -> list[Withdrawal]:
    told = {event.at for event in known.withdrawals}
    return [event for event in record.withdrawals if event.at not in told]


def _check_references(merged: Merge, lines: list[Line]) -> None:
    kinds = {line.word("id"): line.word("record") for line in lines}
    kinds |= {record.id: kind_of(record) for record in merged.known.values()}
    successors = _successors(merged.known.values())
    circles = in_circles({r.id: r.supersedes for r in merged.known.values()})
    for line in lines:
        reasons = merged.problems[line.number]
        reasons += _missing_references(line, kinds)
        record = merged.added.get(line.word("id") or "")
        if record is not None and line.record is not None:
            reasons += _chain_problems(record, merged.known, successors)
            if record.id in circles:
                reasons.append("it is, by way of others, a correction of itself")


def _missing_references(
    line: Line, kinds: Mapping[str | None, str | None]
) -> Iterator[str]:
    kind = line.word("record")
    release, old_id = line.word("release"), line.word("supersedes")
    claim = line.word("claim")
    if release and kind in {"claim", "note"} and kinds.get(release) != "release":
        yield f"there is no release {release!r}, here or in the file"
    if claim and kind == "override" and kinds.get(claim) != "claim":
        yield f"there is no claim {claim!r}, here or in the file"
    if old_id and kinds.get(old_id) != kind:
        yield f"there is no {kind} {old_id!r} to correct"


def _chain_problems(
    record: Record, known: Mapping[str, Record], successors: Mapping[str, str]
) -> Iterator[str]:
    old = known.get(record.supersedes or "")
    if old is None:
        return
    if successors[old.id] != record.id:
        yield f"{old.id!r} is corrected by {successors[old.id]!r} already"
    if old.recorded_at > record.recorded_at:
        yield f"it is recorded before {old.id!r}, which it corrects"


def _successors(records: Iterable[Record]) -> dict[str, str]:
    """Map what is corrected to its first correction."""
    found: dict[str, str] = {}
    for record in records:
        if record.supersedes is not None:
            found.setdefault(record.supersedes, record.id)
    return found


def in_circles(parents: Mapping[str, str | None]) -> set[str]:
    """Return the ids that lead back to themselves.

    >>> sorted(in_circles({"a": "b", "b": "a", "c": "a", "d": None}))
    ['a', 'b']
    """
    done: set[str | None] = {None}
    found: set[str] = set()
    for start in parents:
        path: dict[str, int] = {}
        node: str | None = start
        while node is not None and node not in done and node not in path:
            path[node] = len(path)
            node = parents.get(node)
        if node in path:
            found.update(list(path)[path[node] :])
        done.update(path)
    return found
