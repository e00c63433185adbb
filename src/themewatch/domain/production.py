"""What one makes with generated media, and what that work asks of the themes."""

from dataclasses import dataclass

from themewatch.domain.stage import Stage

MAKES = ("storyboarding", "b-roll", "visual-effects")
"""The stages of production, in the order in which a film passes through them."""


@dataclass(frozen=True, slots=True)
class Need:
    """What one stage of production asks of one theme.

    From `stage` on the theme can be relied on for it: a yardstick, whose reason
    is `because`. `signals` are those that matter to it, by their slugs.
    """

    theme: str
    stage: Stage
    asks: str
    because: str
    signals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProductionStage:
    """One kind of work: how it was `before`, how it is done `now`, and the `gain`.

    `asks` says in a sentence what it needs; `needs` stand in order of weight.
    """

    slug: str
    name: str
    asks: str
    before: str
    now: str
    gain: str
    needs: tuple[Need, ...]

    def need(self, theme: str) -> Need | None:
        """Return what it asks of a theme, if anything."""
        return next((need for need in self.needs if need.theme == theme), None)
