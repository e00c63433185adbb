"""What is chosen for the whole house: what it is called."""

from dataclasses import replace
from datetime import datetime

from themewatch.domain.activity import Act, Subject
from themewatch.domain.person import Role
from themewatch.errors import ConflictError, InputError
from themewatch.services.rights import needs
from themewatch.storage.activity import add_activity
from themewatch.storage.engine import Session
from themewatch.storage.settings import HOUSE_NAME, get_setting, keep_setting
from themewatch.storage.settings import Setting as Setting
from themewatch.words import _

LONGEST_NAME = 60
UNNAMED = "themewatch"


@needs(Role.VIEWER)
def house_name(session: Session) -> str:
    """Return what the house is called, as it stands over the feed of editions."""
    return get_setting(session, HOUSE_NAME).value or UNNAMED


@needs(Role.ADMIN)
def get_house_name(session: Session) -> Setting:
    """Return the name as it was chosen, to change it."""
    return get_setting(session, HOUSE_NAME)


@needs(Role.ADMIN)
def name_house(session: Session, seen: Setting, name: str, *, now: datetime) -> None:
    """Call the house something else; an empty name is its own again.

    Args:
        session: Writes.
        seen: The name as whoever changes it saw it.
        name: The new one.
        now: The moment.

    Raises:
        InputError: It is too long, or holds what cannot be read.
        ConflictError: Somebody else named it meanwhile.
    """
    name = " ".join(name.split())
    if len(name) > LONGEST_NAME or not name.isprintable():
        said = _("A name has up to {n} characters, all of them visible.")
        raise InputError(said.format(n=LONGEST_NAME))
    if name == seen.value:
        return
    if not keep_setting(session, replace(seen, value=name)):
        here = get_setting(session, HOUSE_NAME).value or UNNAMED
        said = _(
            "Somebody else named it “{here}” meanwhile, and you “{name}”: look at "
            "both, then save yours again or leave theirs."
        )
        raise ConflictError(said.format(here=here, name=name or UNNAMED))
    about = name or UNNAMED
    add_activity(
        session, Act.SETTING_CHANGED, now, Subject("setting", HOUSE_NAME, about)
    )
