"""What a run reads: files, folders, patterns, members of archives and standard input, found in a fixed order.

Nothing is opened here but archives, whose members are listed. A folder is read with all below it, hidden files, links to folders and
unfinished runs left out; files of other kinds in it are counted, one that is named itself must be readable. A file that several paths lead
to is read once, under the first.
"""

import glob
import gzip
import io
import lzma
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import IO, Any, Final

from attrs import frozen

from zjreform.corpus.documents import MEDIA_TYPES
from zjreform.corpus.journal import is_unfinished
from zjreform.corpus.zstd import Unzstd
from zjreform.errors import DocumentError

TABLES: Final = frozenset({".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".arrow", ".feather"})
"""Files of many texts; each other file is one text."""
PACKED: Final = frozenset({".gz", ".zst"})
"""Files that hold one other, compressed."""
STDIN: Final = "-"
"""Name of standard input."""
UNPACKING: Final = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError)
"""What unpacking damaged bytes raises beside `OSError`."""
_MOST_MEMBERS: Final = 1_000_000


@frozen
class Input:
    """One file, or one member of an archive.

    Attributes:
        name: What it is called in ids, failures and the summary: the path as given, ``!`` and the member behind an archive.
        path: The file on the disk.
        member: Name within the archive ``path``, ``""`` if it is none.
        suffixes: Suffixes that say what it is, lower case, the last two at most.
        size: Bytes on the disk or in the archive.
        changed: Time of its last change, in nanoseconds.
    """

    name: str
    path: Path
    member: str
    suffixes: tuple[str, ...]
    size: int
    changed: int

    @property
    def kind(self) -> str:
        """Suffix of what is read, behind a compression."""
        kept = [suffix for suffix in self.suffixes if suffix not in PACKED]
        return kept[-1] if kept else ""

    @property
    def packing(self) -> str:
        """Suffix of its compression, ``""`` without one."""
        return self.suffixes[-1] if self.suffixes and self.suffixes[-1] in PACKED else ""

    @property
    def holds_many(self) -> bool:
        """Whether it is a table of texts."""
        return self.kind in TABLES


@frozen
class Found:
    """What a run reads.

    Attributes:
        inputs: The files in order.
        ignored: Files of other kinds in the folders and archives.
        failures: Names that cannot be read, each with the reason.
    """

    inputs: tuple[Input, ...]
    ignored: int
    failures: tuple[tuple[str, str], ...]


def find_inputs(
    paths: Iterable[str | PathLike[str]], stdin_suffix: str = ".txt", leave_out: Iterable[Path] = ()
) -> Found:
    """Return what paths stand for.

    Args:
        paths: Files, folders, patterns (``reports/**/*.docx``), archives (``.zip``), ``-`` for standard input.
        stdin_suffix: What standard input is.
        leave_out: Files that are no inputs wherever they stand.

    Raises:
        FileNotFoundError: A path or a pattern leads to nothing.

    Example:
        >>> import tempfile
        >>> folder = Path(tempfile.mkdtemp())
        >>> _ = (folder / "b.txt").write_text("3天", encoding="utf-8"), (folder / "a.exe").write_bytes(b"")
        >>> found = find_inputs([folder, folder / "b.txt"])
        >>> [one.kind for one in found.inputs], found.ignored
        (['.txt'], 1)
    """
    inputs: list[Input] = []
    failures: list[tuple[str, str]] = []
    ignored = 0
    seen = {file.resolve() for file in leave_out}
    for path in paths:
        for file, named in _files(str(path)):
            real = file.resolve()
            if real in seen:
                continue
            seen.add(real)
            if str(file) == STDIN:
                inputs.append(_standard_input(stdin_suffix))
                continue
            try:
                here = list(_members(file) if file.suffix.lower() == ".zip" else [_input(file)])
            except DocumentError as error:
                failures.append((error.path, error.reason))
                continue
            known = [one for one in here if one.kind in TABLES or one.kind in MEDIA_TYPES]
            inputs += known
            if named and not known and file.suffix.lower() != ".zip":
                failures.append((str(file), "it is of no kind that is read"))
            else:
                ignored += len(here) - len(known)
    return Found(tuple(inputs), ignored, tuple(failures))


def _files(path: str) -> Iterator[tuple[Path, bool]]:
    """Yield the files that a path stands for, each with whether it was named itself."""
    if path == STDIN:
        yield Path(path), True
        return
    file = Path(path)
    if file.is_dir():
        for each in sorted(_below(file)):
            yield each, False
    elif file.exists():
        yield file, True
    else:
        matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []  # noqa: PTH207 (a pattern may be absolute)
        if not matches:
            raise FileNotFoundError(f"no such file or folder: {path!r}")
        for match in matches:
            if Path(match).is_file():
                yield Path(match), True


def _below(folder: Path) -> Iterator[Path]:
    for each in folder.iterdir():
        if each.name.startswith("."):
            continue
        if each.is_dir():
            if not each.is_symlink() and not is_unfinished(each):
                yield from _below(each)
        elif each.is_file():
            yield each


def _input(file: Path) -> Input:
    stat = file.stat()
    return Input(file.as_posix(), file, "", _suffixes(file.name), stat.st_size, stat.st_mtime_ns)


def _suffixes(name: str) -> tuple[str, ...]:
    return tuple(suffix.lower() for suffix in Path(name).suffixes[-2:])


def _members(file: Path) -> Iterator[Input]:
    changed = file.stat().st_mtime_ns
    try:
        with zipfile.ZipFile(file) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _is_hidden(entry.filename)]
    except Exception as error:  # zipfile raises a dozen kinds for damaged bytes
        raise DocumentError(file.as_posix(), f"it is damaged or no zip file ({error})") from error
    if len(entries) > _MOST_MEMBERS:
        raise DocumentError(file.as_posix(), f"it holds {len(entries):,} files, at most {_MOST_MEMBERS:,} are read")
    for entry in entries:
        name = f"{file.as_posix()}!{entry.filename}"
        yield Input(name, file, entry.filename, _suffixes(entry.filename), entry.file_size, changed)


