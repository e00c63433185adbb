"""What the map says of the work it is drawn for."""

from collections.abc import Iterable

from themewatch.charts.sentences import gap_sentences, stage_name, theme_name
from themewatch.domain.bearing import (
    Ground,
    NeedStanding,
    ProductionStanding,
    production_standing,
)
from themewatch.domain.production import ProductionStage
from themewatch.domain.standing import ThemeStanding
from themewatch.words import _, mark, ngettext

VERDICTS = {
    Ground.TESTS: mark("{sign} is far enough, by tests."),
    Ground.COURSE: mark("{sign} is far enough on the course's map, untested here."),
    Ground.CLAIMS: mark("{sign} is not far enough yet; only vendors say so (◇)."),
    Ground.NOBODY: mark("{sign} is not far enough yet, and vendors do not say so."),
}


def make_name(stage: ProductionStage) -> str:
    return _(stage.name)


def lane_sentences(
    standing: ThemeStanding, made: ProductionStage | None
) -> tuple[str, ...]:
    """Say how a lane stands and, on a map drawn for some work, what that needs."""
    need = made.need(standing.theme.slug) if made else None
    if need is None:
        return gap_sentences(standing)
    needs = _("Needs {stage}.").format(stage=stage_name(need.stage))
    return (*gap_sentences(standing), needs)


def made_sentences(
    made: ProductionStage, standings: Iterable[ThemeStanding]
) -> tuple[str, ...]:
    """Name the work, then say where it stands."""
    count, *rest = standing_sentences(production_standing(made, standings))
    first = _("{work}: {sentence}").format(work=make_name(made), sentence=count)
    return (first, *rest)


def standing_sentences(standing: ProductionStanding) -> tuple[str, ...]:
    """Say how many themes are there and by whose word, then which are not."""
    sentences = [count_sentence(standing)]
    if standing.unmet:
        gaps = ", ".join(_gap(need, standing) for need in standing.unmet)
        sentences.append(_("Not far enough yet: {themes}.").format(themes=gaps))
    if claimed := standing.on(Ground.CLAIMS):
        only = _("Only vendors say it is (◇): {themes}.")
        sentences.append(only.format(themes=_names(claimed)))
    return tuple(sentences)


def count_sentence(standing: ProductionStanding) -> str:
    """Say how many of its themes are where the work needs them, and by whose word."""
    total = len(standing.needs)
    tested, course = len(standing.on(Ground.TESTS)), len(standing.on(Ground.COURSE))
    if standing.is_untested:
        message = ngettext(
            "{n} of {total} themes is far enough on the course's map; "
            "none is tested here yet.",
            "{n} of {total} themes are far enough on the course's map; "
            "none is tested here yet.",
            course,
        )
        return message.format(n=course, total=total)
    message = ngettext(
        "{n} of {total} themes is far enough by tests.",
        "{n} of {total} themes are far enough by tests.",
        tested,
    )
    if course:
        message = ngettext(
            "{n} of {total} themes is far enough by tests, "
            "{more} more on the course's map alone.",
            "{n} of {total} themes are far enough by tests, "
            "{more} more on the course's map alone.",
            tested,
        )
    return message.format(n=tested, total=total, more=course)


def weakest_sentence(standing: ProductionStanding) -> str:
    """Name what holds the work back most."""
    if standing.weakest is None:
        return _("Nothing holds it back.")
    gap = _gap(standing.weakest, standing)
    return _("Weakest link: {theme}.").format(theme=gap)


def need_sentences(need: NeedStanding) -> tuple[str, ...]:
    """Say what the work asks of a theme, from which stage on, why, and if it is so."""
    asked, theme = need.need, need.standing.theme
    signals = (_(theme.signal(slug).name) for slug in asked.signals)
    enough = _("Enough from {stage} on ({meaning}). {reason}").format(
        stage=stage_name(asked.stage),
        meaning=_(theme.stage_words[asked.stage]),
        reason=_(asked.because),
    )
    watch = _("What to watch: {signals}.").format(signals=", ".join(signals))
    asks = _("This work asks: {sentence}").format(sentence=_(asked.asks))
    sign = "◌" if need.standing.is_untested else "●"
    return (asks, enough, _(VERDICTS[need.ground]).format(sign=sign), watch)


def _gap(need: NeedStanding, among: ProductionStanding) -> str:
    """Name a theme with what it lacks; that it is untested where others are not."""
    message = _("{theme} ({stage}, needs {needed})")
    if need.standing.is_untested and not among.is_untested:
        message = _("{theme} ({stage} on the course's map, needs {needed})")
    return message.format(
        theme=theme_name(need.standing.theme),
        stage=stage_name(need.standing.position.stage),
        needed=stage_name(need.need.stage),
    )


def _names(needs: Iterable[NeedStanding]) -> str:
    return ", ".join(theme_name(need.standing.theme) for need in needs)
