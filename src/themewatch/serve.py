"""Start the web server, and beside it whoever fetches news; say where everything is."""

import runpy
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from itertools import count

from themewatch import resources
from themewatch.config import Settings
from themewatch.errors import InputError

HOST = "127.0.0.1"
FIRST_PORT = 8501
LAST_PORT = 65535
FETCH_NEWS = ("ingest", "--every", "30s", "--quiet", "--until-eof")
"""Feeds are asked when they are due; every half minute somebody looks which are."""
_PATIENCE = 5  # seconds


def serve(
    settings: Settings, *, port: int | None = None, fetch_news: bool = True
) -> None:
    """Serve the app until it is stopped; on the first free port if none is named.

    Raises:
        InputError: The port named is taken or is none.
    """
    if port is not None and not (0 < port <= LAST_PORT and is_free(port)):
        raise InputError(
            f"Port {port} is taken or is none: name another, or leave --port out."
        )
    chosen = port or free_port(FIRST_PORT)
    if chosen != (port or FIRST_PORT):
        tell(f"Port {FIRST_PORT} is taken, so this is the next free one.")
    tell(
        f"themewatch is at http://{HOST}:{chosen}\n"
        f"Its data lies in {settings.whereabouts}\n"
        "Stop it with Ctrl-C."
    )
    settings.hand_on()
    entry = resources.app_root() / "app.py"
    # Streamlit finds its config.toml beside whatever argv[0] names.
    sys.argv = [str(entry)]
    app = runpy.run_path(str(entry))["app"]
    with news_fetched() if fetch_news else nullcontext():
        app.run(
            config={
                "server.address": HOST,
                "server.port": chosen,
                "logger.hideWelcomeMessage": True,
            }
        )


@contextmanager
def news_fetched() -> Iterator[None]:
    """Fetch news in a process beside this one.

    It ends when its standard input does: with this block, or with this process,
    however that ends.
    """
    fetcher = subprocess.Popen(  # noqa: S603  our own command
        [sys.executable, "-m", "themewatch", *FETCH_NEWS],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for the server, which ends it then
    )
    try:
        yield
    finally:
        try:
            fetcher.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            fetcher.kill()
            fetcher.wait()


def free_port(first: int) -> int:
    """Return the first port from there on that nobody listens on."""
    return next(port for port in count(first) if is_free(port))


def is_free(port: int) -> bool:
    with closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def tell(text: str) -> None:
    """Write a notice where it cannot be taken for an answer."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201  this is what it is for
