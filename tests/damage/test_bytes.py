"""Damaged bytes: a file of any format is refused with its problems or read as it stands, never anything else."""

from pathlib import Path
from random import Random

import pytest
from tests.damage.packages import FORMATS, WHOLE, flipped, outcome
from tests.interop.made import made_dataset

import zjreform as zj

FLIPS = 200 if WHOLE else 8


@pytest.fixture(scope="module")
def made() -> zj.Dataset:
    """The dataset that is damaged."""
    return made_dataset()


@pytest.mark.parametrize("form", FORMATS)
def test_random_bytes(form: str, made: zj.Dataset, tmp_path: Path) -> None:
    """Twenty bytes, a cut end, doubled bytes and an emptied file."""
    path = FORMATS[form](made, tmp_path)
    draw = Random(form)  # noqa: S311 (the same damage on every run)
    files = sorted(found for found in path.iterdir()) if path.is_dir() else [path]
    for number in range(FLIPS):
        file = files[draw.randrange(len(files))]
        data = file.read_bytes()
        if not data:
            continue
        cut = draw.randrange(len(data))
        file.write_bytes((flipped(data, draw), flipped(data, draw, 1), data[:cut], data[:cut] + data)[number % 4])
        outcome(path)
        file.write_bytes(data)
    assert zj.read(path) == made


@pytest.mark.parametrize("form", ["p.zip", "p.xlsx", "p.sqlite", "p.db", "p.json", "p.txt", "datapackage.json"])
@pytest.mark.parametrize(
    "data", [b"", b"\0" * 64, b"PK\3\4", b"SQLite format 3\0", b"[]", b"{}", b'{"resources": {}}', b"\xff\xfe"]
)
def test_bytes_that_are_no_package(form: str, data: bytes, tmp_path: Path) -> None:
    """Whatever the name says, the bytes decide."""
    path = tmp_path / form
    path.write_bytes(data)
    assert outcome(path) is None
