"""What the map says in words, each sentence made from the figures it stands beside."""

from datetime import date

from themewatch.domain.stage import SCALE_END, Movement, Position, Stage
from themewatch.domain.standing import Since, ThemeStanding
from themewatch.domain.theme import Theme
from themewatch.words import _, mark, ngettext

STAGE_NAMES = {
    Stage.EARLY: mark("Early"),
    Stage.GROWING: mark("Growing"),
    Stage.MATURING: mark("Maturing"),
    Stage.MATURE: mark("Mature"),
}
THIRDS = (
    mark("{stage}, lower third"),
    mark("{stage}, middle third"),
    mark("{stage}, upper third"),
)
FRACTIONS = (
    (0.10, mark("range narrowed by a tenth")),
    (0.20, mark("range narrowed by a fifth")),
    (0.25, mark("range narrowed by a quarter")),
    (0.33, mark("range narrowed by a third")),
    (0.50, mark("range narrowed by half")),
    (0.67, mark("range narrowed by two thirds")),
    (0.75, mark("range narrowed by three quarters")),
    (0.90, mark("range narrowed by nine tenths")),
)
WORTH_SAYING = 0.075
NEARLY_CERTAIN = 0.95


def stage_name(stage: Stage) -> str:
    return _(STAGE_NAMES[stage])


def theme_name(theme: Theme) -> str:
    return _(theme.name)


def short_name(theme: Theme) -> str:
    """Return the name it bears where there is little room: the lesson's chart's."""
    return _(theme.chart_name)


def place(position: float) -> str:
    """Say a place on the scale in words.

    >>> place(1.7), place(-0.1), place(4)
    ('Growing, upper third', 'Early, lower third', 'Mature, upper third')
    """
    stage = Stage.at(position)
    within = min(max(position, 0.0), SCALE_END) - stage
    third = min(int(within * len(THIRDS)), len(THIRDS) - 1)
    return _(THIRDS[third]).format(stage=stage_name(stage))


def likely_range(low: float, high: float) -> str:
    """Say which stages a range touches.

    >>> likely_range(1.2, 1.8), likely_range(1.2, 2.8)
    ('Growing', 'Growing to Maturing')
    """
    first, last = Stage.at(low), Stage.at(high)
    if first is last:
        return stage_name(first)
    return _("{first} to {last}").format(first=stage_name(first), last=stage_name(last))


def stage_chances(position: Position) -> str:
    """Say how probable each stage is, leaving out those under 1 in 20."""
    chances = sorted(position.stage_probabilities.items(), key=lambda c: -c[1])
    surest, chance = chances[0]
    if chance >= NEARLY_CERTAIN:
        return _("{stage}, as good as certain").format(stage=stage_name(surest))
    return ", ".join(
        _("{stage} {n} in 10").format(stage=stage_name(stage), n=round(10 * chance))
        for stage, chance in chances
        if chance > 1 - NEARLY_CERTAIN
    )


def tests_in_words(notes: int) -> str:
    return ngettext("{n} test", "{n} tests", notes).format(n=notes)


def gap_sentences(standing: ThemeStanding) -> tuple[str, ...]:
    """Say what vendors say, what tests show, and how many claims wait for a test."""
    vendors = standing.claimed.stage if standing.claimed else None
    if vendors is standing.position.stage and not standing.is_untested:
        marks = _agreement(standing)
    else:
        marks = (_vendors(vendors), _tests(standing))
    claims = claims_words(standing)
    return (*marks, claims) if claims else marks


def _vendors(stage: Stage | None) -> str:
    if stage is None:
        return _("Vendors: too few claims to say.")
    return _("Vendors: {stage}.").format(stage=stage_name(stage))


def _tests(standing: ThemeStanding) -> str:
    if standing.is_untested:
        return _("Tests: none here yet.")
    stage = stage_name(standing.position.stage)
    if standing.has_few_notes:
        return _("Tests: {stage} (few tests).").format(stage=stage)
    return _("Tests: {stage}.").format(stage=stage)


def _agreement(standing: ThemeStanding) -> tuple[str, ...]:
    stage = stage_name(standing.position.stage)
    agree = _("Vendors and tests agree: {stage}.").format(stage=stage)
    return (agree, _("Few tests so far.")) if standing.has_few_notes else (agree,)


def claims_words(standing: ThemeStanding) -> str:
    """Say how many claims nobody has tested; nothing where there is no claim."""
    if standing.untested_claims:
        return ngettext(
            "{n} claim nobody here has tested.",
            "{n} claims nobody here has tested.",
            standing.untested_claims,
        ).format(n=standing.untested_claims)
    return _("Every claim has been tested here.") if standing.claims else ""


def since_words(since: date | Since) -> str:
    """Name what something is compared with: an edition, or a day.

    >>> since_words(Since(date(2026, 10, 1), edition=3)), since_words(date(2026, 9, 1))
    ('edition 3', '2026-09-01')
    """
    if isinstance(since, Since) and since.edition is not None:
        return _("edition {n}").format(n=since.edition)
    return (since.on if isinstance(since, Since) else since).isoformat()


def movement_phrases(
    standing: ThemeStanding, since: date | Since | None
) -> tuple[str, ...]:
    """Say what changed since that day, or edition; nothing without a comparison."""
    if standing.movement is None or since is None:
        return ()
    change = _change(standing, standing.movement, since)
    narrowed = narrowed_words(standing.movement.narrowed)
    return (change, narrowed) if narrowed else (change,)


def _change(standing: ThemeStanding, movement: Movement, since: date | Since) -> str:
    news = _news_in_words(standing)
    match (movement.is_clear, movement.amount > 0, bool(news)):
        case (True, True, True):
            message = _("▲ up, {tests} since {day}")
        case (True, True, False):
            message = _("▲ up since {day}")
        case (True, False, True):
            message = _("▼ down, {tests} since {day}")
        case (True, False, False):
            message = _("▼ down since {day}")
        case (False, _either, True):
            message = _unmoved(since)
        case _nothing:
            message = _("No new tests since {day}")
    return message.format(tests=news, day=since_words(since))


def _unmoved(since: date | Since) -> str:
    """Between two editions only a review confirms: tests alone show no change."""
    if isinstance(since, Since) and since.is_between_editions:
        return _("No clear change, {tests} since {day}")
    return _("● confirmed, {tests} since {day}")


def _news_in_words(standing: ThemeStanding) -> str:
    notes, views = standing.new_notes, standing.new_views
    views_in_words = ngettext("{n} view", "{n} views", views).format(n=views)
    words = [tests_in_words(notes)] if notes else []
    return ", ".join([*words, views_in_words] if views else words)


def narrowed_words(share: float) -> str | None:
    """Say by how much the likely range narrowed; None where it hardly did.

    >>> narrowed_words(0.31), narrowed_words(0.02), narrowed_words(-0.4)
    ('range narrowed by a third', None, None)
    """
    if share < WORTH_SAYING:
        return None
    _nearest, message = min(FRACTIONS, key=lambda fraction: abs(fraction[0] - share))
    return _(message)
