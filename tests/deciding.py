"""What tests of deciding on stories share: who decides, on what, with which claims."""

from datetime import timedelta

from tests.factories import NOW
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.release import Release
from themewatch.domain.stage import Stage
from themewatch.domain.story import Seen, StorySearch
from themewatch.domain.suggestion import SuggestedClaim
from themewatch.services.inbox import open_inbox
from themewatch.services.triage import (
    By,
)
from themewatch.storage import stories

BY = By(CONTRIBUTOR, NOW)
AFTER = By(REVIEWER, NOW + timedelta(minutes=1))
KITE = "acme-pictures-kite-2"
CLAIMS = (
    SuggestedClaim(theme="consistency", signal=None, text="The same face."),
    SuggestedClaim(
        theme="longer-video",
        signal="longer-duration",
        text="20-second clips.",
        claimed_stage=Stage.MATURING,
    ),
)


def a_kite(**changes) -> Release:
    fields = {
        "id": "",
        "recorded_at": NOW,
        "model": "Kite 2",
        "vendor": "Acme Pictures",
        "released_on": NOW.date(),
    }
    return Release(**fields | changes)


def seen(session, story="s1") -> Seen:
    return stories.get_story(session, story).seen


def waiting(session, now=NOW, **search) -> list[str]:
    found = open_inbox(session, StorySearch(**search), now=now)
    return [story.id for story in found.stories]
