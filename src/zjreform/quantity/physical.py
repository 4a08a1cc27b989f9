"""Quantities as pint quantities (extra ``units``).

The registry is pint's own with the units that pint does not keep apart: working days and hours, calendar months, currencies, and a unit for
each classifier. Each of these is a dimension of its own, so that pint refuses what this library refuses.
"""

import importlib
import threading
from fractions import Fraction
from typing import Any, Final

from zjreform.arguments import told
from zjreform.errors import BoundError, ExtraMissingError
from zjreform.quantity.bounds import Bound
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import units

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pint import Quantity as PintQuantity

_BASES: Final = {
    "day": "day",
    "m": "meter",
    "m2": "square_meter",
    "m3": "cubic_meter",
    "kg": "kilogram",
    "W": "watt",
    "J": "joule",
    "VA": "volt * ampere",
    "%": "percent",
    "×": "dimensionless",
    "": "dimensionless",
    "degC": "degree_Celsius",
    "degF": "degree_Fahrenheit",
    "t·km": "metric_ton * kilometer",
    "V": "volt",
    "Pa": "pascal",
    "N": "newton",
    "Hz": "hertz",
    "byte": "byte",
    "bitps": "bit / second",
}
"""By base: the pint unit that it is."""

_DIRECT: Final = {
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "week": "week",
    "km": "kilometer",
    "cm": "centimeter",
    "mm": "millimeter",
    "ha": "hectare",
    "km2": "square_kilometer",
    "g": "gram",
    "t": "metric_ton",
    "L": "liter",
    "kW": "kilowatt",
    "kWh": "kilowatt_hour",
}
"""By unit: the pint unit of the same size, so that the number stays as stated."""

_POWERS: Final = {
    "square_meter": "meter ** 2",
    "cubic_meter": "meter ** 3",
    "square_kilometer": "kilometer ** 2",
}
"""Powers as units of their own, since pint cannot print an exponent that is a fraction."""

_LOCK = threading.Lock()
_built: dict[str, Any] = {}


def registry() -> Any:  # noqa: ANN401 (pint is optional, so its types are too)
    """Return the pint registry of this library, built at first use; its numbers are fractions, so that it stays exact.

    Raises:
        ExtraMissingError: pint is not installed.

    Example:
        >>> registry()("workday").dimensionality == registry()("day").dimensionality
        False
    """
    with _LOCK:
        if "registry" not in _built:
            _built["registry"] = _build()
    return _built["registry"]


@told
def to_pint(quantity: Quantity) -> "PintQuantity[Any]":
    """Return a quantity as a pint quantity of ``registry()``.

    Raises:
        BoundError: The quantity is a range or has a bound, which pint cannot hold.
        ExtraMissingError: pint is not installed.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> to_pint(parse("90分钟")).to("hour").magnitude
        Fraction(3, 2)
    """
    if quantity.bound is not Bound.EXACT or quantity.upper is not None:
        raise BoundError(str(quantity), "one exact number")
    make, here = registry().Quantity, quantity.unit
    if here.code in _DIRECT:
        return make(Fraction(quantity.value), _DIRECT[here.code])  # type: ignore[no-any-return]
    parts = [_pint_name(base) for base in here.base.split("/")]
    joined = " / ".join(f"({part})" for part in parts)
    return make(Fraction(quantity.value) * here.factor, joined)  # type: ignore[no-any-return]


def _build() -> Any:  # noqa: ANN401 (pint is optional, so its types are too)
    try:
        pint: Any = importlib.import_module("pint")
    except ImportError:
        raise ExtraMissingError("pint", "units") from None
    found = pint.UnitRegistry(non_int_type=Fraction)
    for name, power in _POWERS.items():
        found.define(f"{name} = {power}")
    for base in dict.fromkeys(each.base for each in units().values()):
        if base not in _BASES:
            found.define(f"{_name(base)} = [{_name(base)}]")
    return found


def _pint_name(base: str) -> str:
    """Return a base as the registry knows it; a denominator may be several, joined by dots."""
    if base in _BASES or base in units():
        return _BASES.get(base) or _name(base)
    return " * ".join(_pint_name(part) for part in base.split("·"))


def _name(base: str) -> str:
    """Return the name of a base in the registry: ``workday``, ``count_件``, ``currency_CNY``, ``calendar_month``."""
    here = units()[base]
    kind = _KINDS.get(here.dimension.value, here.dimension.value)
    return "".join(letter for letter in f"{kind}{here.code}" if letter.isalnum() or letter == "_").replace("-", "_")


_KINDS: Final = {"working_time": "", "duration": "calendar_", "count": "count_", "money": "currency_"}
