"""Where this installation keeps its data: the only reader of the environment."""

import os
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from platformdirs import user_data_path

from themewatch.domain.sign_in import SignIn
from themewatch.sign_in_config import SIGN_IN, public_url, sign_in_from

DATABASE = "THEMEWATCH_DATABASE_URL"
HOME = "THEMEWATCH_HOME"
ALLOW_HOSTS = "THEMEWATCH_ALLOW_HOSTS"
TRUSTED_NETWORK = "THEMEWATCH_TRUSTED_NETWORK"

_THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS")

_DRIVERS = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person may choose from outside.

    `home` is the folder of attachments and, unless another database is named, of
    the database file. `allow_hosts` are hosts inside the network that news may be
    fetched from. `sign_in` is how people sign in, None where nobody needs to;
    `is_trusted_network` says that others may come all the same, under any name.
    `public_url` is the address people open, where it was named.
    """

    database_url: str = field(repr=False)  # it may hold a password
    home: Path
    allow_hosts: frozenset[str] = frozenset()
    sign_in: SignIn | None = None
    public_url: str | None = None
    is_trusted_network: bool = False
    said_of_sign_in: Mapping[str, str] = field(
        default_factory=dict, repr=False, compare=False
    )  # as it was given, to be handed on: what lies in files stays there

    @classmethod
    def from_environment(
        cls,
        database: str | None = None,
        environ: Mapping[str, str] = os.environ,
        *,
        with_sign_in: bool = True,
    ) -> "Settings":
        """Read the environment; `database` (an address or a file) wins over it.

        Who serves nobody reads it without sign-in: its secrets are not for them.

        Raises:
            InputError: What is said of sign-in is half of it, or cannot be meant.
        """
        chosen_home = environ.get(HOME)
        home = _path(chosen_home) if chosen_home else _default_home()
        chosen = database or environ.get(DATABASE) or str(home / "themewatch.sqlite")
        allowed = environ.get(ALLOW_HOSTS, "").replace(",", " ").split()
        return cls(
            database_url(chosen),
            home,
            frozenset(allowed),
            sign_in_from(environ) if with_sign_in else None,
            public_url(environ),
            environ.get(TRUSTED_NETWORK, "") not in ("", "0"),
            {name: environ[name] for name in SIGN_IN if name in environ},
        )

    @property
    def database_file(self) -> Path | None:
        """The file of an SQLite database; None for a server's."""
        parts = urlsplit(self.database_url)
        is_file = parts.scheme.startswith("sqlite")
        return Path(unquote(parts.path[1:])) if is_file else None

    @property
    def whereabouts(self) -> str:
        """Where the data lies, in words and without a password."""
        if self.database_file is not None:
            return str(self.database_file)
        parts = urlsplit(self.database_url)
        return f"{unquote(parts.path[1:])} on {parts.hostname or 'this machine'}"

    def hand_on(self, environ: MutableMapping[str, str] = os.environ) -> None:
        """Leave the choice for whatever reads the environment after us."""
        environ[DATABASE] = self.database_url
        environ[HOME] = str(self.home)
        environ[TRUSTED_NETWORK] = "1" if self.is_trusted_network else ""
        environ.update(self.said_of_sign_in)


def use_one_thread(environ: MutableMapping[str, str] = os.environ) -> None:
    """Let linear algebra keep to one thread, unless somebody chose otherwise.

    Ours is small; NumPy and SciPy bring a library each, and on few cores their
    threads only fight. It works before either is imported, not after.
    """
    for name in _THREADS:
        environ.setdefault(name, "1")


def database_url(address: str) -> str:
    """Return the full address of a database given as an address or as a file.

    >>> database_url("postgresql://ann@db.example/maps")
    'postgresql+psycopg://ann@db.example/maps'
    >>> database_url("/data/what now?.sqlite")
    'sqlite:////data/what%20now%3F.sqlite'
    """
    scheme, is_address, rest = address.partition("://")
    if is_address:
        return f"{_DRIVERS.get(scheme, scheme)}://{rest}"
    return f"sqlite:///{quote(str(_path(address)), safe='/:')}"


def _path(text: str) -> Path:
    return Path(text).expanduser().absolute()


def _default_home() -> Path:
    return user_data_path("themewatch", appauthor=False)
