"""Words of charts: labels in Chinese, English or both, and no control characters in them."""

import re
import unicodedata
from collections.abc import Iterable

from zjreform.code import Code
from zjreform.display import LANGUAGES, shown_language
from zjreform.errors import UnknownValueError

BOTH = "both"


def wording(lang: str | None) -> str:
    """Return the wording of a chart: ``"en"``, ``"zh"`` or ``"both"``; by default the language shown.

    Raises:
        UnknownValueError: It is none of these.

    Example:
        >>> wording(None), wording("both")
        ('en', 'both')
    """
    if lang == BOTH:
        return lang
    if lang is not None and lang not in LANGUAGES:
        raise UnknownValueError("lang", lang, (*LANGUAGES, BOTH))
    return shown_language(lang)


def words(en: str, zh: str, lang: str) -> str:
    """Return a label in the wording of a chart.

    Example:
        >>> words("before", "改革前", "both"), words("2018", "2018", "both")
        ('before 改革前', '2018')
    """
    if lang == BOTH:
        return en if en == zh else f"{en} {zh}"
    return zh if lang == "zh" else en


def coded(code: Code, lang: str) -> str:
    """Return the label of a coded value in the wording of a chart.

    Example:
        >>> from zjreform.records.roster_codes import Level
        >>> coded(Level.COUNTY, "both")
        'county 县级'
    """
    return words(code.en, code.zh, lang)


def called(record: object, lang: str) -> str:
    """Return the name or title of a record in the wording of a chart.

    Example:
        >>> import zjreform as zj
        >>> called(zj.load().places["lishui"], "both")
        'Lishui 丽水市'
    """
    stem = "name" if hasattr(record, "name_zh") else "title"
    return words(getattr(record, f"{stem}_en"), getattr(record, f"{stem}_zh"), lang)


def check_labels(labels: Iterable[object]) -> None:
    r"""Refuse labels that hold control characters, which renderers take in different ways.

    Raises:
        ValueError: A text holds a control character, a lone surrogate or a character that is none.

    Example:
        >>> check_labels(["好", 3, None])
        >>> check_labels(["a\x07b"])
        Traceback (most recent call last):
        ValueError: expected labels without control characters, got '\x07' at position 1 in 'a\x07b'
    """
    for label in labels:
        for at, letter in enumerate(label if isinstance(label, str) else ""):
            if unicodedata.category(letter) in {"Cc", "Cs", "Cn"}:
                raise ValueError(
                    f"expected labels without control characters, got {letter!r} at position {at} in {label!r}"
                )


def wrapped(line: str, width: int = 104) -> list[str]:
    """Return a line cut into lines of a width, at blanks and behind Chinese marks; a wide letter counts two.

    Example:
        >>> wrapped("one two three", 8), wrapped("甲乙，丙丁。", 8)
        (['one two', 'three'], ['甲乙，', '丙丁。'])
    """
    pieces = re.findall(r"[^ ，；。、]*[ ，；。、]?", line)
    lines = [""]
    for piece in pieces:
        if lines[-1] and _width(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def has_chinese(label: str) -> bool:
    """Tell whether a label needs a font with Chinese letters: none but those have letters this wide.

    Example:
        >>> has_chinese("丽水"), has_chinese("Lishui – 87.5 %")
        (True, False)
    """
    return any(unicodedata.east_asian_width(letter) in "WF" for letter in label)
