"""What to do about a cell that cannot be read, by the kind of its column."""

from decimal import Decimal
from typing import Any, Final

from zjreform.alike import close_to
from zjreform.columns.column import Edtf
from zjreform.columns.schema import FieldSchema
from zjreform.fold import fold
from zjreform.quantity.quantities import Quantity

_OF_KIND: Final[dict[Any, str]] = {
    int: "write digits alone, without blanks, separators or leading zeros",
    Decimal: "write digits with a point at most, without blanks, separators or exponent",
    bool: "write it in lower case",
    Edtf: "write year, month and day as in the examples",
    Quantity: "write numbers, bound and unit as Quantity.from_parts takes them",
}


def remedy(field: FieldSchema, cell: str) -> str:
    """Return what to do about a cell that its field does not accept.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> level = schema_of("cases").fields[4]
        >>> remedy(level, "provnce"), remedy(level, "縣級"), remedy(level, "龘")
        ("did you mean 'province'?", "did you mean 'county'?", 'zj.codebook() says what each value means')
    """
    if not cell and not field.nullable and field.kind is not Quantity:
        return "fill it in, or leave the row out"
    if field.codes:
        word = fold(cell).casefold()
        close = [str(code.value) for code in field.codes if word in {fold(code.zh).casefold(), code.en.casefold()}]
        close = close or close_to(cell[:_LONGEST], [str(code.value) for code in field.codes], 1)
        return f"did you mean {close[0]!r}?" if close else "zj.codebook() says what each value means"
    if field.column.pattern:
        return "write lower-case ASCII letters and digits as the form says"
    return _OF_KIND.get(field.kind, "take out what is there besides the text")


_LONGEST = 80
