from datetime import date

import pytest

from tests.factories import a_release
from themewatch.domain.search import ReleaseSearch

CLAIMS = [("consistency", "Holds one look over many shots.")]


def finds(claims=CLAIMS, **search) -> bool:
    release = a_release(
        model="Vision 1", vendor="Acme", modalities_in=("text", "image")
    )
    return ReleaseSearch(**search).finds(release, claims)


def test_an_empty_search_finds_everything():
    assert finds()
    assert finds(claims=[])


@pytest.mark.parametrize("words", ["vision", "ACME  one LOOK", "shots."])
def test_all_words_must_stand_in_model_vendor_or_claims(words):
    assert finds(words=words)


@pytest.mark.parametrize("words", ["vision umbra", "consistency"])
def test_one_word_that_stands_nowhere_is_enough_to_miss(words):
    assert not finds(words=words)


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ({"vendors": ["Umbra", "Acme"]}, True),
        ({"vendors": ["Umbra"]}, False),
        ({"themes": ["lower-cost", "consistency"]}, True),
        ({"themes": ["lower-cost"]}, False),
        ({"modalities": ["image", "video"]}, True),
        ({"modalities": ["image", "audio"]}, False),
        ({"first_on": date(2026, 8, 1), "last_on": date(2026, 8, 1)}, True),
        ({"first_on": date(2026, 8, 2)}, False),
        ({"last_on": date(2026, 7, 31)}, False),
    ],
)
def test_every_given_condition_has_to_be_fulfilled(search, found):
    assert finds(**search) is found


def test_a_release_without_claims_is_under_no_theme():
    assert not finds(claims=iter(()), themes=["consistency"])


def test_claims_may_come_as_an_iterator():
    assert finds(claims=iter(CLAIMS), words="look", themes=["consistency"])
