"""Every word a person reads passes through here, so that it can be translated.

Messages are looked up when they are shown, never at import: the language is
the visitor's, not the process's.
"""

from contextvars import ContextVar
from gettext import NullTranslations, translation
from pathlib import Path

_translations: ContextVar[NullTranslations] = ContextVar("translations")
_ENGLISH = NullTranslations()
CATALOGUES = Path(__file__).with_name("locale")


def translations(locale: str | None, catalogues: Path = CATALOGUES) -> NullTranslations:
    """Return the catalogue of a browser's locale (`ko-KR`), else English."""
    languages = [locale.replace("-", "_")] if locale else []
    return translation(
        "themewatch", localedir=catalogues, languages=languages, fallback=True
    )


def speak(translations: NullTranslations) -> None:
    """Use these translations from here on, in this context only."""
    _translations.set(translations)


def _(message: str) -> str:
    """Say the message in the visitor's language."""
    return _translations.get(_ENGLISH).gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Say the message that fits the count.

    >>> ngettext("{n} test", "{n} tests", 2).format(n=2)
    '2 tests'
    """
    return _translations.get(_ENGLISH).ngettext(one, many, count)


def mark(message: str) -> str:
    """Name a message for translation without translating it yet.

    For texts in tables built at import; pass them to `_` where they are shown.
    """
    return message
