"""The figures of the worked month in docs/method.md, computed from its records."""

from collections.abc import Iterator
from datetime import date, timedelta

from themewatch.charts.chances import chance_words, forecast_sentence
from themewatch.charts.sentences import (
    gap_sentences,
    likely_range,
    movement_phrases,
    place,
)
from themewatch.charts.signed import signed
from themewatch.domain import claim as claims
from themewatch.domain.evidence import Evidence, happened_by
from themewatch.domain.judging import results_of
from themewatch.domain.moved_sum import summed
from themewatch.domain.note import Note, Rigor, Verdict
from themewatch.domain.stage import Position, Stage
from themewatch.domain.weight import is_older_model
from themewatch.estimation import Reading
from themewatch.estimation.movement import CLEAR_AT
from themewatch.services.assessment import Assessment, assess, leniency
from themewatch.services.forecast import look_ahead, usual_day, usual_stage
from themewatch.services.moved import what_moved
from themewatch.services.readings import to_readings
from themewatch.services.reference import catalogue, evidence_weights
from themewatch.services.themes import ThemeReport, report_theme
from themewatch.ui.attribution import sum_in_words
from themewatch.ui.moved import moved_in_words

THEME = "longer-video"
SINCE, HALFWAY, UNTIL = date(2026, 8, 31), date(2026, 9, 15), date(2026, 9, 30)
DAY = timedelta(days=1)
TOOLS = {"acme-reel": "Reel", "acme-longshot": "Longshot"}
RIGORS = {Rigor.ONCE: "tried once", Rigor.FEW: "tried a few times"}


def figures_of(month: Evidence) -> Iterator[str]:
    """Yield the month's figures in the order they are told, the cheap ones first."""
    yield f"from {SINCE} to {UNTIL}"
    yield f"--as-of {UNTIL} --compare {SINCE}"
    reel, longshot = month.releases["acme-reel"], month.releases["acme-longshot"]
    yield f"Reel came out on {reel.released_on}, Longshot on {longshot.released_on}"
    evidence = evidence_of(month)
    yield from (row_of_worth(month, reading) for reading in evidence)
    yield from figures_of_places(month, evidence)


def evidence_of(month: Evidence) -> list[Reading]:
    found = to_readings(month, catalogue(), evidence_weights())
    return sorted((r for r in found if r.theme == THEME), key=lambda r: r.on)


def row_of_worth(month: Evidence, piece: Reading) -> str:
    records = {record.id: record for record in (*month.notes, *month.views)}
    record = records.get(piece.id.partition("/")[2])
    if isinstance(record, Note):
        told = f"{record.person} | {TOOLS[record.release]} | {result(month, record)}"
    elif record is not None:
        told = f"{record.person} | | my view, fairly sure"
        assert record.confidence == "fair"
    else:
        told = "the course's map | |"
    return f"| {piece.on} | {told} | {piece.value:.2f} | {piece.sd:.2f} |"


def result(month: Evidence, note: Note) -> str:
    if note.has_counts:
        told = f"{note.acceptable} of {note.tries}"
    else:
        stage = list(Verdict).index(note.verdict)
        words = catalogue().theme(THEME).stage_words[Stage(stage)]
        told = f"{words}, {RIGORS[note.rigor]}"
    released_on = month.release_of(note).released_on
    if is_older_model(evidence_weights(), note.tested_on, released_on):
        told += ", an older model"
    return told


