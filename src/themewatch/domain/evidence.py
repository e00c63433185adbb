"""All evidence that stands at an instant, each record under its chain's name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from themewatch.domain.checkpoint import Checkpoint
from themewatch.domain.claim import Claim
from themewatch.domain.forecast import Forecast
from themewatch.domain.note import Note
from themewatch.domain.override import Override
from themewatch.domain.record import R, Record, live, newest_versions, roots
from themewatch.domain.release import Release, release_slug
from themewatch.domain.view import View


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands: releases by the name of their chain, and what refers to them.

    `release_names`, `release_by_slug` and `models` know those too that were taken
    back: a test of one keeps its tool. `overrides` holds the last word on a claim
    by the claim's id; `checkpoints` and `forecasts` weigh nothing.
    """

    releases: Mapping[str, Release]
    claims: tuple[Claim, ...]
    notes: tuple[Note, ...]
    views: tuple[View, ...]
    release_names: Mapping[str, str]
    release_by_slug: Mapping[str, str]
    models: Mapping[str, str]
    overrides: Mapping[str, Override] = field(default_factory=dict)
    checkpoints: tuple[Checkpoint, ...] = ()
    forecasts: tuple[Forecast, ...] = ()

    def release_name(self, record: Claim | Note) -> str | None:
        """Return the name of the release's chain that a record speaks of.

        A tool that was typed before its release was logged is found by its
        model's name, as long as only one release bears it.
        """
        if record.release is not None:
            return self.release_names.get(record.release, record.release)
        if record.tool:
            return self.release_by_slug.get(release_slug("", record.tool))
        return None

    def release_of(self, record: Claim | Note) -> Release | None:
        """Return the release a claim or note speaks of, if it stands."""
        return self.releases.get(self.release_name(record) or "")

    def tool_of(self, note: Note) -> str | None:
        """Return the name under which a note's tool is compared with itself."""
        return self.release_name(note) or (
            release_slug("", note.tool) if note.tool else None
        )

    def tool_label(self, note: Note) -> str:
        """Return the tool's name for people, or an empty string."""
        name = self.release_name(note)
        return self.models.get(name or "") or note.tool or note.release or ""

    def claimed_on(self, claim: Claim) -> date | None:
        """Return the day a claim was made: its release's."""
        release = self.release_of(claim)
        return release.released_on if release else None


def standing_evidence(
    records: Iterable[Record], at: datetime | None = None
) -> Evidence:
    """Keep what stands at an instant (None: by all we know) of records of any kind.

    A claim falls with its release.
    """
    recorded = list(records)
    releases, claims = _of(Release, recorded), _of(Claim, recorded)
    names = roots(releases)
    standing = {names[r.id]: r for r in live(releases, at)}
    latest = {names[r.id]: r for r in newest_versions(releases, at)}
    standing_claims = tuple(
        c for c in live(claims, at) if names.get(c.release, c.release) in standing
    )
    said = live(_of(Override, recorded), at)
    return Evidence(
        releases=standing,
        claims=standing_claims,
        notes=tuple(live(_of(Note, recorded), at)),
        views=tuple(live(_of(View, recorded), at)),
        release_names=names,
        release_by_slug=_by_model(latest),
        models={name: release.model for name, release in latest.items()},
        overrides=_last_words(said, standing_claims, roots(claims)),
        checkpoints=tuple(live(_of(Checkpoint, recorded), at)),
        forecasts=tuple(live(_of(Forecast, recorded), at)),
    )


def _of(kind: type[R], records: Iterable[Record]) -> list[R]:
    return [record for record in records if isinstance(record, kind)]


def _last_words(
    overrides: Sequence[Override], claims: Sequence[Claim], names: Mapping[str, str]
) -> dict[str, Override]:
    """Map each claim that was overruled, in any version, to what was said last."""
    said = sorted(overrides, key=lambda o: (o.on, o.recorded_at, o.id))
    last = {names.get(o.claim, o.claim): o for o in said}
    return {c.id: last[names[c.id]] for c in claims if names[c.id] in last}


def _by_model(releases: Mapping[str, Release]) -> dict[str, str]:
    found: dict[str, str] = {}
    shared: set[str] = set()
    for name, release in releases.items():
        for slug in {
            release_slug("", release.model),
            release_slug(release.vendor, release.model),
        }:
            if slug in found:
                shared.add(slug)
            found[slug] = name
    return {slug: name for slug, name in found.items() if slug not in shared}


def happened_by(evidence: Evidence, day: date) -> Evidence:
    """Keep what happened by a day; a claim happened when its release did."""
    releases = {
        name: r for name, r in evidence.releases.items() if r.released_on <= day
    }
    return replace(
        evidence,
        releases=releases,
        claims=tuple(
            c for c in evidence.claims if evidence.release_name(c) in releases
        ),
        notes=tuple(n for n in evidence.notes if n.tested_on <= day),
        views=tuple(v for v in evidence.views if v.on <= day),
        overrides={c: o for c, o in evidence.overrides.items() if o.on <= day},
        forecasts=tuple(f for f in evidence.forecasts if f.on <= day),
    )
