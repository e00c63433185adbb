"""How sure somebody is, in words."""

from themewatch.domain.view import Confidence
from themewatch.words import mark

CONFIDENCES = {
    Confidence.SURE: mark("sure"),
    Confidence.FAIR: mark("fairly sure"),
    Confidence.GUESS: mark("a guess"),
}
