"""What the fields of records and journals are called."""

from collections.abc import Mapping

from themewatch.words import _, mark

RECORD_FIELDS = {
    "acceptable": mark("Acceptable tries"),
    "chance": mark("How probable"),
    "by": mark("By when"),
    "claim": mark("Claim"),
    "claimed_stage": mark("Vendor says"),
    "confidence": mark("How sure"),
    "due_on": mark("Day"),
    "estimated": mark("The map said"),
    "files": mark("Files"),
    "improvement": mark("What got better"),
    "kind": mark("How it is offered"),
    "limits": mark("What still fails"),
    "link": mark("Link"),
    "marks": mark("Marks"),
    "modalities_in": mark("Takes in"),
    "modalities_out": mark("Gives out"),
    "model": mark("Model"),
    "observed": mark("Seen"),
    "on": mark("Said on"),
    "outcome": mark("What counts instead"),
    "person": mark("By"),
    "position": mark("Place"),
    "price_as_of": mark("Price as of"),
    "price_unit": mark("Price per"),
    "price_usd": mark("Price"),
    "reason": mark("Why"),
    "release": mark("Release"),
    "released_on": mark("Released on"),
    "result": mark("What came of it"),
    "rigor": mark("How thoroughly"),
    "seconds": mark("Seconds to one usable output"),
    "settled_on": mark("Settled"),
    "signal": mark("What to watch"),
    "source": mark("Source"),
    "stage": mark("Stage"),
    "subject": mark("Kind"),
    "tested_on": mark("Tested on"),
    "text": mark("What it says"),
    "theme": mark("Theme"),
    "title": mark("Title"),
    "tool": mark("Model or tool"),
    "tries": mark("Tries"),
    "unchanged": mark("No change"),
    "url": mark("Address"),
    "vendor": mark("Vendor"),
    "verdict": mark("What happened"),
}
JOURNAL_FIELDS = {
    "change": mark("What it changes for the work"),
    "ends_on": mark("Last day"),
    "files": mark("Outputs"),
    "improvement": mark("Improvement"),
    "is_before": mark("The before"),
    "model": mark("Model or tool"),
    "on": mark("Day"),
    "price_usd": mark("Price"),
    "questions": mark("Open questions"),
    "runs": mark("Runs"),
    "seconds": mark("Seconds to one usable output"),
    "settings": mark("Settings"),
    "started_on": mark("First day"),
    "test": mark("Fixed test"),
    "tests": mark("Fixed tests"),
    "text": mark("What you saw"),
    "tries": mark("Tries"),
    "usable": mark("Usable"),
    "verdict": mark("How it went"),
    "why": mark("What it means for your work"),
}


def field_name(name: str, names: Mapping[str, str] = RECORD_FIELDS) -> str:
    """Return what a field is called; for one that nobody names, its own name.

    >>> field_name("observed"), field_name("note_of_day")
    ('Seen', 'Note of day')
    """
    return _(names[name]) if name in names else name.replace("_", " ").capitalize()
