"""Where the files of a package lie: a folder or a zip file."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from zjreform.errors import DatasetError, Problem

DESCRIPTOR = "datapackage.json"


@frozen
class Container:
    """The files of one package.

    Attributes:
        names: Names of its files.
        read: Returns the bytes of one of them.
    """

    names: tuple[str, ...]
    read: Callable[[str], bytes]


def open_container(path: Path) -> Container:
    """Return the files of a folder, of a zip file, or of the folder that a ``datapackage.json`` lies in.

    Raises:
        FileNotFoundError: There is no such path.
        DatasetError: The zip file is damaged.

    Example:
        >>> import tempfile
        >>> open_container(Path(tempfile.mkdtemp())).names
        ()
    """
    if path.name == DESCRIPTOR and path.is_file():
        path = path.parent
    if path.is_dir():
        names = tuple(sorted(found.name for found in path.iterdir() if found.is_file()))
        return Container(names, lambda name: (path / name).read_bytes())
    return _open_zip(path)


def _open_zip(path: Path) -> Container:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [info.filename for info in archive.infolist() if not info.is_dir()]
            folder = _common_folder(names)
            files = {name.removeprefix(folder): archive.read(name) for name in names}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        remedy = "zip files must be plain: not encrypted, not damaged"
        expected = "a folder, a zip file or datapackage.json"
        raise DatasetError([Problem(path.name, 0, "", str(error), expected, remedy)]) from None
    if len(files) < len(names):
        twice = sorted({name for name in names if names.count(name) > 1})
        raise DatasetError([Problem(path.name, 0, "", ", ".join(twice), "each file once", "pack it anew")])
    return Container(tuple(sorted(files)), files.__getitem__)


def _common_folder(names: list[str]) -> str:
    """Return the folder in which the descriptor lies, with its slash; zip programs often add one."""
    found = [name for name in names if name.rpartition("/")[2] == DESCRIPTOR]
    return min(found, key=len).removesuffix(DESCRIPTOR) if found else ""
