"""What is news of a release, and what only sounds like one."""

import pytest

from tests.unit.matching.told import match


@pytest.mark.parametrize(
    "title",
    [
        "We released the weights of our video model FooVideo",
        "FooLabs launches an image generator",
        "ComfyUI now supports FooImage-2",
        "ComfyUI v9.9.1",
        "We've trained a text-to-image network called FooDraw",
        "영상 생성 AI 모델 '푸비디오' 출시",
        "FooVideo 2.0 is now available, says the maker's text-to-video blog",
        "The image editing model Foobrush is now generally available",
        "Foodoria 2.1 adds reference characters to its video generator",
        "You can now edit images by instruction in the Foobrush app",
        "We’ve trained a text-to-image network called FooDraw",
        "Foodoria 4, a video model, will launch next month, its maker announced",
        "Kling 9.5",
        "웹툰 제작 AI '푸컷' 신모델 공개",
        "그림 AI '푸결 2' 나왔다",
        "푸메이커, 캐릭터 일관성 기능 추가",
        "최대 3분 영상 생성… 푸온, '푸숨' 베타 공개",
    ],
)
def test_a_model_or_a_feature_that_is_there_is_a_release(title):
    assert match(title).is_release


@pytest.mark.parametrize(
    "title",
    [
        "FooDB 4.2 released with faster queries",
        "FooLabs releases a realtime voice model for assistants",
        "ByteDance announces a language model",
        "FooVideo ranks second in the video arena leaderboard",
        "How to make a poster with an image generator: a tutorial",
        "Technical report of FooVideo published",
        "FooLabs, maker of AI video, raises $20 million in series B funding",
        "AI video app FooVideo is shut down over copyright lawsuit",
        "영상 생성 AI 사용법과 후기",
        "I made a short film with AI video tools, my thoughts",
        "영상 생성 모델 '푸비온 3' 다음 달 공개 전망",
        "영상 생성 AI '푸비온 3' 내달 공개될 것으로 보인다",
        "The video model FooVideo 3 is expected to launch in June",
        "Foolabs launches 98-inch TV whose AI edits out video noise",
        "How we use a video generator to make our ads: a case study",
        "이미지 생성 AI 활용 사례 5건 공개",
    ],
)
def test_talk_money_ranks_and_endings_are_none(title):
    assert not match(title).is_release


def test_a_headline_of_a_name_and_a_version_is_a_tools_where_the_text_is_of_media():
    assert match("foopaint 1.4.0", "Inpainting for the image generator.").is_release
    assert not match("fooserver 1.4.0", "Faster queries for the server.").is_release


def test_a_release_comes_with_the_words_that_say_so():
    (reason,) = match("FooLabs launches an image generator").why
    assert (reason.theme, reason.words) == (None, ("launches",))
