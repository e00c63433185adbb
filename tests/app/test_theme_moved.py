"""What moved a theme, on its page: piece by piece, adding up in plain sight."""

import re
from datetime import date, timedelta

import pytest

from tests.app.conftest import Keep
from tests.app.visitor import Visitor, as_number
from tests.factories import NOW, a_note, a_view
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.note import Rigor, Verdict
from themewatch.ui import cache

THEME = "consistency"
SINCE, EARLIER, LATER = "2026-08-20", date(2026, 8, 15), date(2026, 8, 28)
NUMBER = re.compile(r"[+−]?\d\.\d\d\b")


def what_moved(visitor: Visitor, slug: str = THEME, **query: str) -> str:
    text = visitor.open("theme", **{"theme": slug, "since": SINCE} | query).text
    return text.partition("What moved it\n")[2].partition("\nIn detail\n")[0]


def the_sum(section: str) -> str:
    return next(line for line in section.split("\n") if line.startswith("was "))


def assert_adds_up(section: str) -> None:
    *terms, total = (as_number(number) for number in NUMBER.findall(the_sum(section)))
    assert sum(terms) == pytest.approx(total, abs=1e-9)


def pieces(section: str) -> list[str]:
    return [line for line in section.split("\n") if re.match(r"[+−]\d\.\d\d · ", line)]


def busy() -> list[object]:
    return [
        a_note(verdict=Verdict.BREAKS, rigor=Rigor.FIXED, tested_on=EARLIER),
        a_note(person=REVIEWER, tries=8, acceptable=7, tool="B", tested_on=EARLIER),
        a_note(id="new", person=REVIEWER, tries=9, acceptable=8, tested_on=LATER),
        a_note(theme="longer-video", verdict=Verdict.DEPENDABLE, tested_on=LATER),
        a_view(person="Ida", on=EARLIER),
        a_view(person="Sam", on=LATER, position=3.1),
    ]


def test_the_sum_adds_up_in_plain_sight(visitor: Visitor, keep: Keep) -> None:
    keep(*busy())
    section = what_moved(visitor)
    assert_adds_up(section)
    line = the_sum(section)
    weighed = cache.assessment(NOW.date(), date.fromisoformat(SINCE))
    was, is_now = weighed.then.positions[THEME], weighed.now.positions[THEME]
    assert line.startswith(f"was {was.mean:.2f} on 2026-08-20 · 1 new test +")
    assert line.endswith(f"= {is_now.mean:.2f} on 2026-10-01")
    assert "1 new view +" in line
    assert "older tests " in line
    assert "tests of other themes by the same people and on the same tools" in line


def test_each_piece_says_who_and_what_and_when_and_leads_there(
    visitor: Visitor, keep: Keep
) -> None:
    keep(*busy())
    section = what_moved(visitor)
    [new] = [
        piece for piece in pieces(section) if "Vision 1" in piece and "new" in piece
    ]
    assert re.fullmatch(rf"\+0\.\d\d · Vision 1 · {REVIEWER}, 2026-08-28 · new", new)
    assert "view: Mature, lower third · Sam, 2026-08-28 · new" in section
    assert f"Vision 1 · {CONTRIBUTOR}, 2026-08-15 · older" in section
    assert "record?id=new" in visitor.links("Open")


def test_the_largest_change_comes_first(visitor: Visitor, keep: Keep) -> None:
    keep(*busy())
    sizes = [abs(as_number(piece[:5])) for piece in pieces(what_moved(visitor))]
    assert len(sizes) >= 4
    assert sizes == sorted(sizes, reverse=True)


def test_the_pieces_add_up_to_their_terms(visitor: Visitor, keep: Keep) -> None:
    keep(*busy())
    section = what_moved(visitor)
    older = sum(
        as_number(piece[:5])
        for piece in pieces(section)
        if piece.endswith("older") and " · view: " not in piece
    )
    (told,) = re.findall(r"older tests ([+−]\d\.\d\d)", the_sum(section))
    assert older == pytest.approx(as_number(told))


def test_many_pieces_are_asked_for_and_come_in_pages(
    visitor: Visitor, keep: Keep
) -> None:
    keep(
        *(
            a_note(
                tool=f"Tool {n}",
                tested_on=LATER - timedelta(days=n % 5),
                tries=10,
                acceptable=n % 11,
            )
            for n in range(12)
        )
    )
    section = what_moved(visitor)
    assert pieces(section) == []
    assert "12 tests and views behind it" in section
    first = pieces(visitor.unfold("pieces").text)
    assert len(first) == 10
    visitor.app.pagination(key="moved_page").set_value(2)
    text = visitor.run().text
    second = pieces(text)
    assert len(second) == 2
    assert not set(first) & set(second)


def test_where_nothing_happened_one_sentence_says_so(visitor: Visitor) -> None:
    section = what_moved(visitor)
    assert section == (
        "Nothing moved it: no test and no view between 2026-08-20 and 2026-10-01. "
        "Nobody here had tested it by 2026-08-20."
    )


def test_what_only_time_moved_says_so(visitor: Visitor, keep: Keep) -> None:
    keep(a_note(tested_on=date(2026, 6, 1)), a_note(tries=9, acceptable=8))
    keep(a_note(theme="longer-video", tested_on=LATER, verdict=Verdict.DEPENDABLE))
    section = what_moved(visitor)
    assert section.startswith(
        "No test and no view of it between 2026-08-20 and 2026-10-01.\nwas "
    )
    assert_adds_up(section)


def test_a_theme_first_tested_since_says_so(visitor: Visitor, keep: Keep) -> None:
    keep(a_note(tested_on=LATER))
    section = what_moved(visitor)
    assert section.startswith("Nobody here had tested it by 2026-08-20.\nwas 1.50 on")
    keep(a_note(tested_on=EARLIER))
    assert "Nobody here had tested it" not in what_moved(Visitor())


def test_before_the_course_s_map_nothing_was_known(
    visitor: Visitor, keep: Keep
) -> None:
    keep(a_note(tested_on=LATER))
    section = what_moved(visitor, "native-audio", since="2026-01-15")
    assert "Nothing was known of it by 2026-01-15, not even the course's map" in section
    assert "start +" in the_sum(section)
    assert_adds_up(section)


def test_a_day_compared_with_itself_asks_for_another(visitor: Visitor) -> None:
    section = what_moved(visitor, since="2026-10-01")
    assert section.startswith("Both days are the same. Compare with an earlier one.")


def test_what_was_taken_back_moved_nothing(visitor: Visitor, keep: Keep) -> None:
    keep(a_note(id="n1", tested_on=LATER))
    assert pieces(what_moved(visitor))
    visitor.open("record", id="n1").press("Take it back")
    assert what_moved(visitor).startswith("Nothing moved it")
