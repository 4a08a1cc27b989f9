"""Numbers that a program puts before the items of a list: they stand in no text of the file, only their form does."""

from collections.abc import Callable
from typing import Final

from zjreform.quantity.writing import write_numeral

_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FULL: Final = str.maketrans("0123456789", "０１２３４５６７８９")
_HAN: Final = "〇一二三四五六七八九"
_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
    (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ALPHABET: Final = 26


def _letters(number: int) -> str:
    repeats, letter = divmod(number - 1, _ALPHABET)
    return chr(ord("A") + letter) * (repeats + 1)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


def _one_of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _han(number: int) -> str:
    return write_numeral(number, "han")


_WRITERS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL),
    "decimalEnclosedCircle": _one_of(_CIRCLED),
    "decimalEnclosedCircleChinese": _one_of(_CIRCLED),
    "lowerLetter": lambda number: _letters(number).lower(),
    "upperLetter": _letters,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "japaneseCounting": _han,
    "taiwaneseCounting": _han,
    "taiwaneseCountingThousand": _han,
    "chineseLegalSimplified": lambda number: write_numeral(number, "formal"),
    "ideographLegalTraditional": lambda number: write_numeral(number, "formal", hant=True),
    "ideographDigital": lambda number: "".join(_HAN[int(digit)] for digit in str(number)),
    "taiwaneseDigital": lambda number: "".join(_HAN[int(digit)] for digit in str(number)),
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
}


def list_number(number: int, form: str) -> str | None:
    """Return a number as a list shows it; ``None`` where the form is not known.

    Args:
        number: The number, from 0.
        form: Name of the form in Word's files (``w:numFmt``).

    Example:
        >>> [list_number(12, form) for form in ("decimal", "chineseCounting", "ideographDigital", "upperRoman", "hebrew1")]
        ['12', '十二', '一二', 'XII', None]
    """
    write = _WRITERS.get(form)
    return None if write is None or number < 0 or (number == 0 and form in _NO_ZERO) else write(number)


_NO_ZERO: Final = frozenset({"lowerLetter", "upperLetter", "lowerRoman", "upperRoman"})
