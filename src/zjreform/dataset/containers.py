"""Where the files of a package lie: a folder or a zip file. Files are read one by one, as they are asked for, within limits."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from attrs import frozen

from zjreform.errors import DatasetError, Problem
from zjreform.limits import DEFAULT, Limits
from zjreform.tabular.archives import entry_names, inflated, opened_zip, too_long, twice

DESCRIPTOR = "datapackage.json"


@frozen
class Container:
    """The files of one package.

    Attributes:
        names: Names of its files.
        read: Returns the bytes of one of them; raises ``DatasetError`` where they are damaged or beyond the limits.
    """

    names: tuple[str, ...]
    read: Callable[[str], bytes]


def open_container(path: Path, limits: Limits = DEFAULT) -> Container:
    """Return the files of a folder, of a zip file, or of the folder that a ``datapackage.json`` lies in.

    Raises:
        FileNotFoundError: There is no such path.
        DatasetError: The zip file is damaged, or names of its files lead elsewhere or stand twice.

    Example:
        >>> import tempfile
        >>> open_container(Path(tempfile.mkdtemp())).names
        ()
    """
    if path.name == DESCRIPTOR and path.is_file():
        path = path.parent
    return _open_folder(path, limits) if path.is_dir() else _open_zip(path, limits)


def plain_name(path: object) -> str | None:
    """Return the file name that a path of a descriptor means, ``None`` where it is none beside the descriptor.

    Example:
        >>> plain_name("./cases.csv"), plain_name("../cases.csv"), plain_name("a/cases.csv"), plain_name(3)
        ('cases.csv', None, None, None)
    """
    if not isinstance(path, str) or "\\" in path or "\0" in path:
        return None
    parts = PurePosixPath(path).parts
    return parts[0] if len(parts) == 1 and parts[0] not in {"/", ".."} else None


def file_bytes(path: Path, limits: Limits = DEFAULT) -> bytes:
    """Return the bytes of a file.

    Raises:
        DatasetError: It holds more than the limits allow, or is no file that can be read to its end.

    Example:
        >>> import tempfile
        >>> path = Path(tempfile.mkdtemp()) / "a.csv"
        >>> path.write_bytes(b"id"), file_bytes(path)
        (2, b'id')
    """
    try:
        length = path.stat().st_size
        if length > limits.bytes:
            raise too_long(path.name, path.name, length, limits)
        return path.read_bytes()
    except OSError as error:
        shown = error.strerror or type(error).__name__
        raise DatasetError(
            [Problem(path.name, 0, "", shown, "a file that can be read", "look at its rights")]
        ) from None


def _open_folder(folder: Path, limits: Limits) -> Container:
    names = tuple(sorted(found.name for found in folder.iterdir() if found.is_file()))
    inside, lengths = folder.resolve(), dict[str, int]()

    def read(name: str) -> bytes:
        path = folder / name
        if path.resolve().parent != inside:
            remedy = "put the file itself into the folder"
            raise DatasetError([Problem(name, 0, "", "a link to another folder", "a file of this folder", remedy)])
        data = file_bytes(path, limits)
        lengths[name] = len(data)
        if (taken := sum(lengths.values())) > limits.bytes:
            raise too_long(folder.name, name, taken, limits)
        return data

    return Container(names, read)


def _open_zip(path: Path, limits: Limits) -> Container:
    with opened_zip(path) as archive:
        names = entry_names(path.name, archive)
    folder = _common_folder(names)
    files = {name.removeprefix(folder): name for name in names}
    if len(files) < len(names):
        raise DatasetError([Problem(path.name, 0, "", ", ".join(twice(list(names))), "each file once", "pack it anew")])
    lengths: dict[str, int] = {}

    def read(name: str) -> bytes:
        lengths.pop(name, None)
        with opened_zip(path) as archive:
            data = inflated(path.name, archive, files[name], limits, limits.bytes - sum(lengths.values()))
        lengths[name] = len(data)
        return data

    return Container(tuple(sorted(files)), read)


def _common_folder(names: tuple[str, ...]) -> str:
    """Return the folder in which the descriptor lies, with its slash; zip programs often add one."""
    found = [name for name in names if name.rpartition("/")[2] == DESCRIPTOR]
    return min(found, key=len).removesuffix(DESCRIPTOR) if found else ""
