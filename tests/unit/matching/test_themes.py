"""What each theme is spoken of by, and what only looks like it."""

import pytest

from tests.unit.matching.told import match, themes

CONSISTENCY, MULTIMODALITY, AUDIO, LONGER, TEXT, COST, EDITING = (
    "consistency",
    "multimodality",
    "native-audio",
    "longer-video",
    "text-rendering",
    "lower-cost",
    "editing-fidelity",
)


@pytest.mark.parametrize(
    ("title", "theme"),
    [
        ("Our video model keeps the same character from shot to shot", CONSISTENCY),
        ("A video generator with camera control and pose control", CONSISTENCY),
        ("Image to video between first and last frame", CONSISTENCY),
        ("이 영상 생성 모델은 캐릭터 일관성을 유지한다", CONSISTENCY),
        ("One model for image understanding and generation", MULTIMODALITY),
        ("A video model that takes text, images and audio as input", MULTIMODALITY),
        ("A model for multimodal understanding and generation", MULTIMODALITY),
        ("텍스트·이미지·영상을 함께 입력하는 영상 생성 모델", MULTIMODALITY),
        ("A video generator with synchronized audio", AUDIO),
        ("Perfect lip sync for every avatar video", AUDIO),
        ("Foley for your silent AI video", AUDIO),
        ("새 영상 생성 AI, 시청각 동시 생성 지원", AUDIO),
        ("Multi-shot stories from the new video model", LONGER),
        ("The video generator makes 20-second clips", LONGER),
        ("Extend any AI video without drift", LONGER),
        ("최대 15초 길이 영상을 만드는 동영상 생성 AI", LONGER),
        ("Image generator finally renders legible text", TEXT),
        ("An image model with better typography", TEXT),
        ("이미지 생성 모델의 한글 렌더링 개선", TEXT),
        ("Distilled image model needs only 4 steps", COST),
        ("Video generation on consumer GPUs with 8 GB of VRAM", COST),
        ("The video model now costs 5 instead of 12 credits", COST),
        ("이미지 생성 모델의 가격을 절반으로 인하", COST),
        ("Users find the image generator too slow and too expensive", COST),
        ("Inpainting arrives in the image generator", EDITING),
        ("The image model edits photos from a sentence", EDITING),
        ("Remove objects from any AI video", EDITING),
        ("이미지 생성 AI에 이미지 편집 기능 추가", EDITING),
    ],
)
def test_a_theme_is_spoken_of_by_words_of_its_own(title, theme):
    assert theme in themes(title)


@pytest.mark.parametrize(
    "title",
    [
        "Better text rendering comes to the browser",
        "Quantized language model runs on a laptop",
        "Our coding agent edits files twice as fast",
        "The database gets stronger consistency",
        "Speech recognition is 4x faster on device",
        "동영상 강의 플랫폼, 수강료 인하",
        "A hex editor with layers and brushes",
        "The robot keeps the same pose for 20 seconds",
        "ByteDance's language model now costs half the price",
        "Real-time voice models with lower latency for every assistant",
        "Image understanding model answers questions twice as fast",
        "텍스트, 이미지를 함께 입력하는 언어 모델, 가격 인하",
    ],
)
def test_news_of_something_else_gets_no_theme(title):
    assert themes(title) == set()


@pytest.mark.parametrize(
    ("title", "theme"),
    [
        ("A consistency model for image generation", CONSISTENCY),
        ("Generates an image in 20 seconds", LONGER),
        ("The song generator writes four-minute songs", LONGER),
        ("This text-to-speech model has expressive dialogue", AUDIO),
        ("A text encoder for image generation", TEXT),
        ("Training this image model got 40% cheaper to train", COST),
        ("The image generator's config editor is new", EDITING),
        ("이미지 생성 커뮤니티 매니저가 왔다", COST),
        ("이미지 생성 매체의 편집장이 왔다", EDITING),
    ],
)
def test_words_in_another_sense_do_not_count(title, theme):
    assert theme not in themes(title)


@pytest.mark.parametrize(
    "name", ["Qwen-Image-Edit-2511", "HunyuanVideo-Avatar", "Gemini Omni", "Veo 3 Lite"]
)
def test_words_of_a_models_name_do_not_count_in_talk_of_it(name):
    assert themes(f"What we think of {name} after a week") == set()


def test_words_of_a_name_count_where_a_release_says_nothing_else():
    assert themes("We released FooDiffusion-Turbo") == {COST}
    assert themes("We released FooDiffusion-Turbo, with better typography") == {TEXT}


@pytest.mark.parametrize(
    "title",
    [
        "A text-to-speech model with better audio quality, from a 10-second sample",
        "Voice cloning with style control and reference audio, zero-shot",
        "The song generator keeps the same singer and makes five-minute songs",
    ],
)
def test_news_of_speech_or_music_alone_has_no_theme_of_pictures(title):
    assert themes(title) == set()


def test_news_of_speech_alone_can_be_of_lower_cost():
    assert themes("The text-to-speech model runs on 8 GB of VRAM") == {COST}


def test_news_of_speech_with_a_picture_has_every_theme():
    assert AUDIO in themes("Voice cloning and lip sync for every avatar video")


def test_a_digest_is_read_sentence_by_sentence():
    text = (
        "The agent platform is now twice as fast and half the price. "
        "Its image generator learned inpainting."
    )
    found = themes("Agents, agents, agents for every coding team", text)
    assert found == {EDITING}


def test_the_body_counts_as_much_as_the_headline():
    assert themes("Monday's news", "The video model gained lip sync.") == {AUDIO}


def test_a_repaired_fault_is_no_ability():
    assert themes("Image generator 2.1", "Fixed an inpainting crash.") == set()


def test_one_hint_is_not_enough_and_two_apart_are_not_either():
    assert themes("An image model with style") == set()
    text = "It has style. It has a name. It has a price. It has a face. Its identity."
    assert CONSISTENCY not in themes("An image model", text)


def test_signals_belong_to_the_themes_given():
    found = match("Video generator with lip sync and 20-second clips")
    assert set(found.signals) == {"dialogue-lip-sync", "longer-duration"}


def test_a_lengths_unit_and_sense_are_looked_at():
    assert LONGER in themes("AI video: clips of up to 2 minutes")
    assert LONGER not in themes("AI video: clips of up to 8 seconds")
    assert LONGER not in themes("AI video generator, each clip in 30 seconds")
    assert LONGER not in themes("영상 생성 AI, 30초 만에 영상 제작")
