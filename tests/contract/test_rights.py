"""Nothing that touches the database is open to whoever finds it."""

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.services_there import OPEN, first_argument, services_there
from themewatch import services
from themewatch.domain.person import Role
from themewatch.services.rights import NEEDS
from themewatch.ui.pages import PAGES

DOCUMENT = Path(__file__).parents[2] / "docs" / "rights.md"
ROOM = "themewatch.services"
SHOWN = Path(services.__path__[0]).parent


def test_every_service_asks_for_a_right():
    assert [str(s) for s in services_there() if s.name not in NEEDS] == []


def test_services_are_found_where_they_are():
    found = {service.name for service in services_there()}
    assert "themewatch.services.log.log_record" in found
    assert "themewatch.services.journal_zip.import_journal" in found
    assert len(found) > 90


@pytest.mark.parametrize("room", ["ui", "../../pages"])
def test_what_pages_ask_of_the_database_is_a_service(room):
    """A service that passes on a query of storage would leave it unguarded."""
    asked = list(_imported(SHOWN / room))
    assert asked
    assert [name for name, found in asked if _is_unguarded(found)] == []


def _imported(room: Path) -> Iterator[tuple[str, Any]]:
    """Yield what the files of a room import from services, with where it stands."""
    for file in sorted(room.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            module = getattr(node, "module", None) or ""
            if isinstance(node, ast.ImportFrom) and module.startswith(ROOM):
                for alias in node.names:
                    found = getattr(importlib.import_module(module), alias.name, None)
                    yield f"{file.name}: {module}.{alias.name}", found


def _is_unguarded(found: Any) -> bool:
    if not inspect.isfunction(found) or first_argument(found) is None:
        return False
    module = found.__module__
    is_open = module.startswith(ROOM) and module.rpartition(".")[2] in OPEN
    return not is_open and f"{module}.{found.__qualname__}" not in NEEDS


def test_files_are_offered_in_one_place_which_keeps_whose_they_are():
    pages = [*(SHOWN / "ui").glob("*.py"), *(SHOWN / "../../pages").glob("*.py")]
    offering = {file.name for file in pages if "download_button(" in file.read_text()}
    assert offering == {"download.py"}


def table(heading: str) -> list[list[str]]:
    """Return the rows of the table under a heading of the document."""
    _before, _heading, part = DOCUMENT.read_text().partition(f"\n## {heading}\n")
    rows = re.findall(r"^\| (.+) \|$", part.partition("\n## ")[0], re.MULTILINE)
    return [row.split(" | ") for row in rows]


def test_the_document_says_of_every_page_who_opens_it():
    (_page, nobody, *roles), *rows = table("Pages")
    assert nobody == "nobody"
    assert roles == list(Role)
    assert rows == [
        [page.title, "–", *("●" if r.holds(page.role) else "–" for r in Role)]
        for page in PAGES
    ]


def test_the_document_says_of_every_act_which_role_it_needs():
    _head, *rows = table("Acts")
    said = {f"{ROOM}.{name.strip('`')}": role for _act, name, role in rows}
    assert said == {name: NEEDS.get(name) for name in said}
    assert len(said) == len(rows) > 20
