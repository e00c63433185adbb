"""How the app is served: what happens at start, on every answer, and on a bug."""

import logging
from pathlib import Path
from typing import Any

from starlette.middleware import Middleware

from themewatch.ui.headers import SecurityHeaders
from themewatch.ui.problems import show_bug
from themewatch.ui.warmup import lifespan

ENTRY = Path(__file__).with_name("main.py")

OPTIONS: dict[str, Any] = {
    "lifespan": lifespan,
    "middleware": [Middleware(SecurityHeaders)],
    "on_script_error": show_bug,
}

logging.getLogger("streamlit.web.server").setLevel(logging.WARNING)
