"""Places with something in every table, and what of them must come back."""

import re
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from tests.factories import NOW
from tests.media import a_png, a_wav
from themewatch.config import Settings
from themewatch.domain.archive import Incoming
from themewatch.services.archive import pack
from themewatch.services.archive_import import import_archive
from themewatch.services.house import House, open_house
from themewatch.storage import attachments
from themewatch.storage.archive_rows import insert_rows, read_rows, tables_of
from themewatch.storage.engine import reading, writing
from themewatch.storage.form import NEWEST
from themewatch.storage.migrate import migrate

RELEASED = Path(__file__).parent / "integration" / "storage" / "released"
LATER = NOW + timedelta(days=30)
FACT = {"name": "shipped-releases", "value": "left-out"}


def put_everything(engine: Engine, form: str = NEWEST) -> None:
    """Fill a database, as a form kept it, with something in every table."""
    migrate(engine, to=form)
    text = (RELEASED / f"{form}.sql").read_text(encoding="utf-8")
    with writing(engine) as session:
        for statement in re.findall(r"^INSERT .*?;$", text, re.MULTILINE | re.DOTALL):
            session.exec_driver_sql(statement)
        for table in tables_of(session):
            if table.name == "house":
                insert_rows(session, table, [FACT])


def put_files(home: Path) -> list[Path]:
    """Keep two attachments, and return where they lie."""
    contents = {"shot.png": a_png(), "voice.wav": a_wav()}
    refs = [attachments.store(home, *each) for each in contents.items()]
    found = [attachments.find(home, ref) for ref in refs]
    return [path for path in found if path is not None]


def a_full_house(settings: Settings) -> House:
    """Return an open house with something in every table, and two attachments."""
    house = open_house(settings, reference=False)
    house.engine.dispose()
    with writing(house.engine) as session:
        for table in tables_of(session):
            if table.name == "house":
                session.execute(table.delete())
    put_everything(house.engine)
    put_files(settings.home)
    return house


def pack_a_full_house(home: Path, path: Path) -> None:
    """Make a place with something in every table, and an archive of it."""
    settings = Settings(f"sqlite:///{home}/themewatch.sqlite", home)
    with closing(a_full_house(settings)) as house:
        pack(house, path, now=NOW)


def taken_in(
    house: House, path: Path, act: Callable[..., Incoming] = import_archive
) -> Incoming:
    """Bring an archive into a place, a month later."""
    with path.open("rb") as file:
        return act(house, file, now=LATER)


def dump(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table, in an order of no database's own."""
    with reading(engine) as session:
        return {
            table.name: sorted(read_rows(session, table), key=repr)
            for table in tables_of(session)
        }


def kept_files(home: Path) -> dict[str, bytes]:
    """Return every attachment's content by its name."""
    return {
        path.name: path.read_bytes()
        for path in (home / "attachments").rglob("*")
        if path.is_file()
    }
