"""What one makes: choosing it, what it asks of the map, and where each work stands."""

import streamlit as st

from themewatch.charts.order import Order
from themewatch.charts.production import (
    count_sentence,
    make_name,
    standing_sentences,
    weakest_sentence,
)
from themewatch.domain.bearing import production_standing
from themewatch.domain.production import MAKES, ProductionStage
from themewatch.domain.standing import MaturityMap
from themewatch.services.production import production
from themewatch.ui.address import choice
from themewatch.ui.choices import BY_WEIGHT, ORDERS
from themewatch.ui.pages import page_icon
from themewatch.ui.text import plain
from themewatch.words import _

MAKE = "make"
EVERYTHING = "everything"
OPTIONS = (EVERYTHING, *MAKES)


def choose_make() -> str | None:
    """Ask what the map is drawn for; None is everything."""
    slug = st.selectbox(
        _("What I make"),
        OPTIONS,
        format_func=_option_name,
        width=180,
        **choice(MAKE, OPTIONS, EVERYTHING),
    )
    return None if slug == EVERYTHING else slug


def _option_name(slug: str) -> str:
    if slug == EVERYTHING:
        return _("Everything")
    return make_name(production()[slug])


def order_name(order: Order, make: str | None) -> str:
    """Name an order of lanes; a map drawn for some work has one of its own."""
    is_by_weight = make is not None and order == "lesson"
    return _(BY_WEIGHT if is_by_weight else ORDERS[order])


def what_it_asks(maturity_map: MaturityMap) -> None:
    """Say what the work asks and where it stands, if the map is drawn for one."""
    made = maturity_map.made
    if made is None:
        return
    standing = production_standing(made, maturity_map.themes)
    asks = f"**{plain(make_name(made))}** · {plain(_(made.asks))}"
    where = plain(" ".join(standing_sentences(standing)))
    st.markdown(f"{asks}\n\n{where}")
    st.caption(plain(_changed(made)))


def _changed(made: ProductionStage) -> str:
    return _("Before: {before} Now: {now} The gain: {gain}").format(
        before=_(made.before), now=_(made.now), gain=_(made.gain)
    )


def what_one_makes(maturity_map: MaturityMap) -> None:
    """Draw a card for each kind of work under the whole map.

    It is chosen by a button: a link to the page one is on leaves the address alone.
    """
    if maturity_map.made is not None:
        return
    st.header(_("What one makes with it"))
    cards = st.columns(len(MAKES), border=True)
    for card, made in zip(cards, production().values(), strict=True):
        standing = production_standing(made, maturity_map.themes)
        sentences = [count_sentence(standing), weakest_sentence(standing)]
        name = plain(make_name(made))
        card.markdown("  \n".join([f"**{name}**", *map(plain, sentences)]))
        card.button(
            _("Map for {work}").format(work=name),
            key=f"make-{made.slug}",
            icon=page_icon("map"),
            type="tertiary",
            on_click=_choose,
            args=(made.slug,),
        )


def _choose(make: str) -> None:
    st.query_params[MAKE] = make
