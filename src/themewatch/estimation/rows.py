"""Readings as rows of the least-squares problem."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from themewatch.estimation.knots import Floats, Ints, Knots


@dataclass(frozen=True, slots=True)
class Rows:
    """What each reading touches and how strongly, all arrays of one length.

    A reading lies between the positions `left` and `left + 1`, at `fraction` of
    the way; the last knot of a theme is only ever `left`, with fraction 0.
    `person` and `tool` are codes into `people` and `tools`; the code one past
    the end stands for nobody. The order follows the numbers alone, so that sums
    come out the same to the last bit however the readings were given.
    """

    ids: pd.Index
    theme: Ints
    left: Ints
    fraction: Floats
    person: Ints
    tool: Ints
    value: Floats
    precision: Floats
    people: tuple[str, ...]
    tools: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.value)


def rows_of(
    frame: pd.DataFrame, themes: pd.Index, knots: Knots, *, effects: bool
) -> Rows:
    """Lay a checked frame out over the knots."""
    theme = themes.get_indexer(pd.Index(frame["theme"])).astype(np.int64)
    day = day_numbers(frame["on"])
    person, people = _coded(frame["person"], effects=effects)
    tool, tools = _coded(frame["tool"], effects=effects)
    value, sd = frame["value"].to_numpy(), frame["sd"].to_numpy()
    since = day - day.min(initial=0)
    shape = len(themes), since.max(initial=0) + 1, len(people) + 1, len(tools) + 1
    touched = np.ravel_multi_index((theme, since, person, tool), shape)
    order = np.lexsort((sd, value, touched))
    knot, fraction = knots.locate(day[order])
    return Rows(
        ids=pd.Index(frame["id"])[order],
        theme=theme[order],
        left=theme[order] * len(knots) + knot,
        fraction=fraction,
        person=person[order],
        tool=tool[order],
        value=value[order],
        precision=sd[order] ** -2,
        people=people,
        tools=tools,
    )


def day_numbers(days: "pd.Series[pd.Timestamp]") -> Ints:
    return days.to_numpy().astype("datetime64[D]").astype(np.int64)


def _coded(names: "pd.Series[str]", *, effects: bool) -> tuple[Ints, tuple[str, ...]]:
    if not effects:
        return np.zeros(len(names), dtype=np.int64), ()
    codes, known = pd.factorize(names, sort=True)
    return np.where(codes < 0, len(known), codes), tuple(known)