def _is_hidden(member: str) -> bool:
    """Whether a member is what a folder would hide, or what macOS packs beside a file (``__MACOSX/._a.txt``)."""
    return any(part.startswith(".") for part in member.split("/"))


def _standard_input(suffix: str) -> Input:
    """Keep standard input in a file: its encoding is decided over the whole of it before any of it is read."""
    with tempfile.NamedTemporaryFile(prefix="zjreform-", suffix=suffix, delete=False) as kept:
        while data := sys.stdin.buffer.read(_PIECE):
            kept.write(data)
        size = kept.tell()
    return Input(STDIN, Path(kept.name), "", (suffix,), size, 0)


_PIECE: Final = 1 << 20


class Meter(io.RawIOBase):
    """A stream that counts what is read of it, for showing how far a run has come.

    Example:
        >>> meter = Meter(io.BytesIO(b"abc"))
        >>> _ = meter.read(2); meter.count
        2
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 (whatever is writable)
        """Fill a buffer."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)

    def close(self) -> None:
        """Close what is below, too."""
        self._stream.close()
        super().close()


def open_input(one: Input) -> tuple[IO[bytes], Meter]:
    """Return the bytes of an input as a stream, unpacked, and the meter of what is read of the file itself.

    Raises:
        DocumentError: Its archive or its compression cannot be read.
        ExtraMissingError: zstandard is not installed.
    """
    try:
        meter = Meter(_member(one.path, one.member) if one.member else one.path.open("rb"))
    except (*UNPACKING, KeyError) as error:
        raise DocumentError(one.name, f"it cannot be unpacked ({error})") from error
    buffered = io.BufferedReader(meter, _PIECE)
    if one.packing == ".gz":
        return gzip.GzipFile(fileobj=buffered), meter  # type: ignore[return-value]
    if one.packing == ".zst":
        return Unzstd(buffered), meter  # type: ignore[return-value]
    return buffered, meter


def _member(path: Path, member: str) -> IO[bytes]:
    archive = zipfile.ZipFile(path)
    stream = archive.open(member)
    archive.close()  # the member keeps the file open
    return stream
