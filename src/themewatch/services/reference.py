"""The data shipped with themewatch, as values."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from themewatch import resources
from themewatch.domain.claim import Claim
from themewatch.domain.note import Rigor, Verdict
from themewatch.domain.release import Release
from themewatch.domain.stage import Stage
from themewatch.domain.theme import Catalogue, Signal, Theme
from themewatch.domain.vendor import VendorWeights
from themewatch.domain.view import Confidence
from themewatch.domain.weight import DAYS_A_MONTH, EvidenceWeights


@cache
def catalogue() -> Catalogue:
    """Return the seven themes of data/themes.toml."""
    table = resources.read_toml("themes.toml")
    words = table.pop("stage_words")
    baseline_on = table.pop("baseline_on")
    return Catalogue(
        {slug: _theme(slug, row, words) for slug, row in table.items()}, baseline_on
    )


def _theme(slug: str, row: dict[str, Any], words: list[str]) -> Theme:
    return Theme(
        slug=slug,
        name=row["name"],
        chart_name=row["chart_name"],
        about=row["about"],
        baseline=row["baseline"],
        stage_words=dict(zip(Stage, row.get("stage_words", words), strict=True)),
        signals=tuple(
            Signal(signal, name, watch_for)
            for signal, (name, watch_for) in row["signals"].items()
        ),
        counts_successes=row.get("counts_successes", True),
    )


@cache
def vendor_weights() -> VendorWeights:
    """Return what data/evidence.toml says of vendors on the whole."""
    return VendorWeights(**resources.read_toml("evidence.toml")["vendor"])


@cache
def evidence_weights() -> EvidenceWeights:
    """Return the table of data/evidence.toml."""
    table = resources.read_toml("evidence.toml")
    verdict, counts, view = table["verdict"], table["counts"], table["view"]
    return EvidenceWeights(
        verdict_value={v: verdict["value"][v] for v in Verdict},
        verdict_sd={r: verdict["sd"][r] for r in Rigor},
        count_slope=counts["slope"],
        count_middle=counts["middle"],
        lowest=counts["lowest"],
        highest=counts["highest"],
        count_sd=tuple((least, sd) for least, sd in counts["sd"]),
        view_sd={c: view["sd"][c] for c in Confidence},
        silent_after_note=timedelta(days=view["silent_after_note_days"]),
        baseline_sd=table["baseline"]["sd"],
        older_after=timedelta(days=table["older_model"]["months"] * DAYS_A_MONTH),
        older_sd_factor=table["older_model"]["sd_factor"],
    )


def shipped_records() -> Iterator[Release | Claim]:
    """Return the releases and claims of data/*.csv, releases first."""
    shipped_on = resources.read_toml("evidence.toml")["shipped"]["recorded_on"]
    recorded_at = datetime.combine(shipped_on, time(), UTC)
    for row in resources.read_csv("releases.csv"):
        yield _release(row, recorded_at)
    for row in resources.read_csv("claims.csv"):
        yield _claim(row, recorded_at)


def _release(row: dict[str, str], recorded_at: datetime) -> Release:
    return Release(
        id=row["slug"],
        recorded_at=recorded_at,
        source=row["source"] or None,
        model=row["model"],
        vendor=row["vendor"],
        released_on=date.fromisoformat(row["released_on"]),
        kind=row["kind"] or None,
        modalities_in=_modalities(row["modalities_in"]),
        modalities_out=_modalities(row["modalities_out"]),
        url=row["url"] or None,
        price_usd=float(row["price_usd"]) if row["price_usd"] else None,
        price_unit=row["price_unit"] or None,
        price_as_of=_day(row["price_as_of"]),
    )


def _claim(row: dict[str, str], recorded_at: datetime) -> Claim:
    return Claim(
        id=f"{row['release']}/{row['theme']}/{row['signal'] or '-'}",
        recorded_at=recorded_at,
        source=row["source"] or None,
        release=row["release"],
        theme=row["theme"],
        signal=row["signal"] or None,
        claimed_stage=Stage.named(row["claimed_stage"]),
        text=row["claim"],
        confidence=Confidence(row["confidence"]),
    )


def _modalities(text: str) -> tuple[str, ...]:
    return tuple(text.split("+")) if text else ()


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
