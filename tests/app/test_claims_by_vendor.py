"""Vendor by vendor: how far claims ran ahead of tests, and when that is not said."""

import pytest

from tests.app.claims_in_app import (
    MINUTE,
    listed,
    open_claims,
    some_claims,
    some_tests,
)
from tests.app.conftest import Keep
from tests.app.visitor import Visitor
from tests.factories import a_claim
from themewatch.domain.stage import Stage


@pytest.fixture
def is_bare() -> bool:
    return True


@pytest.fixture(autouse=True)
def _evidence(keep: Keep) -> None:
    keep(*some_claims())
    keep(*some_tests())


def test_two_tested_claims_give_no_verdict(visitor: Visitor) -> None:
    text = open_claims(visitor, view="vendors").text
    assert "Acme · 2 of 3 claims tested" in text
    assert "too few to say (2 tested)" in text
    assert not visitor.app.get("html")


def test_from_five_on_a_verdict_stands_beside_its_range(
    visitor: Visitor, keep: Keep
) -> None:
    keep(*(a_claim(id=f"c{n}", claimed_stage=Stage.MATURE) for n in range(4)))
    text = open_claims(visitor, view="vendors").text
    assert "Acme · 6 of 7 claims tested" in text
    assert "about a stage ahead of tests" in text
    assert "likely range (8 in 10): +" in text
    assert len(visitor.app.get("html")) == 2  # the axis, and one bar


def test_it_leads_to_a_vendor_s_claims(visitor: Visitor) -> None:
    open_claims(visitor, view="vendors")
    visitor.app.button(key="claims-of-Umbra").click()
    assert listed(visitor.run()) == [MINUTE]
    assert visitor.app.query_params["vendors"] == "Umbra"
