"""Every word on screen can be translated, and none is a word we do not use."""

import re
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

import themewatch.ui
from tests.agreed import NOT_ON_SCREEN
from tests.app.conftest import Browser, Keep
from tests.app.everything import everything, put_news
from tests.app.journal_in_app import named
from tests.app.literals import untranslated
from tests.app.visitor import Visitor
from tests.editions import some_editions
from tests.factories import NOW, a_note
from tests.homes import settings_of
from tests.months import CLOSED, DAY, OPEN, OVER, SECOND, Keeper, some_months
from tests.reviewed import some_reviews
from themewatch import words
from themewatch.domain.note import Verdict
from themewatch.domain.production import MAKES
from themewatch.domain.theme import SLUGS
from themewatch.resources import app_root
from themewatch.services.house import House

SCRIPTS = sorted(
    [
        *(app_root() / "pages").glob("*.py"),
        *Path(themewatch.ui.__path__[0]).glob("*.py"),
    ]
)
PARTS = ("tools", "tests", "views", "claims")
"""Those of a theme's page that stand closed at first."""
KEEPER = Keeper(name="11", words="51", today=NOW.date())
MONTHS: tuple[dict[str, str], ...] = (
    {},
    *({"journal": journal} for journal in (OVER, CLOSED)),
    *({"day": str(KEEPER.today - days * DAY)} for days in (1, 2, 3, 6)),
    *({"day": str(KEEPER.today + days * DAY)} for days in (1, 2)),
    {"day": str(KEEPER.today - 3 * DAY), "entry": f"{OPEN}-{SECOND}"},
    *({"kind": kind} for kind in ("improvement", "skip", "before")),
    *({"view": view} for view in ("chart", "runs", "close", "report", "out")),
    *({"view": view} for view in ("list", "compare", "start")),
    {"view": "close", "journal": OVER},
    {"view": "report", "journal": CLOSED},
    {"view": "start", "theme": "longer-video"},
    {"view": "start", "journal": CLOSED},
)
"""Where one can be in the journals of `some_months`."""
REVIEWS: tuple[dict[str, str], ...] = (
    {},
    {"view": "open"},
    {"review": "review-1"},
    {"review": "review-1", "view": "change"},
    *({"review": "review-1", "theme": theme} for theme in SLUGS[:5]),
    *({"review": "review-1", "meet": stop} for stop in (SLUGS[1], "confirm", "end")),
)
"""Where one can be in the review of `some_reviews`."""
EDITIONS: tuple[dict[str, str], ...] = (
    {},
    {"edition": "9"},
    {"edition": "2"},
    {"edition": "2", "of": "consistency"},
    {"edition": "1", "with": "2", "of": "consistency"},
)
"""Where one can be in the editions of `some_editions`."""
PLACES: tuple[dict[str, str], ...] = (
    {"page": "map"},
    *({"page": "map", "make": slug} for slug in MAKES),
    *({"page": "theme", "theme": slug} for slug in SLUGS),
    *({"page": "theme", "show": part} for part in PARTS),
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
    {"page": "claims"},
    {"page": "claims", "themes": "consistency", "outcome": "holds-up"},
    {"page": "claims", "find": "00"},
    {"page": "claims", "view": "vendors"},
    {"page": "ahead"},
    {"page": "ahead", "view": "forecasts"},
    *({"page": "record", "id": record} for record in ("201", "204", "211", "212")),
    {"page": "releases"},
    {"page": "release", "release": "1"},
    *({"page": "record", "id": record} for record in "13456"),
    {"page": "inbox"},
    {"page": "inbox", "view": "decided"},
    {"page": "feeds"},
    {"page": "history"},
    {"page": "settings"},
    *({"page": "review", **place} for place in REVIEWS),
    *({"page": "editions", **place} for place in EDITIONS),
    *({"page": "journal", **place} for place in MONTHS),
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


@pytest.fixture(autouse=True)
def _known(browser: Browser) -> None:
    named(browser, KEEPER.name)


def furnish(house: House, place: dict[str, str]) -> None:
    """Put news there, and the months where somebody looks at them."""
    put_news(house)
    if place["page"] == "journal":
        some_months(house, KEEPER)
    if place["page"] == "review":
        some_reviews(house, name=KEEPER.name, words=KEEPER.words, now=NOW)
    if place["page"] == "editions":
        some_editions(house, name=KEEPER.name, words=KEEPER.words, now=NOW)


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
        furnish(house, place)
        assert not_ours(visit(place).text) == []

    def test_are_found_where_they_stand(self, keep: Keep) -> None:
        keep(a_note(observed="Likelihood of hype."))
        said = visit({"page": "theme", "show": "tests"}).text
        assert not_ours(said) == ["Likelihood", "hype"]


def not_ours(text: str) -> list[str]:
    return re.findall(rf"\b(?:{'|'.join(NOT_ON_SCREEN)})s?\b", text, re.IGNORECASE)


class Veiled(NullTranslations):
    """A language in which every letter is ж: what is not translated stands out."""

    def gettext(self, message: str) -> str:
        return re.sub(r"(\{[^}]*\})|[A-Za-z]", lambda m: m[1] or "ж", message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        return self.gettext(one if n == 1 else many)


SAME_EVERYWHERE = re.compile(
    r"https?://\S*|US\$|\bUTC\b|YYYY-MM-DD|themewatch(-[\da-z-]+\.png)?|&nbsp;|\bs\b"
    r"|\((entry:|journal\?)[^)]*\)|/atom\.xml"
)


@pytest.mark.usefixtures("visitor")
class TestInAnotherLanguage:
    @pytest.fixture
    def is_bare(self) -> bool:
        return True

    @pytest.fixture(autouse=True)
    def _veiled(self, monkeypatch: pytest.MonkeyPatch, keep: Keep) -> Iterator[None]:
        keep(*everything())
        monkeypatch.setattr(words, "translations", lambda _locale: Veiled())
        here = words._translations.set(
            Veiled()
        )  # AppTest names options outside the app
        yield
        words._translations.reset(here)

    @pytest.mark.parametrize("place", PLACES, ids=str)
    def test_no_word_stays_behind(self, place: dict[str, str], house: House) -> None:
        furnish(house, place)
        database = settings_of(house.home).whereabouts
        places = rf"{re.escape(str(house.home))}[\w./]*|{re.escape(database)}"
        shown = SAME_EVERYWHERE.sub("", re.sub(places, "", visit(place).text))
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
