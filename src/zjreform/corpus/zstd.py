"""Zstandard streams, read to their end: a file that was cut off is damage, not a shorter text."""

import io
from typing import IO, Any, Final

from zjreform.tabular.optional import optional

_PIECE: Final = 4096
"""Packed bytes that are unpacked at once: a piece of a bomb stays within what memory holds."""


class Unzstd(io.RawIOBase):
    """What a Zstandard file holds; frames that stand one behind the other are one file.

    Args:
        packed: The packed bytes.

    Raises:
        ExtraMissingError: zstandard is not installed.
        OSError: While it is read: the bytes are damaged.
        EOFError: While it is read: they end within a frame.

    Example:
        >>> import zstandard
        >>> packed = zstandard.compress(b"abc" * 100)
        >>> Unzstd(io.BytesIO(packed + packed)).read() == b"abc" * 200
        True
        >>> Unzstd(io.BytesIO(packed[:-1])).read()
        Traceback (most recent call last):
        ...
        EOFError: the compressed file ends before its end
    """

    def __init__(self, packed: IO[bytes]) -> None:
        self._library = optional("zstandard", "documents")
        self._packed, self._frame, self._left, self._held = packed, self._begun(), b"", memoryview(b"")
        self._within = False

    def _begun(self) -> Any:  # noqa: ANN401 (zstandard's object of one frame)
        return self._library.ZstdDecompressor().decompressobj()

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 (whatever is writable)
        """Fill a buffer with what comes next."""
        while not self._held and self._more():
            pass
        data, self._held = self._held[: len(buffer)], self._held[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)

    def _more(self) -> bool:
        """Unpack a piece; return whether there was one."""
        piece = self._left or self._packed.read(_PIECE)
        if not piece:
            if self._within:
                raise EOFError("the compressed file ends before its end")
            return False
        try:
            self._held = memoryview(self._frame.decompress(piece))
        except self._library.ZstdError as error:
            raise OSError(str(error)) from error
        self._left, self._within = self._frame.unused_data, not self._frame.eof
        if self._frame.eof:
            self._frame = self._begun()
        return True

    def close(self) -> None:
        """Close what is below, too."""
        self._packed.close()
        super().close()
