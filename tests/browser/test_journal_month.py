"""A whole month with a theme: begun, kept, closed, taken along and read elsewhere."""

import re
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, WebSocket, expect

from tests.browser.conftest import LAPTOP
from tests.browser.journal_keeper import COUNT, Keeper
from tests.browser.server import TimedServer
from tests.browser.window import Window
from tests.media import a_png

pytestmark = pytest.mark.browser

FIRST, OVER = "2027-01-31T10:00+01:00", "2027-03-01T10:00+01:00"
HERE = "Europe/Berlin"
TITLE, PROMPT = "A walk through a market", "A woman in a red coat, ten seconds."
SEEN = "The face *turns* at the second stall."
KOREAN = "열 초 동안 얼굴이 유지됩니다."
BLUE, RED = "first take.png", "ninth take.png"
PRIVATE = (
    *("Trailers are cut from five takes", TITLE, PROMPT, "The coat stays red"),
    *("at the second stall", KOREAN, BLUE, RED, "Ill.", "One evening less"),
)
"""What nobody else ever gets to see."""
PLACES_OF_OTHERS = (
    *("/", "/theme?theme=longer-video", "/claims", "/next", "/ahead"),
    *("/log?theme=longer-video", "/releases?search=Kling", "/journal"),
)
OpenFor = Callable[..., Window]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TimedServer]:
    with TimedServer(tmp_path_factory.mktemp("timed"), FIRST) as server:
        yield server


@pytest.fixture
def open_for(chromium: Browser) -> Iterator[OpenFor]:
    """Yield how to open somebody's window, in a place with a clock of its own."""
    contexts = []

    def open_for(server: TimedServer, name: str = "", zone: str = HERE) -> Window:
        context = chromium.new_context(
            viewport=LAPTOP, reduced_motion="reduce", timezone_id=zone
        )
        if name:
            cookie = {"name": "themewatch_name", "value": name, "url": server.address}
            context.add_cookies([cookie])
        contexts.append(context)
        return Window(context.new_page(), server.address)

    yield open_for
    for context in contexts:
        context.close()


def test_a_month_from_its_question_to_its_report_in_another_house(
    server: TimedServer, open_for: OpenFor, tmp_path: Path
) -> None:
    ann, ben = Keeper(open_for(server, "Ann")), open_for(server)
    told = listen(ben)
    server.set_clock(FIRST)
    before = ben.open().marks("●")
    begin(ann)
    record = live(ann, server)
    set_beside(ann)
    only_what_counts_is_shared(ben, record, before, told)
    close(ann, server)
    report = ann.report()
    files = take_out(ann)
    assert_written(files, open_for(server))
    with TimedServer(tmp_path / "elsewhere", OVER) as elsewhere:
        there = Keeper(open_for(elsewhere, "Ann"))
        assert bring_in(there, files["zip"]) == report


def begin(ann: Keeper) -> None:
    """Begin on the last of January, and run the fixed test at once."""
    ann.open().window.see("What costs you most retries?")
    ann.page.locator(".st-key-follow_longer-video").get_by_role("button").click()
    ann.window.settle().see("It lasts a calendar month, to 2027-02-28")
    ann.type(
        What_does_it_mean_for_your_work=f"{PRIVATE[0]}.",
        Title=TITLE,
        Prompt=PROMPT,
        What_counts_as_usable="The coat stays red and the face the same.",
    )
    ann.press("Begin the month").window.see("Day 1 of 29")
    ann.press("Add the before").type(What_I_saw=SEEN)
    ann.run("Veo 3.1", tries=5, usable=1).attach(picture(BLUE))
    ann.save("Private: nothing of it counts on the shared map.")
    ann.window.not_see("Add the before")


def picture(name: str, colour: bytes = b"\x1f\x5f\xa8") -> Mapping[str, object]:
    return {"name": name, "mimeType": "image/png", "buffer": a_png(colour=colour)}


def live(ann: Keeper, server: TimedServer) -> str:
    """Check in week by week; returns where the result that counts is shown to all."""
    server.set_clock("2027-02-03T21:00+01:00")
    ann.open("/").window.follow("Log it")
    ann.type(What_I_saw="Nothing new: only read.").save()

    server.set_clock("2027-02-12T10:00+01:00")
    ann.open().open_day("2027-02-10: empty").press("Skip it")
    ann.type(Why_was_it_skipped="Ill.").save()
    ann.open_day("2027-02-11: empty").window.see("You write this down a day later.")
    ann.type(What_I_saw=KOREAN).press("Add a run").run("Veo 3.1", tries=5, usable=2)
    ann.save().window.see("Written on 2027-02-12.", KOREAN)

    server.set_clock("2027-02-17T10:00+01:00")
    ann.open().press("Add a run").run("Kling 3", tries=5, usable=4)
    ann.attach(picture(RED, b"\xb3\x47\x0e")).switch(COUNT)
    ann.save("The first test here of this theme.", "Longer, coherent video: ● moved +")
    record = ann.page.get_by_role("link", name="Counts on the map: Kling 3")
    address = record.get_attribute("href") or ""

    server.set_clock("2027-02-24T10:00+01:00")
    ann.open().press("Something got better, or not").switch("a new model or version")
    ann.choose("A run of this journal", "Kling 3", 1)
    ann.type(What_does_it_change="One evening less a scene.").save()
    for said in ("01-31: noted", "02-10: skipped", "02-11: noted", "02-12: empty"):
        expect(ann.page.get_by_role("button", name=f"-{said}")).to_be_visible()
    return address


