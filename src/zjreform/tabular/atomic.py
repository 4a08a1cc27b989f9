"""Writing that leaves either the old file or the new one, never a torn one.

A file or folder is made beside its target under a temporary name, brought to the disk, and put in place by one rename. Folders are
exchanged in one step where the system can (Linux, macOS); elsewhere there is a moment in which the old one has already moved aside. Links
are followed, modes are kept, and what a killed write left behind is swept by the next one of the same target.
"""

import ctypes
import glob
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2


@contextmanager
def new_file(target: Path, *, overwrite: bool) -> Iterator[Path]:
    """Give a path to write to; when the block ends without an error, the file takes the place of *target*.

    Raises:
        FileExistsError: *target* exists and *overwrite* is false.
        FileNotFoundError: The folder it is to stand in does not exist.
        IsADirectoryError: *target* is a folder.

    Example:
        >>> import tempfile
        >>> target = Path(tempfile.mkdtemp()) / "a.txt"
        >>> with new_file(target, overwrite=False) as path:
        ...     _ = path.write_text("a", encoding="utf-8")
        >>> target.read_text(encoding="utf-8")
        'a'
    """
    target = _resolved(target)
    if target.is_dir():
        raise IsADirectoryError(f"expected the path of a file, got a folder: {str(target)!r}")
    _refuse_existing(target, overwrite=overwrite)
    _refuse_nowhere(target)
    with _beside(target) as folder:
        path = folder / target.name
        yield path
        if target.exists():
            path.chmod(stat.S_IMODE(target.stat().st_mode))
        _sync(path)
        path.replace(target)
        _sync(target.parent)


def put_file(target: Path, data: bytes) -> Path:
    """Write a whole file, in place of what stands there, and return its path.

    Raises:
        FileNotFoundError: The folder it is to stand in does not exist.
        IsADirectoryError: *target* is a folder.

    Example:
        >>> import tempfile
        >>> put_file(Path(tempfile.mkdtemp()) / "a.txt", b"a").read_bytes()
        b'a'
    """
    with new_file(target, overwrite=True) as new:
        new.write_bytes(data)
    return target


@contextmanager
def new_folder(target: Path, *, overwrite: bool, known: frozenset[str]) -> Iterator[Path]:
    """Give a folder to write to; when the block ends without an error, it takes the place of *target*.

    Args:
        target: Where the folder is to stand.
        overwrite: Replace a folder that stands there.
        known: Names that a folder may hold to be replaced; anything else in it might be somebody's work.

    Raises:
        FileExistsError: *target* exists and *overwrite* is false, or it holds a file that is not *known*.
        FileNotFoundError: The folder it is to stand in does not exist.
    """
    target = _resolved(target)
    _refuse_existing(target, overwrite=overwrite)
    if target.exists():
        _refuse_strangers(target, known)
    _refuse_nowhere(target)
    with _beside(target) as made:
        made.chmod(stat.S_IMODE(target.stat().st_mode) if target.exists() else _usual_mode(made))
        yield made
        for path in made.iterdir():
            old = target / path.name
            if old.is_file():
                path.chmod(stat.S_IMODE(old.stat().st_mode))
            _sync(path)
        _put_in_place(made, target)
        _sync(target.parent)


def _resolved(target: Path) -> Path:
    """Return where a path leads, so that the file behind a link is replaced and not the link."""
    return Path(os.path.realpath(target))


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Give a new folder beside a target, held until the block ends; what killed writes of the same target left is swept first.

    Who writes holds a lock on the folder, which the system lets go when the process ends, however it ends. Where folders cannot be
    locked nothing is swept.
    """
    _sweep(target)
    folder = Path(tempfile.mkdtemp(prefix=f".{target.name}-", suffix=_SUFFIX, dir=target.parent))
    held = _lock(folder)
    try:
        yield folder
    finally:
        if held is not None:
            os.close(held)
        shutil.rmtree(folder, ignore_errors=True)


_SUFFIX = ".zj-new"
_ASIDE = "-old"


def _sweep(target: Path) -> None:
    for left in target.parent.glob(f".{glob.escape(target.name)}-*{_SUFFIX}*"):
        held = _lock(left)
        if held is None:
            continue
        try:
            if left.name.endswith(_ASIDE) and not target.exists():
                left.rename(target)  # killed between the two renames of a folder: this is the old one
            else:
                shutil.rmtree(left, ignore_errors=True)
        finally:
            os.close(held)


def _lock(folder: Path) -> int | None:
    """Return the handle of a folder that is now locked, ``None`` where somebody holds it or the system cannot."""
    try:
        import fcntl  # noqa: PLC0415 (not on every system)

        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle


def _refuse_existing(target: Path, *, overwrite: bool) -> None:
    if target.exists() and not overwrite:
        raise FileExistsError(f"{str(target)!r} exists: pass overwrite=True to replace it")


def _refuse_nowhere(target: Path) -> None:
    if not target.parent.is_dir():
        raise FileNotFoundError(f"no such folder to write into: {str(target.parent)!r}")


def _refuse_strangers(target: Path, known: frozenset[str]) -> None:
    if not target.is_dir():
        raise FileExistsError(f"expected the path of a folder, got a file: {str(target)!r}")
    strangers = sorted(path.name for path in target.iterdir() if path.name not in known)
    if strangers:
        raise FileExistsError(f"{str(target)!r} holds files that are no part of a data package: {', '.join(strangers)}")


def _put_in_place(made: Path, target: Path) -> None:
    if not target.exists():
        made.rename(target)
    elif not _exchange(made, target):
        aside = made.with_name(f"{made.name}{_ASIDE}")
        target.rename(aside)
        try:
            made.rename(target)
        except OSError:
            aside.rename(target)
            raise
        shutil.rmtree(aside)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; ``False`` where the system or file system cannot."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        first, second = os.fsencode(one), os.fsencode(other)
        if sys.platform == "darwin":
            return bool(library.renamex_np(first, second, _EXCHANGE) == 0)
        return bool(library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _EXCHANGE) == 0)
    except (OSError, AttributeError, TypeError):
        return False


def _sync(path: Path) -> None:
    if os.name != "posix" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _usual_mode(folder: Path) -> int:
    """Return the mode of a folder that is made here as any other; to ask the system for its mask is to change it for all threads."""
    probe = folder / "mode"
    probe.mkdir()
    mode = stat.S_IMODE(probe.stat().st_mode)
    probe.rmdir()
    return mode
