"""Which entries are new: on values, and against a feed that is polled for long."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOW
from themewatch.domain.entry import DocumentEntry
from themewatch.domain.identity import Changes, Identified, KeyLevel, Known
from themewatch.ingest.identify import compare, identify, key, key_level


def an_entry(number=1, **changes):
    fields = {
        "raw_id": f"tag:acme.example,2026:{number}",
        "link": f"https://acme.example/news/{number}",
        "title": f"Vision {number} is here",
        "text": f"What is new in number {number}.",
    }
    return DocumentEntry(**fields | changes)


class Kept:
    """A feed's entries as they would be kept, in the simplest way there is."""

    def __init__(self):
        self.level = KeyLevel.ID
        self.known: dict[str, Known] = {}
        self.documents: dict[str, DocumentEntry] = {}

    def poll(self, *entries: DocumentEntry) -> Changes:
        level, found = identify(entries, self.level)
        if level > self.level:
            level = key_level(self.documents.values(), level)
            self.known = {
                of: replace(known, key=key(self.documents[of], level))
                for of, known in self.known.items()
            }
            level, found = identify(entries, level)
        self.level = level
        changes = compare(list(self.known.values()), found)
        for new in changes.new:
            self._keep(f"e{len(self.known) + 1}", new)
        for change in changes.changed:
            kept = self._keep(change.id, change.to)
            revisions = kept.revisions + change.is_edit
            volatile = change.is_volatile
            self.known[change.id] = replace(
                kept, revisions=revisions, is_volatile=volatile
            )
        return changes

    def _keep(self, entry_id: str, found: Identified) -> Known:
        before = self.known.get(entry_id)
        revisions = before.revisions if before else 0
        known = Known(entry_id, found.key, found.alias, found.content, revisions)
        self.known[entry_id], self.documents[entry_id] = known, found.entry
        return known


ids = st.sampled_from([None, "same", "a", "b", "c", "d"])
links = st.sampled_from(
    [None, "https://e.org/", "https://e.org/1", "http://e.org/2/", "https://e.org/2#x"]
)
words = st.sampled_from(["", "One", "Two", "Three"])
entries = st.builds(DocumentEntry, raw_id=ids, link=links, title=words, text=words)
documents = st.lists(entries, max_size=6)


@given(st.lists(documents, max_size=4), documents)
def test_the_same_document_twice_brings_nothing(before, document):
    kept = Kept()
    for earlier in before:
        kept.poll(*earlier)
    kept.poll(*document)
    assert kept.poll(*document) == Changes()


@given(documents, st.randoms(use_true_random=False))
def test_the_order_of_entries_does_not_matter(document, chance):
    shuffled = list(document)
    chance.shuffle(shuffled)
    one, other = Kept().poll(*document), Kept().poll(*shuffled)
    assert {(n.key, n.content) for n in one.new} == {
        (n.key, n.content) for n in other.new
    }


@given(documents)
def test_no_entry_of_a_first_document_is_lost(document):
    """Links are told apart as `links` above has them: one page with and without #."""
    told = {
        (e.raw_id, e.link and e.link.partition("://")[2].rstrip("/"), e.title or e.text)
        for e in document
        if e.raw_id or e.link
    }
    assert len(Kept().poll(*document).new) >= len(told)


@given(st.lists(documents, max_size=5))
def test_the_key_level_only_degrades(polls):
    kept, levels = Kept(), []
    for document in polls:
        kept.poll(*document)
        levels.append(kept.level)
    assert levels == sorted(levels)


@given(st.lists(documents, max_size=4))
def test_no_two_entries_ever_share_a_key(polls):
    kept = Kept()
    for document in polls:
        kept.poll(*document)
        assert len({known.key for known in kept.known.values()}) == len(kept.known)


def test_an_entry_that_was_gone_and_is_back_is_not_new():
    kept = Kept()
    kept.poll(an_entry(1), an_entry(2))
    kept.poll(an_entry(2))
    assert kept.poll(an_entry(1), an_entry(2)) == Changes()


def test_dates_never_count():
    kept = Kept()
    kept.poll(an_entry(published_at=NOW, updated_at=NOW))
    later = NOW + timedelta(days=1)
    again = kept.poll(an_entry(published_at=later, updated_at=later))
    assert again == Changes()


def test_a_changed_id_is_caught_by_link_and_title():
    kept = Kept()
    kept.poll(an_entry())
    (change,) = kept.poll(an_entry(raw_id="https://acme.example/?p=1")).changed
    assert not change.is_edit
    assert kept.poll(an_entry(raw_id="https://acme.example/?p=1")) == Changes()


