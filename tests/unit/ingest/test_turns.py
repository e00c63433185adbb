"""Turns at a host."""

from threading import Thread

import pytest

from tests.clock import VirtualClock
from themewatch.ingest.turns import HostTurns


def test_two_turns_at_one_host_are_apart():
    clock = VirtualClock()
    turns = HostTurns(1.0, clock)
    for _ in range(3):
        with turns.turn("a.example"):
            clock.pass_time(seconds=5)
    assert clock.slept == [1.0, 1.0]


def test_another_host_does_not_wait():
    clock = VirtualClock()
    turns = HostTurns(1.0, clock)
    for host in ("a.example", "b.example"):
        with turns.turn(host):
            pass
    assert clock.slept == []


def test_who_comes_later_waits_for_what_is_left():
    clock = VirtualClock()
    turns = HostTurns(1.0, clock)
    with turns.turn("a.example"):
        pass
    clock.pass_time(seconds=0.75)
    with turns.turn("a.example"):
        pass
    assert clock.slept == [pytest.approx(0.25)]


def test_a_turn_that_failed_is_a_turn():
    clock = VirtualClock()
    turns = HostTurns(1.0, clock)
    with pytest.raises(ZeroDivisionError), turns.turn("a.example"):
        _ = 1 / 0
    with turns.turn("a.example"):
        assert clock.slept == [1.0]


def test_nobody_holds_a_host_beside_another():
    turns, inside, most = HostTurns(0, VirtualClock()), [], []

    def come():
        for _ in range(100):
            with turns.turn("a.example"):
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    threads = [Thread(target=come) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 1
