"""Two runs side by side: pictures under a line that is moved, players in step."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.a_month import begin_month, keep, open_day, today, write_runs
from tests.browser.server import Server
from tests.browser.test_accessibility import faults
from tests.browser.test_phone import PHONE
from tests.browser.window import Window
from tests.films import a_film
from tests.journaling import a_run
from tests.media import a_png, a_wav
from themewatch.domain.journal import Journal

pytestmark = pytest.mark.browser

LINE = "The line between both pictures"
IN_STEP = 0.25  # seconds
BLUE, ORANGE = b"\x1f\x5f\xa8", b"\xb3\x47\x0e"


@pytest.fixture(scope="module")
def month(furnished_month: Server) -> Journal:
    return _month(furnished_month)


@pytest.fixture(scope="module")
def furnished_month(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with Server(tmp_path_factory.mktemp("compare")) as server:
        yield server


def _month(server: Server) -> Journal:
    """Begin a month with two runs of one fixed test, each with a file of each kind."""
    home = server.home
    journal = begin_month(home)
    old = (
        keep(home, "old.png", a_png(400, 300, BLUE)),
        keep(home, "old.webm", a_film(4)),
        keep(home, "old.wav", a_wav(4)),
    )
    new = (
        keep(home, "new.png", a_png(400, 300, ORANGE)),
        keep(home, "new.webm", a_film(6, (179, 71, 14))),
        keep(home, "new.wav", a_wav(6)),
    )
    runs = (
        a_run(id="old", model="Old 1", on=today(), usable=1, files=old, is_before=True),
        a_run(id="new", model="New 2", on=today(), usable=4, files=new),
    )
    write_runs(home, journal, runs)
    return journal


@pytest.fixture
def beside(furnished_month: Server, month: Journal, open_window: Any) -> Window:
    return unfolded(open_window(furnished_month), month)


def unfolded(window: Window, month: Journal) -> Window:
    open_day(window, month).unfold("Two runs side by side")
    expect(window.page.locator("figure")).to_be_visible()
    return window.settle()


def line(window: Window) -> Locator:
    return window.page.get_by_role("slider", name=LINE)


def shown(window: Window) -> list[float]:
    """Return which share of the frame each of both pictures fills, from the left."""
    found: list[float] = window.page.evaluate(SHOWN)
    return found


def players(window: Window, tag: str) -> list[dict[str, Any]]:
    """Return how both players of the comparison stand."""
    found: list[dict[str, Any]] = window.page.evaluate(PLAYERS, tag)
    return found


def bar(window: Window, number: int) -> Locator:
    """Return what moves both players: 0 the films', 1 the sounds'."""
    return window.page.get_by_role("group", name="Both players").nth(number)


class TestThePictures:
    def test_arrow_keys_move_the_line_and_it_is_said(self, beside: Window) -> None:
        line(beside).focus()
        expect(line(beside)).to_have_value("50")
        for _press in range(10):
            beside.page.keyboard.press("ArrowRight")
        expect(line(beside)).to_have_attribute(
            "aria-valuetext", re.compile(r"^60 of 100 parts show “Old 1, .*, before”")
        )
        assert shown(beside) == [60, 40]
        beside.page.keyboard.press("Home")
        assert shown(beside) == [0, 100]

    def test_the_pointer_moves_it(self, beside: Window) -> None:
        line(beside).scroll_into_view_if_needed()
        box = line(beside).bounding_box()
        assert box is not None
        middle = box["y"] + box["height"] / 2
        beside.page.mouse.move(box["x"] + box["width"] / 2, middle)
        beside.page.mouse.down()
        beside.page.mouse.move(box["x"] + 0.8 * box["width"], middle, steps=4)
        beside.page.mouse.up()
        assert 75 < shown(beside)[0] < 85

    def test_both_are_named_and_come_with_the_page(self, beside: Window) -> None:
        for name in ("old.png", "new.png"):
            picture = beside.page.locator("figure").get_by_role("img", name=name)
            expect(picture).to_be_visible()
            address = picture.get_attribute("src") or ""
            assert address.startswith("data:image/webp;base64,")
            assert picture.evaluate("image => image.naturalWidth") == 400
        assert beside.hosts == {beside.address.removeprefix("http://")}


class TestThePlayers:
    @pytest.mark.parametrize(("number", "tag"), [(0, "video"), (1, "audio")])
    def test_one_button_plays_and_halts_both(
        self, beside: Window, number: int, tag: str
    ) -> None:
        bar(beside, number).get_by_role("button", name="Play both").click()
        beside.page.wait_for_function(BOTH_PAST, arg=[tag, 0.8])
        one, other = players(beside, tag)
        assert not one["paused"]
        assert not other["paused"]
        assert abs(one["time"] - other["time"]) < IN_STEP
        bar(beside, number).get_by_role("button", name="Pause both").click()
        beside.page.wait_for_timeout(300)
        one, other = players(beside, tag)
        assert one["paused"]
        assert other["paused"]
        assert abs(one["time"] - other["time"]) < IN_STEP

    def test_seeking_in_one_seeks_in_the_other(self, beside: Window) -> None:
        beside.page.evaluate(SEEK, ["video", 1, 2.5])
        beside.page.wait_for_function(BOTH_PAST, arg=["video", 2.4])
        assert [p["time"] for p in players(beside, "video")] == [2.5, 2.5]

    def test_playing_one_plays_the_other(self, beside: Window) -> None:
        beside.page.evaluate(PLAY, ["video", 1])
        beside.page.wait_for_function(BOTH_PAST, arg=["video", 0.5])
        one, other = players(beside, "video")
        assert abs(one["time"] - other["time"]) < IN_STEP

    def test_the_keyboard_seeks_in_both(self, beside: Window) -> None:
        seek = bar(beside, 0).get_by_role("slider", name="Where both stand")
        seek.focus()
        for _press in range(20):
            beside.page.keyboard.press("ArrowRight")
        times = [p["time"] for p in players(beside, "video")]
        assert times[0] == times[1] == pytest.approx(1, abs=0.2)

    def test_the_longer_one_plays_to_its_end(self, beside: Window) -> None:
        beside.page.evaluate(SEEK, ["video", 1, 3.5])
        bar(beside, 0).get_by_role("button", name="Play both").click()
        beside.page.wait_for_function(ONE_PAST, arg=["video", 1, 5.5])
        shorter, longer = players(beside, "video")
        assert shorter["time"] == pytest.approx(4, abs=0.1)
        assert longer["time"] > 5

    def test_one_of_both_is_heard(self, beside: Window) -> None:
        assert [p["muted"] for p in players(beside, "audio")] == [False, True]
        hear = beside.page.get_by_role("radio", name=re.compile("Hear New 2"))
        hear.nth(1).check()
        assert [p["muted"] for p in players(beside, "audio")] == [True, False]
        assert [p["muted"] for p in players(beside, "video")] == [False, True]

    def test_what_is_heard_stays_when_the_pair_is_drawn_anew(
        self, beside: Window
    ) -> None:
        beside.page.get_by_role("radio", name=re.compile("Hear New 2")).nth(1).check()
        beside.unfold("Two runs side by side").settle()  # folds it
        expect(beside.page.locator("figure")).to_have_count(0)
        beside.unfold("Two runs side by side").settle()
        expect(beside.page.locator("figure")).to_be_visible()
        again = beside.page.get_by_role("radio", name=re.compile("Hear New 2")).nth(1)
        expect(again).to_be_checked()
        assert [p["muted"] for p in players(beside, "audio")] == [True, False]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_in_the_way(
    chromium: Browser, furnished_month: Server, month: Journal, scheme: Any
) -> None:
    context = chromium.new_context(reduced_motion="reduce", color_scheme=scheme)
    window = unfolded(Window(context.new_page(), furnished_month.address), month)
    assert faults(window) == []
    context.close()


def test_on_a_phone_a_finger_moves_the_line_and_nothing_scrolls_sideways(
    chromium: Browser, furnished_month: Server, month: Journal
) -> None:
    context = chromium.new_context(**PHONE)
    window = unfolded(Window(context.new_page(), furnished_month.address), month)
    assert window.overflow() == []
    line(window).scroll_into_view_if_needed()
    box = line(window).bounding_box()
    assert box is not None
    at = (box["x"] + 0.25 * box["width"], box["y"] + box["height"] / 2)
    window.page.touchscreen.tap(*at)
    assert 20 < shown(window)[0] < 30
    context.close()


SHOWN = """() => {
  const inside = [...document.querySelectorAll("*")].map((node) => node.shadowRoot);
  const frame = inside.find((root) => root?.querySelector("figure"))
    .querySelector(".frame");
  const at = parseFloat(getComputedStyle(frame).getPropertyValue("--at"));
  const cuts = [...frame.querySelectorAll("img")]
    .map((picture) => getComputedStyle(picture).clipPath);
  return cuts.every((cut) => cut.startsWith("inset(")) ? [at, 100 - at] : [];
}"""
IN_PAIR = """const both = (tag) => [...document.querySelectorAll(
  `[class*="st-key-beside"] ${tag}`)];"""
PLAYERS = f"""(tag) => {{ {IN_PAIR}
  return both(tag).map((media) => ({{
    time: media.currentTime, paused: media.paused, muted: media.muted }}));
}}"""
BOTH_PAST = f"""([tag, time]) => {{ {IN_PAIR}
  return both(tag).every((media) => media.currentTime > time) }}"""
ONE_PAST = f"""([tag, place, time]) => {{ {IN_PAIR}
  return both(tag)[place].currentTime > time }}"""
SEEK = f"""([tag, place, time]) => {{ {IN_PAIR}
  both(tag)[place].currentTime = time }}"""
PLAY = f"""([tag, place]) => {{ {IN_PAIR} both(tag)[place].play() }}"""
