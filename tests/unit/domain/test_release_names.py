"""The release that is meant by a name, however short."""

import pytest

from tests.factories import a_release
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.release_names import find_release

KLING = a_release(
    id="kuaishou-kling-3-0", model="Kling 3.0 and 3.0 Omni", vendor="Kuaishou"
)
BANANA = a_release(
    id="google-nano-banana-2",
    model="Nano Banana 2 (Gemini 3.1 Flash Image)",
    vendor="Google",
)
KLEIN = a_release(id="bfl-klein", model="FLUX.2 [klein] 4B", vendor="Black Forest Labs")
VIDU = a_release(id="vidu-q2-turbo-pro", model="Vidu Q2 Turbo and Pro", vendor="Vidu")
BEFORE = a_release(id="alibaba-wan-2-1", model="Wan 2.1", vendor="Alibaba")
SMALL = a_release(id="z-cog-2b", model="CogVideoX-2B", vendor="Zhipu AI")
LARGE = a_release(id="z-cog-5b", model="CogVideoX-5B", vendor="Zhipu AI")
KNOWN = standing_evidence([KLING, BANANA, KLEIN, VIDU, BEFORE, SMALL, LARGE])


@pytest.mark.parametrize(
    ("vendor", "model", "release"),
    [
        ("Kuaishou", "Kling 3.0", KLING),
        ("Kuaishou", "Kling 3", KLING),
        ("Kuaishou", "Kling 3.0 Omni", KLING),
        (None, "kling-3.0", KLING),
        ("Google", "Nano Banana 2", BANANA),
        ("Google", "Gemini 3.1 Flash Image", BANANA),
        ("Black Forest Labs", "Flux 2 Klein", KLEIN),
        ("Vidu", "Q2 Turbo", VIDU),
        ("Vidu", "Vidu Q2 Pro", VIDU),
        ("Alibaba", "Wan2.1", BEFORE),
        ("Zhipu AI", "CogVideoX 5B", LARGE),
    ],
)
def test_a_shorter_name_finds_its_release(vendor, model, release):
    assert find_release(KNOWN, vendor, model) == release.id


@pytest.mark.parametrize(
    "model", ["Kling 3.1", "Kling 30", "3.0 Omni", "Pro", "CogVideoX", "Wan2", "Klein"]
)
def test_another_version_or_a_name_of_two_finds_none(model):
    assert find_release(KNOWN, None, model) is None
