"""How questions compare words: in any script, width and case, without blanks and marks."""

from collections.abc import Iterable

from zjreform.fold import fold, fold_table


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


def folding() -> dict[str, list[str] | str]:
    """Return what a page needs to fold words as `plain` does: the letters with their folded forms, and those that are left out.

    Example:
        >>> sorted(folding())
        ['fold', 'leftOut']
    """
    folds = fold_table()
    left_out = (letter for letter in map(chr, range(_LAST_MARK)) if letter.isprintable() and not plain(letter))
    return {"fold": ["".join(map(chr, folds)), "".join(folds.values())], "leftOut": "".join(left_out)}


_LAST_MARK = 0x3100
