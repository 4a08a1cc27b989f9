"""Units as codes of UCUM (https://ucum.org), which health, sensor and web formats ask for, where UCUM means the same.

A code is given only for a unit of the same size. UCUM's year and month are means of the Julian calendar, its acre is another one, and it
has no market units and no classifiers: these have none here.
"""

from types import MappingProxyType
from typing import Final

from zjreform.arguments import told
from zjreform.quantity.units import Unit, unit

_SAME: Final = (
    "ms % m km dm cm mm um nm kg g mg ug t m2 km2 cm2 mm2 dm2 m3 km3 cm3 mm3 dm3 L kL mL",
    "W kW MW GW J kJ MJ GJ V mV kV Pa hPa kPa MPa N kN Hz kHz MHz GHz dB bit",
)
"""Codes of units that are those of UCUM."""
_CODES: Final = MappingProxyType(
    {
        **{code: code for line in _SAME for code in line.split()},
        "second": "s",
        "minute": "min",
        "hour": "h",
        "day": "d",
        "week": "wk",
        "‰": "[ppth]",
        "ha": "har",
        "in2": "[sin_i]",
        "ft2": "[sft_i]",
        "ft3": "[ft_i]3",
        "nmile": "[nmi_i]",
        "mile": "[mi_i]",
        "foot": "[ft_i]",
        "inch": "[in_i]",
        "lb": "[lb_av]",
        "oz": "[oz_av]",
        "carat": "[car_m]",
        "VA": "V.A",
        "kVA": "kV.A",
        "Wh": "W.h",
        "kWh": "kW.h",
        "MWh": "MW.h",
        "GWh": "GW.h",
        "kcal": "kcal_IT",
        "degC": "Cel",
        "degF": "[degF]",
        "mmHg": "mm[Hg]",
        "byte": "By",
        "kB": "kBy",
        "MB": "MBy",
        "GB": "GBy",
        "TB": "TBy",
        "PB": "PBy",
        "bitps": "bit/s",
        "Mbps": "Mbit/s",
        "Gbps": "Gbit/s",
        "t·km": "t.km",
        "t·nmile": "t.[nmi_i]",
    }
)
"""By code of a unit: the case-sensitive code of UCUM 2.1 that means the same."""


@told
def to_ucum(of: Unit | str) -> str | None:
    """Return the UCUM code of a unit, ``None`` where UCUM has none or means another size by it.

    Args:
        of: A unit, or its code or spelling; a rate has a code where all its parts have one.

    Raises:
        UnknownValueError: No unit is called so.

    Example:
        >>> import zjreform as zj
        >>> to_ucum(zj.parse("35微克每立方米").unit), to_ucum("公顷"), to_ucum("亩"), to_ucum("年")
        ('ug/m3', 'har', None, None)
    """
    here = unit(of) if isinstance(of, str) else of
    if here.code in _CODES or "/" not in here.code:
        return _CODES.get(here.code)
    over, under = here.code.split("/")
    parts = [_CODES.get(part) for part in (over, *under.split("·"))]
    if any(part is None or "/" in part for part in parts):
        return None
    return "/".join(part for part in parts if part is not None)
