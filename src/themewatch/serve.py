"""Start the web server: choose a port, say where everything is, serve."""

import runpy
import socket
import sys
from contextlib import closing
from itertools import count

from themewatch import resources
from themewatch.config import Settings
from themewatch.errors import InputError

HOST = "127.0.0.1"
FIRST_PORT = 8501
LAST_PORT = 65535


def serve(settings: Settings, *, port: int | None = None) -> None:
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
    app.run(
        config={
            "server.address": HOST,
            "server.port": chosen,
            "logger.hideWelcomeMessage": True,
        }
    )


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
