"""Every error themewatch raises on purpose.

    ThemewatchError
    ├── InputError           what was given cannot stand; the person can put it right
    ├── NotFoundError        what was asked for is not there
    ├── ConflictError        somebody else changed it meanwhile, or it is there already
    ├── ForbiddenError       the role of whoever acts does not allow it
    ├── StorageError         the database or the folder of files does not answer
    └── ReferenceDataError   a file shipped under data/ is missing or damaged

A message is a sentence that names its subject and says what to do.
Whatever is not in this tree is a bug and stays a traceback.
"""


class ThemewatchError(Exception):
    """The root, for those who show a sentence whatever it was."""


class InputError(ThemewatchError):
    """What was given cannot stand.

    `problems` holds one sentence for each thing to put right; a message of one
    sentence is its own only problem.
    """

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class NotFoundError(ThemewatchError):
    """What was asked for is not there."""


class ConflictError(ThemewatchError):
    """Somebody else changed it meanwhile, or it is there already."""


class ForbiddenError(ThemewatchError):
    """The role of whoever acts does not allow it; `what` is what they tried."""

    def __init__(self, message: str, what: str = "") -> None:
        super().__init__(message)
        self.what = what


class StorageError(ThemewatchError):
    """The database or the folder of files does not answer."""


class ReferenceDataError(ThemewatchError):
    """A file shipped under data/ is missing or damaged."""
