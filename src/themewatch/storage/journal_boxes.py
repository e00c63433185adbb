"""A journal's zip: one JSON file that holds it, its files, and its report to read."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from themewatch.domain.journal_parcel import Parcel, refs_of
from themewatch.domain.record import FileRef
from themewatch.storage import attachments
from themewatch.storage.journal_bodies import to_plain

FORMAT, VERSION = "themewatch-journal", 1
PARCEL, MARKDOWN, PAGE = "journal.json", "report.md", "report.html"
IN_MEMORY = 16 * 1024 * 1024
SUFFIXES = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
    "video/mp4": "mp4",
    "video/webm": "webm",
    "video/quicktime": "mov",
    "audio/mpeg": "mp3",
    "audio/wav": "wav",
    "audio/ogg": "ogg",
    "audio/mp4": "m4a",
    "audio/flac": "flac",
}


def place_of(ref: FileRef) -> str:
    """Return where a file lies in the zip."""
    return f"files/{ref.sha256}.{SUFFIXES[ref.media_type]}"


def write_box(
    out: BinaryIO, parcel: Parcel, texts: Mapping[str, bytes], home: Path
) -> None:
    """Write a journal's zip, the same bytes each time.

    Args:
        out: Where it goes; into a pipe it is copied once it is whole.
        parcel: The journal; its `missing` files are left out.
        texts: What is to read besides, by name.
        home: The folder of attachments.
    """
    if not out.seekable():
        with SpooledTemporaryFile(IN_MEMORY) as whole:
            write_box(cast(BinaryIO, whole), parcel, texts, home)
            whole.seek(0)
            shutil.copyfileobj(whole, out)
        return
    body = {"format": FORMAT, "version": VERSION, **to_plain(parcel)}
    data = json.dumps(body, ensure_ascii=False, indent=1).encode("utf-8")
    with ZipFile(out, "w") as box:
        for name, content in {PARCEL: data, **texts}.items():
            box.writestr(_info(name, ZIP_DEFLATED), content)
        for ref in sorted(refs_of(parcel.entries), key=place_of):
            path = attachments.find(home, ref)
            if ref.sha256 in parcel.missing or path is None:
                continue
            info = _info(place_of(ref), ZIP_STORED)
            with path.open("rb") as source, box.open(info, "w") as target:
                shutil.copyfileobj(source, target)


def _info(name: str, method: int) -> ZipInfo:
    """Describe a member without anything of this machine or moment."""
    info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = method
    info.create_system = 3
    info.external_attr = 0o644 << 16
    return info
