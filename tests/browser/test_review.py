"""A team reviews the map: three people, each in a browser of their own."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenWindow
from tests.browser.server import Server
from tests.browser.window import Window

pytestmark = pytest.mark.browser

THEME = "longer-video"
Meet = Callable[[str], Window]


@pytest.fixture
def meet(open_window: OpenWindow, server: Server) -> Meet:
    """Return how somebody comes with a browser of their own, known by name."""
    return lambda name: open_window(server).remember(name)


def log_a_test(window: Window) -> None:
    window.open(f"/log?theme={THEME}").choose_model("Veo 3.1")
    window.page.get_by_text("sometimes works", exact=True).click()
    window.page.get_by_label("In one line").fill("Drifts after ten seconds.")
    window.press("Save")
    expect(window.saved).to_contain_text("Saved.")


def invite(window: Window, *names: str) -> str:
    """Open a review for these people, and return its address."""
    window.open("/review").press("Open the first review")
    people = window.page.get_by_role("combobox", name="Who votes")
    for name in names:
        people.fill(name)
        people.press("Enter")
    people.press("Escape")
    window.press("Open it").see("The review is open.")
    return window.page.url.removeprefix(window.address)


def vote(window: Window, steps: int, words: str) -> None:
    """Move the slider from the middle of the scale by so many thirds, and vote."""
    slider = window.page.get_by_role("slider").first
    slider.focus()
    for _step in range(abs(steps)):
        slider.press("ArrowRight" if steps > 0 else "ArrowLeft")
    window.page.get_by_text("fairly sure", exact=True).first.click()
    window.page.get_by_label("Why, in one sentence?").fill(words)
    window.press("Send my vote").see("Your vote is kept.")


def test_a_team_votes_unseen_talks_votes_again_and_decides(meet: Meet) -> None:
    ann, ben, cleo = meet("Ann"), meet("Ben"), meet("Cleo")
    log_a_test(ann)
    address = invite(ben, "Ann", "Ben", "Cleo")
    theme = f"{address}&theme={THEME}"

    vote(ann.open(theme), -3, "Drifts.")
    ann.see("There is nothing to agree on yet")
    cleo.open(theme).see("1 of 3 has voted. Votes are hidden").not_see("Drifts.")
    vote(cleo, 4, "Two clients took it.")
    cleo.see("50 % agree: the two votes lie")
    ann.see("Two clients took it.")  # comes by itself

    ben.open(theme).not_see("Two clients took it.")
    vote(ben, 0, "As mapped.")
    ben.see("33 % agree: 1 of 3", "Under 70 % agree")
    ben.press("Open a second round").see("Second round")
    for window, steps in ((ann, -1), (cleo, 0), (ben, -1)):
        vote(window.open(theme), steps, "After talking.")
    ben.see("100 % agree: 3 of 3", "33 % agree: 1 of 3", "Two clients took it.")

    ben.page.get_by_text("wait", exact=True).click()
    ben.settle().press("Decide").see("The decision is kept.")
    ben.see("Longer, coherent video: Ben, again on")
    ben.press("Confirm these 6, no change").see("Decided: 7 of 7 themes.")
    ann.see("Decided: 7 of 7 themes.")

    with ben.page.expect_download() as download:
        ben.page.get_by_role("button", name="Minutes").click()
    minutes = download.value.path().read_text(encoding="utf-8")
    assert minutes.index("- Wait: Longer, coherent video. Ben sees") < minutes.index(
        "- Ann: Early, upper third"
    )
    assert minutes.count("**Second round**") == 1

    ben.open("/").see("1 test since")


def test_a_meeting_is_led_by_the_keyboard(meet: Meet) -> None:
    ben = meet("Ben")
    log_a_test(ben)
    invite(ben, "Ann")
    ben.press("Start the meeting").see("1 of 3", "30 of 30 minutes left")
    ben.page.keyboard.press("j")
    ben.settle().see("2 of 3", "Confirm these 6, no change")
    ben.page.keyboard.press("j")
    ben.settle().see("3 of 3", "Not decided yet")
    ben.page.keyboard.press("k")
    ben.settle().see("2 of 3")
    again = ben.page.url.removeprefix(ben.address)
    ben.open(again).see("2 of 3", "of 30 minutes left")
