"""What of a journal stays as it is while it is kept."""

from collections.abc import Iterable, Iterator, Sequence

from themewatch.domain.journal import FixedTest, Journal
from themewatch.domain.journal_entry import Entry


def change_problems(
    before: Journal, after: Journal, entries: Iterable[Entry]
) -> Iterator[str]:
    """Say what stands in the way of keeping a journal as it was changed.

    Its theme is what its results count for; a fixed test that was run stays what it
    was, or two of its results could not be compared; and no day that was written on
    falls out of it.
    """
    written = [entry for entry in entries if entry.removed_at is None]
    if after.theme != before.theme:
        yield "A journal stays with its theme: begin another to follow a different one."
    yield from _test_changes(before, after, written)
    yield from _lost_days(after, written)


def _test_changes(
    before: Journal, after: Journal, entries: Sequence[Entry]
) -> Iterator[str]:
    run = {run.test for entry in entries for run in entry.runs}
    for test in before.tests:
        if test.id not in run:
            continue
        now = after.test(test.id)
        if now is None:
            yield f"The fixed test “{test.title}” has been run: it stays here."
        elif _given(now) != _given(test):
            yield (
                f"The fixed test “{test.title}” has been run: it stays as it is, so "
                "that its results can be compared. Add a second one instead."
            )


def _given(test: FixedTest) -> tuple[object, ...]:
    """Return what decides a result, however its lines are broken."""
    words = (test.prompt, test.settings, test.usable)
    return (test.signal, *(words.split() for words in words))


def _lost_days(after: Journal, entries: Sequence[Entry]) -> Iterator[str]:
    noted = [entry.on for entry in entries if entry.is_noted]
    if lost := [on for on in noted if not after.holds(on)]:
        yield (
            f"Something was noted on {min(lost)}: the journal has to hold that day. "
            "Keep it longer, or remove the entry first."
        )
