"""Writers: the old output whole or the new one, whatever happens; nothing left behind; nothing else touched."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.damage.packages import FORMATS
from tests.interop.made import made_dataset

import zjreform as zj

posix = pytest.mark.skipif(os.name != "posix", reason="needs signals, links and modes")

OVERWRITE: dict[str, Callable[[zj.Dataset, Path], object]] = {
    "folder": lambda ds, path: ds.write(path, overwrite=True),
    "zip": lambda ds, path: ds.write(path, overwrite=True),
    "parquet": lambda ds, path: ds.write_parquet(path, overwrite=True),
    "sqlite": lambda ds, path: ds.write_sqlite(path, overwrite=True),
    "json": lambda ds, path: ds.write_json(path, overwrite=True),
    "excel": lambda ds, path: ds.write_excel(path, overwrite=True),
}


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


@posix
@pytest.mark.parametrize("form", FORMATS)
def test_a_link_stays_a_link(form: str, tmp_path: Path) -> None:
    """What it leads to is replaced, and keeps its mode."""
    ds = made_dataset(1)
    real = FORMATS[form](ds, _made(tmp_path / "real"))
    real.chmod(0o750)
    link = _made(tmp_path / "links") / real.name
    link.symlink_to(real)
    OVERWRITE[form](made_dataset(2), link)
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o750
    assert len(zj.read(real).metrics) == 2
    assert _names(link.parent) - {"p.metadata.json"} == {real.name}


@pytest.mark.parametrize(
    ("write", "name"),
    [
        (zj.Dataset.write, "p.ZIP"),
        (zj.Dataset.write_parquet, "p.zip"),
        (zj.Dataset.write_sqlite, "p"),
        (zj.Dataset.write_json, "p.zip"),
        (zj.Dataset.write_excel, "p.xls"),
    ],
)
def test_a_wrong_suffix_is_refused_before_the_work(
    write: Callable[[zj.Dataset, Path], object], name: str, tmp_path: Path
) -> None:
    """Reading goes by the name, so that it could not be read again."""
    with pytest.raises(zj.DatasetError, match="expected a name"):
        write(made_dataset(1), tmp_path / name)
    assert _names(tmp_path) == set()


@pytest.mark.parametrize("form", FORMATS)
def test_what_stands_in_the_way(form: str, tmp_path: Path) -> None:
    """A folder where a file should be, and the other way round."""
    path = FORMATS[form](made_dataset(1), tmp_path)
    names = _names(tmp_path)
    other = tmp_path / f"other{path.suffix}"
    if path.is_dir():
        other.write_text("mine", encoding="utf-8")
    else:
        other.mkdir()
    with pytest.raises(OSError, match="got a f"):
        OVERWRITE[form](made_dataset(1), other)
    assert _names(tmp_path) == names | {other.name}


@posix
@pytest.mark.parametrize("form", FORMATS)
def test_a_full_disk(form: str, tmp_path: Path) -> None:
    """The error is the system's, the old output stands, and nothing is left."""
    path = FORMATS[form](made_dataset(), tmp_path)
    names = _names(tmp_path)
    code = (
        "import sys, resource\n"
        "from pathlib import Path\n"
        "from tests.interop.made import made_dataset\n"
        "from tests.damage.test_writers import OVERWRITE\n"
        "ds = made_dataset(50)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))\n"
        "try:\n    OVERWRITE[sys.argv[1]](ds, Path(sys.argv[2]))\n"
        "except OSError as error:\n    sys.exit(3)\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, form, str(path)], check=False, capture_output=True
    )
    assert done.returncode == 3, done.stderr.decode()[-2000:]
    assert _names(tmp_path) == names
    assert zj.read(path) == made_dataset()


@posix
@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only an administrator can become another user")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("form", FORMATS)
def test_no_permission(form: str, tmp_path: Path) -> None:
    """Another user is told so; nothing is changed and nothing is left."""
    path = FORMATS[form](made_dataset(1), tmp_path)
    names = _names(tmp_path)
    for folder in (tmp_path, *tmp_path.parents[:3]):
        if not folder.stat().st_mode & stat.S_IXOTH:
            folder.chmod(stat.S_IMODE(folder.stat().st_mode) | 0o055)
    child = os.fork()
    if child == 0:
        os.setgid(65534)
        os.setuid(65534)
        try:
            OVERWRITE[form](made_dataset(2), path)
        except PermissionError:
            os._exit(3)
        os._exit(4)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 3
    assert _names(tmp_path) == names
    assert zj.read(path) == made_dataset(1)
