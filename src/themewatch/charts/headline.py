"""The whole map in one sentence, made from its figures."""

from collections.abc import Callable, Iterable, Sequence

from themewatch.charts.production import made_sentences
from themewatch.charts.sentences import short_name, since_words, stage_name
from themewatch.domain.standing import MaturityMap, ThemeStanding
from themewatch.domain.theme import Theme
from themewatch.words import _, ngettext

Naming = Callable[[Theme], str]


def headline(maturity_map: MaturityMap, *, name: Naming = short_name) -> str:
    """Say how claims and tests compare, then what moved, in one sentence.

    Of a map drawn for some work: where that stands, then what moved. `name` says
    what themes are called: as beside it.
    """
    standings = maturity_map.themes
    if maturity_map.made is not None:
        moved = map(_sentence, _moved(maturity_map, name))
        return " ".join([*made_sentences(maturity_map.made, standings), *moved])
    tested = [standing for standing in standings if not standing.is_untested]
    ahead = _claims_ahead(tested, name) if tested else _nobody_tested(standings)
    facts = [ahead, *_moved(maturity_map, name)]
    return _sentence("; ".join(facts))


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _nobody_tested(standings: Sequence[ThemeStanding]) -> str:
    claims = sum(standing.untested_claims for standing in standings)
    if not claims:
        return _("nothing has been tested here yet")
    return ngettext(
        "nobody here has tested the one claim vendors have made",
        "nobody here has tested any of the {n} claims vendors have made",
        claims,
    ).format(n=claims)


def _claims_ahead(tested: Sequence[ThemeStanding], name: Naming) -> str:
    widest = max(tested, key=lambda s: (_stages_ahead(s) > 0, s.gap or 0.0))
    if widest.claimed is None or not _stages_ahead(widest):
        return ngettext(
            "in the one theme tested here claims stand no stage ahead of tests",
            "in none of the {n} themes tested here do claims stand a stage ahead",
            len(tested),
        ).format(n=len(tested))
    return _(
        "claims run furthest ahead of tests in {theme} "
        "(vendors: {claimed}, tests: {tested})"
    ).format(
        theme=name(widest.theme),
        claimed=stage_name(widest.claimed.stage),
        tested=stage_name(widest.position.stage),
    )


def _stages_ahead(standing: ThemeStanding) -> int:
    """How many stages ◇ stands past ●; 0 where it does not."""
    if standing.claimed is None:
        return 0
    return max(standing.claimed.stage - standing.position.stage, 0)


def _moved(maturity_map: MaturityMap, name: Naming) -> list[str]:
    if maturity_map.since is None:
        return []
    themes = maturity_map.themes
    up = _names((s for s in themes if _clear_change(s) > 0), name)
    down = _names((s for s in themes if _clear_change(s) < 0), name)
    message = {
        (True, True): _("since {day} up: {up}, and down: {down}"),
        (True, False): _("since {day} up: {up}"),
        (False, True): _("since {day} down: {down}"),
        (False, False): _("no clear change since {day}"),
    }[bool(up), bool(down)]
    day = since_words(maturity_map.since)
    return [message.format(day=day, up=up, down=down)]


def _clear_change(standing: ThemeStanding) -> float:
    movement = standing.movement
    return movement.amount if movement is not None and movement.is_clear else 0.0


def _names(standings: Iterable[ThemeStanding], name: Naming) -> str:
    return ", ".join(name(standing.theme) for standing in standings)
