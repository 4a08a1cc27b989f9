"""Reading is strict: each way in which a package can be wrong is refused, with its place, and all come together."""

from collections.abc import Callable

import pytest

import zjreform as zj
from zjreform.dataset.package import read_package
from zjreform.resources import read_bytes

Change = Callable[[bytes], bytes]


def _broken(file: str, change: Change) -> tuple[zj.Problem, ...]:
    def read(name: str) -> bytes:
        data = read_bytes(name)
        return change(data) if name == file else data

    with pytest.raises(zj.DatasetError) as caught:
        read_package(read, "test")
    return caught.value.problems


def _swap(old: str, new: str) -> Change:
    def change(data: bytes) -> bytes:
        assert old.encode() in data
        return data.replace(old.encode(), new.encode(), 1)

    return change


@pytest.mark.parametrize(
    ("file", "change", "message"),
    [
        pytest.param(
            "tiers.csv",
            _swap(",7,", ",seven,"),
            "tiers.csv row 2, quota: expected a whole number, got 'seven'",
            id="wrong type",
        ),
        pytest.param(
            "tiers.csv",
            _swap(",7,", ",7.0,"),
            "tiers.csv row 2, quota: expected a whole number, got '7.0'",
            id="coercible",
        ),
        pytest.param(
            "tiers.csv", _swap(",7,", ",0,"), "expected a number of at least 1, got '0'", id="below the minimum"
        ),
        pytest.param("tiers.csv", _swap("id,", "id,extra,"), "unknown: extra", id="unknown field"),
        pytest.param("tiers.csv", _swap("quota,", ""), "missing: quota", id="missing field"),
        pytest.param(
            "tiers.csv", _swap("id,round", "round,id"), "the order or number of columns differs", id="order of columns"
        ),
        pytest.param(
            "tiers.csv",
            _swap("pmi-4-top-ten,", "pmi-4-special,"),
            "an id that no other row has, got 'pmi-4-special'",
            id="duplicate id",
        ),
        pytest.param(
            "tiers.csv",
            _swap("special,pmi-4,", "special,pmi-5,"),
            "expected the id of a row of rounds.csv, got 'pmi-5'",
            id="dangling",
        ),
        pytest.param(
            "tiers.csv",
            _swap("not_stated", "notstated"),
            "expected one of score, score_and_factors, not_stated, got 'notstated'",
            id="enum",
        ),
        pytest.param(
            "rounds.csv", _swap("2017-08-15", "2017-8-15"), "announced: expected an EDTF date", id="malformed date"
        ),
        pytest.param(
            "rounds.csv", _swap("2017-08-15", "2017-02-29"), "announced: expected an EDTF date", id="impossible date"
        ),
        pytest.param(
            "tiers.csv",
            _swap("pmi-4-special,pmi-4", "pmi-4-special"),
            "expected 10 fields, got '9 fields'",
            id="field count",
        ),
        pytest.param(
            "tiers.csv", lambda data: b"\xef\xbb\xbf" + data, "expected UTF-8 without a byte-order mark", id="BOM"
        ),
        pytest.param("tiers.csv", lambda data: data.decode().encode("gb18030"), "expected UTF-8 text", id="encoding"),
        pytest.param("tiers.csv", lambda data: data + b'"open', "expected well-formed CSV", id="open quote"),
        pytest.param("tiers.csv", _swap("pmi-4-special,", "PMI 4,"), "expected a text of the form", id="form of id"),
        pytest.param(
            "tiers.csv",
            _swap("Special Contribution Award", " Special"),
            "expected a text without white space at its ends",
            id="white space",
        ),
        pytest.param(
            "tiers.csv",
            _swap("Special Contribution Award", ""),
            "expected a value; the field may not be empty",
            id="empty",
        ),
        pytest.param(
            "awards.csv",
            _swap("run-at-most-once,", ","),
            "expected either a case or an organisation",
            id="award of nothing",
        ),
        pytest.param(
            "awards.csv",
            _swap("pmi-4,pmi-4-special,1", "mpro-2018,pmi-4-special,1"),
            "expected a tier of the round mpro-2018",
            id="tier",
        ),
    ],
)
def test_refuses(file: str, change: Change, message: str) -> None:
    """The problem names file, row, field and value."""
    problems = _broken(file, change)
    assert any(message in str(problem) for problem in problems), [str(problem) for problem in problems]
    assert all(problem.file.endswith(".csv") for problem in problems)


def test_all_problems_come_together() -> None:
    """One error lists problems of several files and rows."""

    def read(name: str) -> bytes:
        data = read_bytes(name)
        if name == "tiers.csv":
            return data.replace(b",7,", b",x,").replace(b",16,", b",y,")
        return data.replace(b"2017-08-15", b"2017") + b"short\n" if name == "rounds.csv" else data

    with pytest.raises(zj.DatasetError) as caught:
        read_package(read, "test")
    assert [(problem.file, problem.value) for problem in caught.value.problems] == [
        ("rounds.csv", "1 fields"),
        ("tiers.csv", "x"),
        ("tiers.csv", "y"),
    ]
    assert str(caught.value).startswith("3 problems in the data package\n")


def test_a_missing_file_is_named() -> None:
    """A package without one of its files says which."""

    def read(name: str) -> bytes:
        if name == "tiers.csv":
            raise FileNotFoundError(name)
        return read_bytes(name)

    with pytest.raises(zj.DatasetError, match=r"tiers\.csv: expected a file of this name, got 'no such file'"):
        read_package(read, "test")