def figures_of_places(month: Evidence, evidence: list[Reading]) -> Iterator[str]:
    assessment = assess(month, as_of=UNTIL, compare=SINCE)
    report = report_theme(assessment, THEME)
    standing, before = report.standing, report.standing.before
    yield f"● stands at {before.mean:.2f}, likely range {span(before)}"
    pulls = assessment.now.pulls(THEME).set_index("reading")
    shares, parts = pulls["weight"], report.attribution
    effects = {e.evidence: e.amount for e in (*parts.notes, *parts.views)}
    course, *pieces = evidence
    yield f"| {course.on} | | | {100 * shares[course.id]:.1f} % | |"
    steps = {piece.id: step(month, piece.on) for piece in pieces}
    for piece in pieces:
        was, is_now = steps[piece.id]
        effect = effects[piece.id.partition("/")[2]]
        share = f"{100 * shares[piece.id]:.1f} % | {signed(effect)} |"
        yield f"| {piece.on} | {was:.2f} | {is_now:.2f} | {share}"
    yield from figures_noticed(assessment, steps, shares)
    yield f"● stands at {standing.position.mean:.2f},"
    yield " · ".join(sum_in_words(report.attribution))
    yield f"likely range is now {span(standing.position)}"
    yield f"*{likely_range(standing.position.low, standing.position.high)}*"
    yield f"*{place(standing.position.mean)}*"
    yield f"with {SINCE} ● moved by {signed(standing.movement.amount)}"
    assert standing.movement.is_clear
    yield f"anything above {CLEAR_AT * standing.movement.sd:.2f}"
    yield "; ".join(movement_phrases(standing, SINCE))
    yield from figures_of_second_half(month)
    yield from figures_ahead(assessment)
    yield from figures_of_claims(report, month, assessment)
    yield f"◇ stands at {standing.claimed.value:.2f}"
    yield " ".join(gap_sentences(standing))


def figures_of_second_half(month: Evidence) -> Iterator[str]:
    yield f"Compare with {HALFWAY} instead"
    assessment = assess(month, as_of=UNTIL, compare=HALFWAY)
    moved = what_moved(assessment, THEME)
    sum_ = summed(moved)
    yield " · ".join(moved_in_words(moved, sum_))
    changed = {change.record.id: amount for change, amount in sum_.listed}
    yield f"portraits brought {signed(changed['leo-second'])}"
    yield f"old Longshot {signed(changed['mina-third'])}."


def figures_ahead(assessment: Assessment) -> Iterator[str]:
    stage = usual_stage(assessment.now.positions[THEME])
    outlook = look_ahead(assessment, THEME, stage, usual_day(UNTIL))
    yield forecast_sentence(outlook.stage, outlook.by, outlook.chance)
    yield f"*today: {chance_words(outlook.today)}*"
    last = outlook.path[-1]
    yield f"runs from {last.low:.2f} to {last.high:.2f}."


def step(month: Evidence, day: date) -> tuple[float, float]:
    """Return ● on a day without and with what happened that day."""
    known = happened_by(month, day - DAY), happened_by(month, day)
    was, is_now = (assess(k, as_of=day).now.positions[THEME].mean for k in known)
    return was, is_now


def span(position: Position) -> str:
    return f"{position.low:.2f} to {position.high:.2f}"


def figures_noticed(assessment: Assessment, steps, shares) -> Iterator[str]:
    moved = {name: is_now - was for name, (was, is_now) in steps.items()}
    lenient = leniency(assessment.now)
    yield f"single try moved ● by {signed(moved['note/mina-first'])}"
    yield f"view lifted ● by {signed(moved['view/leo-view'])}, more than any test"
    assert max(moved, key=moved.get) == "view/leo-view"
    yield f"● fell by only {-moved['note/mina-third']:.2f}"
    yield f"only {100 * shares['note/leo-second']:.1f} %"
    yield f"lenient ({signed(lenient['Leo'])}) and Mina strict"
    yield f"({signed(lenient['Mina'])})"


def figures_of_claims(
    report: ThemeReport, month: Evidence, assessment: Assessment
) -> Iterator[str]:
    judged = {j.claim.id: j for j in report.claims}
    duration = judged["reel-duration"]
    yield f"in Maturing, at {duration.claim.claimed_stage:.2f} or above"
    results = results_of(
        month, duration.notes, leniency(assessment.now), evidence_weights()
    )
    yield f"The {len(results)} tests of it lie at {claims.tested_level(results):.2f}"
    for name in ("reel-duration", "reel-identity", "reel-director"):
        yield f"**{judged[name].outcome.replace('-', ' ')}**"
