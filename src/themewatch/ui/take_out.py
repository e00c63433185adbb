"""Take the map along: as a picture, a file, a table, or plain text."""

from functools import partial

import streamlit as st

from themewatch.charts.order import Order
from themewatch.domain.person import Role
from themewatch.domain.standing import MaturityMap
from themewatch.services.map_files import FILES, write_map
from themewatch.ui import cache, session
from themewatch.ui.copy_picture import copy_picture
from themewatch.ui.download import File, offer_file
from themewatch.ui.links import page_link
from themewatch.words import _


def take_map_out(maturity_map: MaturityMap, order: Order) -> None:
    """Draw the button that copies a picture, and the files to download."""
    name = f"themewatch-{maturity_map.as_of}"
    if maturity_map.made is not None:
        name = f"{name}-{maturity_map.made.slug}"
    svg = cache.map_picture(maturity_map, order)
    with st.container(horizontal=True, vertical_alignment="center"):
        copy_picture(svg, f"{name}.png", key="copy_map")
        with st.popover(_("Download")):
            for kind, file in FILES.items():
                offer_file(
                    _(file.title),
                    partial(write_map, maturity_map, kind),
                    File(
                        name=f"{name}.{file.suffix}",
                        media_type=file.media_type,
                        key=f"download_{kind}",
                        is_wide=True,
                    ),
                )
        if session.may(Role.REVIEWER) and maturity_map.made is None:
            page_link("editions", _("Publish an edition"))
