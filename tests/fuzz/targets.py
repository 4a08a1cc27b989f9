"""What the fuzzers call: each takes any bytes and fails only where the library breaks a promise.

A promise is: an error of the library's own or none, spans that hold what they say, and reading that gives back what was written.
"""

import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import zjreform as zj
from zjreform.records.edtf import edtf_bounds

LONGEST = 4000


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape" if data[:1] == b"\xed" else "replace")[:LONGEST]


def parse(data: bytes) -> None:
    """A string is a quantity that renders as one, or is refused."""
    text = _text(data)
    try:
        quantity = zj.parse(text)
    except zj.ZjError:
        return
    assert zj.parse(str(quantity)) == quantity, (text, quantity)


def numerals(data: bytes) -> None:
    """Days, percentages and counts of anything are quantities or our errors."""
    for read in (zj.days, zj.percent, zj.count):
        with suppress(zj.ZjError):
            assert isinstance(read(_text(data)), zj.Quantity)


def figures(data: bytes) -> None:
    """Figures of all kinds are in order, disjoint, and hold their surface; quantities are the same whatever is asked for."""
    text = _text(data)
    found = zj.figures(text, kinds=list(zj.Kind))
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text), (text, one)
        assert text[one.start : one.end] == one.surface, (text, one)
        end = one.end
    assert [one for one in found if one.quantity is not None] == list(zj.figures(text)), text


def changes(data: bytes) -> None:
    """Changes lie in the text and hold their surface."""
    text = _text(data)
    for one in zj.changes(text):
        assert 0 <= one.start < one.end <= len(text), (text, one)


def terms(data: bytes) -> None:
    """Terms hold their surface."""
    text = _text(data)
    for one in zj.terms(text):
        assert text[one.start : one.end] == one.surface, (text, one)


def explain(data: bytes) -> None:
    """Every numeral is explained where it stands."""
    text = _text(data)
    for one in zj.explain(text):
        assert text[one.start : one.end] == one.surface, (text, one)


def edtf(data: bytes) -> None:
    """A date has a first day that is not behind its last, or is refused."""
    try:
        first, last = edtf_bounds(_text(data))
    except ValueError:
        return
    assert first is None or last is None or first <= last


def _container(suffix: str) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"p{suffix}"
            path.write_bytes(data)
            report = zj.validate(path)
            assert report.problems or report.records is not None
            str(report)

    read.__doc__ = f"A file that ends in {suffix} is refused with its problems or read."
    return read


def descriptor(data: bytes) -> None:
    """A folder with any ``datapackage.json`` is refused with its problems or read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "datapackage.json"
        path.write_bytes(data)
        assert zj.validate(folder).problems is not None


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "parse": parse,
    "numerals": numerals,
    "figures": figures,
    "changes": changes,
    "terms": terms,
    "explain": explain,
    "edtf": edtf,
    "descriptor": descriptor,
    "json": _container(".json"),
    "zip": _container(".zip"),
    "sqlite": _container(".sqlite"),
    "excel": _container(".xlsx"),
}
