"""What the names of choices are called on screen."""

from themewatch.charts.confidence_words import CONFIDENCES as CONFIDENCES
from themewatch.domain.note import Rigor
from themewatch.words import mark

ORDERS = {
    "lesson": mark("as in the course"),
    "position": mark("furthest first"),
    "movement": mark("most moved first"),
    "gap": mark("claims furthest ahead first"),
    "doubt": mark("least sure first"),
}
BY_WEIGHT = mark("what matters most first")
"""What the lesson's order is on a map drawn for some work."""

RIGORS = {
    Rigor.ONCE: mark("tried once"),
    Rigor.FEW: mark("tried a few times"),
    Rigor.FIXED: mark("a fixed test, five tries or more"),
}

RELEASE_KINDS = {
    "open-weights": mark("open weights"),
    "api": mark("API"),
    "product": mark("product"),
    "research": mark("research"),
}

MODALITIES = {
    "text": mark("text"),
    "image": mark("image"),
    "video": mark("video"),
    "audio": mark("audio"),
    "action": mark("action"),
}

CLAIMED_STAGES = {
    "": mark("not said"),
    "early": mark("first experiment"),
    "growing": mark("improved, works for some"),
    "maturing": mark("offered to everybody"),
    "mature": mark("dependable for paid work"),
}
"""What a vendor says, as it is asked when a claim is logged."""
