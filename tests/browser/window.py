"""One browser window: opens pages, waits until they are there, and looks at them."""

import re
from typing import Any
from urllib.parse import quote, urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, expect

RESTING = '[data-testid="stApp"][data-test-script-state="notRunning"]'
CHART = ".js-plotly-plot .main-svg"
PATIENCE = 20_000  # milliseconds
QUIET = 150  # milliseconds until a run that was asked for has begun

expect.set_options(timeout=PATIENCE)


class Window:
    """A page in a browser, with what it asked for and complained of."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.hosts: set[str] = set()
        self.complaints: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.on("request", self._note_request)
        page.on("console", self._note_complaint)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, path: str = "/") -> "Window":
        self.page.goto(f"{self.address}{path}")
        expect(self.page.locator("h1").first).to_be_visible()
        return self.settle()

    def settle(self) -> "Window":
        """Wait until the script has run and its answer is drawn."""
        for _again in range(2):
            self.page.wait_for_timeout(QUIET)
            self.page.wait_for_selector(RESTING)
        return self

    def see(self, *texts: str | re.Pattern[str]) -> "Window":
        """Wait until these texts are there to be seen."""
        for text in texts:
            expect(self.page.get_by_text(text).first).to_be_visible()
        return self

    def not_see(self, text: str) -> "Window":
        expect(self.page.get_by_text(text)).to_have_count(0)
        return self

    def press(self, name: str) -> "Window":
        self.page.get_by_role("button", name=name, exact=True).click()
        return self.settle()

    def follow(self, name: str) -> "Window":
        self.page.get_by_role("link", name=name).first.click()
        return self.settle()

    def give_name(self, name: str) -> "Window":
        field = self.page.get_by_role("textbox", name="Your name").first
        field.fill(name)
        field.press("Enter")
        return self.settle()

    def remember(self, name: str) -> "Window":
        """Let the browser know who visits, or nobody, from before."""
        context = self.page.context
        context.clear_cookies()
        if name:
            cookie = {"name": "themewatch_name", "value": quote(name)}
            context.add_cookies([{**cookie, "url": self.address}])
        return self

    def choose_model(self, words: str) -> "Window":
        """Type part of a model's name and take the first that fits."""
        field = self.page.get_by_role("combobox", name="Model or tool")
        field.scroll_into_view_if_needed()
        self.page.wait_for_timeout(QUIET)  # scrolling closes the list of what fits
        field.fill(words)
        self.page.get_by_role("option").first.click()
        return self

    def unfold(self, name: str) -> "Window":
        self.page.get_by_text(name, exact=True).click()
        return self.settle()

    @property
    def heading(self) -> Locator:
        return self.page.locator("h1").first

    @property
    def saved(self) -> Locator:
        return self.page.locator(".st-key-saved")

    @property
    def chart(self) -> Locator:
        """Return the chart once it is drawn; what it says stands in its label."""
        expect(self.page.locator(CHART).first).to_be_visible()
        return self.page.locator('[data-testid="stPlotlyChart"]').first

    def marks(self, trace: str) -> dict[str, float]:
        """Return where the marks of a kind stand on the scale, by theme."""
        expect(self.chart).to_be_visible()
        found: dict[str, Any] = self.page.evaluate(MARKS, trace)
        return {slug: round(x, 4) for slug, x in found.items()}

    def overflow(self) -> list[str]:
        """Return what is wider than the window."""
        found: list[str] = self.page.evaluate(OVERFLOW)
        return found

    def _note_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"}:
            self.hosts.add(parts.netloc)

    def _note_complaint(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"{message.text} {message.location.get('url', '')}")


MARKS = """name => {
  const trace = document.querySelector(".js-plotly-plot").data
    .find(trace => trace.name === name);
  return Object.fromEntries(trace.customdata.map((slug, i) => [slug, trace.x[i]]));
}"""

OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const main = document.querySelector('[data-testid="stMain"]');
  const isCut = (node) => {
    for (let n = node.parentElement; n && n !== main; n = n.parentElement) {
      if (getComputedStyle(n).overflowX !== "visible") return true;
    }
    return false;
  };
  const wide = [...main.querySelectorAll("*")].filter((node) => {
    const box = node.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right > width + 1 && !isCut(node);
  }).map((node) => `${node.tagName} ${node.textContent.slice(0, 40)}`);
  return main.scrollWidth > main.clientWidth + 1 ? ["main scrolls", ...wide] : wide;
}"""
