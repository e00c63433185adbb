"""A file of protocols that misses something says what."""

from copy import deepcopy

import pytest

from themewatch import resources
from themewatch.errors import ReferenceDataError
from themewatch.services.protocols import protocols, protocols_from
from themewatch.services.reference import catalogue


@pytest.fixture
def table():
    return deepcopy(resources.read_toml("protocols.toml"))


@pytest.mark.parametrize("signal", ["style-lock", "-"])
def test_a_signal_or_theme_without_a_protocol_is_named(table, signal):
    del table["protocol"]["consistency"][signal]
    said = rf"^data/protocols\.toml .*no protocol\.consistency\.{signal}\): install"
    with pytest.raises(ReferenceDataError, match=said):
        protocols_from(table, catalogue())


def test_a_rubric_that_is_not_there_is_named(table):
    table["protocol"]["consistency"]["style-lock"]["rubrics"] = ["taste"]
    with pytest.raises(ReferenceDataError, match=r"“One look .*” uses 'taste'"):
        protocols_from(table, catalogue())


def test_the_protocols_are_made_once():
    assert protocols() is protocols()
