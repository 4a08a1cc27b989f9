"""Zip files read entry by entry: nothing is inflated further than the limits allow, and no name leads out of the archive."""

import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from stat import S_ISLNK

from zjreform.errors import DatasetError, Problem
from zjreform.limits import Limits

_CHUNK = 1 << 20
SMALL = 10_000_000
"""Bytes below which it does not matter how far a file grew."""


@contextmanager
def opened_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    """Give a zip file; whatever is wrong with its bytes, also while it is read, is a `DatasetError`.

    Raises:
        DatasetError: The file is no zip file, or a damaged one.
        OSError: The file itself cannot be opened.

    Example:
        >>> import tempfile
        >>> path = Path(tempfile.mkdtemp()) / "a.zip"
        >>> _ = path.write_bytes(b"PK")
        >>> with opened_zip(path):
        ...     pass
        Traceback (most recent call last):
        ...
        zjreform.errors.DatasetError: 1 problem in the data package...
    """
    with path.open("rb") as file:
        try:
            with zipfile.ZipFile(file) as archive:
                yield archive
        except DatasetError:
            raise
        except Exception as error:  # noqa: BLE001 (zipfile raises a dozen kinds for damaged bytes)
            raise damaged(path.name, error) from None


def damaged(file: str, error: Exception) -> DatasetError:
    """Return the error for a zip file whose bytes cannot be read.

    Example:
        >>> damaged("a.zip", EOFError()).problems[0].value
        'EOFError'
    """
    shown = str(error) or type(error).__name__
    return DatasetError([Problem(file, 0, "", shown, "a folder, a zip file or datapackage.json", _PLAIN)])


def entry_names(file: str, archive: zipfile.ZipFile) -> tuple[str, ...]:
    """Return the names of the files in an archive.

    Raises:
        DatasetError: A name is absolute, leads out of the archive or is a link, or two differ by case alone or not at all.
    """
    found = [info for info in archive.infolist() if not info.is_dir()]
    problems = [
        Problem(file, 0, "", info.filename, expected, _REPACK) for info in found if (expected := _refused(info))
    ]
    names = [info.filename for info in found]
    problems += [Problem(file, 0, "", name, "each file once", _ONCE) for name in twice(names)]
    if problems:
        raise DatasetError(problems)
    return tuple(names)


def twice(names: Sequence[str]) -> list[str]:
    """Return the names that another name equals where case does not count.

    Example:
        >>> twice(["a.csv", "A.csv", "b.csv"])
        ['A.csv', 'a.csv']
    """
    counts = Counter(name.casefold() for name in names)
    return sorted({name for name in names if counts[name.casefold()] > 1})


def _refused(info: zipfile.ZipInfo) -> str:
    name = PurePosixPath(info.filename)
    if name.is_absolute() or ".." in name.parts or "\\" in info.filename or ":" in info.filename:
        return "a name inside the archive"
    if S_ISLNK(info.external_attr >> 16):
        return "a file, not a link"
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return "a file that is stored or deflated"
    return ""


def inflated(file: str, archive: zipfile.ZipFile, name: str, limits: Limits, left: int) -> bytes:
    """Return the bytes of one entry.

    Args:
        file: Name of the archive, for problems.
        archive: The archive.
        name: Name of the entry.
        limits: What it may hold.
        left: Bytes that are left of ``limits.bytes``.

    Raises:
        DatasetError: The entry is damaged, or longer than is left, or inflates further than the ratio allows.
    """
    info = archive.getinfo(name)
    most = min(left, max(SMALL, info.compress_size * limits.ratio))
    # What the header states is checked first, since it costs nothing; what comes out is counted all the same.
    if info.file_size > most:
        raise too_long(file, name, info.file_size, limits)
    parts, length = [], 0
    try:
        with archive.open(info) as entry:
            while length <= most and (part := entry.read(_CHUNK)):
                length += len(part)
                parts.append(part)
    except Exception as error:  # noqa: BLE001 (as above)
        raise damaged(f"{file}:{name}", error) from None
    if length > most:
        raise too_long(file, name, length, limits)
    return b"".join(parts)


def too_long(file: str, name: str, length: int, limits: Limits) -> DatasetError:
    """Return the error for a file that holds more than the limits allow.

    Example:
        >>> print(too_long("a.zip", "cases.csv", 9, Limits(bytes=8)).problems[0].value)
        cases.csv: 9 bytes or more
    """
    expected = f"at most {limits.bytes} bytes in all, and {limits.ratio} times its compressed length"
    remedy = "if it is what it should be, give limits=zj.Limits(bytes=…, ratio=…)"
    return DatasetError([Problem(file, 0, "", f"{name}: {length} bytes or more", expected, remedy)])


_REPACK = "pack it anew"
_ONCE = "pack it anew; names that differ by case alone are one name on some systems"
_PLAIN = "zip files must be plain: not encrypted, not damaged"
