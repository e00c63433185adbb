"""A role holds every right of the roles below it; without one nothing is allowed."""

import pytest

from themewatch.domain.person import AT_THE_MACHINE, Actor, Role


@pytest.mark.parametrize("role", Role)
def test_a_role_holds_itself_and_every_role_below_it(role):
    ranks = list(Role)
    held = [other for other in Role if role.holds(other)]
    assert held == ranks[: ranks.index(role) + 1]


@pytest.mark.parametrize("role", Role)
def test_without_a_role_nothing_is_allowed(role):
    assert not Actor("Ann", None).may(role)


@pytest.mark.parametrize("role", Role)
def test_whoever_sits_at_the_machine_may_do_everything(role):
    assert AT_THE_MACHINE.may(role)
