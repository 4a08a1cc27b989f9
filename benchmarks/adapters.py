"""How each package is called, and what it gives as finds that can be compared; taken in its favour wherever its own words allow that."""

import difflib
import logging
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from typing import Any

from finds import Find, Finder, Numbers, Row, Scan, numbers

import zjreform as zj


def ours() -> Finder:
    """Return the reader of this library."""

    def find(text: str) -> list[Find]:
        return [_ours(each.start, each.end, each.quantity) for each in zj.figures(text) if each.quantity is not None]

    return find


def _ours(start: int, end: int, quantity: zj.Quantity) -> Find:
    both = quantity.value, *([] if quantity.upper is None else [quantity.upper])
    return Find(start, end, tuple(map(Fraction, both)), quantity.unit.code, frozenset({quantity.bound}))


def our_string() -> Finder:
    """Return what this library reads a string of one figure with."""
    return lambda text: [_ours(0, len(text), zj.parse(text))]


RECOGNIZED = {
    "Chinese yuan": "yuan", "Jiao": "jiao", "Fen": "fen", "United States dollar": "USD", "Euro": "EUR", "Hong Kong dollar": "HKD",
    "Japanese yen": "JPY", "British pound": "GBP", "New Taiwan dollar": "TWD", "Meter": "m", "Kilometer": "km", "Decimeter": "dm",
    "Centimeter": "cm", "Millimeter": "mm", "Li": "li", "Zhang": "zhang", "Chi": "chi", "Cun": "cun", "Mile": "mile", "Inch": "inch",
    "Foot": "foot", "Kilometer per hour": "km/h", "Meter per second": "m/s", "Square centimetre": "cm2", "Square meter": "m2",
    "Square kilometer": "km2", "Acre": "acre", "Hectare": "ha", "Mu": "mu", "Liter": "L", "Milliliter": "mL", "Cubic meter": "m3",
    "Gallon": "gallon", "Kilogram": "kg", "Jin": "jin", "Milligram": "mg", "Gram": "g", "Ton": "t", "Pound": "lb", "Ounce": "oz",
    "C": "degC", "F": "degF",
}  # fmt: skip
TIMEX = {
    "D": "day",
    "Y": "year",
    "M": "month",
    "W": "week",
    "TH": "hour",
    "TM": "minute",
    "TS": "second",
    "BD": "workday",
}


def recognizers() -> Finder:
    """Return recognizers-text: numbers, shares, ages, money, dimensions, temperatures and lengths of time."""
    models = _recognizers()

    def find(text: str) -> list[Find]:
        return [found for model in models for each in model(text) for found in _recognized(each)]

    return find


