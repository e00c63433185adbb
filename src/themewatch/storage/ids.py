"""Ids of what people record: UUIDv7 text, so that later ones sort after earlier."""

from uuid6 import uuid7


def new_id() -> str:
    return str(uuid7())
