"""Two who decide at once, and undoing: nothing is overwritten, nothing undone twice."""

import pytest

from tests.deciding import AFTER, BY, CLAIMS, KITE, a_kite, seen, waiting
from tests.factories import NOW, a_claim, a_note
from tests.people import CONTRIBUTOR
from themewatch.domain.news import StoryState
from themewatch.domain.story import Seen
from themewatch.errors import ConflictError, NotFoundError
from themewatch.services.evidence import get_evidence
from themewatch.services.log import log_record
from themewatch.services.triage import (
    accept,
    dismiss,
    put_off,
)
from themewatch.services.undoing import undo
from themewatch.storage import stories


class TestTwoAtOnce:
    @pytest.mark.usefixtures("story")
    def test_who_comes_second_is_told_and_overwrites_nothing(self, session):
        mine = seen(session)
        dismiss(session, [mine], BY)
        with pytest.raises(ConflictError, match=f"dismissed by {CONTRIBUTOR} meanw"):
            accept(session, mine, a_kite(), CLAIMS, AFTER)
        assert get_evidence(session).releases == {}
        assert stories.get_story(session, "s1").state is StoryState.DISMISSED

    @pytest.mark.usefixtures("story")
    def test_a_story_that_changed_as_such_is_to_be_looked_at_again(self, session):
        with pytest.raises(ConflictError, match="changed meanwhile: look at it again"):
            put_off(session, Seen("s1", 7), BY)

    def test_nothing_is_undone_twice(self, session, accepted):
        undo(session, [accepted.id], AFTER)
        with pytest.raises(ConflictError, match="undone already"):
            undo(session, [accepted.id], AFTER)

    @pytest.mark.usefixtures("story")
    def test_what_was_decided_again_since_is_undone_in_order(self, session):
        first = put_off(session, seen(session), BY)
        second = dismiss(session, [seen(session)], AFTER)
        with pytest.raises(ConflictError, match="decided on again since"):
            undo(session, [first.id], AFTER)
        undo(session, [second[0].id], AFTER)
        undo(session, [first.id], AFTER)
        assert waiting(session, AFTER.now) == ["s1"]

    def test_nobody_decides_on_or_undoes_what_is_not_there(self, session):
        with pytest.raises(NotFoundError, match="no story 'nope'"):
            put_off(session, Seen("nope", 1), BY)
        with pytest.raises(NotFoundError, match="no such decision"):
            undo(session, ["nope"], BY)


class TestWhatIsBuiltOnARelease:
    def test_it_is_not_undone_under_a_test(self, session, accepted):
        log_record(session, a_note(release=KITE, tool=None, recorded_at=NOW))
        with pytest.raises(ConflictError, match="Kite 2 keeps 1 test logged since"):
            undo(session, [accepted.id], AFTER)
        assert KITE in get_evidence(session).releases

    def test_it_is_not_undone_under_claims_of_others(self, session, accepted):
        for number in (1, 2):
            log_record(session, a_claim(id=f"c{number}", release=KITE, recorded_at=NOW))
        with pytest.raises(ConflictError, match="keeps 2 claims"):
            undo(session, [accepted.id], AFTER)

    def test_what_was_corrected_is_still_the_storys_own(self, session, accepted):
        _release, first, _second = accepted.records
        better = a_claim(id="b", release=KITE, supersedes=first, recorded_at=NOW)
        log_record(session, better)
        undo(session, [accepted.id], AFTER)
        assert get_evidence(session).releases == {}
