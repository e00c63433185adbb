"""Take a month along: as a page, on paper, as text, as a picture, or all of it."""

from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path

import streamlit as st

from themewatch.domain.journal import Journal
from themewatch.domain.journal_report import Report
from themewatch.services.house import House
from themewatch.services.journal_closing import list_reports
from themewatch.services.journal_entries import list_own_entries
from themewatch.services.journal_files import FILES, picture_of, write_journal
from themewatch.services.journal_paper import Paper, get_paper
from themewatch.services.journal_pdf import has_typst, how_to_get_pdf
from themewatch.services.journal_zip import export_journal
from themewatch.ui import session
from themewatch.ui.copy_picture import copy_picture
from themewatch.ui.download import File, offer_file
from themewatch.ui.journal_cache import Seen, seen_closed, seen_now
from themewatch.ui.text import plain
from themewatch.words import _

FILES_WIDTH = 360  # pixels


def draw_take_out(journal: Journal) -> None:
    """Draw all ways to take a month along: its last closed version, or as it stands."""
    with session.reading() as db:
        reports = list_reports(db, journal)
        entries = list_own_entries(db, journal)
    report = reports[-1] if reports else None
    st.markdown(
        _(
            "Take your month along. Whoever has no app reads the web page or the PDF: "
            "report, chart, how it was tested, and every entry."
        )
    )
    seen = seen_closed(report) if report else seen_now(journal, entries)
    _copy(journal, report, seen)
    with st.container(width=FILES_WIDTH):
        _offer_files(journal, report)


def offer_to_take_out(journal: Journal, report: Report) -> None:
    """Draw the same for a closed version, in one line."""
    picture, files, _room = st.columns([1, 1, 3], gap="small")
    with picture:
        _copy(journal, report, seen_closed(report))
    with files, st.popover(_("Download")):
        _offer_files(journal, report)


def _copy(journal: Journal, report: Report | None, seen: Seen) -> None:
    svg = _picture(seen, st.context.locale, _gathered(journal, report))
    copy_picture(svg, f"{_name(journal)}.png", key="copy_month")


def _name(journal: Journal) -> str:
    return f"themewatch-{journal.theme}-{journal.started_on}"


def _gathered(journal: Journal, report: Report | None) -> Callable[[], Paper]:
    return partial(_paper, session.own_house(), session.today(), journal, report)


@st.cache_resource(max_entries=16, show_spinner=False)
def _picture(
    seen: Seen,  # noqa: ARG001  part of the key
    locale: str | None,  # noqa: ARG001  part of the key
    _paper: Callable[[], Paper],
) -> str:
    return picture_of(_paper())


def _offer_files(journal: Journal, report: Report | None) -> None:
    name, paper = _name(journal), _gathered(journal, report)
    for kind, file in FILES.items():
        if kind == "pdf" and not has_typst():
            st.caption(plain(how_to_get_pdf()))
            continue
        _offer(
            _(file.title),
            f"{name}.{file.suffix}",
            file.media_type,
            partial(_written, paper, session.house().home, kind),
        )
    _offer(
        _("Everything, to bring in elsewhere (zip)"),
        f"{name}.zip",
        "application/zip",
        partial(_zipped, paper, session.own_house()),
    )
    st.caption(
        _(
            "Results that count on the shared map travel with the export of the map, "
            "not with the zip."
        )
    )


def _offer(title: str, name: str, kind: str, write: Callable[[], bytes]) -> None:
    key = f"download_{name.rpartition('.')[2]}"
    offer_file(title, write, File(name=name, media_type=kind, key=key, is_wide=True))


def _paper(house: House, today: date, journal: Journal, report: Report | None) -> Paper:
    """Gather the month; also when a file is asked for, outside any run of a page."""
    number = report.number if report else None
    with house.reading() as db:
        return get_paper(db, house.home, journal, today=today, number=number)


def _written(paper: Callable[[], Paper], home: Path, kind: str) -> bytes:
    return write_journal(paper(), home, kind)


def _zipped(paper: Callable[[], Paper], house: House) -> bytes:
    out = BytesIO()
    with house.reading() as db:
        export_journal(db, house.home, paper(), out)
    return out.getvalue()