def test_ids_made_anew_at_every_fetch_announce_nothing_anew():
    kept = Kept()
    kept.poll(*(an_entry(n, raw_id=f"first-{n}") for n in range(5)))
    again = kept.poll(*(an_entry(n, raw_id=f"second-{n}") for n in range(5)))
    assert again.new == ()


def test_a_link_that_only_moves_to_https_is_the_same_entry():
    kept = Kept()
    kept.poll(an_entry(raw_id=None, link="http://acme.example/news/1/"))
    again = kept.poll(an_entry(raw_id=None, link="https://Acme.example/news/1"))
    assert again == Changes()


def test_one_id_for_all_makes_the_link_the_key():
    kept = Kept()
    assert len(kept.poll(*(an_entry(n, raw_id="same") for n in range(10))).new) == 10
    assert kept.level is KeyLevel.LINK
    edited = kept.poll(an_entry(1, raw_id="same", title="Other words"))
    assert [change.is_edit for change in edited.changed] == [True]


def test_one_id_and_one_link_for_all_makes_everything_the_key():
    kept, front = Kept(), "https://acme.example/changes"
    document = [an_entry(n, raw_id="same", link=front) for n in range(3)]
    assert len(kept.poll(*document).new) == 3
    assert kept.level is KeyLevel.EVERYTHING


def test_what_is_kept_is_known_by_its_new_key_when_a_level_is_lost():
    kept = Kept()
    kept.poll(an_entry(1, raw_id="same"))
    changes = kept.poll(an_entry(2, raw_id="same"), an_entry(1, raw_id="same"))
    assert [new.entry.title for new in changes.new] == ["Vision 2 is here"]


def test_a_title_that_comes_again_under_another_id_beside_the_first_is_new():
    """A weekly thread: the same headline, on the front page."""
    kept, front = Kept(), "https://acme.example/"
    weeks = [an_entry(n, title="Open thread", link=front) for n in range(3)]
    kept.poll(weeks[0])
    assert len(kept.poll(*weeks[:2]).new) == 1
    assert len(kept.poll(*weeks[1:]).new) == 1


def test_without_id_and_link_the_words_are_the_key():
    kept = Kept()
    kept.poll(an_entry(raw_id=None, link=None), an_entry(2, raw_id=None, link=None))
    assert kept.poll(an_entry(raw_id=None, link=None)) == Changes()
    edited = an_entry(raw_id=None, link=None, text="Other words.")
    assert len(kept.poll(edited).new) == 1


def test_an_edit_is_a_revision_of_the_same_entry():
    kept = Kept()
    kept.poll(an_entry())
    changes = kept.poll(an_entry(text="Now with a correction."))
    assert changes.new == ()
    assert [change.is_edit for change in changes.changed] == [True]


def test_an_entry_edited_more_than_three_times_a_day_is_left_alone_from_then_on():
    kept = Kept()
    kept.poll(an_entry())
    edits = [kept.poll(an_entry(text=f"Live: {n}")).changed for n in range(6)]
    assert [[c.is_edit for c in changed] for changed in edits] == [
        [True],
        [True],
        [True],
        [False],
        [],
        [],
    ]
    assert edits[3][0].is_volatile


def test_an_edit_in_a_list_of_releases_is_flagged_as_released_again():
    kept = Kept()
    versions = [an_entry(n, title=f"Vision v1.{n}") for n in range(4)]
    kept.poll(*versions)
    versions[2] = replace(versions[2], text="Built anew.")
    (change,) = kept.poll(*versions).changed
    assert change.is_rereleased


def test_an_edit_among_other_news_is_no_release_again():
    kept = Kept()
    kept.poll(an_entry(1, title="Vision v1.5 is here"), an_entry(2), an_entry(3))
    (change,) = kept.poll(
        an_entry(1, title="Vision v1.5 is here!"), an_entry(2), an_entry(3)
    ).changed
    assert change.is_edit
    assert not change.is_rereleased


def test_of_twins_in_one_document_the_one_that_says_most_stands_for_both():
    short, long = an_entry(text="Short."), an_entry(text="Not so short.")
    for document in ((short, long), (long, short)):
        (new,) = Kept().poll(*document).new
        assert new.entry == long


def test_half_characters_have_a_key_too():
    assert key(an_entry(raw_id="\ud800"), KeyLevel.ID)
