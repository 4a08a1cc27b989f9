"""How fast and how well Chinese numerals are read, beside the packages that read them too.

Run: ``python benchmarks/parse.py`` (extra ``bench``). One run reads one table of numerals with every package; for each it prints
how many it gets right and the time per string over those that all of them get right. Times are in microseconds, the best of many
rounds; in each round the packages take turns on a string, so that a busy machine slows all alike.
"""

import sys
import timeit
import warnings
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import partial
from statistics import median
from typing import Any

from zjreform.quantity.numerals import read_numeral
from zjreform.quantity.parsing import parse
from zjreform.quantity.writing import Style, write_numeral

Reader = Callable[[str], object]

NUMBERS = [0, 7, 10, 15, 23, 105, 120, 365, 1001, 1050, 2018, 3600, 10500, 35000, 68840, 503000, 1200000, 8845000]
NUMBERS += [35678901, 350000000, 890000000, 106875000000, 3200000000000, 9999999999999999]
SPELT = {
    "一百二": 120,
    "三万五": 35000,
    "1万5千": 15000,
    "8亿9千万": 890000000,
    "廿三": 23,
    "两千三百": 2300,
    "一点五": Decimal("1.5"),
    "三点五万": 35000,
    "3.5万": 35000,
    "68.84万": 688400,
    "十二点五": Decimal("12.5"),
    "负三百": -300,
    "负一点五": Decimal("-1.5"),
    "兩億": 200000000,
    "三萬五千": 35000,
    "１２３": 123,
    "二〇一八": 2018,
    "一百一十五": 115,
}
"""Spellings that no style writes, in use in government prose."""

ROUNDS, CALLS, WORST = 12, 12, 5


def table() -> dict[str, Decimal]:
    """Return the numerals with their numbers: each number in every style, and the spellings apart."""
    found: dict[str, Decimal] = {}
    for number in NUMBERS:
        for style in Style:
            try:
                found[write_numeral(number, style)] = Decimal(number)
            except ValueError:
                continue
    return found | {text: Decimal(number) for text, number in SPELT.items()}


def cn2an() -> Reader:
    """Return cn2an in its strict mode."""
    from cn2an import cn2an as read  # noqa: PLC0415 (a package of the extra)

    return lambda text: read(text, "strict")


def chinese2digits() -> Reader:
    """Return chinese2digits; it finds numerals in a text, so exactly one over the whole text counts."""
    from chinese2digits import takeNumberFromString  # noqa: PLC0415 (a package of the extra)

    def read(text: str) -> object:
        found = takeNumberFromString(text)
        return found["digitsStringList"][0] if found["CHNumberStringList"] == [text] else None

    return read


def recognizers() -> Reader:
    """Return the Chinese number model of recognizers-text; exactly one numeral over the whole text counts."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from recognizers_number import Culture, NumberRecognizer  # noqa: PLC0415 (a package of the extra)

        model = NumberRecognizer(Culture.Chinese).get_number_model()

    def read(text: str) -> object:
        found = model.parse(text)
        return found[0].resolution["value"] if len(found) == 1 and found[0].text == text else None

    return read


def value(read: Reader, text: str) -> Decimal | None:
    """Return the number that a package reads, ``None`` where it refuses, fails or reads something else than one number."""
    try:
        found = read(text)
        return None if found is None else Decimal(str(found))
    except (ValueError, InvalidOperation, KeyError, IndexError, TypeError, AttributeError):
        return None


def measured(readers: dict[str, Reader], text: str) -> dict[str, float]:
    """Return the best time of one reading for each package."""
    best = dict.fromkeys(readers, float("inf"))
    for _ in range(ROUNDS):
        for name, read in readers.items():
            best[name] = min(best[name], timeit.timeit(partial(read, text), number=CALLS) / CALLS * 1e6)
    return best


OURS: dict[str, Reader] = {
    "zjreform read_numeral": lambda text: read_numeral(text).value,
    "zjreform parse": lambda text: parse(text).value,
}
PEERS = {"cn2an (strict)": cn2an, "chinese2digits": chinese2digits, "recognizers-text": recognizers}


def readers() -> dict[str, Reader]:
    """Return the readers that work here."""
    found = dict(OURS)
    for name, peer in PEERS.items():
        try:
            found[name] = peer()
        except Exception as error:  # noqa: BLE001 (a peer may fail to import in any way)
            print(f"not installed: {name}: {error}", file=sys.stderr)
    return found


def results(most: int | None = None) -> dict[str, Any]:
    """Return each package's wrong answers, and its microseconds for each numeral that it reads right, of the first *most* only."""
    able, numerals = readers(), dict(list(table().items())[:most])
    wrong: dict[str, list[list[str]]] = {name: [] for name in able}
    times: dict[str, dict[str, float]] = {name: {} for name in able}
    for text, number in numerals.items():
        here = {}
        for name, read in able.items():
            said = value(read, text)
            if said == number:
                here[name] = read
            else:
                wrong[name].append([text, f"{number:f}", "nothing" if said is None else f"{said:f}"])
        for name, time in measured(here, text).items():
            times[name][text] = time
    return {"numerals": len(numerals), "wrong": wrong, "times": times}


def medians(found: dict[str, Any]) -> tuple[int, dict[str, float]]:
    """Return how many numerals all packages read right, and the median of each package over those."""
    times = found["times"]
    shared = sorted(set.intersection(*map(set, times.values())))
    return len(shared), {name: median(taken[text] for text in shared) for name, taken in times.items() if shared}


def main() -> None:
    """Print the table of packages, and for how many strings zjreform is the fastest."""
    found = results()
    shared, middle = medians(found)
    times = found["times"]
    print(f"{found['numerals']} numerals; python {sys.version.split()[0]}")
    print(f"{'package':24} {'right':>6} {f'median µs over the {shared} that all get right':>42}")
    for name, time in middle.items():
        print(f"{name:24} {len(times[name]):6} {time:42.1f}")
    others = [name for name in times if name not in OURS]
    for name in OURS:
        rivals = {text: min(times[other].get(text, float("inf")) for other in others) for text in times[name]}
        met = {text: rival for text, rival in rivals.items() if rival < float("inf")}
        slower = {text: times[name][text] / rival for text, rival in met.items() if times[name][text] > rival}
        print(
            f"{name}: at least as fast as the fastest other on {len(met) - len(slower)} of {len(met)} shared with any"
        )
        for text, ratio in sorted(slower.items(), key=lambda pair: -pair[1])[:WORST]:
            print(f"    slower on {text}: {ratio:.2f} times")


if __name__ == "__main__":
    main()
