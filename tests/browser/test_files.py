"""Files with a note: kept by what they are, shown again, and nothing else accepted."""

import httpx
import pytest
from playwright.sync_api import FilePayload, expect

from tests.browser.server import Server
from tests.browser.window import Window
from tests.media import a_page, a_png, a_wav, a_webm

pytestmark = pytest.mark.browser


def a_file(name: str, kind: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": kind, "buffer": content}


def begin(window: Window) -> None:
    window.open("/log?theme=longer-video").give_name("Ann")
    window.choose_model("Veo 3.1")
    window.page.get_by_role("radio", name="usually works").click()
    window.unfold("Add detail")


def upload(window: Window, *files: FilePayload) -> None:
    window.page.locator('input[type="file"]').set_input_files(files)
    for file in files:
        window.see(file["name"])
    window.settle()


def test_picture_sound_and_video_are_shown_again(window: Window) -> None:
    begin(window)
    upload(
        window,
        a_file("third shot.png", "image/png", a_png()),
        a_file("hum.wav", "audio/wav", a_wav()),
        a_file("clip.webm", "video/webm", a_webm()),
    )
    window.press("Save").press("Look at it")
    picture = window.page.get_by_role("img", name="third shot.png")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth") == 48
    for tag, kind, content in (
        ("audio", "audio/wav", a_wav()),
        ("video", "video/webm", a_webm()),
    ):
        source = window.page.locator(tag).get_attribute("src")
        assert source is not None
        answer = httpx.get(source)
        assert answer.headers["content-type"] == kind
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.content == content


def test_a_page_in_disguise_is_refused_with_a_sentence(
    window: Window, server: Server
) -> None:
    begin(window)
    upload(window, a_file("shot.png", "image/png", a_page()))
    window.press("Save")
    window.see("The file shot.png cannot be kept: accepted are")
    expect(window.page.get_by_role("radio", name="usually works")).to_be_checked()
    assert not (server.home / "attachments").exists()
