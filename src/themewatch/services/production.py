"""The stages of production as shipped, and the map drawn for one of them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from themewatch import resources
from themewatch.domain.bearing import bearing_on
from themewatch.domain.production import MAKES, Need, ProductionStage
from themewatch.domain.stage import Stage
from themewatch.domain.standing import MaturityMap
from themewatch.errors import InputError, ReferenceDataError
from themewatch.services.reference import catalogue

FILE = "production.toml"


@cache
def production() -> Mapping[str, ProductionStage]:
    """Return the stages of data/production.toml; raises ReferenceDataError."""
    return stages_of(resources.read_toml(FILE))


def stages_of(table: Mapping[str, Any]) -> Mapping[str, ProductionStage]:
    """Return the stages of a table that names themes, signals and stages there are.

    Raises:
        ReferenceDataError: It names another, or leaves something out.
    """
    try:
        return {slug: _production_stage(slug, table[slug]) for slug in MAKES}
    except (InputError, KeyError) as error:
        raise ReferenceDataError(
            f"data/{FILE} is damaged ({error}): install themewatch again."
        ) from error


def map_for(maturity_map: MaturityMap, make: str) -> MaturityMap:
    """Return the map drawn for one of MAKES; raises KeyError."""
    return bearing_on(maturity_map, production()[make])


def _production_stage(slug: str, row: dict[str, Any]) -> ProductionStage:
    return ProductionStage(
        slug=slug,
        name=row["name"],
        asks=row["asks"],
        before=row["before"],
        now=row["now"],
        gain=row["gain"],
        needs=tuple(map(_need, row["needs"])),
    )


def _need(row: dict[str, Any]) -> Need:
    theme = catalogue().theme(row["theme"])
    return Need(
        theme=theme.slug,
        stage=Stage.named(row["stage"]),
        asks=row["asks"],
        because=row["because"],
        signals=tuple(theme.signal(slug).slug for slug in row["signals"]),
    )
