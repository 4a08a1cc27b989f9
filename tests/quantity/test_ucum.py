"""Codes of UCUM stand for the same size, and where UCUM means something else there is none."""

from fractions import Fraction

import pytest

import zjreform as zj
from zjreform.quantity.ucum import to_ucum
from zjreform.quantity.units import units

ATOMS: dict[str, Fraction | int] = {
    "s": 1,
    "min": 60,
    "h": 3600,
    "d": 86400,
    "wk": 604800,
    "m": 1,
    "g": Fraction(1, 1000),
    "t": 1000,
    "L": Fraction(1, 1000),
}
"""UCUM's atoms in seconds, metres, kilograms and cubic metres, as its table gives them."""
TENTHS = {"n": 9, "u": 6, "m": 3, "c": 2, "d": 1}
PREFIXES: dict[str, Fraction] = {"": Fraction(1), "k": Fraction(1000)} | {
    name: Fraction(1, 10**power) for name, power in TENTHS.items()
}
"""UCUM's prefixes."""


def size(code: str) -> Fraction | None:
    """Return the size of a prefixed atom with its power; ``None`` for any other code."""
    power = int(code[-1]) if code[-1].isdigit() else 1
    name = code[:-1] if code[-1].isdigit() else code
    for atom, factor in ATOMS.items():
        prefix = name.removesuffix(atom)
        if name.endswith(atom) and (prefix == "" or (prefix in PREFIXES and atom in "mgL")):
            return Fraction(PREFIXES[prefix] * factor) ** power
    return None


def test_metric_codes_have_the_size_of_their_units() -> None:
    """Read by UCUM's own table of atoms and prefixes, beside the base of each unit."""
    per_base = {"day": 86400, "m": 1, "kg": 1, "m2": 1, "m3": 1}
    read = 0
    for unit in units().values():
        code = to_ucum(unit)
        if code is None or unit.base not in per_base or not code.isalnum() or (found := size(code)) is None:
            continue
        read += 1
        assert found == unit.factor * per_base[unit.base], unit.code
    assert read >= 25


@pytest.mark.parametrize(
    ("name", "code", "why"),
    [
        ("千卡", "kcal_IT", "4186.8 J, where kcal is 4184 J"),
        ("平方英尺", "[sft_i]", "ft2 would be a square femtotonne"),
        ("亩", None, "mu would be a thousandth of an atomic mass unit"),
        ("年", None, "UCUM's year has 365.25 days"),
        ("个月", None, "UCUM's month has 30.4375 days"),
        ("英亩", None, "UCUM's acres are older ones"),
        ("马力", None, "UCUM's horsepower is the British one"),
        ("个工作日", None, "no working days in UCUM"),
        ("元", None, "no money in UCUM"),
        ("件", None, "no classifiers in UCUM"),
        ("微克/立方米", "ug/m3", "a rate of two known units"),
        ("元/平方米", None, "a rate of which one part has no code"),
        ("L/100km", None, "a denominator with a number"),
    ],
)
def test_codes_and_what_has_none(name: str, code: str | None, why: str) -> None:
    """Units whose signs UCUM has for something else, or of which it knows another size."""
    assert to_ucum(name) == code, why


def test_no_unit_of_that_name() -> None:
    """The error names the unit."""
    with pytest.raises(zj.UnknownValueError, match="尺子"):
        to_ucum("尺子")
