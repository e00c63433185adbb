"""Every word on screen can be translated, and none is a word we do not use."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest

import themewatch.ui
from tests.agreed import NOT_ON_SCREEN
from tests.app.conftest import Keep
from tests.app.literals import untranslated
from tests.app.visitor import Visitor
from tests.factories import (
    NOW,
    a_checkpoint,
    a_claim,
    a_file,
    a_forecast,
    a_note,
    a_release,
    a_view,
)
from tests.news import HOUR, Piece, put_feed, put_story
from themewatch import words
from themewatch.domain.news import Match, Reason
from themewatch.domain.note import Verdict
from themewatch.domain.record import Record
from themewatch.domain.story import Seen
from themewatch.domain.theme import SLUGS
from themewatch.resources import app_root
from themewatch.services.house import House
from themewatch.services.triage import (
    SEEN_BEFORE,
    By,
    KnownRelease,
    attach,
    dismiss,
    explain,
    merge,
    put_off,
)
from themewatch.services.undoing import undo

SCRIPTS = sorted(
    [
        *(app_root() / "pages").glob("*.py"),
        *Path(themewatch.ui.__path__[0]).glob("*.py"),
    ]
)
PLACES: tuple[dict[str, str], ...] = (
    {"page": "map"},
    *({"page": "theme", "theme": slug} for slug in SLUGS),
    {"page": "theme", "since": "2026-08-01", "stage": "growing", "by": "2027-06"},
    {"page": "theme", "day": "2026-08-20", "since": "2026-01-01"},
    {"page": "theme", "since": "2026-10-01"},
    {"page": "log"},
    {"page": "log", "theme": "lower-cost"},
    {"page": "log", "claim": "3"},
    {"page": "log", "claim": "3", "ready": "true"},
    {"page": "next"},
    {"page": "log", "log": "release"},
    {"page": "log", "log": "view"},
    {"page": "ahead"},
    {"page": "ahead", "view": "forecasts"},
    *({"page": "record", "id": record} for record in ("201", "204", "211", "212")),
    {"page": "releases"},
    {"page": "release", "release": "1"},
    *({"page": "record", "id": record} for record in "1345"),
    {"page": "inbox"},
    {"page": "inbox", "view": "decided"},
    {"page": "feeds"},
)
"""Everywhere one can be, records by the ids of `everything`."""


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_every_word_passes_through_translation(script: Path) -> None:
    assert untranslated(script.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "planted",
    [
        'st.title("Hello")',
        'st.button(f"Save {thing}")',
        'st.text_input(_("Name"), placeholder="your name")',
        'left.selectbox("Theme", options)',
        'page_link("log", "Log a test", theme=slug)',
        'st.markdown(plain("What moved"))',
        'st.error("No {x}".format(x=1))',
        'st.caption("one" if one else _("many"))',
        'st.markdown(", ".join([_("a"), "and so on"]))',
        'st.markdown(_("a {x}").format(x="thing"))',
        'with st.expander("More"): pass',
        'st.plotly_chart(figure, alt="A map")',
    ],
)
def test_a_planted_literal_is_found(planted: str) -> None:
    assert len(untranslated(planted)) == 1


@pytest.mark.parametrize(
    "fine",
    [
        'st.title(_("Hello"))',
        'st.markdown(f"**{plain(name)}** · {amount:+.2f}")',
        'st.markdown(ngettext("{n} test", "{n} tests", n).format(n=n))',
        'st.container(border=True, key="saved")',
        'st.date_input(_("As of"), format="YYYY-MM-DD", key="as_of")',
        'st.text_input(_("Link"), placeholder="https://", key=form.key("link"))',
        'st.markdown(labels.get("x", name))',
        'page_link("log", _("Log a test"), theme="longer-video")',
    ],
)
def test_what_is_translated_or_no_word_is_left_alone(fine: str) -> None:
    assert untranslated(fine) == []


def everything() -> list[Record]:
    """Return evidence of every kind, all that people typed in it without letters."""
    people = ("11", "12", "13")
    release = a_release(
        id="1",
        model="21",
        vendor="22",
        kind="api",
        url="https://1.example/",
        price_usd=0.4,
        price_unit="8",
        price_as_of=date(2026, 8, 2),
        source="23",
    )
    fields = {
        "observed": "31",
        "limits": "32",
        "improvement": "33",
        "price_usd": 0.5,
        "seconds": 90,
    }
    return [
        release,
        a_claim(id="3", release="1", text="24", source="25"),
        *(
            a_claim(id=f"9{number}", release="1", theme=slug, signal=None, text="24")
            for number, slug in enumerate([*SLUGS, *SLUGS])
        ),
        *(
            a_note(
                id=f"7{number}",
                theme=slug,
                person=people[number % 3],
                tool="41",
                verdict=tuple(Verdict)[number % 4],
                tries=8 if number % 2 else None,
                acceptable=5 if number % 2 else None,
                **fields,
            )
            for number, slug in enumerate([*SLUGS, *SLUGS])
        ),
        a_note(
            id="4",
            person="11",
            signal="style-lock",
            release="1",
            tool=None,
            files=(a_file(name="51"),),
            link="https://1.example/",
            **fields,
        ),
        a_view(id="5", person="14", reason="61"),
        *what_lies_ahead(),
    ]


def what_lies_ahead() -> list[Record]:
    """Return checkpoints in every state, and forecasts open, fresh and scored."""
    spoken: dict[str, Any] = {
        "title": "62",
        "text": "63",
        "person": "15",
        "theme": None,
    }
    day = NOW.date()
    forecast: dict[str, Any] = {"person": "16", "theme": "longer-video"}
    return [
        a_checkpoint(id="201", due_on=day, link="https://1.example/", **spoken),
        a_checkpoint(id="202", due_on=date(2027, 1, 15), **spoken),
        a_checkpoint(id="203", due_on=None, **spoken),
        a_checkpoint(id="204", recorded_at=NOW, settled_on=day, result="64", **spoken),
        a_forecast(id="211", **forecast),
        a_forecast(id="212", recorded_at=NOW, on=day, **forecast),
        *(a_forecast(id=f"22{n}", by=date(2026, 9, 30), **forecast) for n in range(6)),
    ]


def put_news(house: House) -> None:
    """Put news of every kind, all that feeds say in it without letters."""
    piece = Piece(
        title="81",
        text="82 83 84. " * 60,
        link="https://192.0.2.1/",
        match=Match(
            themes=SLUGS,
            signals=("style-lock",),
            is_release=True,
            models=("85",),
            vendor="86",
            why=(*(Reason(slug, ("82",)) for slug in SLUGS), Reason(None, ("84",))),
        ),
    )
    elsewhere = replace(piece, feed="2", at=piece.at - HOUR)
    with house.writing() as db:
        put_feed(db, title="87", address="https://1.example/")
        put_feed(
            db,
            "2",
            title="88",
            address="https://2.example/",
            failing_since=NOW,
            problem="89",
            former_address="https://3.example/",
            offers=("https://4.example/",),
            paused_at=NOW,
        )
        for story in "1234567":
            put_story(db, story, piece, elsewhere)
        by = By("11", NOW)
        put_off(db, Seen("1", 1), by)
        merge(db, Seen("2", 1), "7", by)
        attach(db, Seen("3", 1), KnownRelease("1", SLUGS), by)
        made = dismiss(db, [Seen("4", 1), Seen("5", 1)], by)
        explain(db, [one.id for one in made], SEEN_BEFORE)
        undo(db, [dismiss(db, [Seen("6", 1)], By("12", NOW + HOUR))[0].id], by)


def visit(place: dict[str, str]) -> Visitor:
    query = dict(place)
    return Visitor().open(query.pop("page"), **query)


@pytest.mark.usefixtures("visitor")
class TestWordsWeDoNotUse:
    @pytest.mark.parametrize("place", PLACES, ids=str)
    def test_stand_nowhere_at_first(self, place: dict[str, str]) -> None:
        assert not_ours(visit(place).text) == []

    @pytest.mark.parametrize("place", PLACES, ids=str)
    def test_stand_nowhere_with_evidence(
        self, place: dict[str, str], keep: Keep, house: House
    ) -> None:
        keep(*everything())
        put_news(house)
        assert not_ours(visit(place).text) == []

    def test_are_found_where_they_stand(self, keep: Keep) -> None:
        keep(a_note(observed="Likelihood of hype."))
        assert not_ours(visit({"page": "theme"}).text) == ["Likelihood", "hype"]


def not_ours(text: str) -> list[str]:
    return re.findall(rf"\b(?:{'|'.join(NOT_ON_SCREEN)})s?\b", text, re.IGNORECASE)


class Veiled(NullTranslations):
    """A language in which every letter is ж: what is not translated stands out."""

    def gettext(self, message: str) -> str:
        return re.sub(r"(\{[^}]*\})|[A-Za-z]", lambda m: m[1] or "ж", message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        return self.gettext(one if n == 1 else many)


SAME_EVERYWHERE = re.compile(
    r"https?://\S*|US\$|\bUTC\b|YYYY-MM-DD|themewatch(-[\d-]+\.png)?|&nbsp;|\bs\b"
)


@pytest.mark.usefixtures("visitor")
class TestInAnotherLanguage:
    @pytest.fixture
    def is_bare(self) -> bool:
        return True

    @pytest.fixture(autouse=True)
    def _veiled(
        self, monkeypatch: pytest.MonkeyPatch, keep: Keep, house: House
    ) -> Iterator[None]:
        keep(*everything())
        put_news(house)
        monkeypatch.setattr(words, "translations", lambda _locale: Veiled())
        here = words._translations.set(
            Veiled()
        )  # AppTest names options outside the app
        yield
        words._translations.reset(here)

    @pytest.mark.parametrize("place", PLACES, ids=str)
    def test_no_word_stays_behind(self, place: dict[str, str]) -> None:
        shown = SAME_EVERYWHERE.sub("", visit(place).text)
        assert [line for line in shown.split("\n") if re.search("[A-Za-z]", line)] == []

    def test_what_is_said_after_saving_is_translated(self) -> None:
        visitor = visit({"page": "log"})
        visitor.app.text_input(key="tester_name").set_value("19")
        visitor.app.get_by_key("note-0-model").set_value("1")
        visitor.app.get_by_key("note-0-verdict").set_value(Verdict.USUALLY)
        visitor.app.get_by_key("note-0-tries").set_value(9)
        visitor.app.get_by_key("note-0-acceptable").set_value(0)
        visitor.app.form_submit_button[0].click()
        assert not re.search("[A-Za-z]", visitor.run().saved)
        visitor.app.get_by_key("undo").click()
        assert not re.search("[A-Za-z]", visitor.run().saved)
