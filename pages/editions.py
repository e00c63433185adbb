"""Editions: the map as it was published, and what changed from one to the next."""

from themewatch.ui.compared import heads
from themewatch.ui.edition_address import asked_edition, asked_other
from themewatch.ui.edition_compare import show_comparison
from themewatch.ui.edition_list import show_editions
from themewatch.ui.edition_view import show_edition

known = heads()
edition = asked_edition(known)
other = asked_other(known, edition)

if edition is None:
    show_editions(known)
elif other is None:
    show_edition(edition, known)
else:
    show_comparison(edition, other, known)
