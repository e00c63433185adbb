"""The addresses of every page, with what its furnished server holds."""

from datetime import UTC, datetime

from tests.browser.evidence import HOSTILE
from tests.months import CLOSED, DAY, OPEN, OVER, SECOND, Keeper
from tests.people import CONTRIBUTOR
from tests.reviewed import AGAIN, DECIDED, SHOWN

KEEPER = Keeper(CONTRIBUTOR, HOSTILE, datetime.now(UTC).date())
"""Whose months the furnished server holds."""
YESTERDAY, THREE_AGO = KEEPER.today - DAY, KEEPER.today - 3 * DAY
JOURNAL = {
    "journal": "/journal",
    "journal-entry": f"/journal?day={THREE_AGO}",
    "journal-change": f"/journal?day={THREE_AGO}&entry={OPEN}-{SECOND}",
    "journal-improvement": f"/journal?day={YESTERDAY}&kind=improvement",
    "journal-chart": "/journal?view=chart",
    "journal-runs": "/journal?view=runs",
    "journal-close": "/journal?view=close",
    "journal-closing": f"/journal?view=close&journal={OVER}",
    "journal-report": f"/journal?view=report&journal={CLOSED}",
    "journal-out": "/journal?view=out",
    "journal-list": "/journal?view=list",
    "journal-compare": "/journal?view=compare",
    "journal-start": "/journal?view=start",
    "journal-begin": "/journal?view=start&theme=longer-video",
}
"""What the one of the months sees."""

PLACES = {
    "map": "/",
    "map-for-work": "/?make=visual-effects",
    "theme": "/theme?theme=consistency",
    "tests": "/theme?theme=consistency&show=tests",
    "tools": "/theme?theme=consistency&show=tools",
    "note": "/log?theme=consistency",
    "claim": "/log?claim=c-vision",
    "release-form": "/log?log=release",
    "view-form": "/log?log=view",
    "claims": "/claims",
    "vendors": "/claims?view=vendors",
    "releases": "/releases",
    "release": "/release?release=acme-vision-1",
    "record": "/record?id=n-first",
    "overruling": "/record?id=o-look",
    "hostile": "/record?id=n-hostile",
    "nothing": "/record?id=nope",
    "ahead": "/ahead",
    "forecasts": "/ahead?view=forecasts",
    "checkpoint": "/record?id=k-due",
    "forecast": "/record?id=f-own",
    "inbox": "/inbox",
    "decided": "/inbox?view=decided",
    "feeds": "/feeds",
    "editions": "/editions",
    "edition": "/editions?edition=1",
    "history": "/history",
    "settings": "/settings",
    "review": "/review?review=review-1",
    "votes": f"/review?review=review-1&theme={AGAIN}",
    "decision": f"/review?review=review-1&theme={DECIDED}",
    "meeting": f"/review?review=review-1&meet={SHOWN}",
    "review-form": "/review?view=open",
    **JOURNAL,
}
