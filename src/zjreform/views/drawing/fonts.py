"""Which font draws Chinese: the first of the usual families that is installed, found by drawing with it.

A family that is not installed draws nothing, or boxes, without any error; two letters drawn with it then make the same picture.
"""

from functools import cache
from typing import Any

from zjreform.errors import FontMissingError
from zjreform.tabular.optional import optional

FAMILIES = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Noto Sans SC",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "SimHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "SimSun",
    "Arial Unicode MS",
)
"""Families with Simplified forms, best first."""

LETTERS = ("办", "率")
"""Two letters that every such font has, and no two pictures of which are alike."""


def font_for(family: str | None = None) -> str:
    """Return the family that a picture is drawn in.

    Args:
        family: The family to use; by default the first of ``FAMILIES`` that is installed.

    Raises:
        ExtraMissingError: vl-convert is not installed.
        FontMissingError: The family, or each of the usual ones, is missing or has no Chinese letters.

    Example:
        >>> font_for("No Such Family")
        Traceback (most recent call last):
        zjreform.errors.FontMissingError: no font that draws Chinese is installed; looked for No Such Family
    """
    candidates = FAMILIES if family is None else (family,)
    for candidate in candidates:
        if draws_chinese(candidate):
            return candidate
    raise FontMissingError(candidates)


@cache
def draws_chinese(family: str) -> bool:
    """Tell whether a family is installed and draws two Chinese letters as two different pictures.

    Example:
        >>> draws_chinese("No Such Family")
        False
    """
    one, other = (letter_picture(letter, family) for letter in LETTERS)
    return one != other


def letter_picture(letter: str, family: str) -> bytes:
    """Return one letter as a picture, drawn in a family alone.

    Example:
        >>> letter_picture("办", "No Such Family")[1:4]
        b'PNG'
    """
    convert = optional("vl_convert", "charts")
    spec: dict[str, Any] = {
        "data": {"values": [{}]},
        "width": 24,
        "height": 24,
        "mark": {"type": "text", "text": letter, "font": family, "fontSize": 20},
    }
    return bytes(convert.vegalite_to_png(spec))
