"""A dataset of frames: one for each table, whatever columns they have and in whatever order."""

from collections.abc import Iterable, Mapping
from typing import Any

from zjreform.alike import close_to
from zjreform.arguments import told
from zjreform.columns.column import Column
from zjreform.columns.schema import FieldSchema
from zjreform.dataset.bundled import bundled
from zjreform.dataset.dataset import Dataset
from zjreform.dataset.lenient import lenient_sheet
from zjreform.dataset.package import assemble
from zjreform.errors import Problem, UnknownValueError
from zjreform.records.index import TABLES
from zjreform.tabular.csv_text import Sheet
from zjreform.tabular.extension import NAME
from zjreform.tabular.frame_cells import value_text


@told
def from_frames(
    frames: Mapping[str, Any],
    *,
    version: str = "0.1.0",
    extends: bool = True,
    changes: list[Problem] | None = None,
) -> Dataset:
    """Return the dataset of frames, one for each table, whatever columns they have and in whatever order.

    Args:
        frames: pandas or polars frames, or lists of mappings, by the name of their table. Columns that begin with ``x_`` are your own.
        version: Version of the data.
        extends: References may name rows of the bundled dataset.
        changes: Receives what was changed, each as a `Problem`: columns left out, put in order, TRUE for true.

    Raises:
        UnknownValueError: There is no such table.
        DatasetError: A column that may not be empty is missing, a column is unknown, or a cell breaks the schema; all are listed.

    Example:
        >>> import zjreform as zj
        >>> rows = [{"id": "yunxi", "name_zh": "云溪市", "name_en": "Yunxi", "kind": "region"}]
        >>> ds = zj.from_frames({"places": rows})
        >>> ds.places["yunxi"].name_en, zj.load().merge(ds).places["yunxi"].kind.value
        ('Yunxi', 'region')
    """
    for name in frames:
        if name not in TABLES:
            raise UnknownValueError("table", name, close_to(name, TABLES))
    made: list[Problem] = [] if changes is None else changes
    columns = {name: _columns(frame) for name, frame in frames.items()}
    extra = {name: tuple(map(_own_field, filter(NAME.fullmatch, found))) for name, found in columns.items()}

    def sheets(name: str, problems: list[Problem]) -> Iterable[Sheet]:
        return lenient_sheet(name, name, columns[name], extra[name], made, problems) if name in columns else ()

    base = bundled() if extends else None
    known = None if base is None else {name: getattr(base, name).ids for name in TABLES}
    tables = assemble(sheets, version, extra, known)
    return Dataset.of(tables if base is None else tables.extending(base))


def _own_field(name: str) -> FieldSchema:
    return FieldSchema(
        name, str, nullable=True, many=False, column=Column(name, name, "A column of the user's own.", "not given")
    )


def _columns(frame: Any) -> dict[str, list[str]]:  # noqa: ANN401 (a frame)
    if hasattr(frame, "to_dicts"):
        rows: list[Mapping[str, Any]] = list(frame.to_dicts())
    elif hasattr(frame, "to_dict"):
        rows = list(frame.to_dict("records"))
    else:
        rows = [dict(row) for row in frame]
    names = dict.fromkeys(name for row in rows for name in row) or dict.fromkeys(getattr(frame, "columns", ()))
    return {str(name): [_cell(row.get(name)) for row in rows] for name in names}


def _cell(value: object) -> str:
    if hasattr(value, "item"):  # a number of numpy
        value = value.item()
    if value is None or (not isinstance(value, str | list | tuple) and str(value) in {"nan", "NaN", "NaT", "<NA>"}):
        return ""
    return value_text(int(value) if isinstance(value, float) and value.is_integer() else value)
