"""What people type keeps its few marks, and can be nothing else."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from themewatch.domain.rules import LONGEST_TEXT
from themewatch.ui.simple_text import simple

TRICKS = (
    *("![x](http://evil.example/x)", "<script>alert(1)</script>", "<img src=x>"),
    *(":red[x]", ":material/map:", ":smile:", "$x$", "$$x$$", "`x`", "~~x~~"),
    *("# head", "> said", "| a | b |", "---", "===", "```", "&nbsp;", "[^1]: x"),
    *("[x](javascript:alert(1))", "[x](data:text/html,x)", "[x](//evil.example)"),
    *("[x](http:evil.example)", "[x][1]", "[1]: http://evil.example", "<http://a.b>"),
)


ADDRESS = r"https?://[a-z0-9.-]+(:\d+)?[^\s()<>$`*\\]*"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a **b** c", "a **b** c"),
        ("a *b* and _c_", "a *b* and *c*"),
        ("***b***", "***b***"),
        ("one\ntwo\n\nthree", "one  \ntwo\n\nthree"),
        ("- one\n- two", "- one\n- two"),
        ("* one\n* two", "- one\n- two"),
        ("1. one\n2. two", "1. one\n2. two"),
        ("Seen\n- one", "Seen\n\n- one"),
        ("[x](https://a.example/b)", "[x](https://a.example/b)"),
        ("snake_case_name", r"snake\_case\_name"),
        ("2 * 3 * 4", r"2 \* 3 \* 4"),
        (r"C:\clips", r"C\:" + r"\\clips"),
        ("", ""),
        ("\n \n", ""),
    ],
)
def test_marks_are_written_anew(typed: str, shown: str) -> None:
    assert simple(typed).replace("\u2060", "") == shown


def test_a_mark_beside_another_or_a_sign_stays_one() -> None:
    assert simple("**a***b*") == "**a**\u200c*b*"
    assert simple('x**"a"**y') == 'x**\u200c"a"\u200c**y'


def test_a_bare_address_is_a_link_without_the_full_stop_after_it() -> None:
    assert simple("See https://a.example/b.").endswith(r"](https://a.example/b)\.")


def test_what_an_address_holds_ends_no_link_and_begins_no_sign() -> None:
    (target,) = links(simple("https://a.example/b?c=$x$&copy=1#`d`"))
    assert target == "https://a.example/b?c=%24x%24&amp;copy=1#%60d%60"


def test_a_host_of_another_script_is_written_as_browsers_ask_for_it() -> None:
    assert links(simple("https://한국.kr/길")) == ["https://xn--3e0b707e.kr/%EA%B8%B8"]


@pytest.mark.parametrize(
    "address",
    [
        "https://bank.example@evil.example/",
        "https://evil.example:99999/",
        "https://[::1/",
        "https://exa mple/",
        "https:///x",
        "https://a..b/",
    ],
)
def test_an_address_that_deceives_or_is_none_is_no_link(address: str) -> None:
    assert "evil" not in "".join(links(simple(f"[x]({address}) {address}")))


@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("around", ["{}", "a\n{}", "- {}", "**{}**", "a {} b"])
def test_a_trick_is_shown_as_it_was_typed(trick: str, around: str) -> None:
    assert unsafe(simple(around.format(trick))) == []


@given(st.text(st.sampled_from("ab \n*_-[]()<>!$:`~#|=.1\\/&htps"), max_size=80))
def test_no_text_becomes_more_than_its_marks(typed: str) -> None:
    assert unsafe(simple(typed)) == []


@given(st.text(max_size=200))
def test_no_letter_is_lost(typed: str) -> None:
    letters = [c for c in typed if c.isalpha()]
    assert [c for c in simple(typed) if c.isalpha()] == letters


@pytest.mark.parametrize(
    "part", ["*", "**a*", "[", "_a ", "![", "https://(", "\\", "* "]
)
def test_the_longest_text_there_may_be_is_quick(part: str) -> None:
    typed = (part * LONGEST_TEXT)[:LONGEST_TEXT]
    begin = process_time()
    simple(typed)
    assert process_time() - begin < 2


@pytest.mark.parametrize("trick", TRICKS)
def test_a_trick_left_as_it_is_would_be_found(trick: str) -> None:
    assert unsafe(trick)


def links(shown: str) -> list[str]:
    return re.findall(r"\]\((https?://[^\s()<>]*)\)", shown)


def unsafe(shown: str) -> list[str]:
    """Return what Markdown would read as more than bold, italics, lists and links."""
    rest = re.sub(r"\\[!-/:-@\[-`{-~]", "", shown)
    rest = re.sub(rf"\[[^][]*\]\({ADDRESS}\)", "", rest)
    rest = re.sub(r"(?m)^(-|\d+\.) ", "", rest)
    return re.findall(r"[][()<>!$`~#|{}&=\\]|:(?!\u2060)|(?m:^\s*[-+]|^\d+\.)", rest)
