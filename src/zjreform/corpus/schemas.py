"""What the columns of a corpus are: fixed Arrow schemas for figures, changes and terms.

They have a version in their metadata, which rises when a column is added, renamed or changes its meaning; labels and definitions stand with
each field. Text is dictionary-coded, numbers are ``decimal128(38, 12)``, and what does not fit there stands as numerator and denominator.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from zjreform.code import Code
from zjreform.columns.column import Column
from zjreform.quantity.change import Sense
from zjreform.quantity.columns import QUANTITY_COLUMNS
from zjreform.tabular.optional import optional
from zjreform.tabular.quantity_arrays import quantity_type
from zjreform.text.kinds import Kind

if TYPE_CHECKING:
    import pyarrow as pa

VERSION: Final = "1"
"""Version of the schemas."""

CHANGE_ROLES: Final = ("before", "after", "stated")
"""The quantities of a change; their columns have the role in front of the name."""

_NOT_A_QUANTITY: Final = "the figure is no quantity"


@frozen
class TextColumn:
    """A column that no quantity gives.

    Attributes:
        name: Name of the column.
        kind: ``text``, ``offset``, ``number`` or ``code``.
        column: Labels and definition.
        codes: For ``code``, the values in order.
    """

    name: str
    kind: str
    column: Column
    codes: tuple[str, ...] = ()


_ID: Final = TextColumn(
    "id", "text", Column("文本", "id", "Id of the text, as the caller gave it.", "the caller gave none")
)
_SPAN: Final = (
    TextColumn("start", "offset", Column("起", "start", "Offset of the first character, in code points from 0.")),
    TextColumn("end", "offset", Column("止", "end", "Offset behind the last character.")),
)
_SURFACE: Final = TextColumn("surface", "text", Column("原文", "surface", "The characters themselves."))


def _values(codes: type[Code]) -> tuple[str, ...]:
    return tuple(str(code.value) for code in codes)


_SENSE: Final = Column(
    "方向", "sense", "What the amount is: a level, or a step up or down by the verb before it.", _NOT_A_QUANTITY
)
_FIGURE: Final = (
    TextColumn("sense", "code", _SENSE, _values(Sense)),
    TextColumn("per", "text", Column("每", "per", "Base of a rate before the quantity (每千人口).", "there is none")),
    TextColumn(
        "edtf", "text", Column("日期", "EDTF", "What a date says, as EDTF.", "no date, or one whose year is open")
    ),
    TextColumn("ordinal", "number", Column("序", "ordinal", "Number of an ordinal (第三届: 3).", "no ordinal")),
)
_DIRECTIONS: Final = tuple(str(sense.value) for sense in Sense if sense is not Sense.LEVEL)
_DIRECTION: Final = Column("升降", "direction", "Up or down by the verb.", "the verb says neither (调整为)")
_CHANGE: Final = (
    TextColumn(
        "verb",
        "text",
        Column("动词", "verb", "The verb, folded; → for an arrow, 改革前后 and the like for two clauses."),
    ),
    TextColumn("direction", "code", _DIRECTION, _DIRECTIONS),
    TextColumn("sense", "code", Column("方向", "sense", "What *stated* is.", "nothing is stated"), _values(Sense)),
)
_TERM: Final = TextColumn("term", "text", Column("术语", "term", "Id of the term.", refs=("terms",)))
_KIND: Final = TextColumn("kind", "code", Column("类", "kind", "What the numeral is."), _values(Kind))


def figure_schema() -> "pa.Schema":
    """Return the schema of figures: where they stand, what they are, and the columns of a quantity.

    Example:
        >>> figure_schema().names[:8]
        ['id', 'start', 'end', 'surface', 'kind', 'value', 'upper', 'lower_open']
    """
    return _schema(
        "figures", [*map(_field, (_ID, *_SPAN, _SURFACE, _KIND)), *_quantity_fields(""), *map(_field, _FIGURE)]
    )


def change_schema() -> "pa.Schema":
    """Return the schema of changes: verb and direction, then the columns of the quantities before, after and stated.

    Example:
        >>> schema = change_schema()
        >>> schema.names[:7], "after_low" in schema.names
        (['id', 'start', 'end', 'surface', 'verb', 'direction', 'sense'], True)
    """
    quantities = [field for role in CHANGE_ROLES for field in _quantity_fields(f"{role}_")]
    return _schema("changes", [*map(_field, (_ID, *_SPAN, _SURFACE, *_CHANGE)), *quantities])


def term_schema() -> "pa.Schema":
    """Return the schema of terms.

    Example:
        >>> term_schema().names
        ['id', 'start', 'end', 'surface', 'term']
    """
    return _schema("terms", map(_field, (_ID, *_SPAN, _SURFACE, _TERM)))


def codes_of(name: str) -> tuple[str, ...]:
    """Return the values of a closed list that is no part of a quantity, in order.

    Example:
        >>> codes_of("direction")
        ('increase', 'decrease')
    """
    return next(column.codes for column in (_KIND, *_FIGURE, *_CHANGE) if column.name == name)


def _schema(name: str, fields: Iterable[Any]) -> "pa.Schema":
    return optional("pyarrow", "arrow").schema(list(fields), metadata={"zjreform": f"{name}/{VERSION}"})  # type: ignore[no-any-return]


def _field(one: TextColumn) -> Any:  # noqa: ANN401 (pyarrow.Field)
    pa = optional("pyarrow", "arrow")
    kind = {
        "text": pa.dictionary(pa.int32(), pa.string()),
        "offset": pa.int32(),
        "number": pa.int64(),
        "code": pa.dictionary(pa.int8(), pa.string()),
    }[one.kind]
    return pa.field(one.name, kind, nullable=bool(one.column.none), metadata=_metadata(one.column))


def _quantity_fields(prefix: str) -> list[Any]:
    pa = optional("pyarrow", "arrow")
    return [
        pa.field(prefix + part.name, quantity_type(part), metadata=_metadata(part.column)) for part in QUANTITY_COLUMNS
    ]


def _metadata(column: Column) -> Mapping[str, str]:
    parts = {
        "label_zh": column.zh,
        "label_en": column.en,
        "definition": column.about,
        "unit": column.unit,
        "empty_means": column.none,
    }
    return {name: text for name, text in parts.items() if text}
