"""A symmetric system that is three bands and a border."""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_factor, cho_solve, lapack
from scipy.sparse import csr_array

from themewatch.estimation.knots import Floats

SPARSE_BELOW = 0.1  # share of the border in use from which dense sums are quicker


@dataclass(frozen=True, slots=True)
class Equations:
    """The precision Λ and its right-hand side.

    `diagonal` (n) and `beside` (n-1) are the bands among positions, `border`
    (n, p) joins positions with drifts and effects, `corner` (p, p) is among
    those; `rhs` is (n + p).
    """

    diagonal: Floats
    beside: Floats
    border: Floats
    corner: Floats
    rhs: Floats


class Solver:
    """Λ factorised once: bands first, then the Schur complement of the border."""

    def __init__(self, equations: Equations) -> None:
        border = equations.border
        is_sparse = np.count_nonzero(border) < SPARSE_BELOW * border.size
        self._joins = csr_array(border.T) if is_sparse else border.T
        # SciPy's wrapper wants one number beside the diagonal even of a 1 × 1 matrix.
        beside = equations.beside if len(equations.beside) else np.zeros(1)
        diagonal, beside, _ = lapack.dpttrf(equations.diagonal, beside)
        self._bands = diagonal, beside
        self._carried = self._solve_bands(border)
        schur = equations.corner - self._joins @ self._carried
        self._schur = cho_factor(schur, lower=True)

    def solve(self, rhs: Floats) -> Floats:
        """Return Λ⁻¹·rhs, for one column or several."""
        split = len(self._carried)
        inner = self._solve_bands(rhs[:split])
        outer = cho_solve(self._schur, rhs[split:] - self._joins @ inner)
        inner = self._solve_bands(rhs[:split] - self._joins.T @ outer)
        return np.concatenate([inner, outer])

    def border_covariance(self) -> Floats:
        """Return the covariance among drifts and effects, (p, p)."""
        return cho_solve(self._schur, np.eye(self._carried.shape[1]))

    def _solve_bands(self, rhs: Floats) -> Floats:
        solution: Floats = lapack.dpttrs(*self._bands, rhs)[0]
        return solution
