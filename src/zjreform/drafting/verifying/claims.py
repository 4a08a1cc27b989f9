"""Claims: what a row of somebody's extraction says, read strictly; what cannot be read stays visible and is no claim."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from attrs import evolve, frozen

from zjreform.errors import DatasetError, ParseError, Problem, UnknownValueError
from zjreform.quantity.bounds import Bound
from zjreform.quantity.parsing import parse
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import unit as unit_of
from zjreform.text.figures import figures
from zjreform.text.kinds import Kind

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "document": ("document", "document_id", "source", "file"),
    "surface": ("surface", "quote", "extraction_text"),
    "value": ("value", "number"),
    "unit": ("unit",),
    "bound": ("bound",),
    "before": ("before",),
    "after": ("after",),
    "start": ("start", "start_pos"),
    "end": ("end", "end_pos"),
    "subject": ("subject", "about"),
    "year": ("year", "period"),
    "per": ("per",),
    "role": ("role", "position", "sense"),
}
"""What each part of a claim may be called in the columns of a row; the first that is there counts."""

ROLES: Final = frozenset({"before", "after", "change", "level", "increase", "decrease"})
_GAPS: Final = frozenset({"nan", "NaN", "NaT", "<NA>"})
_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


@frozen(kw_only=True)
class Claim:
    """One claimed number, or one claimed change.

    Attributes:
        row: Number of the row, from 1.
        document: Name of the text.
        claimed: The claim as it is shown.
        quote: Words said to stand in the text; ``None`` where the row has a value alone.
        quantity: The number, ``None`` where none can be read.
        bare: Whether the row claims no unit.
        date: EDTF of a claimed date.
        before: The number before, for a claimed change.
        after: The number after.
        start: Offset claimed, a hint.
        end: Offset behind it.
        subject: What the number is said to be of.
        year: Year it is said to hold for.
        per: What it is said to be counted for.
        role: ``before``, ``after``, ``change``, ``level``, ``increase`` or ``decrease``.
    """

    row: int
    document: str
    claimed: str
    quote: str | None = None
    quantity: Quantity | None = None
    bare: bool = False
    date: str | None = None
    before: Quantity | None = None
    after: Quantity | None = None
    start: int | None = None
    end: int | None = None
    subject: str | None = None
    year: str | None = None
    per: str | None = None
    role: str | None = None


def claims_of(rows: Iterable[Mapping[str, Any]], documents: Iterable[str]) -> list[Claim]:
    """Return the claim of each row.

    Args:
        rows: Mappings from column to value; ``COLUMNS`` names the columns, others are left alone.
        documents: Names of the texts at hand.

    Raises:
        DatasetError: A row names no text that is at hand, a column holds what it cannot, or nothing is claimed; all are listed.

    Example:
        >>> claim = claims_of([{"surface": "86个工作日内"}], ["a.txt"])[0]
        >>> claim.document, str(claim.quantity)
        ('a.txt', '86个工作日以内')
    """
    names, problems, claims = list(documents), [], []
    for number, row in enumerate(rows, 1):
        parts = {part: _first(row, columns) for part, columns in COLUMNS.items()}
        found: list[Problem] = []
        document = _document(parts["document"], names, number, found)
        if not found:
            claims.append(_claim(number, document, parts, found))
        problems.extend(found)
    if problems:
        raise DatasetError(problems)
    return claims


def _first(row: Mapping[str, Any], columns: Iterable[str]) -> Any:  # noqa: ANN401 (a cell)
    for column in columns:
        value = row.get(column)
        if value is not None and not _is_gap(value):
            return value
    return None


def _is_gap(value: object) -> bool:
    """Return whether a cell is empty: blank, or one of the values that frames put into gaps, which are not like themselves."""
    return value == "" if isinstance(value, str) else str(value) in _GAPS


def _document(given: object, names: list[str], number: int, problems: list[Problem]) -> str:
    if given is None and len(names) == 1:
        return names[0]
    wanted = "" if given is None else str(given)
    if wanted in names:
        return wanted
    stems = [name for name in names if name.rpartition(".")[0] == wanted]
    if len(stems) == 1:
        return stems[0]
    problems.append(Problem("rows", number, "document", wanted, "the name of a text: " + ", ".join(names)))
    return ""


def _claim(number: int, document: str, parts: Mapping[str, Any], problems: list[Problem]) -> Claim:
    start, end = (_offset(parts[name], name, number, problems) for name in ("start", "end"))
    role = _role(parts["role"], number, problems)
    bound = _bound(parts["bound"], number, problems)
    unit = None if parts["unit"] is None else str(parts["unit"]).strip()
    sides = {
        name: None if parts[name] is None else read_number(parts[name], unit, None) for name in ("before", "after")
    }
    quote = None if parts["surface"] is None else str(parts["surface"])
    value = parts["value"]
    quantity = date = None
    if quote is not None and value is None:
        quantity, date = _of_quote(quote)
    elif value is not None:
        quantity = read_number(value, unit, bound)
    elif sides["before"] is None and sides["after"] is None:
        problems.append(Problem("rows", number, "", "nothing", "a surface, a value, or before and after"))
    text = [quote or "", "" if value is None or quote else f"{value}{unit or ''}"]
    shown = "".join(text) or " → ".join(f"{parts[name] or '…'}{unit or ''}" for name in ("before", "after"))
    return Claim(
        row=number,
        document=document,
        claimed=shown,
        quote=quote,
        quantity=quantity,
        bare=quantity is not None and unit is None and not quantity.unit.code,
        date=date,
        before=sides["before"],
        after=sides["after"],
        start=start if end is not None else None,
        end=end if start is not None else None,
        subject=None if parts["subject"] is None else str(parts["subject"]),
        year=_year(parts["year"]),
        per=None if parts["per"] is None else str(parts["per"]),
        role=role,
    )


def read_number(value: object, unit: str | None, bound: str | None) -> Quantity | None:
    """Return a claimed number with its unit and bound; ``None`` where it is no number.

    Args:
        value: A number, or text that holds one with or without its unit.
        unit: The unit as a code, or as the text writes it; ``None`` where none is claimed.
        bound: The bound as a code.

    Example:
        >>> str(read_number(86, "个工作日", "at_most")), read_number("NaN", None, None), str(read_number(1.5, "万元", None))
        ('86个工作日以内', None, '15000元')
    """
    text = _numeral(value)
    if text is None:
        return None
    quantity = _parsed(text)
    if unit and (quantity is None or not quantity.unit.code):
        quantity = _with_unit(text, unit)
    if quantity is None or bound is None or bound == quantity.bound:
        return quantity
    return Quantity(quantity.value, quantity.unit, Bound(bound), upper=quantity.upper)


def _numeral(value: object) -> str | None:
    """Return a number as text, whatever type it has; ``None`` for what is none."""
    if hasattr(value, "item"):  # a number of numpy
        value = value.item()
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, Decimal):
        whole = value.is_finite() and value == value.to_integral()
        return format(value.to_integral() if whole else value, "f") if value.is_finite() else None
    return None if isinstance(value, bool) else str(value).strip() or None


def _with_unit(number: str, unit: str) -> Quantity | None:
    """Return a number with a unit that is written as in a text, or as a code."""
    quantity, alone = _parsed(f"{number}{unit}"), _parsed(number)
    if quantity is not None or alone is None:
        return quantity
    try:
        return evolve(alone, unit=unit_of(unit))
    except UnknownValueError:
        return None


def _parsed(text: str) -> Quantity | None:
    try:
        return parse(text)
    except ParseError:
        return None


def _of_quote(quote: str) -> tuple[Quantity | None, str | None]:
    """Return the one quantity that a quotation holds, or its one date."""
    whole = _parsed(quote.strip())
    if whole is not None:
        return whole, None
    found = figures(quote, kinds=[Kind.QUANTITY, Kind.DATE])
    quantities = [one.quantity for one in found if one.quantity is not None]
    dates = [one.edtf for one in found if one.kind is Kind.DATE]
    if len(quantities) == 1:
        return quantities[0], None
    return None, dates[0] if not quantities and len(dates) == 1 else None


def _offset(value: object, name: str, number: int, problems: list[Problem]) -> int | None:
    if value is None:
        return None
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value)
    if not isinstance(value, bool | str) and isinstance(value, int | float) and value >= 0 and value == int(value):
        return int(value)
    problems.append(Problem("rows", number, name, repr(value), "an offset: a whole number from 0"))
    return None


def _role(value: object, number: int, problems: list[Problem]) -> str | None:
    if value is None or str(value) in ROLES:
        return None if value is None else str(value)
    problems.append(Problem("rows", number, "role", str(value), "one of " + ", ".join(sorted(ROLES))))
    return None


def _bound(value: object, number: int, problems: list[Problem]) -> str | None:
    if value is None or str(value) in {bound.value for bound in Bound}:
        return None if value is None else str(value)
    problems.append(Problem("rows", number, "bound", str(value), "one of " + ", ".join(bound.value for bound in Bound)))
    return None


def _year(value: object) -> str | None:
    found = None if value is None else _YEAR.search(str(value))
    return found[0] if found else None
