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


def test_a_version_is_taken_whole():
    assert match("Wan2.1's weights are out").models == ("Wan2.1",)


@pytest.mark.parametrize(
    ("title", "text", "model"),
    [
        ("Foolabs launches Barrus 3, a text-to-video model", "", "Barrus 3"),
        ("FOOLABS LAUNCHES Barrus 3", "AI video is made faster.", "Barrus 3"),
        (
            "Foobrush Edit is now generally available",
            "AI image editing.",
            "Foobrush Edit",
        ),
        ("Introducing Foorow, an image model", "", "Foorow"),
        ("Foolabs Introduces Foorow Video Model", "", "Foorow Video"),
        ("News of today", "We released FOOV, an open-source video model.", "FOOV"),
        ("AI video news", "Foolabs made an app called Foorow.", "Foorow"),
        ("Runway launches Foorow 2", "The video model is out.", "Foorow 2"),
        ("그림 AI '붓결 2' 나왔다", "", "붓결 2"),
        ("오픈푸, 글로 영상 만드는 AI 모델 ‘소라’ 공개", "", "소라"),
        ("푸비온 3 공개", "영상 생성 모델이다.", "푸비온 3"),
        ("푸랩, 영상 생성 모델 Foorow 오픈소스화", "", "Foorow"),
        ("푸메이커, 캐릭터 일관성 기능 추가", "", "푸메이커"),
        ("이번 주 소식", "푸랩의 영상 생성 모델 '푸비온'이 공개됐다.", "푸비온"),
    ],
)
def test_an_unknown_name_is_found_where_it_is_said_to_be_there(title, text, model):
    assert match(title, text).models[0] == model


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Foolabs launches Barrus 3", "The language model writes code."),
        ("Foolabs Launches New Video Tool", ""),
        ("AI video comes to Windows 11", ""),
        ("We launch a video generator in October 2026", ""),
        ('"사람이 안 만든다?" AI 영상 공개', ""),
        ("네이버, 영상 생성 기능 추가", ""),
        ("올해 3월 AI 영상 공모전 개최", ""),
    ],
)
def test_ordinary_words_makers_and_other_news_name_no_model(title, text):
    assert match(title, text).models == ()


def test_an_unknown_name_does_not_hide_its_words():
    found = match(
        "Foolabs launches Barrus Lip Sync", "The AI video tool does lip sync."
    )
    assert "native-audio" in found.themes


def test_a_tool_whose_version_came_is_named_where_no_model_is():
    assert match("ComfyUI v9.9.1", "Faster sampling.").models == ("ComfyUI v9.9.1",)


@pytest.mark.parametrize(
    ("source", "is_of_media"),
    [("FooLabs/ThinkSound", True), ("Kling news", True), ("The daily server", False)],
)
def test_the_name_of_a_source_can_tell_that_its_news_is_of_media(source, is_of_media):
    story = news("We have released the inference scripts", source=source)
    assert matcher().match(story).is_release is is_of_media
