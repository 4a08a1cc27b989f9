"""Reading a package of the same schema: a folder, a zip file, its ``datapackage.json``, or one of the files that `Dataset` writes.

Every format is turned into the same cells and meets the same strict reader.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path

from attrs import evolve, frozen

from zjreform.columns.schema import FieldSchema
from zjreform.dataset.bundled import bundled
from zjreform.dataset.checks.view import View
from zjreform.dataset.containers import DESCRIPTOR, Container, file_bytes, open_container
from zjreform.dataset.descriptor import parse_json, read_descriptor, read_extensions, read_settings
from zjreform.dataset.lenient import lenient_csv
from zjreform.dataset.package import Known, SheetsOf, assemble
from zjreform.dataset.tables import Tables
from zjreform.errors import DatasetError, Problem, UnknownValueError
from zjreform.limits import DEFAULT, Limits
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of
from zjreform.tabular.csv_text import BOM, Sheet, read_sheets, within_cells
from zjreform.tabular.formulas import as_it_was


@frozen
class Opened:
    """A package whose own description has been read.

    Attributes:
        sheets: Gives the cells of a table.
        version: Version of its data.
        extends: Whether references may name rows of the bundled dataset.
        extra: Extension columns by table.
        unsure: Tables that the description should name a file for and does not.
    """

    sheets: SheetsOf
    version: str
    extends: bool
    extra: Mapping[str, Sequence[FieldSchema]]
    unsure: frozenset[str] = frozenset()
    open: int = 0


DRAFTS = ("refuse", "allow")


def read_tables(
    path: str | PathLike[str], *, limits: Limits = DEFAULT, drafts: str = "refuse", changes: list[Problem] | None = None
) -> Tables:
    """Return the tables of a package; see ``zjreform.read``.

    Raises:
        FileNotFoundError: There is no such path.
        DatasetError: The package breaks the schema; every problem is listed with file, row, field, value and remedy.
        ExtraMissingError: The format needs an optional library.
        UnknownValueError: *drafts* is neither ``"refuse"`` nor ``"allow"``.

    Example:
        >>> import tempfile, zjreform as zj
        >>> len(read_tables(zj.template(tempfile.mkdtemp() + "/mine")).metrics)
        0
    """
    view = read_view(path, limits, drafts=drafts, changes=changes)
    return view.tables if view.base is None else view.tables.extending(view.base)


def read_view(
    path: str | PathLike[str], limits: Limits = DEFAULT, *, drafts: str = "refuse", changes: list[Problem] | None = None
) -> View:
    """Return the tables of a package with the lines of their records, and what it extends, for the checks of meaning.

    Raises:
        FileNotFoundError: There is no such path.
        DatasetError: The package breaks the schema.
        ExtraMissingError: The format needs an optional library.

    Example:
        >>> import tempfile, zjreform as zj
        >>> len(read_view(zj.template(tempfile.mkdtemp() + "/mine")).lines["metrics"])
        0
    """
    if drafts not in DRAFTS:
        raise UnknownValueError("way with drafts", drafts, DRAFTS)
    problems: list[Problem] = []
    lines: dict[str, Sequence[int]] = {}
    opened = open_package(Path(path), problems, limits, changes)
    if opened.open and drafts != "allow":
        problems.append(Problem(DESCRIPTOR, 0, "zjreform.open", str(opened.open), "no open proposals", _DECIDE))

    def sheets(name: str, found: list[Problem]) -> Iterable[Sheet]:
        return within_cells(opened.sheets(name, found), limits, found)

    tables = assemble(sheets, opened.version, opened.extra, _known(opened), problems, opened.unsure, lines)
    return View(tables, lines, bundled() if opened.extends else None)


def open_package(
    path: Path, problems: list[Problem], limits: Limits = DEFAULT, changes: list[Problem] | None = None
) -> Opened:
    """Return a package with its description read; what is wrong with it is added to *problems*.

    Raises:
        FileNotFoundError: There is no such path.
        DatasetError: Its form is not known, or too damaged to go on.

    Example:
        >>> import tempfile, zjreform as zj
        >>> problems = []
        >>> open_package(zj.template(tempfile.mkdtemp() + "/mine", version="0.2.0"), problems).version, problems
        ('0.2.0', [])
    """
    if not path.exists():
        raise FileNotFoundError(f"no such file or folder: {str(path)!r}")
    opener = _OPENERS.get(path.suffix) if path.is_file() and path.name != DESCRIPTOR else None
    return (
        _open_folder(open_container(path, limits), problems, limits, changes)
        if opener is None
        else opener(path, problems, limits)
    )


def _known(opened: Opened) -> Known | None:
    if not opened.extends:
        return None
    base = bundled()
    return {name: getattr(base, name).ids for name in TABLES}


def _open_folder(
    container: Container, problems: list[Problem], limits: Limits, changes: list[Problem] | None
) -> Opened:
    described = read_descriptor(container, problems, changes)

    def sheets(name: str, found: list[Problem]) -> Iterable[Sheet]:
        file = described.files.get(name)
        if file is None:
            return ()
        try:
            data = container.read(file)
        except DatasetError as error:
            found.extend(error.problems)
            return ()
        if file.endswith(".parquet"):
            from zjreform.tabular.parquet_files import parquet_sheets  # noqa: PLC0415 (an optional library)

            return parquet_sheets(file, data, schema_of(name), described.extra[name], found, limits)
        if changes is not None:
            return lenient_csv(file, name, data, described.extra[name], changes, found)
        header = (*schema_of(name).header, *(column.name for column in described.extra[name]))
        data = data.removeprefix(BOM) if described.spreadsheet_safe else data
        plain = read_sheets(file, data, header, found, limits)
        return map(_unescaped, plain) if described.spreadsheet_safe else plain

    unsure = frozenset(TABLES) - described.files.keys() if described.torn else frozenset[str]()
    return Opened(sheets, described.version, described.extends, described.extra, unsure, described.open)


def _unescaped(sheet: Sheet) -> Sheet:
    return evolve(sheet, columns={name: tuple(map(as_it_was, cells)) for name, cells in sheet.columns.items()})


def _settings(
    file: str, content: Mapping[str, object], problems: list[Problem]
) -> tuple[str, bool, dict[str, tuple[FieldSchema, ...]]]:
    version, extends, _ = read_settings(file, content, problems)
    own = content.get("zjreform", {})
    declared = own.get("extensions", {}) if isinstance(own, dict) else {}
    if not isinstance(declared, dict):
        problems.append(Problem(file, 0, "extensions", repr(declared), "an object of lists, by table", "write {}"))
        declared = {}
    unknown = sorted(declared.keys() - TABLES.keys())
    problems.extend(Problem(file, 0, "extensions", name, "the name of a table", "take it out") for name in unknown)
    return (
        version,
        extends,
        {name: read_extensions(file, f"extensions.{name}", declared.get(name, []), problems) for name in TABLES},
    )


def _open_json(path: Path, problems: list[Problem], limits: Limits) -> Opened:
    from zjreform.tabular.json_files import json_sheets  # noqa: PLC0415 (only this format needs it)

    content = parse_json(path.name, file_bytes(path, limits), problems)
    if content is None:
        raise DatasetError(problems)
    version, extends, extra = _settings(path.name, content, problems)
    tables = content.get("tables")
    unknown = sorted(content.keys() - {"name", "version", "zjreform", "tables"})
    expected = "name, version, zjreform and tables"
    problems.extend(Problem(path.name, 0, key, "an unknown key", expected, "take it out") for key in unknown)
    if not isinstance(tables, dict) or tables.keys() != TABLES.keys():
        shown = ", ".join(tables) if isinstance(tables, dict) else repr(tables)
        raise DatasetError(
            [*problems, Problem(path.name, 0, "tables", shown, "an object of " + ", ".join(TABLES), _WHOLE)]
        )

    def sheets(name: str, found: list[Problem]) -> Iterator[Sheet]:
        return json_sheets(f"{path.name}:{name}", tables[name], (*schema_of(name).fields, *extra[name]), found, limits)

    return Opened(sheets, version, extends, extra)


def _open_sqlite(path: Path, problems: list[Problem], limits: Limits) -> Opened:
    from zjreform.tabular.sqlite_reading import sqlite_info, sqlite_sheets  # noqa: PLC0415 (only this format needs it)

    version, extends, extra = _settings(path.name, sqlite_info(path, limits), problems)

    def sheets(name: str, found: list[Problem]) -> Iterable[Sheet]:
        return sqlite_sheets(path, schema_of(name), extra[name], found, limits)

    return Opened(sheets, version, extends, extra)


def _open_excel(path: Path, problems: list[Problem], limits: Limits) -> Opened:
    from zjreform.tabular.excel_reading import excel_info, excel_sheets, open_workbook  # noqa: PLC0415 (an optional library)

    book = open_workbook(path, limits)
    version, extends, extra = _settings(path.name, excel_info(path.name, book), problems)
    return Opened(
        lambda name, found: excel_sheets(path.name, book, schema_of(name), extra[name], found, limits),
        version,
        extends,
        extra,
    )


_DECIDE = "decide them, or pass drafts='allow' for the decided rows"
_WHOLE = "give each table, as an empty list where it has no rows"

_OPENERS: Mapping[str, Callable[[Path, list[Problem], Limits], Opened]] = {
    ".json": _open_json,
    ".sqlite": _open_sqlite,
    ".sqlite3": _open_sqlite,
    ".db": _open_sqlite,
    ".xlsx": _open_excel,
}
