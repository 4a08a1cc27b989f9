"""Limits on what a reader takes in, so that a small file cannot fill memory."""

from attrs import field, frozen


def _positive(_: object, attribute: object, value: object) -> None:
    if type(value) is not int or value < 1:
        raise ValueError(f"expected a whole number of at least 1 for {getattr(attribute, 'name', '')}, got {value!r}")


@frozen(kw_only=True)
class Limits:
    """How much a package, a document or a corpus may hold; what holds more is refused before it is taken in.

    The defaults let a table of a million metrics pass in every format.

    Attributes:
        bytes: Bytes of one package or document, all its files together, after inflating.
        ratio: Times that a compressed file may grow by inflating, once it has grown beyond ten million bytes.
        rows: Rows of one table.
        cell: Characters of one cell.
        pages: Pages of one document.

    Raises:
        ValueError: A limit is no whole number of at least 1.

    Example:
        >>> Limits(rows=1000).rows, Limits().cell
        (1000, 131072)
        >>> Limits(bytes=0)
        Traceback (most recent call last):
        ValueError: expected a whole number of at least 1 for bytes, got 0
    """

    bytes: int = field(default=4_000_000_000, validator=_positive)
    ratio: int = field(default=200, validator=_positive)
    rows: int = field(default=5_000_000, validator=_positive)
    cell: int = field(default=131_072, validator=_positive)
    pages: int = field(default=10_000, validator=_positive)


DEFAULT = Limits()
"""What holds where no other limits are given."""
