"""Which entries of a document are new, which changed, and which are known already.

An entry is known by its key. What makes the key is a property of its feed, and only
degrades: the id; else the link; else id, link and title together. Dates never count.
Should an id change, the entry is still known by its alias: link and title.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

from themewatch.domain.entry import DocumentEntry
from themewatch.domain.headline import versions
from themewatch.domain.identity import Change, Changes, Identified, KeyLevel, Known
from themewatch.ingest.cluster import canonical_link, is_front_page

MOST_REVISIONS_A_DAY = 3


def key_level(entries: Iterable[DocumentEntry], at_least: KeyLevel) -> KeyLevel:
    """Return the first level on which different entries have different keys."""
    return _level([_names(entry) for entry in entries], at_least)


def key(entry: DocumentEntry, level: KeyLevel) -> str:
    """Return what an entry is known by."""
    return _hash(*_names(entry).key(level))


def identify(
    entries: Iterable[DocumentEntry], at_least: KeyLevel
) -> tuple[KeyLevel, list[Identified]]:
    """Return the level a document needs, and the entries that differ on it.

    Of those that share a key the one that says most stands for all, wherever it is.
    """
    names = [_names(entry) for entry in entries]
    level = _level(names, at_least)
    by_key: dict[str, Identified] = {}
    for name in names:
        found = _identified(name, level)
        twin = by_key.setdefault(found.key, found)
        if twin is not found and _says(twin) < _says(found):
            by_key[found.key] = found
    return level, list(by_key.values())


def compare(known: Collection[Known], found: Sequence[Identified]) -> Changes:
    """Return what is to be stored of a document, given what is kept of its feed.

    `known` holds at least the entries that share a key or an alias with one found.
    """
    by_key = {entry.key: entry for entry in known}
    pairs = [(by_key[f.key], f) for f in found if f.key in by_key]
    strangers = [f for f in found if f.key not in by_key]
    renamed = _renamed(known, {entry.id for entry, _ in pairs}, strangers)
    pairs += [(renamed[f.key], f) for f in strangers if f.key in renamed]
    has_releases = bool(pairs) and _is_release_feed(found)
    changes = (_change(entry, f, in_release_feed=has_releases) for entry, f in pairs)
    return Changes(
        new=tuple(f for f in strangers if f.key not in renamed),
        changed=tuple(change for change in changes if change is not None),
    )


def _renamed(
    known: Iterable[Known], there: Collection[str], strangers: Sequence[Identified]
) -> dict[str, Known]:
    """Find the entries, by their new keys, whose id changed.

    An alias that several share tells nothing, unless the words are the same too.
    """
    if not strangers:
        return {}
    free = {entry.id: entry for entry in known if entry.id not in there}
    by_alias = dict(_shared_by_none(known))
    by_words = {(entry.alias, entry.content): entry for entry in free.values()}
    wanted = Counter(f.alias for f in strangers)
    found: dict[str, Known] = {}
    for f in strangers:
        alone = by_alias.get(f.alias) if wanted[f.alias] == 1 else None
        entry = alone or by_words.get((f.alias, f.content))
        if entry is not None and free.pop(entry.id, None) is not None:
            found[f.key] = entry
    return found


def _shared_by_none(known: Iterable[Known]) -> Iterator[tuple[str, Known]]:
    entries = list(known)
    shares = Counter(entry.alias for entry in entries)
    return ((entry.alias, entry) for entry in entries if shares[entry.alias] == 1)


def _change(known: Known, found: Identified, *, in_release_feed: bool) -> Change | None:
    says_other = known.content != found.content
    is_too_much = known.revisions >= MOST_REVISIONS_A_DAY
    is_edit = says_other and not (known.is_volatile or is_too_much)
    is_volatile = known.is_volatile or (says_other and is_too_much)
    is_renamed = (known.key, known.alias) != (found.key, found.alias)
    if not (is_edit or is_renamed or is_volatile != known.is_volatile):
        return None
    return Change(
        id=known.id,
        to=found,
        is_edit=is_edit,
        is_rereleased=is_edit and in_release_feed,
        is_volatile=is_volatile,
    )


def _is_release_feed(found: Collection[Identified]) -> bool:
    """Say whether most headlines name a version, as a list of releases does."""
    naming = sum(1 for f in found if versions(f.entry.title))
    return 2 * naming > len(found)


class _Names(NamedTuple):
    """What an entry can be known by; a link to a front page tells nothing apart.

    `link` is steady: in what may change without another page being meant, all its
    spellings are one. Entries of one page may differ in what follows the #.
    """

    entry: DocumentEntry
    link: str | None
    is_front: bool

    @property
    def everything(self) -> tuple[str, ...]:
        entry = self.entry
        return (entry.raw_id or "", self.link or "", entry.title or entry.text)

    @property
    def words(self) -> tuple[str, ...]:
        return (self.entry.title, self.entry.text)

    @property
    def alias(self) -> tuple[str, ...]:
        if self.link is None or self.is_front:
            return self.words
        return (self.link, self.entry.title)

    def key(self, level: KeyLevel) -> tuple[str, ...]:
        by_id = ("id", self.entry.raw_id) if self.entry.raw_id else None
        by_link = ("link", self.link) if self.link and not self.is_front else None
        if not self.link and not by_id:
            return self.words
        if level is KeyLevel.EVERYTHING:
            return self.everything
        if level is KeyLevel.LINK:
            return by_link or by_id or self.everything
        return by_id or by_link or self.everything


def _names(entry: DocumentEntry) -> _Names:
    if entry.link is None:
        return _Names(entry, None, is_front=False)
    link = canonical_link(entry.link)
    _, mark, place = entry.link.partition("#")
    return _Names(entry, f"{link}{mark}{place}", is_front_page(link))


def _level(names: Collection[_Names], at_least: KeyLevel) -> KeyLevel:
    for level in (KeyLevel.ID, KeyLevel.LINK):
        if level >= at_least and _tells_apart(names, level):
            return level
    return KeyLevel.EVERYTHING


def _tells_apart(names: Collection[_Names], level: KeyLevel) -> bool:
    keys = len({name.key(level) for name in names})
    return keys == len(names) or keys == len({name.everything for name in names})


def _identified(names: _Names, level: KeyLevel) -> Identified:
    is_page = names.link is not None and not names.is_front
    return Identified(
        names.entry,
        key=_hash(*names.key(level)),
        alias=_hash(*names.alias),
        content=_hash(*names.words),
        canonical_link=names.link.partition("#")[0] if names.link and is_page else None,
    )


def _says(found: Identified) -> tuple[int, str]:
    return len(found.entry.title) + len(found.entry.text), found.content


def _hash(*words: str) -> str:
    told = "\0".join((str(len(words[0])), *words)).encode("utf-8", "surrogatepass")
    return blake2b(told, digest_size=16).hexdigest()
