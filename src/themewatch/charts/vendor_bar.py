"""A vendor's lead as a small bar, on an axis all vendors share: drawn as HTML.

Positions are shares of the width, so that it fits whatever room there is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from math import ceil, floor

from themewatch.charts.palette import Palette
from themewatch.charts.vendor_words import lead_range, lead_words
from themewatch.domain.vendor import Lead, VendorRecord
from themewatch.words import _, ngettext

LEAST, MOST = -1, 2  # stages that are always there
AIR = 0.4  # stages left free at either end
BAR, HEAD = 32, 20  # px
RANGE, MARK = 12, 13  # px


@dataclass(frozen=True, slots=True)
class LeadAxis:
    """From how many stages behind tests to how many ahead of them the bars reach."""

    start: int
    end: int

    @property
    def stages(self) -> range:
        return range(self.start, self.end + 1)

    def share(self, lead: float) -> float:
        """Return where a lead lies, in per cent of the width.

        >>> LeadAxis(-1, 1).share(0)
        50.0
        """
        width = self.end - self.start + 2 * AIR
        return round(100 * (lead - self.start + AIR) / width, 2)


def lead_axis(records: Iterable[VendorRecord]) -> LeadAxis:
    """Return an axis wide enough for all that have a verdict."""
    leads = [record.lead for record in records if record.has_verdict]
    return LeadAxis(
        start=min([LEAST, *(floor(lead.low) for lead in leads)]),
        end=max([MOST, *(ceil(lead.high) for lead in leads)]),
    )


def lead_bar(lead: Lead, axis: LeadAxis, palette: Palette) -> str:
    """Return the HTML of a lead, ●, within its likely range."""
    left, right = axis.share(lead.low), axis.share(lead.high)
    likely = _box(
        f"left:{left}%;width:{right - left:.2f}%;top:{(BAR - RANGE) / 2}px;"
        f"height:{RANGE}px;border-radius:5px;background:{palette.range_fill};"
        f"border:1px solid {palette.range_edge}"
    )
    mean = _box(
        f"left:calc({axis.share(lead.mean)}% - {MARK / 2}px);"
        f"top:{(BAR - MARK) / 2}px;width:{MARK}px;height:{MARK}px;"
        f"border-radius:50%;background:{palette.ink}"
    )
    said = f"{lead_words(lead.mean)}; {lead_range(lead)}"
    return _frame(BAR, said, [*_grid(axis, palette), likely, mean])


def axis_head(axis: LeadAxis, palette: Palette) -> str:
    """Return the HTML that names the stages of the axis."""
    names = (
        _box(
            f"left:{axis.share(stage)}%;transform:translateX(-50%);"
            f"font-size:13px;line-height:{HEAD}px;white-space:nowrap;"
            f"color:{palette.ink};font-weight:{400 if stage else 600}",
            escape(_stage_words(stage)),
        )
        for stage in axis.stages
    )
    return _frame(HEAD, _("How many stages claims ran ahead of tests"), names)


def _stage_words(stage: int) -> str:
    if not stage:
        return _("as claimed")
    if stage < 0:
        return ngettext("{n} stage behind", "{n} behind", -stage).format(n=-stage)
    return ngettext("{n} stage ahead", "{n} ahead", stage).format(n=stage)


def _grid(axis: LeadAxis, palette: Palette) -> Iterator[str]:
    for stage in axis.stages:
        width, colour = (1, palette.grid) if stage else (2, palette.same)
        yield _box(
            f"left:calc({axis.share(stage)}% - {width / 2}px);top:0;width:{width}px;"
            f"height:{BAR}px;background:{colour}"
        )


def _box(style: str, inside: str = "") -> str:
    return (
        f'<span style="position:absolute;box-sizing:border-box;{style}">{inside}</span>'
    )


def _frame(height: int, label: str, inside: Iterable[str]) -> str:
    return (
        f'<div role="img" aria-label="{escape(label)}" '
        f'style="position:relative;height:{height}px">{"".join(inside)}</div>'
    )
