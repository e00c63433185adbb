"""Make the first visitor wait less, and everybody's reruns cheap.

Streamlit collects garbage after each run of a page, and nothing is sent meanwhile.
With pandas and Plotly loaded that is 130 000 objects to walk, and more with much
evidence. Freezing what is there takes it out of every later collection.
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
    "plotly.graph_objs.bar",
    "plotly.io._json",
    "streamlit.emojis",
    "streamlit.material_icon_names",
    "streamlit.elements.plotly_chart",
    "streamlit.elements.arrow",
    "themewatch.charts.map_figure",
    "themewatch.charts.theme_figure",
    "themewatch.services.maps",
    "themewatch.services.themes",
    "themewatch.ui.cache",
)


def settle() -> None:
    """Take all there is out of later garbage collections; collect it a last time.

    What was taken out earlier and has died since goes too.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def set_aside() -> None:
    """Take all there is out of later garbage collections at once, dead or alive.

    What is dead of it goes when `settle` is called next.
    """
    gc.freeze()


def warm_up() -> None:
    """Load what pages need before anybody asks."""
    for module in MODULES:
        importlib.import_module(module)
    settle()


@asynccontextmanager
async def lifespan(_: Any) -> AsyncIterator[None]:
    """Warm up beside the server: a browser has its own loading to do meanwhile."""
    warming = asyncio.create_task(asyncio.to_thread(warm_up))
    yield
    await warming
