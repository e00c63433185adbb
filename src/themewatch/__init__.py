"""See where generative media is heading: what vendors say, and what tests show."""

__version__ = "0.4.1"
