"""Models are named as the text has them, next year's too."""

import pytest

from tests.unit.matching.told import match, news
from themewatch.services.matcher import matcher


@pytest.mark.parametrize(
    ("title", "models", "vendor"),
    [
        ("Kling 9.5 Turbo is out", ("Kling 9.5 Turbo",), "Kuaishou"),
        ("Seedance 2.0 beats Veo 3.1", ("Seedance 2.0", "Veo 3.1"), "ByteDance"),
        ("바이트댄스, 시댄스 2.0 공개", ("시댄스 2.0",), "ByteDance"),
        ("FooVideo-3 and BarDiffusion", ("FooVideo-3", "BarDiffusion"), None),
        ("Qwen-Image-Edit-2511 weights", ("Qwen-Image-Edit-2511",), "Alibaba"),
    ],
)
def test_a_name_is_taken_with_its_version(title, models, vendor):
    found = match(title)
    assert (found.models, found.vendor) == (models, vendor)


@pytest.mark.parametrize(
    "title",
    [
        "A text-to-video generator",
        "The runway was closed in Seoul",
        "YouTube and LinkedIn add video",
        "AudioDeviceManager was rewritten",
        "Music and art in the park",
        "ByteDance and a Human-Centered office",
    ],
)
def test_what_is_only_a_word_names_no_model(title):
    assert match(title).models == ()


def test_a_tool_is_no_model():
    assert match("ComfyUI v9.9.1 supports Kling 3.0").models == ("Kling 3.0",)


@pytest.mark.parametrize(
    ("source", "is_of_media"),
    [("FooLabs/ThinkSound", True), ("Kling news", True), ("The daily server", False)],
)
def test_the_name_of_a_source_can_tell_that_its_news_is_of_media(source, is_of_media):
    story = news("We have released the inference scripts", source=source)
    assert matcher().match(story).is_release is is_of_media
