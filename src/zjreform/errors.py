"""Every error that zjreform raises on purpose.

One base, and a standard-library parent beside it where one fits. Each error carries its parts as attributes, hands all of them to
``super().__init__`` so that it pickles, and builds its message in ``__str__``.
"""

from collections.abc import Sequence

from attrs import frozen

from zjreform.alike import did_you_mean, enumerated
from zjreform.lazy import reach


class ZjError(Exception):
    """Base of all errors of this package; as a text it is in the language that is shown (`zjreform.language`).

    Example:
        >>> issubclass(ParseError, ZjError) and issubclass(ParseError, ValueError)
        True
    """

    def __str__(self) -> str:
        return reach("message")(self)  # type: ignore[no-any-return]

    def english(self) -> str:
        """Return the message in English, whatever language is shown.

        Example:
            >>> UnknownIdError("cases", "nanhu").english()
            "cases has no id 'nanhu'"
        """
        return super().__str__()


class ZjWarning(UserWarning):
    """An answer that may be another than was meant.

    Example:
        >>> issubclass(ZjDeprecationWarning, ZjWarning)
        True
    """


class ZjDeprecationWarning(ZjWarning, DeprecationWarning):
    """A name or argument goes in a later version; the message names the version and what takes its place.

    Example:
        >>> print(gone("time", "0.3", "dates"))
        time goes in version 0.3: use dates
    """


def gone(what: str, version: str, instead: str) -> ZjDeprecationWarning:
    """Return the warning that something goes in a version.

    Example:
        >>> type(gone("a", "0.3", "b")).__name__
        'ZjDeprecationWarning'
    """
    return ZjDeprecationWarning(f"{what} goes in version {version}: use {instead}")


