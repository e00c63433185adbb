"""Where themes stand, from dated evidence: one sparse least-squares problem."""

from themewatch.estimation.estimate import Estimate
from themewatch.estimation.model import estimate
from themewatch.estimation.movement import movement
from themewatch.estimation.reading import Reading
from themewatch.estimation.settings import EstimationSettings

__all__ = ["Estimate", "EstimationSettings", "Reading", "estimate", "movement"]
