"""What a database says when it fails, in words that never show a password."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Engine
from sqlalchemy.exc import (
    DataError,
    DBAPIError,
    IntegrityError,
    ProgrammingError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from themewatch.errors import ConflictError, StorageError


@contextmanager
def said_plainly(engine: Engine) -> Iterator[None]:
    """Turn the database's failures into StorageError.

    What breaks a constraint was recorded by somebody else at the same moment.
    A wrong statement or value is a bug and stays what it is.
    """
    try:
        yield
    except IntegrityError as error:
        raise ConflictError(
            "Somebody else recorded something that stands in the way of this: "
            "look at it again and repeat."
        ) from error
    except (ProgrammingError, DataError):
        raise
    except DBAPIError as error:
        raise StorageError(_sentence(engine.url, str(error.orig))) from error
    except PoolTimeoutError as error:
        raise StorageError(_sentence(engine.url, "too busy")) from error


def database_name(url: URL) -> str:
    """Return what a database is called on screen: its file, or its name and host."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return f"{url.database or url.username} on {url.host or 'this machine'}"


def _sentence(url: URL, message: str) -> str:
    reason = (message.strip() or "no reason given").splitlines()[0].rstrip(".")
    if url.password:
        reason = reason.replace(str(url.password), "***")
    return (
        f"The database {database_name(url)} does not answer ({reason}). "
        f"{_advice(url, reason)}"
    )


def _advice(url: URL, reason: str) -> str:
    if "No space left" in reason:
        return "Make room on the disk of its server, then try again."
    if url.get_backend_name() != "sqlite":
        return "Check its address, and that its server is running."
    if "not a database" in reason:
        return "It is no database of themewatch: choose another file."
    if "locked" in reason:
        return "Another program holds it: close that one, then try again."
    return "Check that its folder may be written to and has room left."
