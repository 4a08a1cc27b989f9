"""Killed at any moment, whatever writes leaves the old output whole or the new one, and the next write sweeps what it left."""

import os
import signal
import time
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from random import Random

import pytest
from tests.damage.packages import WHOLE
from tests.interop.made import made_dataset

import zjreform as zj

KILLS = 200 if WHOLE else 12
CORPUS = ("parquet", "arrow", "csv", "jsonl")


@cache
def _data(size: int) -> zj.Dataset:
    return made_dataset(size)


def _draft(size: int) -> zj.Draft:
    return zj.draft("用时5天，" * size, source={"id": "a"}, blind=True)


def _coded(size: int) -> zj.Draft:
    made = _draft(size)
    for key in made.figures:
        made.confirm(key, coder="me", aggregate="each")
    return made


def _found(size: int, path: Path) -> object:
    text = path.parent.parent / f"{path.name}-{size}.txt"
    if not text.exists():
        text.write_text("由8天压缩至1天。" * 500 * size, encoding="utf-8")
    return zj.corpus.figures(text, path, overwrite=True, workers=1)


WRITERS: Mapping[str, Callable[[int, Path], object]] = {
    "p": lambda size, path: _data(size).write(path, overwrite=True),
    "p.zip": lambda size, path: _data(size).write(path, overwrite=True),
    "q": lambda size, path: _data(size).write_parquet(path, overwrite=True),
    "a": lambda size, path: _data(size).write_arrow(path, overwrite=True),
    "p.sqlite": lambda size, path: _data(size).write_sqlite(path, overwrite=True),
    "p.json": lambda size, path: _data(size).write_json(path, overwrite=True),
    "p.xlsx": lambda size, path: _data(size).write_excel(path, overwrite=True),
    "draft": lambda size, path: _draft(size).write(path, overwrite=True),
    "sheet.csv": lambda size, path: _draft(size).sheet(path, overwrite=True),
    "sheet.xlsx": lambda size, path: _draft(size).sheet(path, overwrite=True),
    "coding.html": lambda size, path: _draft(size).page(path, coder="me", overwrite=True),
    "codings.jsonl": lambda size, path: zj.write_codings(_coded(size), path=path, form="doccano", overwrite=True),
    "marked.html": lambda size, path: zj.highlight("用时5天，" * size).write(path),
    "card.html": lambda size, path: zj.card(zj.parse(f"{size}天")).write(path),
    "explorer.html": lambda size, path: zj.explorer(_data(size)).write(path),
    **{f"found.{form}": _found for form in CORPUS},
}
"""By the name of the file or folder: what writes it, larger or smaller."""


def _bytes(path: Path) -> object:
    if path.is_dir():
        return {file.name: file.read_bytes() for file in path.iterdir()}
    return path.read_bytes()


def _seconds(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # a process with threads is forked on purpose
def test_kills(tmp_path: Path) -> None:
    """Every writer in turn: data packages in all formats, results of the corpus runner, drafts, sheets and pages."""
    draw = Random(9)  # noqa: S311 (the same moments on every run, as far as the machine allows)
    names = [*WRITERS][:: 1 if WHOLE else 2]
    states, lasts = {}, {}
    for name in names:
        folder = tmp_path / name.replace(".", "-")
        folder.mkdir()
        target, write = folder / name, WRITERS[name]
        write(3, target)
        new = _bytes(target)
        lasts[name] = _seconds(lambda write=write, target=target: write(1, target))  # type: ignore[misc]
        states[name] = (_bytes(target), new)
        assert states[name][0] != new, name
    for number in range(KILLS):
        name = names[number % len(names)]
        target = tmp_path / name.replace(".", "-") / name
        child = os.fork()
        if child == 0:
            WRITERS[name](3, target)
            os._exit(0)
        time.sleep(draw.uniform(0, lasts[name] * 1.2))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert _bytes(target) in states[name], name
        WRITERS[name](1, target)
        assert _bytes(target) == states[name][0], name
        left = {path.name for path in target.parent.iterdir()} - {name}
        assert not [each for each in left if each.startswith(".") or each.endswith(".partial")], left
