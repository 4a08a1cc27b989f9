"""The encoding of a text file: stated by the caller or the file, or the only one its bytes allow; never guessed.

UTF-8, UTF-16, GB18030 and Big5-HKSCS come into question. What decides is the whole file: an encoding that cannot read one byte of it is
out. Where several are left, chardet must prefer one of them clearly; else the caller is asked.
"""

import codecs
from typing import Final

from zjreform.errors import DocumentError
from zjreform.tabular.optional import optional

CANDIDATES: Final = ("utf-8", "gb18030", "big5hkscs")
"""Encodings without a mark of their own that may be meant."""
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_REMEDY: Final = "state its encoding: encoding=, --encoding"
_CLEAR: Final = 3
_LEAST: Final = 0.05
_TWO_BYTES: Final = "\u07ff"
SAMPLE: Final = 1 << 20
_FEW: Final = 12
_ASCII: Final = 0x7F


def decode(data: bytes, encoding: str | None, path: str) -> tuple[str, str]:
    """Return the text of bytes and the encoding it was read by.

    Args:
        data: The whole file.
        encoding: The encoding if it is known.
        path: Name for errors.

    Raises:
        DocumentError: The encoding is unknown or does not fit, or several fit and none is clearly meant.

    Example:
        >>> decode("办理时间由200多个工作日压缩至86个工作日".encode("gb18030"), None, "a.txt")
        ('办理时间由200多个工作日压缩至86个工作日', 'gb18030')
    """
    name = encoding or chosen(data, path)
    try:
        text = data.decode(name)
    except LookupError:
        raise DocumentError(path, f"no encoding is called {name!r}", _REMEDY) from None
    except UnicodeDecodeError as error:
        raise DocumentError(path, f"it is not {name}: byte {error.start} does not fit", _REMEDY) from None
    if "\x00" in text and encoding is None:
        raise DocumentError(path, "it is no text: it holds the character U+0000")
    return text.removeprefix("\ufeff"), name


def chosen(data: bytes, path: str) -> str:
    """Return the encoding of bytes.

    Raises:
        DocumentError: None fits, or several fit and none is clearly meant.

    Example:
        >>> chosen("约3天".encode(), "a.txt")
        'utf-8'
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if data.isascii() and b"\x00" not in data:
        return "utf-8"
    if b"\x00" in data:
        return _utf_16(data, path)
    return decided([name for name in CANDIDATES if _fits(data, name)], data, path)


def decided(fitting: list[str], data: bytes, path: str) -> str:
    """Return which of several encodings is meant that can all read the whole file.

    Args:
        fitting: The encodings, of `CANDIDATES`.
        data: The file, or its beginning.
        path: Name for errors.

    Raises:
        DocumentError: None fits, or none is clearly meant.

    Example:
        >>> decided(["utf-8"], "约3天".encode(), "a.txt")
        'utf-8'
    """
    if not fitting:
        raise DocumentError(path, "it is in none of UTF-8, UTF-16, GB18030 and Big5-HKSCS", _REMEDY)
    sample = data[:SAMPLE]
    if fitting[0] == "utf-8" and any(char > _TWO_BYTES for char in sample.decode("utf-8", "ignore")):
        return "utf-8"
    if len(fitting) == 1:
        return fitting[0]
    weights = [] if fitting[0] == "utf-8" or _is_short(sample) else _weights(sample, fitting)
    if weights and (len(weights) == 1 or weights[0][1] >= _CLEAR * weights[1][1]):
        return str(weights[0][0])
    raise DocumentError(path, f"its encoding is undecided: {' and '.join(fitting)} can both read all of it", _REMEDY)


def _is_short(sample: bytes) -> bool:
    return sum(byte > _ASCII for byte in sample[: _FEW * _FEW]) < _FEW


def _weights(sample: bytes, fitting: list[str]) -> list[tuple[str, float]]:
    """Return how much speaks for each encoding, the best first."""
    detect_all = optional("chardet", "documents").detect_all
    found = detect_all(sample, include_encodings=[*fitting, "ascii"], no_match_encoding="ascii", compat_names=False)
    pairs = ((each["encoding"], each["confidence"]) for each in found)
    return [(name, weight) for name, weight in pairs if name in fitting and weight >= _LEAST]


def _fits(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _utf_16(data: bytes, path: str) -> str:
    """Return the order of UTF-16 without a mark: its zero bytes stand before or behind each character of ASCII."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    for zeros, others, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros and not others and len(data) % 2 == 0 and _fits(data, name):
            return name
    raise DocumentError(path, "it is no text: it holds zero bytes", _REMEDY)
