"""Quantities as plain values, for JSON and for every language: exact numbers are texts, codes are texts, nothing else is needed."""

from collections.abc import Collection, Mapping
from typing import Any, Self

from zjreform.arguments import told
from zjreform.quantity.numbers import number_text
from zjreform.quantity.stated import QUANTITY_PARTS, Stated


def as_dict(quantity: Stated) -> dict[str, Any]:
    """Return a quantity as plain values, as ``quantity.schema.json`` describes them.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> as_dict(parse("三分之一"))["value"]
        '100/3'
    """
    return {
        "value": number_text(quantity.value),
        "upper": None if quantity.upper is None else number_text(quantity.upper),
        "lower_open": quantity.lower_open,
        "upper_open": quantity.upper_open,
        "implied_high": None if quantity.implied_high is None else number_text(quantity.implied_high),
        "bound": quantity.bound.value,
        "unit": quantity.unit.code,
    }


class Plain:
    """To plain values and back."""

    __slots__ = ()

    def to_dict(self: Stated) -> dict[str, Any]:
        """Return the quantity as plain values, as ``quantity.schema.json`` describes them; ``from_dict`` reads them.

        Example:
            >>> from zjreform.quantity.parsing import parse
            >>> parse("3天以内").to_dict()["bound"]
            'at_most'
        """
        return as_dict(self)

    @classmethod
    @told
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """Return the quantity of plain values.

        Raises:
            ValueError: A name is missing or unknown, or a value is none that ``to_dict`` gives.
            UnknownValueError: No unit has this code.

        Example:
            >>> from zjreform.quantity.parsing import parse
            >>> quantity = parse("3天")
            >>> type(quantity).from_dict(quantity.to_dict()) == quantity
            True
        """
        made: Self = cls.from_parts(**parts_of_dict(values))  # type: ignore[attr-defined]  # of the class that this is mixed into
        return made


def parts_of_dict(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return plain values as ``Quantity.from_parts`` takes them.

    Raises:
        ValueError: A name is missing or unknown, or a value has another type; says what was expected.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> parts_of_dict(as_dict(parse("3天")))["unit_code"]
        'day'
    """
    exactly(values, QUANTITY_PARTS, "a quantity")
    for name, value in values.items():
        kind = bool if name.endswith("_open") else str
        if not isinstance(value, kind) and not (value is None and name in _EMPTY):
            word = "true or false" if kind is bool else "a text"
            raise ValueError(f"expected {word} for {name} of a quantity, got {value!r}")
    return {"unit_code" if name == "unit" else name: value for name, value in values.items()}


_EMPTY = frozenset({"upper", "implied_high"})


def exactly(values: Mapping[str, Any], names: Collection[str], what: str) -> None:
    """Refuse values that lack a name or have another.

    Raises:
        ValueError: Names differ.

    Example:
        >>> exactly({"a": 1}, ("a", "b"), "a pair")
        Traceback (most recent call last):
        ValueError: expected a pair with a, b, got one with a
    """
    if set(values) != set(names):
        raise ValueError(f"expected {what} with {', '.join(names)}, got one with {', '.join(map(str, values))}")
