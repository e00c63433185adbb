"""Start the web server, and beside it whoever fetches news; say where everything is."""

import runpy
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from itertools import count
from threading import Event, Thread

from themewatch import resources
from themewatch.config import Settings
from themewatch.domain.sign_in import is_this_machine
from themewatch.errors import InputError

HOST = "127.0.0.1"
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104  to be told from one that can be opened
FIRST_PORT = 8501
FETCH_NEWS = ("ingest", "--every", "30s", "--quiet", "--until-eof")
"""Feeds are asked when they are due; every half minute somebody looks which are."""
_PATIENCE = 5  # seconds
_PAUSE = 60.0  # seconds, before another fetcher takes the place of one that died
_GLANCE = 1.0  # seconds between two looks at whether it lives


def serve(
    settings: Settings,
    *,
    host: str = HOST,
    port: int | None = None,
    fetch_news: bool = True,
) -> None:
    """Serve the app until it is stopped; on the first free port if none is named.

    Raises:
        InputError: Others could reach it, and nobody has to sign in.
    """
    refuse_open_door(settings, host)
    chosen = port or free_port(FIRST_PORT, host)
    if chosen != (port or FIRST_PORT):
        tell(f"Port {FIRST_PORT} is taken, so this is the next free one.")
    tell(
        f"themewatch is at {_address(settings, host, chosen)}\n"
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
                "server.address": host,
                "server.port": chosen,
                "logger.hideWelcomeMessage": True,
            }
        )


@contextmanager
def news_fetched(pause: float = _PAUSE) -> Iterator[None]:
    """Fetch news in a process beside this one, and in another one should it die."""
    over = Event()
    watch = Thread(target=_keep_fetching, args=(over, pause), daemon=True)
    watch.start()
    try:
        yield
    finally:
        over.set()
        watch.join()


def _keep_fetching(over: Event, pause: float) -> None:
    while not over.is_set():
        with _fetcher() as fetcher:
            while fetcher.poll() is None and not over.wait(_GLANCE):
                pass
        if not over.is_set():
            tell("Whoever fetches news ended. Another one begins in a moment.")
            over.wait(pause)


@contextmanager
def _fetcher() -> Iterator[subprocess.Popen[bytes]]:
    """Yield the process that fetches news.

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
        yield fetcher
    finally:
        try:
            fetcher.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            fetcher.kill()
            fetcher.wait()


def refuse_open_door(settings: Settings, host: str) -> None:
    """Raise InputError where others could come, under any name they like."""
    is_guarded = settings.sign_in is not None or settings.is_trusted_network
    if not is_guarded and not is_this_machine(host):
        raise InputError(
            f"Whoever reaches {host} could act under any name: set up sign-in "
            "(docs/sign-in.md), or add --trusted-network if that is what you want."
        )


def _address(settings: Settings, host: str, port: int) -> str:
    """Return the address to open: the one that was named for everybody, if any.

    Where it answers at all of a machine's addresses it is named by the machine's name.
    """
    name = socket.gethostname() if host in EVERYWHERE else host
    name = f"[{name}]" if ":" in name else name
    return settings.public_url or f"http://{name}:{port}"


def free_port(first: int, host: str = HOST) -> int:
    """Return the first port from there on that nobody listens on."""
    return next(port for port in count(first) if is_free(port, host))


def is_free(port: int, host: str = HOST) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.socket(family)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def tell(text: str) -> None:
    """Write a notice where it cannot be taken for an answer."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201  this is what it is for
