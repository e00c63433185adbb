"""A real Chromium, and clocks inside its pages: from an act to what is painted."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    ViewportSize,
    sync_playwright,
)

QUIET = 400  # ms without a change of the page after which nothing more is coming
OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
WINDOW: ViewportSize = {"width": 1280, "height": 900}
NAMES = ("chromium", "chromium-browser", "google-chrome")

# The time of a change is that of the end of the frame in which it is painted.
CLOCK = """
() => {
  const clock = window.clock = { begun: 0, painted: 0 };
  const begin = (event) => { clock.begun = event.timeStamp; clock.painted = 0; };
  addEventListener("click", begin, true);
  addEventListener("keydown", begin, true);
  const note = () => { clock.painted = performance.now(); };
  const change = () => requestAnimationFrame(() => setTimeout(note));
  new MutationObserver(change).observe(
    document.querySelector('[data-testid="stMain"]'),
    { subtree: true, childList: true, attributes: true, characterData: true },
  );
}
"""
# That of an opening begins with the navigation, as the page's own clock does.
CLOCK_OF_OPENING = """
  window.opening = { painted: 0 };
  const note = () => { opening.painted = performance.now(); };
  const change = () => requestAnimationFrame(() => setTimeout(note));
  new MutationObserver(change).observe(
    document,
    { subtree: true, childList: true, attributes: true, characterData: true },
  );
"""
HAS_RUN = """
() => document.querySelector('[data-testid="stApp"]')
  ?.dataset.testScriptState === "notRunning"
"""
IS_OVER = f"""
() => clock.painted && performance.now() - clock.painted > {QUIET}
  && ({HAS_RUN})()
"""
IS_OPEN = f"""
() => performance.now() - opening.painted > {QUIET} && ({HAS_RUN})()
  && document.querySelector('[data-testid="stElementContainer"]')
  && !document.querySelector('[data-testid="stSkeleton"]')
"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield the Chromium on the path, else the one Playwright has installed."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=OPTIONS)
        yield browser
        browser.close()


def visit(browser: Browser, address: str) -> Page:
    """Open an address as somebody new and wait until its script has run."""
    return open_page(browser.new_context(), address)


def open_page(context: BrowserContext, address: str) -> Page:
    """Open an address in a browser that may have been there, and wait likewise."""
    page = context.new_page()
    page.set_viewport_size(WINDOW)
    page.goto(address)
    page.wait_for_selector('[data-testid="stMain"] [data-testid="stElementContainer"]')
    page.wait_for_function(HAS_RUN)
    return page


def start_clock(page: Page) -> None:
    """Time every act on a page from here on."""
    page.evaluate(CLOCK)


def milliseconds(page: Page, act: Callable[[], None]) -> float:
    """Return the time from a click or key to the last change it brings, painted."""
    act()
    page.wait_for_function(IS_OVER, polling=50)
    return float(page.evaluate("clock.painted - clock.begun"))


def timing_openings(browser: Browser) -> BrowserContext:
    """Return a browser for `opening`; it keeps the files of where it has been."""
    context = browser.new_context()
    context.add_init_script(CLOCK_OF_OPENING)
    return context


def opening(context: BrowserContext, address: str) -> float:
    """Return the time in ms from navigating to an address to the last change, painted.

    The context is one of `timing_openings`.
    """
    page = context.new_page()
    page.set_viewport_size(WINDOW)
    page.goto(address, wait_until="commit")
    page.wait_for_function(IS_OPEN, polling=50)
    taken = float(page.evaluate("opening.painted"))
    page.close()
    return taken
