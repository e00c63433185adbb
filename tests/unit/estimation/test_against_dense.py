"""The same model written out row by row, without bands, sums or elimination."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pytest

from tests.unit.estimation.evidence import THEMES, TODAY, some_readings
from themewatch.estimation import EstimationSettings, Reading, estimate

HORIZON = TODAY + timedelta(days=40)
READINGS = some_readings(seed=4, count=45)


@dataclass
class Dense:
    """Unknowns by name, and every row of the least-squares problem."""

    settings: EstimationSettings
    knots: list[date]
    names: list[tuple]

    def position(self, theme: str, day: date) -> np.ndarray:
        at = np.interp(day.toordinal(), [k.toordinal() for k in self.knots], self.order)
        left, fraction = int(at), at - int(at)
        row = self.unit((theme, self.knots[left])) * (1 - fraction)
        if fraction:
            row += self.unit((theme, self.knots[left + 1])) * fraction
        return row

    @property
    def order(self) -> range:
        return range(len(self.knots))

    def unit(self, name: tuple) -> np.ndarray:
        return np.eye(len(self.names))[self.names.index(name)]

    def beliefs(self):
        s = self.settings
        for theme in THEMES:
            yield self.unit((theme, self.knots[0])), s.first_mean, s.first_sd
            yield self.unit(("drift", theme)), 0.0, s.drift_sd
            for day, following in zip(self.knots, self.knots[1:], strict=False):
                years = (following - day).days / 365.25
                step = self.unit((theme, following)) - self.unit((theme, day))
                row = step - years * self.unit(("drift", theme))
                yield row, 0.0, s.volatility * years**0.5

    def readings(self):
        for r in READINGS:
            row = self.position(r.theme, r.on)
            for kind, name in (("person", r.person), ("tool", r.tool)):
                if name is not None and self.settings.effects:
                    row = row + self.unit((kind, name))
            yield row, r.value, r.sd

    def effects(self):
        s = self.settings
        for name in self.names:
            if name[0] in ("person", "tool"):
                sd = s.person_sd if name[0] == "person" else s.tool_sd
                yield self.unit(name), 0.0, sd

    def solve(self) -> tuple[np.ndarray, np.ndarray]:
        """Return means and covariance, reweighing as the settings say."""
        fixed, weighed = list(self.beliefs()), [*self.readings(), *self.effects()]
        rows, targets, sds = map(np.array, zip(*fixed, *weighed, strict=True))
        weights, nu = np.ones(len(rows)), self.settings.nu
        for _ in range(1 + (0 if nu is None else self.settings.rounds)):
            scaled = rows * (weights**0.5 / sds)[:, np.newaxis]
            means = np.linalg.lstsq(scaled, targets * weights**0.5 / sds)[0]
            z = (targets - rows @ means) / sds
            used, weights = weights, (1 if nu is None else (nu + 1) / (nu + z**2))
            weights = np.where(np.arange(len(rows)) < len(fixed), 1.0, weights)
        scaled = rows * (used**0.5 / sds)[:, np.newaxis]
        return means, np.linalg.inv(scaled.T @ scaled)


def dense(settings: EstimationSettings) -> Dense:
    first = min(reading.on for reading in READINGS)
    knots = [first]
    for end in (TODAY, HORIZON):
        while knots[-1] + timedelta(days=7) < end:
            knots.append(knots[-1] + timedelta(days=7))
        knots.append(end)
    names = [(theme, day) for theme in THEMES for day in knots]
    names += [("drift", theme) for theme in THEMES]
    if settings.effects:
        names += [("person", name) for name in named(READINGS, "person")]
        names += [("tool", name) for name in named(READINGS, "tool")]
    return Dense(settings, knots, names)


def named(readings: list[Reading], kind: str) -> list[str]:
    return sorted({getattr(r, kind) for r in readings} - {None})


@pytest.mark.parametrize("effects", [True, False])
@pytest.mark.parametrize("nu", [5, None])
def test_it_is_the_model_written_out_row_by_row(nu, effects):
    settings = EstimationSettings(nu=nu, effects=effects)
    written = dense(settings)
    means, covariance = written.solve()
    now = estimate(
        READINGS, as_of=TODAY, horizon=HORIZON, themes=THEMES, settings=settings
    )
    for theme in THEMES:
        rows = np.array([written.unit((theme, day)) for day in written.knots])
        path = now.path(theme)
        assert path["on"].dt.date.tolist() == written.knots
        assert path["mean"].to_numpy() == pytest.approx(rows @ means, abs=1e-8)
        sds = np.sqrt(np.diag(rows @ covariance @ rows.T))
        assert path["sd"].to_numpy() == pytest.approx(sds, abs=1e-8)


def test_effects_are_those_of_the_model_written_out():
    written = dense(EstimationSettings())
    means, covariance = written.solve()
    effects = estimate(READINGS, as_of=TODAY, horizon=HORIZON, themes=THEMES).effects
    for row in effects.itertuples():
        index = written.names.index((row.kind, row.name))
        assert row.mean == pytest.approx(means[index], abs=1e-8)
        assert row.sd == pytest.approx(covariance[index, index] ** 0.5, abs=1e-8)


def test_a_change_has_the_doubt_of_the_joint_model():
    written = dense(EstimationSettings())
    _, covariance = written.solve()
    now = estimate(READINGS, as_of=TODAY, horizon=HORIZON, themes=THEMES)
    since = date(2026, 5, 6)
    row = written.position("lower-cost", TODAY) - written.position("lower-cost", since)
    found = now.sd_of_change("lower-cost", since)
    assert found == pytest.approx((row @ covariance @ row) ** 0.5, abs=1e-8)
