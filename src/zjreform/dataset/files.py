"""What a dataset does beyond answering: writing, merging, comparing, citing. Each method calls the module that does the work."""

from collections.abc import Callable
from enum import Enum
from functools import wraps
from os import PathLike
from pathlib import Path
from typing import Any

from zjreform.columns.rows import Rows
from zjreform.dataset.extending import own_answer
from zjreform.dataset.table import Table
from zjreform.dataset.tables import Tables
from zjreform.errors import UnknownValueError
from zjreform.options import Lang, OnConflict, Style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Self

    from zjreform.dataset.differences import Diff
    from zjreform.dataset.writing import Written
    from zjreform.records.rosters import Case, Source

_ANSWERS = frozenset(
    (
        "comparisons",
        "derived",
        "repeated",
        "wide",
        "pool",
        "adoptions",
        "panel",
        "reach",
        "neighbours",
        "crosswalk",
        "timeline",
    )
)
"""Questions, beside the finders, whose answers know what was asked."""

PathText = str | PathLike[str]

_WRITERS = {".xlsx": "write_excel", ".sqlite": "write_sqlite", ".db": "write_sqlite", ".json": "write_json"}
"""By suffix: what writes it."""


class FileMethods(Tables):
    """Writing, merging, comparing and citing; tables found by a query remember it."""

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        """Let every ``find_…`` of a subclass give tables that know the question they answer."""
        super().__init_subclass__()
        for name in dir(cls):
            if (name.startswith("find_") or name in _ANSWERS) and not hasattr(getattr(cls, name), "_remembers"):
                setattr(cls, name, _remembering(getattr(cls, name)))

    def write(self, path: PathText, *, overwrite: bool = False, spreadsheet_safe: bool = False) -> "Written":
        """Write the dataset in the format that the suffix of *path* names: a data package, a workbook, a database or JSON.

        A name without a suffix, or with digits behind the last point (``zj-2026.11``), is a folder that receives a data package: CSV files
        and ``datapackage.json``. ``zj.read`` gives the same dataset back, which is checked before anything is put in place.

        Args:
            path: A folder, or a file that ends in ``.zip``, ``.xlsx``, ``.sqlite``, ``.db`` or ``.json``.
            overwrite: Replace what stands there; a folder that holds other files is never replaced.
            spreadsheet_safe: Put an apostrophe before texts that a spreadsheet would run as a formula. They are listed in the
                result, and ``zj.read`` takes the apostrophe off again.

        Raises:
            FileExistsError: Something stands there already.
            UnknownValueError: Nothing is written with this suffix, or *spreadsheet_safe* is asked for what is no data package.
            DatasetError: A value cannot be written so that it reads back.

        Example:
            >>> import tempfile, zjreform as zj
            >>> ds = zj.load()
            >>> zj.read(ds.write(tempfile.mkdtemp() + "/zj").path) == ds
            True
        """
        suffix = Path(path).suffix.lower()
        if suffix in _WRITERS and not spreadsheet_safe:
            done: Written = getattr(self, _WRITERS[suffix])(path, overwrite=overwrite)
            return done
        if suffix not in {"", ".zip"} and not suffix[1:].isdecimal():
            raise UnknownValueError("suffix to write", suffix, (), (".zip", *_WRITERS, "none (a folder)"))
        return self.write_package(path, overwrite=overwrite, spreadsheet_safe=spreadsheet_safe)

    def write_package(self, path: PathText, *, overwrite: bool = False, spreadsheet_safe: bool = False) -> "Written":
        """Write a data package: CSV files and ``datapackage.json``, into a folder, or into a zip file if *path* ends in ``.zip``.

        Args:
            path: Folder or zip file.
            overwrite: As in `write`.
            spreadsheet_safe: As in `write`.

        Raises:
            FileExistsError: Something stands there already.
            DatasetError: A value cannot be written so that it reads back.

        Example:
            >>> import tempfile, zjreform as zj
            >>> zj.load().write_package(tempfile.mkdtemp() + "/zj.zip").path.name
            'zj.zip'
        """
        from zjreform.dataset.writing import write_package  # noqa: PLC0415 (loading does not write)

        return write_package(self, path, overwrite=overwrite, spreadsheet_safe=spreadsheet_safe)

    def write_parquet(self, folder: PathText, *, overwrite: bool = False) -> "Written":
        """Write a Parquet file for each table, with all columns of `Table.to_arrow`, and ``datapackage.json``.

        Raises:
            FileExistsError: Something stands there already.
            ExtraMissingError: pyarrow is not installed.
            DatasetError: A value cannot be written so that it reads back.

        Example:
            >>> import tempfile, zjreform as zj
            >>> len(zj.load().write_parquet(tempfile.mkdtemp() + "/zj").files)
            22
        """
        from zjreform.dataset.writing import write_parquet  # noqa: PLC0415 (as above)

        return write_parquet(self, folder, overwrite=overwrite)

    def write_arrow(self, folder: PathText, *, overwrite: bool = False) -> "Written":
        """Write an Arrow IPC file (Feather) for each table: dictionaries with their order, decimals, days, labels as metadata.

        These files are for R, Julia, DuckDB and frames; ``zj.read`` takes the other formats.

        Raises:
            FileExistsError: Something stands there already.
            ExtraMissingError: pyarrow is not installed.

        Example:
            >>> import tempfile, zjreform as zj
            >>> zj.load().write_arrow(tempfile.mkdtemp() + "/zj").files[:2]
            ('sources.arrow', 'rounds.arrow')
        """
        from zjreform.dataset.writing import write_arrow  # noqa: PLC0415 (as above)

        return write_arrow(self, folder, overwrite=overwrite)

    def write_sqlite(self, path: PathText, *, overwrite: bool = False) -> "Written":
        """Write a SQLite database with keys, link tables, views and the codebook.

        Beside it stands a ``.metadata.json`` for ``datasette DATABASE --metadata FILE``: labels, facets, definitions.

        Raises:
            FileExistsError: Something stands there already.
            DatasetError: A value cannot be written so that it reads back.

        Example:
            >>> import sqlite3, tempfile, zjreform as zj
            >>> from contextlib import closing
            >>> path = zj.load().write_sqlite(tempfile.mkdtemp() + "/zj.sqlite").path
            >>> with closing(sqlite3.connect(path)) as connection:
            ...     connection.execute("select count(*) from award_list").fetchone()
            (99,)
        """
        from zjreform.dataset.writing import write_sqlite  # noqa: PLC0415 (as above)

        return write_sqlite(self, path, overwrite=overwrite)

    def write_json(self, path: PathText, *, overwrite: bool = False) -> "Written":
        """Write one JSON file that holds all tables, as the JSON Schemas describe them.

        Raises:
            FileExistsError: Something stands there already.
            DatasetError: A value cannot be written so that it reads back.

        Example:
            >>> import tempfile, zjreform as zj
            >>> zj.load().write_json(tempfile.mkdtemp() + "/zj.json").files
            ('zj.json',)
        """
        from zjreform.dataset.writing import write_json  # noqa: PLC0415 (as above)

        return write_json(self, path, overwrite=overwrite)

    def write_excel(self, path: PathText, *, overwrite: bool = False) -> "Written":
        """Write a workbook: the codebook, then a sheet for each table. No text in it is ever run as a formula.

        Raises:
            FileExistsError: Something stands there already.
            ExtraMissingError: XlsxWriter or python-calamine is not installed.
            DatasetError: A value cannot be written so that it reads back.

        Example:
            >>> import tempfile, zjreform as zj
            >>> zj.load().write_excel(tempfile.mkdtemp() + "/zj.xlsx").files
            ('zj.xlsx',)
        """
        from zjreform.dataset.writing import write_excel  # noqa: PLC0415 (as above)

        return write_excel(self, path, overwrite=overwrite)

    def merge(self, other: Tables, *, on_conflict: OnConflict = "error", version: str | None = None) -> "Self":
        """Return a dataset with the rows of both; the same row in both stands once.

        Args:
            other: The dataset whose rows are added behind.
            on_conflict: What to do where an id has another content: ``"error"``, or keep ``"ours"`` or ``"theirs"``.
            version: Version of the result; both versions joined by ``+`` by default.

        Raises:
            DatasetError: Rows of one id differ, or a reference leads nowhere; every problem is listed.
            UnknownValueError: *on_conflict* is none of these.
            TypeError: *other* is no dataset, a path say.

        Example:
            >>> import zjreform as zj
            >>> ds = zj.load()
            >>> ds.merge(ds) == ds
            True
        """
        from zjreform.dataset.merging import merged  # noqa: PLC0415 (as above)

        return self.of(merged(self, other, on_conflict=on_conflict, version=version))

    def diff(self, other: Tables) -> "Diff":
        """Return what changes from this dataset to another, by row and field.

        Raises:
            TypeError: *other* is no dataset, a path say.

        Example:
            >>> import zjreform as zj
            >>> ds = zj.load()
            >>> ds.diff(ds).to_dicts()
            []
        """
        from zjreform.dataset.differences import difference  # noqa: PLC0415 (as above)

        return difference(self, other)

    def cite(
        self,
        what: "str | Source | Case | None" = None,
        style: Style = "text",
        lang: Lang = "en",
        accessed: str | None = None,
    ) -> str:
        """Return a citation of this dataset, or of a source or case in it.

        Args:
            what: ``None`` for the dataset, or a source, a case, or the id of one.
            style: ``"bibtex"``, ``"csl-json"``, ``"ris"`` or ``"text"``.
            lang: Language of titles and notes, ``"en"`` or ``"zh"``.
            accessed: Day on which you read it, such as ``"2026-11-30"``: ``urldate`` of BibTeX. No source states one.

        Raises:
            UnknownValueError: There is no such source or case, style or language.
            ParseError: *accessed* is no day.

        Example:
            >>> import zjreform as zj
            >>> zj.load().cite("nanhu-company-setup", "bibtex").splitlines()[0]
            '@misc{zjreform-nanhu-company-setup,'
        """
        from zjreform.dataset.citing import work_of  # noqa: PLC0415 (as above)
        from zjreform.publish.citation import citation, dataset_work  # noqa: PLC0415 (as above)

        work = dataset_work(version=self.version) if what is None else work_of(self, what)
        return citation(work, style, lang, accessed)


def _remembering(find: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(find)
    def asked(self: Tables, *args: object, **conditions: object) -> object:
        found = find(self, *args, **conditions) if self.base is None else own_answer(self, find, args, conditions)
        if not isinstance(found, Table | Rows):
            return found
        given = [*map(_shown, args), *(f"{name}={_shown(value)}" for name, value in conditions.items())]
        return found.asked(f"{find.__name__}({', '.join(given)})")

    asked._remembers = True  # type: ignore[attr-defined]  # noqa: SLF001 (a mark of this module)
    return asked


def _shown(value: object) -> str:
    return repr(value.value) if isinstance(value, Enum) else repr(value)
