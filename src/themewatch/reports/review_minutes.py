"""The minutes of a review as Markdown: what is done now first, then theme by theme."""

from collections.abc import Iterator

from themewatch.charts.map_table import tested_place
from themewatch.charts.review_words import (
    agreement_sentence,
    decided_in_words,
    decided_place,
    hidden_words,
    review_period,
    review_state,
    round_name,
    topic_reasons,
    use_name,
    vote_in_words,
    who_votes,
)
from themewatch.charts.sentences import likely_range, movement_phrases, theme_name
from themewatch.domain.review import Decision
from themewatch.domain.review_board import ReviewBoard
from themewatch.domain.review_rounds import SeenRound
from themewatch.domain.standing import ThemeStanding
from themewatch.reports.markdown import escaped
from themewatch.words import _


def minutes_markdown(board: ReviewBoard) -> str:
    """Write who voted on what, how far they agreed, and what came of it."""
    blocks = [
        *_head(board),
        *_what_we_do_now(board),
        f"## {escaped(_('Theme by theme'))}",
    ]
    for number, theme in enumerate(board.themes, start=1):
        blocks += _theme(number, theme, board)
    return "\n\n".join(blocks) + "\n"


def _head(board: ReviewBoard) -> Iterator[str]:
    review = board.review
    yield f"# {escaped(_('Minutes: {title}').format(title=review.title))}"
    opened = _("Opened by {person} on {day}; {state}.").format(
        person=review.opened_by,
        day=review.opened_at.date().isoformat(),
        state=review_state(review, board.at),
    )
    looked = _("Looked at {period}. Votes: {people}.").format(
        period=review_period(review), people=who_votes(review)
    )
    beside = _("A decision stands beside the estimate and moves neither ● nor ◇.")
    yield "  \n".join(map(escaped, (looked, opened, beside)))


def _what_we_do_now(board: ReviewBoard) -> Iterator[str]:
    yield f"## {escaped(_('What we do now'))}"
    decided = [(theme, board.decision(theme)) for theme in board.themes]
    lines = [
        _line(board.standing(theme), decision)
        for theme, decision in decided
        if decision is not None
    ]
    yield "\n".join(lines) if lines else escaped(_("Nothing is decided yet."))
    left = [board.standing(theme).theme for theme, found in decided if found is None]
    if lines and left:
        names = ", ".join(map(theme_name, left))
        yield escaped(_("Not decided: {themes}.").format(themes=names))


def _line(standing: ThemeStanding, decision: Decision) -> str:
    name = theme_name(standing.theme)
    said = _("{use}: {theme}. {owner} sees to it, again on {day}.").format(
        use=use_name(decision.use).capitalize(),
        theme=name,
        owner=decision.owner,
        day=decision.revisit_on.isoformat(),
    )
    return f"- {escaped(said)} {escaped(decided_place(decision))}."


def _theme(number: int, theme: str, board: ReviewBoard) -> Iterator[str]:
    standing = board.standing(theme)
    yield f"### {number}. {escaped(theme_name(standing.theme))}"
    since = board.maturity_map.since
    facts = [
        " · ".join(topic_reasons(board.topic(theme))),
        _estimate(standing),
        " · ".join(movement_phrases(standing, since)),
    ]
    yield "  \n".join(escaped(fact) for fact in facts if fact)
    rounds = board.votes[theme].rounds
    for seen in rounds:
        if seen.voted or seen is rounds[-1]:
            yield from _round(seen)
    yield from _decisions(board.versions[theme])


def _estimate(standing: ThemeStanding) -> str:
    position = standing.position
    return _("● {place}; likely range (8 in 10): {range}").format(
        place=tested_place(standing), range=likely_range(position.low, position.high)
    )


def _round(seen: SeenRound) -> Iterator[str]:
    yield f"**{escaped(round_name(seen.round.number))}**"
    if not seen.is_shown:
        yield escaped(hidden_words(seen))
        return
    if seen.ballots:
        yield "\n".join(f"- {escaped(vote_in_words(b))}" for b in seen.ballots)
    yield escaped(agreement_sentence(seen.agreement))


def _decisions(versions: tuple[Decision, ...]) -> Iterator[str]:
    """Write what stands, and under it what was decided before."""
    if not versions:
        yield escaped(_("Not decided."))
        return
    last, *earlier = versions
    yield f"**{escaped(_('Decided'))}**: {escaped(decided_in_words(last))}"
    if earlier:
        yield "\n".join(
            f"- {escaped(_('before: {decision}').format(decision=words))}"
            for words in map(decided_in_words, earlier)
        )
