"""Say what moved a theme between two days, piece by piece."""

from themewatch.domain.moved import Moved, changes_between
from themewatch.domain.note import Note
from themewatch.domain.view import View
from themewatch.errors import InputError
from themewatch.services.assessment import Assessment
from themewatch.services.themes import attribute


def what_moved(assessment: Assessment, theme: str) -> Moved:
    """Take a theme's movement since the day it is compared with apart.

    Raises:
        InputError: For an unknown theme, or without a day to compare with.
    """
    then, since, evidence = (
        assessment.then,
        assessment.compared_with,
        assessment.evidence,
    )
    if then is None or since is None:
        raise InputError("Choose a day to compare with.")
    was, now = attribute(assessment, theme, then), attribute(assessment, theme)
    records: dict[str, Note | View] = {note.id: note for note in evidence.notes}
    records |= {view.id: view for view in evidence.views}
    return Moved(
        since=since,
        until=assessment.as_of,
        before=was.position,
        after=now.position,
        changes=changes_between(was, now, records),
        start=now.start - was.start,
        elsewhere=now.elsewhere - was.elsewhere,
        was_tested=bool(was.notes),
        was_known=then.has_readings(theme),
    )
