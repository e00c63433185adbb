"""The card of a protocol, and the profile of a note's marks."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.visitor import Visitor
from themewatch.services.protocols import protocols

TESTS = protocols().tests
IN_FULL = TESTS["longer-video", "identity-over-time"]


def a_card(theme: str, signal: str | None, is_veiled: bool) -> None:
    """Draw a protocol's card, as a script of its own."""
    from tests.app.test_words import Veiled  # noqa: PLC0415
    from themewatch import words  # noqa: PLC0415
    from themewatch.services.protocols import protocols  # noqa: PLC0415
    from themewatch.ui.protocol_card import show_protocol  # noqa: PLC0415

    words.speak(Veiled() if is_veiled else words.translations(None))
    show_protocol(protocols().for_claim(theme, signal))


def a_profile(marks: dict[str, int], is_veiled: bool) -> None:
    """Draw a profile, as a script of its own."""
    from tests.app.test_words import Veiled  # noqa: PLC0415
    from themewatch import words  # noqa: PLC0415
    from themewatch.ui.profile import show_profile  # noqa: PLC0415

    words.speak(Veiled() if is_veiled else words.translations(None))
    show_profile(marks)


def drawn(script, *args: object, is_veiled: bool = False) -> Visitor:
    visitor = Visitor()
    visitor.app = AppTest.from_function(
        script, args=(*args, is_veiled), default_timeout=30
    )
    return visitor.run()


class TestCard:
    @pytest.mark.parametrize("key", TESTS, ids=str)
    def test_shows_all_of_a_protocol_without_a_sign_too_many(self, key) -> None:
        protocol, text = TESTS[key], drawn(a_card, *key).text
        for part in (protocol.title, *protocol.prepare, protocol.usable):
            assert part in text
        for number, step in enumerate(protocol.steps, start=1):
            assert step in text, number

    def test_numbers_the_steps_and_says_how_long_it_takes(self) -> None:
        text = drawn(a_card, IN_FULL.theme, IN_FULL.signal).text
        assert "3 tries · about 15 minutes of your own time" in text
        assert len(re.findall(r"^1\. ", text, re.MULTILINE)) == len(IN_FULL.steps)

    def test_names_the_rubrics_where_there_are_any(self) -> None:
        rubrics = "Also worth marking\nSix things over time · One small object"
        shown = drawn(a_card, IN_FULL.theme, IN_FULL.signal).text
        assert rubrics in shown.replace("  \n", "\n")
        assert "worth marking" not in drawn(a_card, "consistency", "style-lock").text

    @pytest.mark.parametrize("key", TESTS, ids=str)
    def test_leaves_no_word_behind_in_another_language(self, key) -> None:
        assert not re.search("[A-Za-z]", drawn(a_card, *key, is_veiled=True).text)


class TestProfile:
    def test_draws_each_mark_with_its_word_under_its_rubric(self) -> None:
        marks = {"object-return": 0, "motion": 2, "identity": 3, "clothing": 1}
        assert drawn(a_profile, marks).text.replace("  \n", "\n").split("\n") == [
            "Six things over time",
            "▰▰▰ Identity: holds",
            "▰▰▱ Motion: mostly holds",
            "▰▱▱ Clothing: often slips",
            "One small object",
            "▱▱▱ Comes back: falls apart",
        ]

    def test_keeps_what_another_version_brought_along_and_as_plain_text(self) -> None:
        profile = drawn(a_profile, {"*taste*": 2})
        assert profile.text.endswith("Other marks  \n▰▰▱ *taste*: mostly holds")
        assert r"\*taste\*" in profile.markdown[0]

    def test_leaves_no_word_behind_in_another_language(self) -> None:
        every = {d.slug: 1 for r in protocols().rubrics.values() for d in r.dimensions}
        assert not re.search("[A-Za-z]", drawn(a_profile, every, is_veiled=True).text)
