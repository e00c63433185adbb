"""Evidence and news of every kind, all that people typed in it without letters."""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.factories import (
    NOW,
    a_checkpoint,
    a_claim,
    a_file,
    a_forecast,
    a_note,
    a_release,
    a_view,
    an_override,
)
from tests.news import HOUR, Piece, put_feed, put_story
from themewatch.domain.news import Match, Reason
from themewatch.domain.note import Verdict
from themewatch.domain.record import Record
from themewatch.domain.story import Seen
from themewatch.domain.theme import SLUGS
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
        *(
            a_note(
                id=f"6{number}",
                theme=slug,
                person="12",
                release="1",
                tool=None,
                **fields,
            )
            for number, slug in enumerate(SLUGS)
        ),
        a_view(id="5", person="14", reason="61"),
        *what_lies_ahead(),
        an_override(id="6", claim="3", person="13", reason="62"),
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
        explain(db, [one.id for one in made], SEEN_BEFORE, by)
        undo(db, [dismiss(db, [Seen("6", 1)], By("12", NOW + HOUR))[0].id], by)
