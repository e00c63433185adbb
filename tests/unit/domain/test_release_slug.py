import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from themewatch.domain.release import release_slug


@given(st.text(), st.text())
def test_a_slug_holds_words_joined_by_single_dashes(vendor, model):
    slug = release_slug(vendor, model)
    assert re.fullmatch(r"([^\W_]+(-[^\W_]+)*)?", slug)


@given(st.text(alphabet="aBc1 .-_[]/"))
def test_the_slug_of_a_slug_is_itself(model):
    slug = release_slug("", model)
    assert release_slug("", slug) == slug


@pytest.mark.parametrize(
    "written",
    ["FLUX.1 Kontext", "flux.1  kontext", "Flux-1_Kontext!", "ＦＬＵＸ．１ Kontext"],
)
def test_one_name_written_in_several_ways_has_one_slug(written):
    assert release_slug("", written) == "flux-1-kontext"


def test_names_in_any_script_have_slugs():
    assert release_slug("카카오", "칼로 2") == "카카오-칼로-2"


def test_numbers_of_versions_stay_apart():
    assert release_slug("", "Wan 2.1") != release_slug("", "Wan 21")
