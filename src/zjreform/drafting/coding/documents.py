"""The document of a draft: its text, its file, and what is known of it."""

import re
from collections.abc import Mapping
from hashlib import sha256
from os import PathLike
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from zjreform.columns.schema import FieldSchema
from zjreform.corpus.documents import document
from zjreform.errors import DatasetError, Problem, UnknownValueError
from zjreform.fold import fold
from zjreform.records.schema import schema_of
from zjreform.tabular.cells import cell_reader, cell_text

_TRADITIONAL: Final = 0.05
_HAN: Final = re.compile("[\u4e00-\u9fff]")


@frozen
class DraftSource:
    """What is known of the document.

    Attributes:
        values: Values of the fields of ``sources`` that are known.
        missing: Fields that a row needs and nobody has given.
    """

    values: Mapping[str, Any]
    missing: tuple[str, ...]


def text_and_name(given: Any) -> tuple[str, str]:  # noqa: ANN401 (a document of any reader)
    r"""Return the canonical text of what is drafted and the name of its file: LF line ends, no byte-order mark.

    Raises:
        FileNotFoundError: There is no such file.
        TypeError: It is no text, path or document.

    Example:
        >>> text_and_name("8天\r\n")
        ('8天\n', 'document.txt')
    """
    if isinstance(given, str):
        text, name = given, "document"
    elif isinstance(given, PathLike):
        read = document(Path(given))
        text, name = read.text, read.path.stem
    elif isinstance(getattr(given, "text", None), str):
        text, name = (
            given.text,
            Path(str(getattr(given, "name", None) or getattr(given, "path", None) or "document")).stem,
        )
    else:
        raise TypeError(f"expected a text, a path or a document, got {given!r}")
    stem = re.sub(r"[^0-9A-Za-z_一-鿿-]+", "_", name).strip("_-") or "document"
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff"), f"{stem}.txt"


def source_of(text: str, file: str, given: Mapping[str, Any]) -> DraftSource:
    """Return the row of ``sources`` as far as it is known.

    Args:
        text: The canonical text.
        file: Name of its file.
        given: What the caller knows.

    Raises:
        UnknownValueError: ``sources`` has no such field.
        DatasetError: A field that follows from the text is given and says otherwise, or a value is not of its list or form.

    Example:
        >>> source_of("八天", "a.txt", {"id": "a"}).values["characters"]
        2
    """
    fields = {one.name: one for one in schema_of("sources").fields}
    for name in given:
        if name not in fields:
            raise UnknownValueError("field of sources", name, list(fields))
    computed = {
        "id": given.get("id") or _slug(file.removesuffix(".txt")),
        "file": file,
        "sha256": sha256(text.encode()).hexdigest(),
        "characters": len(text),
        "language": language_of(text),
    }
    for name in ("sha256", "characters"):
        if name in given and str(given[name]) != str(computed[name]):
            raise DatasetError([Problem("sources", 0, name, str(given[name]), f"{computed[name]}, as the text has it")])
    _check(fields, given)
    values = {**computed, **{name: value for name, value in given.items() if value is not None}}
    needed = [name for name, field in fields.items() if not field.nullable and not field.many]
    return DraftSource(values, tuple(name for name in needed if name not in values))


def _check(fields: Mapping[str, FieldSchema], given: Mapping[str, Any]) -> None:
    """Refuse what a file could not hold, all of it at once."""
    problems = []
    for name, value in given.items():
        text = cell_text(tuple(value) if isinstance(value, list) else value)
        try:
            if value is not None:
                cell_reader(fields[name])(text)
        except ValueError as error:
            problems.append(Problem("sources", 0, name, text, str(error)))
    if problems:
        raise DatasetError(problems)


def _slug(stem: str) -> str:
    """Return an id made of the letters and digits of a name; a name without any is no id."""
    return re.sub("[^0-9a-z]+", "-", stem.lower()).strip("-") or "document"


def language_of(text: str) -> str:
    """Return the language tag of a text by the share of characters that only one script has.

    Example:
        >>> language_of("辦理時間"), language_of("办理时间")
        ('zh-Hant', 'zh-Hans')
    """
    han = _HAN.findall(text)
    folded = fold("".join(han))
    changed = sum(one != other for one, other in zip(han, folded, strict=True))
    return "zh-Hant" if han and changed / len(han) > _TRADITIONAL else "zh-Hans"
