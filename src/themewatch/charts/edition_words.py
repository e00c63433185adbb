"""What is said of editions, each sentence made from their frozen figures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from themewatch.charts.note_words import verdict_words
from themewatch.charts.review_words import decided_place, use_name
from themewatch.charts.sentences import place, stage_name, theme_name
from themewatch.charts.signed import signed
from themewatch.domain.edition import Edition, EditionHead, Piece, PieceKind
from themewatch.domain.edition_decisions import confirmed_together
from themewatch.domain.review import Decision, DecisionKind, Use
from themewatch.domain.stage import Stage
from themewatch.domain.theme import Theme
from themewatch.words import _, ngettext


def edition_name(number: int) -> str:
    return _("Edition {n}").format(n=number)


def edition_title(edition: Edition | EditionHead) -> str:
    """Return its number and what it is called.

    >>> from datetime import UTC, date, datetime
    >>> at = datetime(2026, 10, 1, tzinfo=UTC)
    >>> edition_title(EditionHead(3, "What September showed", at.date(), at, "Ben"))
    'Edition 3: What September showed'
    """
    return _("Edition {n}: {title}").format(n=edition.number, title=edition.title)


def published_words(edition: Edition | EditionHead) -> str:
    """Say when it was published, and by whom where that is known."""
    day = edition.published_at.date().isoformat()
    if not edition.published_by:
        return _("Published on {day}").format(day=day)
    return _("Published on {day} by {person}").format(
        day=day, person=edition.published_by
    )


def ground_words(edition: Edition) -> str:
    """Say what it speaks of, and which review it closes with."""
    day = edition.as_of.isoformat()
    if not edition.review_title:
        return _("The map of {day}, as it was known then").format(day=day)
    return _("The map of {day}, with the decisions of “{review}”").format(
        day=day, review=edition.review_title
    )


def what_now(decision: Decision) -> str:
    """Say what we do now, who sees to it, and when it is looked at again."""
    said = _("{use}: {owner} sees to it, and looks again on {day}")
    return said.format(
        use=_use(decision.use),
        owner=decision.owner,
        day=decision.revisit_on.isoformat(),
    )


def _use(use: Use) -> str:
    name = use_name(use)
    return f"{name[0].upper()}{name[1:]}"


def confirmed_words(
    decisions: Iterable[Decision], themes: Mapping[str, Theme]
) -> Iterator[str]:
    """Say in a line for each use which themes are left as they were."""
    said = _("{use}, no change: {themes} ({owner}, again on {day})")
    for together in confirmed_together(decisions):
        yield said.format(
            use=_use(together.use),
            themes=names([themes[slug] for slug in together.themes]),
            owner=together.owner,
            day=together.revisit_on.isoformat(),
        )


def why_decided(decision: Decision) -> str:
    """Say the place that was decided on, and the reason that was given."""
    where = decided_place(decision)
    reason = " ".join(decision.reason.split())
    return (
        _("{place}: {reason}").format(place=where, reason=reason) if reason else where
    )


def team_place(edition: Edition, slug: str) -> str:
    """Say where the team places a theme, where that is not simply the estimate."""
    decision = edition.decision(slug)
    if decision is None or decision.kind is DecisionKind.ESTIMATE:
        return ""
    return _("The team places it at: {place}").format(place=place(decision.position))


def undecided_words(edition: Edition) -> str:
    """Name the themes on which nothing was decided; nothing where there is none."""
    left = [t.theme for t in edition.themes if edition.decision(t.slug) is None]
    if not edition.decisions:
        return _("Nothing was decided with this edition.")
    if not left:
        return ""
    said = _("Nothing was decided on: {themes}.")
    return said.format(themes=names(left))


def names(themes: Sequence[Theme]) -> str:
    """Name themes as their cards do."""
    return ", ".join(map(theme_name, themes))


def piece_heading(piece: Piece) -> str:
    """Say what was tested, whose view it is, or which release claims it."""
    if piece.kind is PieceKind.VIEW:
        return _("View of {person}").format(person=piece.person)
    if piece.kind is PieceKind.CLAIM:
        return _("Claim: {release}").format(release=piece.about)
    return piece.about or _("no tool named")


def piece_result(piece: Piece, theme: Theme) -> str:
    """Say how a test went, where a view places the theme, or a claim would."""
    words = []
    if piece.tries is not None and piece.acceptable is not None:
        said = _("{acceptable} of {tries} tries acceptable")
        words.append(said.format(acceptable=piece.acceptable, tries=piece.tries))
    if piece.verdict is not None:
        words.append(verdict_words(piece.verdict, theme))
    if piece.position is not None:
        words.append(_position(piece, piece.position))
    if piece.signal:
        words.append(_(piece.signal))
    return " · ".join(words) or _("no result given")


def _position(piece: Piece, position: float) -> str:
    """Say a view's place; a claim names a stage and no more."""
    is_claim = piece.kind is PieceKind.CLAIM
    return stage_name(Stage.at(position)) if is_claim else place(position)


def piece_facts(piece: Piece) -> str:
    """Say who and when, and what it adds to ●."""
    who = piece.person if piece.kind is PieceKind.NOTE else ""
    facts = [who, piece.on.isoformat(), effect_words(piece)]
    return " · ".join(filter(None, facts))


def effect_words(piece: Piece) -> str:
    """Say what a piece of evidence adds to ●."""
    if piece.kind is PieceKind.CLAIM and piece.position is not None:
        return _("moves ◇ alone")
    if piece.effect is None:
        return _("moves nothing")
    return _("effect {effect}").format(effect=signed(piece.effect))


def pieces_words(pieces: Sequence[Piece]) -> str:
    """Count pieces of evidence by their kind; nothing where there is none."""
    counts = {kind: sum(p.kind is kind for p in pieces) for kind in PieceKind}
    tests, views, claims = (counts[kind] for kind in PieceKind)
    words = [
        (tests, ngettext("{n} test", "{n} tests", tests)),
        (views, ngettext("{n} view", "{n} views", views)),
        (claims, ngettext("{n} claim", "{n} claims", claims)),
    ]
    return ", ".join(said.format(n=n) for n, said in words if n)
