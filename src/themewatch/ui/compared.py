"""What a map is compared with where nobody chose a day: an edition, or a month."""

from datetime import date

from themewatch.domain.edition import EditionHead, edition_before, edition_of
from themewatch.domain.standing import Since
from themewatch.services.editions import list_heads
from themewatch.ui import session


def day_to_compare(day: date) -> date:
    """Return the day of the last edition before, else a month before."""
    before = edition_before(heads(), day)
    return before.as_of if before else session.month_before(day)


def since(day: date) -> Since:
    """Return a day as sentences name it: by the edition published of it, if any."""
    return Since(day, edition_of(heads(), day))


def heads() -> list[EditionHead]:
    """Return the editions there are, the newest first."""
    with session.reading() as db:
        return list_heads(db)
