"""The field: what is unknown, what ties it together, and what readings add.

Unknowns stand in this order: the positions of the first theme at all knots, of
the second, and so on; a drift for each theme; people's effects; tools' effects.
All but the drifts and effects are told as distances from `first_mean`, which is
what every position is thought to be before any evidence.
"""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import block_diag

from themewatch.estimation.knots import Floats, Ints, Knots
from themewatch.estimation.rows import Rows
from themewatch.estimation.settings import EstimationSettings
from themewatch.estimation.system import Equations


@dataclass(frozen=True, slots=True)
class Field:
    """How many unknowns of each kind there are, and where they stand."""

    themes: int
    knots: Knots
    people: int
    tools: int
    settings: EstimationSettings

    @property
    def positions(self) -> int:
        return self.themes * len(self.knots)

    @property
    def size(self) -> int:
        return self.positions + self.themes + self.people + self.tools

    @property
    def effects(self) -> slice:
        """Where people's and tools' effects stand among the unknowns."""
        return slice(self.positions + self.themes, self.size)

    @property
    def effect_sd(self) -> Floats:
        """How far each effect typically is from 0: people's first, then tools'."""
        s = self.settings
        return np.repeat([s.person_sd, s.tool_sd], [self.people, self.tools])


def row_of(field: Field, theme: int, day: int) -> Floats:
    """Return the row that reads a theme's position on a day off the unknowns."""
    knot, fraction = field.knots.locate(np.array([day]))
    row = np.zeros(field.size)
    left = theme * len(field.knots) + knot[0]
    row[left] = 1 - fraction[0]
    if fraction[0]:
        row[left + 1] = fraction[0]
    return row


def expected(field: Field, rows: Rows, unknowns: Floats) -> Floats:
    """Return what each reading would say without noise, as distances."""
    path = np.append(unknowns[: field.positions], 0.0)
    drawn: Floats = path[rows.left]
    drawn += rows.fraction * (path[rows.left + 1] - path[rows.left])
    people, tools = np.split(unknowns[field.effects], [field.people])
    drawn += np.append(people, 0.0)[rows.person]
    drawn += np.append(tools, 0.0)[rows.tool]
    return drawn


def equations(
    field: Field, rows: Rows, weights: Floats, effect_weights: Floats
) -> Equations:
    """Sum walk, expectations and readings into Λ and its right-hand side.

    Args:
        field: What is unknown.
        rows: The readings.
        weights: How far each reading is trusted, 0 to (ν+1)/ν.
        effect_weights: The same for the expectation of each effect to be small.
    """
    diagonal, beside = _walk(field)
    sums = _Sums(field, rows, weights * rows.precision)
    added, added_beside = sums.bands()
    by_person = sums.border(rows.person, field.people)
    by_tool = sums.border(rows.tool, field.tools)
    among, said_of_effects = sums.among_effects()
    among[np.diag_indices_from(among)] += effect_weights / field.effect_sd**2
    return Equations(
        diagonal=diagonal + added,
        beside=beside + added_beside,
        border=np.hstack([_drift_border(field), by_person, by_tool]),
        corner=block_diag(_drift_corner(field), among),
        rhs=np.concatenate([sums.said(), np.zeros(field.themes), said_of_effects]),
    )


def _walk(field: Field) -> tuple[Floats, Floats]:
    """Return the bands of `x[k+1] − x[k] − d·Δ ~ N(0, v²·Δ)` and of the first knot."""
    tie = 1 / (field.settings.volatility**2 * field.knots.years)
    one = np.append(tie, 0.0)
    one[1:] += tie
    one[0] += field.settings.first_sd**-2
    beside = np.tile(np.append(-tie, 0.0), field.themes)[:-1]
    return np.tile(one, field.themes), beside


def _drift_border(field: Field) -> Floats:
    """Join drifts with positions: all but the ends of each path cancel out."""
    border = np.zeros((field.themes, len(field.knots), field.themes))
    every = np.arange(field.themes)
    border[every, 0, every] += field.settings.volatility**-2
    border[every, -1, every] -= field.settings.volatility**-2
    return border.reshape(field.positions, field.themes)


def _drift_corner(field: Field) -> Floats:
    s = field.settings
    one = float(field.knots.years.sum()) / s.volatility**2 + s.drift_sd**-2
    return np.eye(field.themes) * one


@dataclass(frozen=True, slots=True)
class _Sums:
    """Sums over the readings of each knot interval, `w` being λ/sd².

    They need one pass over the readings, and from there on their number does
    not matter. With f the fraction, Σw(1−f)² is had as Σw − 2Σwf + Σwf².
    """

    field: Field
    rows: Rows
    w: Floats

    def bands(self) -> tuple[Floats, Floats]:
        f = self.rows.fraction
        w, wf, wff = (self._by_knot(v) for v in (self.w, self.w * f, self.w * f * f))
        diagonal = w - 2 * wf + wff
        diagonal[1:] += wff[:-1]
        return diagonal, (wf - wff)[:-1]

    def border(self, code: Ints, count: int) -> Floats:
        cell = self.rows.left * (count + 1) + code
        shape = self.field.positions, count + 1
        w = _total(cell, self.w, shape)[:, :count]
        wf = _total(cell, self.w * self.rows.fraction, shape)[:, :count]
        border = w - wf
        border[1:] += wf[:-1]
        return border

    def among_effects(self) -> tuple[Floats, Floats]:
        """Return the joint sums of people and tools, and their right-hand side."""
        people, tools = self.field.people, self.field.tools
        pair = self.rows.person * (tools + 1) + self.rows.tool
        w = _total(pair, self.w, (people + 1, tools + 1))
        said = _total(pair, self.w * self._distance, (people + 1, tools + 1))
        corner = np.diag(np.concatenate([w.sum(1)[:people], w.sum(0)[:tools]]))
        corner[:people, people:] = w[:people, :tools]
        corner[people:, :people] = w[:people, :tools].T
        return corner, np.concatenate([said.sum(1)[:people], said.sum(0)[:tools]])

    def said(self) -> Floats:
        """Return the right-hand side of the positions."""
        wy = self.w * self._distance
        left, right = self._by_knot(wy), self._by_knot(wy * self.rows.fraction)
        left -= right
        left[1:] += right[:-1]
        return left

    @property
    def _distance(self) -> Floats:
        return self.rows.value - self.field.settings.first_mean

    def _by_knot(self, values: Floats) -> Floats:
        return _total(self.rows.left, values, (self.field.positions,))


def _total(index: Ints, values: Floats, shape: tuple[int, ...]) -> Floats:
    """Sum values by index, as an array of that shape."""
    size = int(np.prod(shape))
    sums = np.bincount(index, values, minlength=size)
    return sums.astype(np.float64, copy=False).reshape(shape)