def set_beside(ann: Keeper) -> None:
    """Look at two runs of the fixed test on different models."""
    ann.press("Two runs").window.see("80 % instead of 20 %", "Veo 3.1, 2027-01-31")
    slider = ann.page.get_by_role("slider")
    slider.focus()
    at = slider.get_attribute("aria-valuenow") or slider.input_value()
    ann.page.keyboard.press("ArrowRight")
    assert (slider.get_attribute("aria-valuenow") or slider.input_value()) != at


def listen(window: Window) -> list[bytes]:
    """Return what the server tells this window, also what it does not show."""
    told: list[bytes] = []

    def note(frame: str | bytes) -> None:
        told.append(frame.encode() if isinstance(frame, str) else frame)

    def follow(socket: WebSocket) -> None:
        socket.on("framereceived", note)

    window.page.on("websocket", follow)
    return told


def only_what_counts_is_shared(
    ben: Window, record: str, before: Mapping[str, float], told: list[bytes]
) -> None:
    """Visit whatever others can: the result is there, and no word that is private."""
    now = ben.open().marks("●")
    assert now["longer-video"] > before["longer-video"]
    assert {**now, "longer-video": 0} == {**before, "longer-video": 0}
    ben.see("1 test since")
    ben.open(f"/{record}").see(re.compile("4 of 5 tries"), re.compile("Ann"))
    for place in PLACES_OF_OTHERS:
        ben.open(place)
    heard = b"".join(told)
    assert b"Kling 3" in heard
    assert [words for words in PRIVATE if words.encode() in heard] == []


def close(ann: Keeper, server: TimedServer) -> None:
    """Say where it stands before seeing where tests put it, and close the month."""
    server.set_clock(OVER)
    ann.open("/").window.follow("Close the month")
    ann.window.see("Asked before you see where tests put it.")
    expect(ann.page.locator(".js-plotly-plot")).to_have_count(0)
    assert not re.search("moved|What tests show", shown(ann))
    ann.type(Why="Four of five, with the same face.")
    ann.choose("Which note convinced you?", "4 of 5 usable on Kling 3")
    ann.press("Go on to the report").window.see(re.compile("^Your note moved it "))
    expect(ann.window.chart).to_be_visible()
    ann.type(Open_questions="Does it hold for a minute?").press("Close the month")
    ann.window.see("Closed on 2027-03-01, version 1.", "Does it hold for a minute?")


def shown(ann: Keeper) -> str:
    return ann.page.get_by_test_id("stMain").inner_text()


def take_out(ann: Keeper) -> Mapping[str, bytes]:
    ann.press("Download")
    return {
        "md": ann.download("Text (Markdown)"),
        "html": ann.download("One web page (HTML)"),
        "pdf": ann.download("On paper (PDF)"),
        "zip": ann.download("Everything, to bring in elsewhere (zip)"),
    }


def assert_written(files: Mapping[str, bytes], window: Window) -> None:
    """Read each file as who gets it does, without the app."""
    assert files["pdf"].startswith(b"%PDF-")
    for kind in ("md", "html"):
        text = files[kind].decode()
        assert [said for said in (TITLE, KOREAN, "4 of 5") if said not in text] == []
    with ZipFile(BytesIO(files["zip"])) as parcel:
        assert parcel.testzip() is None
    page = window.page
    page.set_content(files["html"].decode())
    expect(page.get_by_role("heading", name="What got better")).to_be_visible()
    images = page.evaluate("[...document.images].map((image) => image.naturalWidth)")
    assert len(images) >= 2
    assert all(images)
    assert window.hosts == set()


def bring_in(ann: Keeper, parcel: bytes) -> str:
    """Bring a month into a house that knows nothing of it; return its report there."""
    ann.open().window.unfold("Bring in a journal")
    file = {"name": "month.zip", "mimeType": "application/zip", "buffer": parcel}
    ann.page.locator('input[type="file"]').set_input_files([file])
    ann.press("Bring it in").window.see("Brought in with 6 entries.")
    ann.press("Open it").window.see("Closed on 2027-03-01, version 1.")
    return ann.report()


def test_a_day_is_the_day_of_whoever_looks(
    server: TimedServer, open_for: OpenFor
) -> None:
    server.set_clock("2027-02-14T22:30Z")
    for zone, ends in (
        ("Asia/Seoul", "2027-03-14"),
        ("America/New_York", "2027-03-13"),
    ):
        window = open_for(server, "Ira", zone).open("/journal?theme=longer-video")
        window.see(f"It lasts a calendar month, to {ends}")
