"""Make the first visitor wait less, and everybody's reruns cheap.

Streamlit collects garbage after each run of a page; with pandas and Plotly
loaded that is 130 000 objects to walk. Loading them before the first visit and
freezing what is there takes them out of every later collection.
"""

import asyncio
import gc
import importlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

MODULES = (
    "pandas",
    "pyarrow",
    "plotly.graph_objects",
    "streamlit.elements.plotly_chart",
    "streamlit.elements.arrow",
    "themewatch.charts.map_figure",
    "themewatch.charts.theme_figure",
    "themewatch.services.maps",
    "themewatch.services.themes",
)


def settle() -> None:
    """Load what pages need and take it out of later garbage collections."""
    for module in MODULES:
        importlib.import_module(module)
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def lifespan(_: Any) -> AsyncIterator[None]:
    """Settle while the server starts."""
    await asyncio.to_thread(settle)
    yield