class ParseError(ZjError, ValueError):
    """A text is not in the supported grammar.

    Attributes:
        text: The whole text that was given.
        at: Code-point offset at which reading failed, from 0 to ``len(text)``.
        expected: What could have stood there, in English.

    Example:
        >>> print(ParseError("8个工作", 2, "a unit"))
        expected a unit at position 2 in '8个工作'
    """

    def __init__(self, text: str, at: int, expected: str) -> None:
        super().__init__(text, at, expected)
        self.text, self.at, self.expected = text, at, expected

    def english(self) -> str:  # noqa: D102 (as the base says)
        return f"expected {self.expected} at position {self.at} in {self.quoted()}"

    def quoted(self) -> str:
        """Return the text, or what stands near the position in a long one.

        Example:
            >>> ParseError("8个工作", 2, "a unit").quoted()
            "'8个工作'"
        """
        if len(self.text) <= _QUOTED:
            return repr(self.text)
        start = max(0, min(self.at, len(self.text)) - _QUOTED // 2)
        return f"{self.text[start : start + _QUOTED]!r} (from {start} of {len(self.text)} characters)"


_QUOTED = 120


class DimensionError(ZjError, TypeError):
    """A quantity has another dimension than the operation needs.

    Attributes:
        value: The quantity or text concerned, as a string.
        found: The dimension it has.
        expected: The dimension that was needed.

    Example:
        >>> print(DimensionError("5件", "count", "duration"))
        expected a quantity of dimension duration, got count: '5件'
    """

    def __init__(self, value: str, found: str, expected: str) -> None:
        super().__init__(value, found, expected)
        self.value, self.found, self.expected = value, found, expected

    def english(self) -> str:  # noqa: D102 (as the base says)
        return f"expected a quantity of dimension {self.expected}, got {self.found}: {self.value!r}"


class BasisError(ZjError, ValueError):
    """Two units share no fixed factor, and no rule was named that would give one.

    Attributes:
        value: The quantity concerned, as a string.
        found: The base it has, such as ``"workday"``.
        expected: The base that was asked for, such as ``"day"``.
        remedy: What the caller can do.

    Example:
        >>> print(BasisError("8个工作日", "workday", "day", "name a working-day rule"))
        '8个工作日' counts in workday, which has no fixed length in day: name a working-day rule
    """

    def __init__(self, value: str, found: str, expected: str, remedy: str) -> None:
        super().__init__(value, found, expected, remedy)
        self.value, self.found, self.expected, self.remedy = value, found, expected, remedy

    def english(self) -> str:  # noqa: D102 (as the base says)
        return f"{self.value!r} counts in {self.found}, which has no fixed length in {self.expected}: {self.remedy}"


class BoundError(ZjError, ValueError):
    """The bounds of a claim do not decide what was asked.

    Attributes:
        value: The quantity or quantities concerned, as a string.
        asked: What was asked of them.

    Example:
        >>> print(BoundError("200多个 < 201个", "an order"))
        the bounds of '200多个 < 201个' do not decide an order
    """

    def __init__(self, value: str, asked: str) -> None:
        super().__init__(value, asked)
        self.value, self.asked = value, asked

    def english(self) -> str:  # noqa: D102 (as the base says)
        return f"the bounds of {self.value!r} do not decide {self.asked}"


@frozen
class Problem:
    """One place at which a data package breaks its schema.

    Attributes:
        file: Name of the file.
        row: Number of the row, the header being row 1; 0 where the whole file is meant.
        field: Name of the field; ``""`` where the whole row is meant.
        value: What stands there.
        expected: What could have stood there, in English.
        remedy: What to do about it; ``""`` where *expected* says enough.

    Example:
        >>> print(Problem("cases.csv", 3, "level", "citty", "one of province, prefecture"))
        cases.csv row 3, level: expected one of province, prefecture, got 'citty'
    """

    file: str
    row: int
    field: str
    value: str
    expected: str
    remedy: str = ""

    def __str__(self) -> str:
        return reach("message")(self)  # type: ignore[no-any-return]

    @property
    def shown(self) -> str:
        """What stands there, or the beginning of it.

        Example:
            >>> Problem("a.csv", 2, "id", "x", "y").shown
            'x'
        """
        return self.value if len(self.value) <= _SHOWN else f"{self.value[:_SHOWN]}…"

    def english(self) -> str:
        """Return the problem in English, whatever language is shown.

        Example:
            >>> Problem("a.csv", 2, "id", "x", "y").english()
            "a.csv row 2, id: expected y, got 'x'"
        """
        where = self.file + (f" row {self.row}" if self.row else "") + (f", {self.field}" if self.field else "")
        return f"{where}: expected {self.expected}, got {self.shown!r}" + (f" ({self.remedy})" if self.remedy else "")


_SHOWN = 300


def listed(problems: Sequence[Problem]) -> list[str]:
    """Return a line for each problem; of many alike in one column the first three, and how many more there are.

    Example:
        >>> print(listed([Problem("a.csv", row, "level", "x", "one of y") for row in range(2, 900)])[-1])
        a.csv, level: 895 more of this kind, up to row 899
    """
    kinds: dict[tuple[str, ...], list[Problem]] = {}
    for one in problems:
        kinds.setdefault((one.file, one.field, one.expected, "" if one.field else str(one)), []).append(one)
    lines: list[str] = []
    for (file, name, *_), alike in kinds.items():
        few = len(alike) <= 2 * _ALIKE
        lines += map(str, alike if few else alike[:_ALIKE])
        lines += [] if few else [f"{file}, {name}: {len(alike) - _ALIKE} more of this kind, up to row {alike[-1].row}"]
    return lines


_ALIKE = 3


class DatasetError(ZjError, ValueError):
    """A data package breaks its schema; every problem found is listed.

    Attributes:
        problems: All problems, in file and row order.

    Example:
        >>> DatasetError([]).problems
        ()
    """

    def __init__(self, problems: Sequence["Problem"]) -> None:
        super().__init__(tuple(problems))
        self.problems = tuple(problems)

    def english(self) -> str:  # noqa: D102 (as the base says)
        count = len(self.problems)
        lines = [f"{count} problem{'' if count == 1 else 's'} in the data package", *listed(self.problems)]
        return "\n  ".join(lines)


class RecordError(ZjError, ValueError):
    """A record was to be made with a value that its field cannot hold.

    Attributes:
        record: Name of the class, such as ``"Metric"``.
        field: Name of the field.
        value: The value that was given, as Python shows it.
        expected: What could have been given, in English.

    Example:
        >>> print(RecordError("Award", "position", "0", "a number of at least 1"))
        Award.position: expected a number of at least 1, got 0
    """

    def __init__(self, record: str, field: str, value: str, expected: str) -> None:
        super().__init__(record, field, value, expected)
        self.record, self.field, self.value, self.expected = record, field, value, expected

    def english(self) -> str:  # noqa: D102 (as the base says)
        return f"{self.record}.{self.field}: expected {self.expected}, got {self.value[:_SHOWN]}{'…' * (len(self.value) > _SHOWN)}"


class UnknownIdError(ZjError, LookupError):
    """No record of a table has this id.

    Attributes:
        table: Name of the table, such as ``"cases"``.
        id: The id that was asked for.
        close: Ids that are spelt alike, best first.

    Example:
        >>> print(UnknownIdError("cases", "nanhu", ("nanhu-company-setup",)))
        cases has no id 'nanhu'; did you mean 'nanhu-company-setup'?
    """

    def __init__(self, table: str, id: str, close: Sequence[str] = ()) -> None:
        super().__init__(table, id, tuple(close))
        self.table, self.id, self.close = table, id, tuple(close)

    def english(self) -> str:  # noqa: D102 (as the base says)
        return f"{self.table} has no id {self.id!r}{did_you_mean(self.close)}"


class UnknownValueError(ZjError, LookupError):
    """A query names a value that no record has.

    Attributes:
        field: The field or keyword asked for, such as ``"place"``.
        value: The value that was given.
        close: Values that are spelt alike, best first.
        known: All values there are, where they are few; ``()`` where they are many.

    Example:
        >>> print(UnknownValueError("place", "Lishiu", ("Lishui",)))
        no place is called 'Lishiu'; did you mean 'Lishui'?
    """

    def __init__(self, field: str, value: object, close: Sequence[str] = (), known: Sequence[str] = ()) -> None:
        super().__init__(field, value, tuple(close), tuple(known))
        self.field, self.value, self.close, self.known = field, value, tuple(close), tuple(known)

    def english(self) -> str:  # noqa: D102 (as the base says)
        said = f"no {self.field} is called {self.value!r}{did_you_mean(self.close)}"
        return f"{said}{'' if self.close else '.'} There are {enumerated(self.known)}" if self.known else said


class NotOneError(ZjError, LookupError):
    """A table that was to hold one record holds none or several.

    Attributes:
        table: Name of the table.
        count: How many records it holds.
        remedy: How to ask for less; ``""`` where nothing is known to help.

    Example:
        >>> print(NotOneError("cases", 3))
        expected one record in cases, found 3
    """

    def __init__(self, table: str, count: int, remedy: str = "") -> None:
        super().__init__(table, count, remedy)
        self.table, self.count, self.remedy = table, count, remedy

    def english(self) -> str:  # noqa: D102 (as the base says)
        return f"expected one record in {self.table}, found {self.count}{f': {self.remedy}' if self.remedy else ''}"


class DocumentError(ZjError, ValueError):
    """A document cannot be read as text whose figures can be trusted.

    Attributes:
        path: The document.
        reason: Why not, in English: a scan, damage, encryption, too many pages, an undecided encoding.
        remedy: What the caller can do.

    Example:
        >>> print(DocumentError("a.pdf", "it is a scan", "pass the text"))
        'a.pdf' cannot be read: it is a scan (pass the text)
    """

    def __init__(self, path: str, reason: str, remedy: str = "") -> None:
        super().__init__(path, reason, remedy)
        self.path, self.reason, self.remedy = path, reason, remedy

    def english(self) -> str:  # noqa: D102 (as the base says)
        return f"{self.path!r} cannot be read: {self.reason}" + (f" ({self.remedy})" if self.remedy else "")


class ExtraMissingError(ZjError, ImportError):
    """An optional dependency is not installed.

    Attributes:
        package: The import name that is missing.
        extra: The extra of zjreform that brings it.

    Example:
        >>> print(ExtraMissingError("pandas", "pandas"))
        this needs pandas, which is not installed: pip install 'zjreform[pandas]'
    """

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(package, extra)
        self.package, self.extra = package, extra

    def english(self) -> str:  # noqa: D102 (as the base says)
        return f"this needs {self.package}, which is not installed: pip install 'zjreform[{self.extra}]'"


class FontMissingError(ZjError, LookupError):
    """No font that draws Chinese is installed; a picture would hold boxes.

    Attributes:
        families: The families that were looked for.

    Example:
        >>> print(FontMissingError(("Noto Sans CJK SC", "SimHei")))
        no font that draws Chinese is installed; looked for Noto Sans CJK SC, SimHei
    """

    def __init__(self, families: Sequence[str]) -> None:
        super().__init__(tuple(families))
        self.families = tuple(families)

    def english(self) -> str:  # noqa: D102 (as the base says)
        return f"no font that draws Chinese is installed; looked for {', '.join(self.families)}"
