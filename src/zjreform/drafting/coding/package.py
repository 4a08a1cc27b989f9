"""A draft as a folder: the text, the draft itself, and a data package of what has been decided."""

from os import PathLike
from pathlib import Path
from typing import Any, Final

from zjreform.columns.column import Column
from zjreform.columns.schema import FieldSchema
from zjreform.dataset.containers import DESCRIPTOR
from zjreform.dataset.reading import read_tables
from zjreform.dataset.writing import KNOWN, json_bytes
from zjreform.drafting.coding.decisions import Decisions
from zjreform.drafting.coding.rows import CODING_COLUMNS, codings_of, offered_codings_of, records_of
from zjreform.drafting.coding.stored import stored
from zjreform.publish.data_package import Resource, data_package
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of
from zjreform.tabular.atomic import new_folder
from zjreform.tabular.csv_text import write_sheet
from zjreform.tabular.structure import record_cells

DRAFT: Final = "draft.json"
"""File that holds the draft."""

_OWN_WORDS: Final = {
    "name": "my-documents",
    "title": "Documents coded after the schema of zjreform",
    "description": "Say here what the documents are and who coded them.",
    "contributors": [{"title": "Your name", "roles": ["author"]}],
    "keywords": [],
}


def write_draft(
    draft: Decisions, folder: str | PathLike[str], *, version: str = "0.1.0", overwrite: bool = False
) -> Path:
    """Write the text, the draft and the package of what has been decided; return the folder.

    ``zj.read`` refuses the package while proposals are open, unless ``drafts="allow"`` is passed: then it gives the decided rows alone.

    Args:
        draft: The draft.
        folder: Where to write it.
        version: Version of the new data.
        overwrite: Replace a draft that stands there.

    Raises:
        FileExistsError: The folder exists and *overwrite* is false, or it holds other files.
        DatasetError: What was decided does not make a package, such as a pairing of figures that measure different things.

    Example:
        >>> import tempfile, zjreform as zj
        >>> folder = write_draft(zj.draft("用时5天。", source={"id": "a"}), tempfile.mkdtemp() + "/a")
        >>> zj.read(folder)
        Traceback (most recent call last):
        zjreform.errors.DatasetError: 1 problem in the data package
          datapackage.json, zjreform.open: expected no open proposals, got '18' (decide them, or pass drafts='allow' for the decided rows)
        >>> zj.read(folder, drafts="allow").sizes()["metrics"]
        0
    """
    target = Path(folder)
    file = str(draft.source.values["file"])
    records = records_of(draft)
    with new_folder(target, overwrite=overwrite, known=KNOWN | {DRAFT, file, "coding.csv", "coding.xlsx"}) as new:
        (new / file).write_bytes(draft.text.encode())
        (new / DRAFT).write_bytes(json_bytes(stored(draft)))
        resources = []
        for table in TABLES:
            if records.get(table):
                extra = _extension() if table == "codings" else ()
                data = write_sheet(_header(table, extra), _cells(table, records[table], draft))
                (new / f"{table}.csv").write_bytes(data)
                resources.append(Resource(table, f"{table}.csv", data, extra, len(records[table])))
        sources = records.get("sources", ())
        own: dict[str, Any] = {"extends": "bundled", **({"open": len(draft.open)} if draft.open else {})}
        (new / DESCRIPTOR).write_bytes(json_bytes({**data_package(resources, version, sources, own), **_OWN_WORDS}))
        read_tables(new, drafts="allow")
    return target


def _header(table: str, extra: tuple[FieldSchema, ...]) -> tuple[str, ...]:
    return (*schema_of(table).header, *(field.name for field in extra))


def _cells(table: str, records: list[Any], draft: Decisions) -> list[list[str]]:
    fields = schema_of(table).fields
    if table != "codings":
        return [record_cells(record, fields) for record in records]
    kept = {record.id for record in records}
    return [
        [*record_cells(record, fields), *(value or "" for value in extra)]
        for record, extra in (*codings_of(draft), *offered_codings_of(draft))
        if record.id in kept
    ]


def _extension() -> tuple[FieldSchema, ...]:
    return tuple(
        FieldSchema(name, str, nullable=True, many=False, column=Column(name, name, about, "not given"))
        for name, about in CODING_COLUMNS.items()
    )
