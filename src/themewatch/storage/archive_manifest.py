"""What an archive says of itself: one file of JSON in it, by which all else is held."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from themewatch.errors import InputError
from themewatch.storage.form import FORMS, NEWEST
from themewatch.storage.journal_bodies import from_plain, to_plain

FORMAT, VERSION = "themewatch-archive", 1
MANIFEST = "manifest.json"
_HASH = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"[a-z_]{1,60}")
NOT_OURS = (
    "The file is no archive of themewatch, or it is cut short: "
    "choose one that `themewatch backup` or `themewatch export` made, whole."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMember:
    """The rows of one table: a line of JSON each."""

    name: str
    rows: int
    bytes: int
    sha256: str

    @property
    def place(self) -> str:
        return f"tables/{self.name}.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMember:
    """One attachment, by its content's hash."""

    sha256: str
    bytes: int

    @property
    def place(self) -> str:
        return f"attachments/{self.sha256}"


Member = TableMember | FileMember


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What is in an archive, and which form of the database its rows have.

    `tables` stand in the order in which rows may be inserted. `missing` are the
    hashes of attachments that rows speak of and that were not there, or not whole.
    """

    program: str
    form: str
    made_at: datetime
    tables: tuple[TableMember, ...]
    attachments: tuple[FileMember, ...]
    missing: tuple[str, ...] = ()

    @property
    def rows(self) -> Mapping[str, int]:
        return {table.name: table.rows for table in self.tables}

    @property
    def members(self) -> tuple[Member, ...]:
        """Everything in the archive beside the manifest."""
        return (*self.tables, *self.attachments)

    @property
    def places(self) -> Mapping[str, Member]:
        """Its members by where they lie."""
        return {member.place: member for member in self.members}


def manifest_to_json(manifest: Manifest) -> bytes:
    whole = {"format": FORMAT, "version": VERSION, **to_plain(manifest)}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8")


def manifest_from_json(content: bytes) -> Manifest:
    """Read a manifest strictly.

    Raises:
        InputError: It is none, or of a newer themewatch, or holds what cannot be.
    """
    plain = _object_in(content)
    if plain.pop("format", None) != FORMAT:
        raise InputError(NOT_OURS)
    _refuse_newer(plain.pop("version", None), plain.get("form"))
    manifest = from_plain(plain, Manifest)
    _check(manifest)
    return manifest


def _object_in(content: bytes) -> dict[str, Any]:
    try:
        plain = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise InputError(NOT_OURS) from error
    if not isinstance(plain, dict):
        raise InputError(NOT_OURS)
    return plain


def _refuse_newer(version: Any, form: Any) -> None:
    is_newer = isinstance(form, str) and form > NEWEST
    if version != VERSION or is_newer:
        raise InputError(
            "The archive was made by a newer themewatch. "
            "Install the newest themewatch to read it."
        )


def _check(manifest: Manifest) -> None:
    members = manifest.members
    fits = (
        manifest.form in FORMS
        and len(manifest.places) == len(members)
        and all(_NAME.fullmatch(table.name) for table in manifest.tables)
        and all(_HASH.fullmatch(member.sha256) for member in members)
        and all(member.bytes >= 0 for member in members)
    )
    if not fits:
        raise InputError(
            "The list of what is in the archive is damaged: use another copy of it."
        )
