"""How questions compare words: in any script, width and case, without blanks and marks."""

from collections.abc import Iterable

from zjreform.fold import fold


def plain(text: str) -> str:
    """Return a text as queries compare it: folded to plain Simplified, lower case, without spaces, hyphens and quotation marks.

    The enumeration comma is left out as well, since names are printed with and without it.

    Example:
        >>> plain("麗水 市"), plain("Nan-hu"), plain("“双随机、一公开”")
        ('丽水市', 'nanhu', '双随机一公开')
    """
    return fold(text).casefold().translate(_LEFT_OUT)


_LEFT_OUT = str.maketrans("", "", " -_'\"‘’“”「」『』《》、·")


def each(values: object) -> tuple[str, ...]:
    """Return one value or several as a tuple.

    Raises:
        TypeError: A value is no text.

    Example:
        >>> each("Lishui"), each(["Lishui", "Jinhua"])
        (('Lishui',), ('Lishui', 'Jinhua'))
    """
    several = tuple(values) if isinstance(values, Iterable) and not isinstance(values, str) else (values,)
    for value in several:
        if not isinstance(value, str):
            raise TypeError(f"expected a text, or several, got {value!r}")
    return several