def _recognizers() -> list[Callable[[str], list[Any]]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import recognizers_date_time as times  # noqa: PLC0415 (a package of the extra)
        import recognizers_number as plain  # noqa: PLC0415
        import recognizers_number_with_unit as units  # noqa: PLC0415

    chinese = "zh-cn"
    return [
        lambda text: plain.recognize_number(text, chinese),
        lambda text: plain.recognize_percentage(text, chinese),
        lambda text: units.recognize_age(text, chinese),
        lambda text: units.recognize_currency(text, chinese),
        lambda text: units.recognize_dimension(text, chinese),
        lambda text: units.recognize_temperature(text, chinese),
        lambda text: [one for one in times.recognize_datetime(text, chinese) if one.type_name.endswith(".duration")],
    ]


def _recognized(each: Any) -> Iterator[Find]:  # noqa: ANN401 (its results have no types)
    span = each.start, each.end + 1
    if each.type_name.endswith(".duration"):
        for one in each.resolution["values"]:
            timex = re.fullmatch(r"P(T?)([\d.]+)(BD|[A-Z])", one["timex"])
            if timex:
                yield Find(*span, numbers(timex[2]), TIMEX.get(timex[1] + timex[3], timex[3]))
        return
    value, unit = (each.resolution or {}).get("value"), (each.resolution or {}).get("unit")
    if value is not None:
        kind = {"percentage": "%", "age": "岁"}.get(each.type_name)
        yield Find(*span, numbers(value), kind or (RECOGNIZED.get(unit, unit) if unit else None))


def recognizers_scan() -> Scan:
    """Return the calls of recognizers-text that find quantities."""
    models = _recognizers()[:5]
    return lambda text: [model(text) for model in models]


def chinese2digits() -> Finder:
    """Return chinese2digits; it names what it found, in order, without places."""
    from chinese2digits import takeNumberFromString  # noqa: PLC0415 (a package of the extra)

    def find(text: str) -> list[Find]:
        given = takeNumberFromString(text)
        found, at = [], 0
        for surface, digits in zip(given["CHNumberStringList"], given["digitsStringList"], strict=True):
            start = text.find(surface, at)
            if start >= 0:
                at = start + len(surface)
                found.append(Find(start, at, numbers(digits)))
        return found

    return find


def chinese2digits_scan() -> Scan:
    """Return the call of chinese2digits over a text."""
    from chinese2digits import takeNumberFromString  # noqa: PLC0415 (a package of the extra)

    return takeNumberFromString  # type: ignore[no-any-return]


MONEY = {"元": "yuan", "人民币": "CNY", "美元": "USD", "港元": "HKD", "欧元": "EUR", "日元": "JPY", "英镑": "GBP"}
_BLURRED = {
    "accurate": {"exact"},
    "blur+": {"over", "at_least"},
    "blur-": {"under", "at_most", "nearly"},
    "blur": {"about", "over", "under", "nearly", "at_least", "at_most"},
}
"""By its word: the bounds that it stands for."""
SPANS = {"day", "workday", "hour", "minute", "second", "month", "year", "week", "season"}


def jionlp() -> Finder:
    """Return JioNLP: amounts of money and lengths of time."""
    jio = _jionlp()

    def find(text: str) -> list[Find]:
        found = []
        for each in jio.ner.extract_money(text):
            found += _money(*each["offset"], each["text"], each["detail"])
        for each in jio.ner.extract_time(text):
            found += _time(*each["offset"], each["text"], each["detail"])
        return found

    return find


def jionlp_string() -> Finder:
    """Return JioNLP on a string of one figure: its calls for one amount and one time, and what it extracts."""
    jio, extract = _jionlp(), jionlp()

    def find(text: str) -> list[Find]:
        found = []
        for read, made in ((jio.parse_money, _money), (jio.parse_time, _time)):
            with suppress(Exception):  # what is no amount or no time raises
                found += made(0, len(text), text, read(text))
        return found + extract(text)

    return find


def _money(start: int, end: int, text: str, detail: Row) -> Iterator[Find]:
    given = detail["num"] if isinstance(detail["num"], list) else [detail["num"]]
    yield _blurred(start, end, text, numbers(*given), MONEY.get(detail["case"], detail["case"]), detail["definition"])


def _time(start: int, end: int, text: str, detail: Row) -> Iterator[Find]:
    if detail["type"] == "time_delta":
        given = detail["time"] if isinstance(detail["time"], list) else [detail["time"]]
        parts = [next(iter(part.items())) for part in given if part]
        unit = parts[0][0] if parts else None
        yield _blurred(start, end, text, numbers(*(number for _, number in parts)), unit, detail["definition"])
    elif detail["type"] == "time_span":
        yield Find(start, end, ())  # a stretch of the calendar, from today where a length is written


def _blurred(start: int, end: int, text: str, given: Numbers, unit: str | None, word: str) -> Find:
    """Return a find of JioNLP; two numbers for 120余 are its bound, two for 3至5 a range."""
    if re.search("[余餘多几幾]", text):
        return Find(start, end, given[:1], unit, frozenset({"over"}))
    bounds = _BLURRED.get(word, set()) if len(given) == 1 else set(zj.Bound)
    return Find(start, end, given, unit, frozenset(bounds))


def _jionlp() -> Any:  # noqa: ANN401 (a module without types)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jionlp as jio  # noqa: PLC0415 (a package of the extra)
    return jio


def jionlp_scan() -> Scan:
    """Return the calls of JioNLP that find money and time."""
    jio = _jionlp()
    return lambda text: (jio.ner.extract_money(text), jio.ner.extract_time(text))


def rewriting(rewrite: Callable[[str], str]) -> Finder:
    """Return a finder over a package that writes spelt numerals of a sentence in digits: what changed is what it read."""

    def find(text: str) -> list[Find]:
        made = rewrite(text)
        steps = difflib.SequenceMatcher(None, text, made, autojunk=False).get_opcodes()
        return [_changed(made, *places) for kind, *places in steps if kind != "equal"]

    return find


def _changed(made: str, start: int, end: int, low: int, high: int) -> Find:
    """Return a find where a text was rewritten; digits that both texts have beside the change belong to its number."""
    before = re.search(r"[\d.%+-]*$", made[:low])
    behind = re.match(r"[\d.%万亿]*", made[high:])
    back, on = (len(found[0]) if found else 0 for found in (before, behind))
    return Find(max(start - back, 0), end + on, _written(made[low - back : high + on]))


def _written(text: str) -> Numbers:
    """Return the numbers that digits write, with 万 and 亿 behind them; a fraction is its quotient."""
    fraction = re.fullmatch(r"(\d+)/(\d+)", text)
    if fraction and int(fraction[2]):
        return (Fraction(int(fraction[1]), int(fraction[2])),)
    scale = {"万": 10**4, "亿": 10**8, "": 1, "%": 1}
    return tuple(
        Fraction(Decimal(number)) * scale[rank] for number, rank in re.findall(r"(-?\d+(?:\.\d+)?)([万亿%]?)", text)
    )


def cn2an_scan() -> Callable[[str], str]:
    """Return cn2an over a sentence."""
    from cn2an import transform  # noqa: PLC0415 (a package of the extra)

    def rewrite(text: str) -> str:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return str(transform(text, "cn2an"))

    return rewrite


def wetext_scan() -> Callable[[str], str]:
    """Return the inverse normaliser of WeTextProcessing, which writes what was spoken."""
    from itn.chinese.inverse_normalizer import InverseNormalizer  # noqa: PLC0415 (a package of the extra)

    logging.disable(logging.INFO)
    made = InverseNormalizer(enable_0_to_9=True)
    return lambda text: str(made.normalize(text))


_QUANTULUM = {
    "percentage": "%", "per cent": "%", "chinese yuan": "yuan", "united states dollar": "USD", "kilometre": "km", "metre": "m",
    "hectare": "ha",
    "square metre": "m2",
    "square kilometre": "km2", "tonne": "t", "kilogram": "kg", "day": "day", "hour": "hour",
    "minute": "minute", "year": "year", "month": "month", "week": "week", "degree celsius": "degC", "kilowatt-hour": "kWh",
    "kilowatt hour": "kWh", "cubic metre": "m3", "decibel": "dB", "euro": "EUR", "dimensionless": "", "count": "",
}  # fmt: skip


def quantulum3() -> Finder:
    """Return quantulum3, which reads English."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser  # noqa: PLC0415 (a package of the extra)

    def find(text: str) -> list[Find]:
        found = []
        for each in parser.parse(text):
            spread = each.uncertainty or 0
            given = (each.value - spread, each.value + spread) if spread else (each.value,)
            unit = _QUANTULUM.get(each.unit.name.lower(), each.unit.name)
            found.append(Find(*each.span, numbers(*(round(number, 9) for number in given)), unit))
        return found

    return find
