"""What the fields of a run say, as far as they are typed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from themewatch.charts.run_words import run_words
from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Run
from themewatch.domain.journal_sharing import has_result
from themewatch.domain.note import Verdict
from themewatch.domain.theme import Theme
from themewatch.errors import InputError
from themewatch.services.reference import catalogue
from themewatch.ui import cache
from themewatch.ui.forms import Part
from themewatch.ui.kept_files import kept_files_from
from themewatch.ui.model_field import known_release
from themewatch.words import _


def typed_run(form: Part, journal: Journal, on: date) -> Run:
    """Return the run as it is typed so far, without its files."""
    model = form.text("model")
    release = known_release(cache.evidence(), model) if model else None
    verdict = form.value("verdict")
    is_fixed = journal.test(form.value("test")) is not None
    return Run(
        id=form.part,
        model=cache.evidence().models.get(release or "", model),
        release=release,
        on=form.value("on") or on,
        test=form.value("test") if is_fixed else None,
        tries=form.value("tries"),
        usable=form.value("usable"),
        verdict=None if verdict is None else Verdict(verdict),
        settings=form.text("settings"),
        price_usd=form.value("price_usd"),
        seconds=form.value("seconds"),
        is_before=is_fixed and bool(form.value("is_before")),
    )


def run_title(form: Part, number: int, journal: Journal, on: date) -> str:
    """Say which run it is, and how it went as far as that is typed."""
    run, theme = typed_run(form, journal, on), catalogue().theme(journal.theme)
    if not run.model:
        return _("Run {n}").format(n=number)
    said = _("Run {n}: {words}")
    return said.format(n=number, words=run_words(run, theme))


def run_from(form: Part, number: int, journal: Journal, on: date) -> Run:
    """Return a run as typed; raises InputError with what is missing."""
    files = kept_files_from(form, "files")
    run = replace(typed_run(form, journal, on), files=files)
    if missing := list(_missing(form, run, catalogue().theme(journal.theme))):
        raise InputError(*(said.format(n=number) for said in missing))
    return run


def _missing(form: Part, run: Run, theme: Theme) -> Iterator[str]:
    if not run.model:
        yield _("Run {n}: choose the model or tool, or type its name.")
    if not form.value("is_shared") or has_result(run, theme):
        return
    if theme.counts_successes:
        yield _(
            "Run {n}: to count on the shared map it needs how many tries were usable, "
            "or how it went in a word."
        )
    else:
        yield _("Run {n}: to count on the shared map it needs how it went in a word.")
