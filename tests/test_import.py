"""Importing and using the library opens no socket, writes nothing, and is the same under every way of running Python."""

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest

import zjreform as zj

SOURCE = Path(zj.__file__).parents[1]

_USE = """
import sys
if len(sys.argv) > 1:
    sys.path.insert(0, sys.argv[1])
import hashlib, io, zjreform as zj
text = "由8个工作日压缩至1个工作日，占五成以上，零下12℃，2018年6月。\\n" * 3
said = [repr(zj.figures(text, kinds=["quantity", "date"])), repr(zj.changes(text)), repr(zj.terms("最多跑一次"))]
said.append(str(zj.parse("120余万次")))
ds = zj.load()
said += [ds.cases.content_hash, ds.metrics.content_hash, repr(ds.metrics.to_dicts()[:40]), repr(ds.comparisons()[:5])]
said.append(zj.cite("solutions-2018", "bibtex"))
said += [repr(ds.wide("metric")[:20]), str(zj.validate(ds))]
"""
_SAID = _USE + 'print(hashlib.sha256("\\n".join(said).encode()).hexdigest())\n'


def _run(code: str, *arguments: str, flags: tuple[str, ...] = (), place: Path | None = None, **more: str) -> str:
    environment = {key: value for key, value in os.environ.items() if key not in {"PYTHONHASHSEED", "PYTHONPATH"}}
    environment.update({"PYTHONPATH": str(SOURCE), **more})
    with tempfile.TemporaryDirectory() as made:
        script = Path(made) / "asked.py"
        script.write_text(code, encoding="utf-8")
        command = [sys.executable, *flags, str(script), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=place)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout.strip()


@pytest.fixture(scope="module")
def said() -> str:
    """A hash of what the library says, run plainly."""
    return _run(_SAID)


def test_nothing_is_sent_and_nothing_is_written() -> None:
    """An audit hook sees every socket and every file that is opened for writing."""
    code = """
import sys
wrong = []
def hook(event, args):
    if event.startswith("socket.") or event in {"os.remove", "os.rename", "os.mkdir", "subprocess.Popen", "os.system", "ctypes.dlopen"}:
        wrong.append((event, str(args)))
    if event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+"):
        wrong.append((event, str(args)))
sys.dont_write_bytecode = True
sys.addaudithook(hook)
"""
    assert _run(code + _USE + "print(wrong)") == "[]"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("flags", "more"),
    [
        (("-O",), {}),
        (("-OO",), {}),
        ((), {"PYTHONHASHSEED": "1"}),
        ((), {"PYTHONHASHSEED": "4242"}),
        ((), {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}),
        ((), {"LC_ALL": "zh_CN.GB18030", "PYTHONUTF8": "0"}),
        ((), {"TZ": "Asia/Shanghai"}),
        (("-X", "dev"), {}),
        (("-W", "error"), {}),
    ],
    ids=str,
)
def test_the_same_however_python_runs(flags: tuple[str, ...], more: dict[str, str], said: str) -> None:
    """Assertions and docstrings left out, any hash seed, any locale, any time zone."""
    assert _run(_SAID, flags=flags, place=None, **more) == said


def test_descriptions_do_not_hang_on_docstrings() -> None:
    """``-OO`` drops docstrings; what files say of their tables must not come from them."""
    code = "import zjreform as zj, tempfile; from pathlib import Path; p = zj.load().write(tempfile.mkdtemp() + '/p').path\n"
    code += "print((p / 'datapackage.json').read_bytes() .hex())"
    assert _run(code, flags=("-OO",)) == _run(code)


def test_the_same_under_any_decimal_context(said: str) -> None:
    """A caller's precision, rounding and traps are the caller's own."""
    code = "import decimal as d\nd.setcontext(d.Context(prec=3, rounding=d.ROUND_UP, traps=[d.Inexact, d.Rounded, d.FloatOperation]))\n"
    assert _run(code + _SAID) == said


def test_the_same_out_of_a_zip_file_and_a_read_only_folder(tmp_path: Path, said: str) -> None:
    """The package reads its own files through ``importlib.resources`` alone."""
    archive = tmp_path / "zj.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for path in (SOURCE / "zjreform").rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                made.write(path, path.relative_to(SOURCE))
    assert _run(_SAID, str(archive), PYTHONPATH="") == said
    folder = tmp_path / "fixed"
    shutil.copytree(SOURCE / "zjreform", folder / "zjreform", ignore=shutil.ignore_patterns("__pycache__"))
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    assert _run(_SAID, str(folder), PYTHONPATH="", place=folder) == said
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_threads_fork_and_spawn() -> None:
    """Eight threads that ask first at the same time, a forked child and a spawned one all get the same."""
    code = """
import concurrent.futures as f, multiprocessing as m, warnings
warnings.simplefilter("ignore")
import zjreform as zj
def ask(_):
    ds = zj.load()
    return (id(ds), len(ds.cases), repr(zj.figures("由8个工作日压缩至1个工作日")))
def main():
    with f.ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(ask, range(16)))) == 1
    for way in ("fork", "spawn"):
        with m.get_context(way).Pool(2) as pool:
            assert {one[1:3] for one in pool.map(ask, range(4))} == {ask(0)[1:3]}
    print("same")
"""
    assert _run(code + "\nif __name__ == '__main__':\n    main()\n") == "same"


def test_caches_are_bounded() -> None:
    """Each cache of a function that takes anything a text can hold has a size, and stays within it."""
    code = """
import gc, functools, pkgutil, importlib, zjreform as zj
for number in range(30_000):
    zj.figures(f"共{number}.{number % 97}项，减少{number % 1000}个工作日")
    if number % 7 == 0:
        try:
            zj.parse(f"{number}个{number}")
        except zj.ZjError:
            pass
sizes = {}
for found in gc.get_objects():
    if isinstance(found, functools._lru_cache_wrapper) and str(getattr(found, "__module__", "")).startswith("zjreform"):
        info = found.cache_info()
        sizes[f"{found.__module__}.{found.__qualname__}"] = (info.currsize, info.maxsize)
grown = {name: size for name, size in sizes.items() if size[0] > 20_000 or (size[1] is None and size[0] > 4_000)}
print(grown)
"""
    assert _run(code) == "{}"
