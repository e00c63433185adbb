"""Somebody who keeps a journal: what one does with it in a window."""

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, expect

from tests.browser.window import QUIET, Window

COUNT = "Count this result on the shared map"


class Keeper:
    """A window on a journal."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.page = window.page

    def open(self, path: str = "/journal") -> "Keeper":
        self.window.open(path)
        return self

    def press(self, name: str) -> "Keeper":
        self.window.press(name)
        return self

    def type(self, **fields: str) -> "Keeper":
        """Fill texts by what their labels begin with; spaces are underscores."""
        for name, text in fields.items():
            self.field(name.replace("_", " ")).fill(text)
        self.page.keyboard.press("Tab")
        self.window.settle()
        return self

    def field(self, label: str) -> Locator:
        return self.page.get_by_role("textbox", name=label).first

    def choose(self, label: str, option: str, number: int = 0) -> "Keeper":
        """Choose the first option with these words from one of the lists so named."""
        field = self.page.get_by_role("combobox", name=label).nth(number)
        field.scroll_into_view_if_needed()
        self.page.wait_for_timeout(QUIET)  # scrolling closes a list
        field.click()
        self.page.get_by_role("option").filter(has_text=option).first.click()
        self.window.settle()
        return self

    def open_day(self, label: str) -> "Keeper":
        """Press a day of the calendar, by what it says of itself."""
        self.page.get_by_role("button", name=label, exact=True).click()
        self.window.settle()
        return self

    def switch(self, label: str) -> "Keeper":
        self.page.get_by_text(label, exact=True).click()
        self.window.settle()
        return self

    def run(self, model: str, *, tries: int, usable: int) -> "Keeper":
        """Say how the run that was begun last went."""
        self.window.choose_model(model).settle()
        for label, count in (("Tries", tries), ("of these usable", usable)):
            self.page.get_by_role("spinbutton", name=label).last.fill(str(count))
        self.page.keyboard.press("Tab")
        self.window.settle()
        return self

    def attach(self, file: Mapping[str, Any]) -> "Keeper":
        """Keep a file as what came out of the run."""
        self.window.unfold("Prompt, outputs, settings, cost")
        upload = self.page.locator('input[type="file"]')
        expect(upload).to_have_count(2)
        upload.last.set_input_files([file])
        self.window.see(file["name"]).settle()
        return self

    def save(self, *said: str) -> "Keeper":
        """Save what stands in the form, and read what is said of it."""
        self.press("Save")
        for words in ("Saved.", *said):
            expect(self.window.saved).to_contain_text(words)
        return self

    def download(self, name: str) -> bytes:
        """Take a file out, as a browser does."""
        with self.page.expect_download() as coming:
            self.page.get_by_role("button", name=name, exact=True).click()
        return coming.value.path().read_bytes()

    def report(self) -> str:
        """Return all that stands in a report, from its first part on."""
        parts = self.page.locator('[data-testid="stMain"] h3')
        expect(parts.first).to_be_visible()
        shown = self.page.get_by_test_id("stMain").inner_text()
        begins, ends = parts.first.inner_text(), "Open it again"
        return shown[shown.index(begins) : shown.index(ends)].replace("\u2060", "")
