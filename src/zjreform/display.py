"""The language in which things are shown: a context variable, which changes what people see and never a code in a frame."""

from contextlib import ContextDecorator
from contextvars import ContextVar, Token
from typing import Self

from zjreform.code import Code
from zjreform.errors import UnknownValueError

LANGUAGES = ("en", "zh")
"""Languages that things are shown in; the first is the one used where nobody chose."""

_chosen: ContextVar[str] = ContextVar("zjreform_language", default=LANGUAGES[0])


class language(ContextDecorator):  # noqa: N801 (used like a function: ``with zj.language("zh")``)
    """Show everything inside a ``with`` block in one language: cards, charts, pages, messages of the command line.

    Codes in frames and files stay as they are. Blocks nest; threads and tasks do not see one another's choice.

    Args:
        lang: ``"en"`` or ``"zh"``.

    Raises:
        UnknownValueError: There is no such language.

    Example:
        >>> with language("zh"):
        ...     shown_language()
        'zh'
        >>> shown_language()
        'en'
        >>> language("fr")
        Traceback (most recent call last):
        zjreform.errors.UnknownValueError: no lang is called 'fr'; did you mean 'en' or 'zh'?
    """

    def __init__(self, lang: str) -> None:
        self.lang = shown_language(lang)
        self._tokens: list[Token[str]] = []

    def __enter__(self) -> Self:
        self._tokens.append(_chosen.set(self.lang))
        return self

    def __exit__(self, *_: object) -> None:
        _chosen.reset(self._tokens.pop())

    def __repr__(self) -> str:
        return f"<language {self.lang!r}: takes effect in a with block>"


def shown_language(lang: str | None = None) -> str:
    """Return the language asked for, or else that of the ``with zj.language(…)`` block around the call.

    Args:
        lang: ``"en"``, ``"zh"`` or ``None``.

    Raises:
        UnknownValueError: There is no such language.

    Example:
        >>> shown_language(), shown_language("zh")
        ('en', 'zh')
    """
    if lang is None:
        return _chosen.get()
    if lang not in LANGUAGES:
        raise UnknownValueError("lang", lang, LANGUAGES)
    return lang


def say(en: str, zh: str, lang: str | None = None) -> str:
    """Return the wording in the language that is shown.

    Example:
        >>> say("before", "改革前"), say("before", "改革前", "zh")
        ('before', '改革前')
    """
    return zh if shown_language(lang) == "zh" else en


def label(code: Code, lang: str | None = None) -> str:
    """Return the label of a coded value in the language that is shown.

    Example:
        >>> from zjreform.text.kinds import Kind
        >>> label(Kind.DATE), label(Kind.DATE, "zh")
        ('date', '日期')
    """
    return say(code.en, code.zh, lang)
