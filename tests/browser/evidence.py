"""Evidence of every kind, dated from today backwards, for a server to start on."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.factories import (
    a_checkpoint,
    a_claim,
    a_forecast,
    a_note,
    a_release,
    a_view,
    an_override,
)
from tests.homes import settings_of
from tests.media import a_png, a_wav
from tests.news import Piece, pieces, put_feed, put_story
from tests.people import ADMIN, CONTRIBUTOR, REVIEWER, VIEWER
from themewatch.domain.months import month_end
from themewatch.domain.news import Match, Reason
from themewatch.domain.note import Verdict
from themewatch.domain.record import Record
from themewatch.domain.story import Seen
from themewatch.domain.theme import SLUGS
from themewatch.services.files import keep_file
from themewatch.services.house import Session, open_house
from themewatch.services.log import log_records, take_back
from themewatch.services.triage import By, KnownRelease, attach, dismiss

HOSTILE = "![x](http://evil.example/x.png) <img src=http://evil.example/y> :red[x] $x$"


def some_evidence(home: Path) -> None:
    """Log notes, views, a release with claims, a correction and what was taken back."""
    house = open_house(settings_of(home))
    now = datetime.now(UTC)
    with house.writing() as db:
        log_records(db, _records(home, now))
        take_back(db, "n-withdrawn", by=REVIEWER, now=now + timedelta(seconds=1))
        some_news(db, now)
    house.close()


def _records(home: Path, now: datetime) -> list[Record]:
    today = now.date()
    files = (
        keep_file(home, "third shot.png", a_png()),
        keep_file(home, "hum.wav", a_wav()),
    )
    first = a_note(id="n-first", recorded_at=now, tested_on=today, files=files)
    return [
        a_release(recorded_at=now, released_on=today - timedelta(days=20)),
        a_claim(id="c-vision", recorded_at=now),
        a_claim(recorded_at=now, theme="longer-video", signal=None),
        *(a_claim(recorded_at=now, theme=slug, signal=None) for slug in SLUGS[:4]),
        an_override(
            id="o-look", claim="c-vision", recorded_at=now, on=today, reason=HOSTILE
        ),
        *_month(now),
        first,
        a_note(id="n-second", supersedes="n-first", recorded_at=now, tested_on=today),
        a_note(id="n-withdrawn", recorded_at=now, tested_on=today),
        a_note(
            id="n-hostile",
            recorded_at=now,
            tested_on=today,
            person=HOSTILE,
            tool=HOSTILE,
            observed=HOSTILE,
            limits=HOSTILE,
            files=files,
            link="https://example.org/",
        ),
        a_view(id="v-view", recorded_at=now, on=today, person=ADMIN, reason=HOSTILE),
        *_what_lies_ahead(now),
    ]


def _month(now: datetime) -> list[Record]:
    people = (CONTRIBUTOR, REVIEWER, VIEWER)
    return [
        a_note(
            recorded_at=now,
            tested_on=now.date() - timedelta(days=day),
            theme=SLUGS[day % 4],
            person=people[day % 3],
            tool=None if day % 2 else "Homemade 7",
            release="acme-vision-1" if day % 2 else None,
            verdict=tuple(Verdict)[day % 4],
            tries=8 if day % 3 else None,
            acceptable=day % 9 if day % 3 else None,
            limits="Hands." if day % 5 == 0 else "",
        )
        for day in range(16)
    ]


def _what_lies_ahead(now: datetime) -> list[Record]:
    today, said = now.date(), now - timedelta(days=200)
    told: dict[str, Any] = {"theme": "consistency", "on": said.date()}
    return [
        a_checkpoint(
            id="k-due",
            recorded_at=now,
            due_on=today - timedelta(days=1),
            link="https://example.org/case",
        ),
        a_checkpoint(
            recorded_at=now,
            title=HOSTILE,
            text=HOSTILE,
            theme=None,
            due_on=today + timedelta(days=60),
        ),
        a_checkpoint(recorded_at=now, title="A standard", due_on=None),
        a_checkpoint(
            recorded_at=now, due_on=today, settled_on=today, result="Put off."
        ),
        a_forecast(
            id="f-own",
            recorded_at=now,
            on=today,
            person=HOSTILE,
            by=month_end(today, 6),
        ),
        *(
            a_forecast(recorded_at=said, by=month_end(today, -months - 1), **told)
            for months in range(6)
        ),
    ]


def some_news(db: Session, now: datetime) -> None:
    """Put a source in trouble, stories that wait, one attached and one dismissed."""
    put_feed(
        db,
        "feed-page",
        title="A page",
        failing_since=now - timedelta(days=2),
        problem="There is a page at this address, not a feed.",
        offers=("https://feed-page.example/rss.xml",),
        former_address="https://feed-page.example/old",
    )
    *others, long = pieces(5)
    for number, piece in enumerate(others, start=1):
        put_story(db, f"s{number}", replace(piece, at=now - timedelta(hours=number)))
    elsewhere = replace(long, feed="feed-other", at=now)
    long = replace(long, text="It rains all day. " * 60, at=now)
    put_story(db, "s5", long, elsewhere)
    put_story(db, "s-hostile", hostile_piece(now))
    by = By(CONTRIBUTOR, now)
    attach(db, Seen("s1", 1), KnownRelease("acme-vision-1", ("consistency",)), by)
    dismiss(db, [Seen("s2", 1)], By(REVIEWER, now))


def hostile_piece(now: datetime) -> Piece:
    """Return an entry that tries to be markup in everything it says."""
    return Piece(
        title=f"Title {HOSTILE}",
        text=f"Text {HOSTILE} [a](javascript:alert(1)) <script>alert(1)</script> end",
        link="https://example.org/[x](javascript:alert(1))",
        at=now - timedelta(days=1),
        match=Match(
            themes=("consistency",),
            is_release=True,
            models=(HOSTILE,),
            vendor=HOSTILE,
            why=(
                Reason("consistency", ("](http://evil.example/x.png) <img", "$x$")),
                Reason(None, ("<script>alert(1)</script>", "http:", ":red")),
            ),
        ),
    )
