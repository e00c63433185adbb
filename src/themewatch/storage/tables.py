"""The tables: what every record has, one table a kind, and what happens to records.

A column bears the name of the domain field it keeps. An id is unique across kinds,
so that a take-back or a correction need not say which kind it speaks of. References
between records are checked when a transaction ends: a file may hold them in any order.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Double,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
)

from themewatch.domain.checkpoint import Subject
from themewatch.domain.claim import Outcome
from themewatch.domain.note import Rigor, Verdict
from themewatch.domain.stage import Stage
from themewatch.domain.view import Confidence
from themewatch.storage.types import Choice, Instant, Marks, Words

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)


def _refers_to(column: str) -> ForeignKey:
    return ForeignKey(column, deferrable=True, initially="DEFERRED")


records = Table(
    "records",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("supersedes", Text, _refers_to("records.id"), unique=True),
    Column("link", Text),
    Column("source", Text),
)

releases = Table(
    "releases",
    metadata,
    Column("id", Text, _refers_to("records.id"), primary_key=True),
    Column("model", Text, nullable=False),
    Column("vendor", Text, nullable=False),
    Column("released_on", Date, nullable=False),
    Column("kind", Text),
    Column("modalities_in", Words, nullable=False),
    Column("modalities_out", Words, nullable=False),
    Column("url", Text),
    Column("price_usd", Double),
    Column("price_unit", Text),
    Column("price_as_of", Date),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Text, _refers_to("records.id"), primary_key=True),
    Column("release", Text, _refers_to("releases.id"), nullable=False),
    Column("theme", Text, nullable=False),
    Column("signal", Text),
    Column("claimed_stage", Choice(Stage)),
    Column("text", Text, nullable=False),
    Column("confidence", Choice(Confidence)),
)

notes = Table(
    "notes",
    metadata,
    Column("id", Text, _refers_to("records.id"), primary_key=True),
    Column("theme", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("tested_on", Date, nullable=False),
    Column("signal", Text),
    Column("tool", Text),
    Column("release", Text, _refers_to("releases.id")),
    Column("tries", Integer),
    Column("acceptable", Integer),
    Column("verdict", Choice(Verdict)),
    Column("rigor", Choice(Rigor), nullable=False),
    Column("observed", Text, nullable=False),
    Column("improvement", Text, nullable=False),
    Column("limits", Text, nullable=False),
    Column("price_usd", Double),
    Column("seconds", Double),
    Column("marks", Marks, nullable=False, server_default="[]"),
)

views = Table(
    "views",
    metadata,
    Column("id", Text, _refers_to("records.id"), primary_key=True),
    Column("theme", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("on", Date, nullable=False),
    Column("position", Double, nullable=False),
    Column("confidence", Choice(Confidence), nullable=False),
    Column("reason", Text, nullable=False),
)

overrides = Table(
    "overrides",
    metadata,
    Column("id", Text, _refers_to("records.id"), primary_key=True),
    Column("claim", Text, _refers_to("claims.id"), nullable=False),
    Column("person", Text, nullable=False),
    Column("on", Date, nullable=False),
    Column("outcome", Choice(Outcome), nullable=False),
    Column("reason", Text, nullable=False),
)

checkpoints = Table(
    "checkpoints",
    metadata,
    Column("id", Text, _refers_to("records.id"), primary_key=True),
    Column("title", Text, nullable=False),
    Column("subject", Choice(Subject), nullable=False),
    Column("person", Text, nullable=False),
    Column("theme", Text),
    Column("due_on", Date),
    Column("text", Text, nullable=False),
    Column("settled_on", Date),
    Column("result", Text, nullable=False),
)

forecasts = Table(
    "forecasts",
    metadata,
    Column("id", Text, _refers_to("records.id"), primary_key=True),
    Column("theme", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("on", Date, nullable=False),
    Column("stage", Choice(Stage), nullable=False),
    Column("by", Date, nullable=False),
    Column("chance", Double, nullable=False),
    Column("estimated", Double, nullable=False),
    Column("unchanged", Double, nullable=False),
)

files = Table(
    "files",
    metadata,
    Column("record_id", Text, _refers_to("records.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("sha256", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
)

withdrawals = Table(
    "withdrawals",
    metadata,
    Column("record_id", Text, _refers_to("records.id"), primary_key=True),
    Column("at", Instant, primary_key=True),
    Column("is_reversal", Boolean, nullable=False),
    Column("by", Text),
)

evidence_version = Table(
    "evidence_version",
    metadata,
    Column("only", Integer, primary_key=True, autoincrement=False),
    Column("version", BigInteger, nullable=False),
)

house = Table(
    "house",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
