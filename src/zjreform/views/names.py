"""Names of records in the language shown, and the records that ids refer to."""

from collections.abc import Iterable
from typing import Any

from attrs import evolve

from zjreform.columns.schema import FieldSchema
from zjreform.dataset.dataset import Dataset
from zjreform.dataset.entry import load
from zjreform.display import say

_NAMES = (("name_en", "name_zh"), ("title_en", "title_zh"), ("reviewer_en", "reviewer_zh"))


def shown_data(dataset: Dataset | None) -> Dataset:
    """Return the dataset to show: the bundled one by default; a package that extends others together with them, both versions named.

    Example:
        >>> import zjreform as zj
        >>> shown_data(None) is zj.load()
        True
    """
    if dataset is None:
        return load()
    base = dataset.base
    return dataset if base is None else evolve(dataset.whole(), version=f"{base.version}+{dataset.version}")


def name_of(record: Any, lang: str) -> str:  # noqa: ANN401 (any record)
    """Return what a record is called; its id where it has no name.

    Example:
        >>> import zjreform as zj
        >>> name_of(zj.load().places["lishui"], "zh"), name_of(zj.load().mentions[0], "en")
        ('丽水市', 'jinrizhejiang-2020-29-35')
    """
    for en, zh in _NAMES:
        name = getattr(record, say(en, zh, lang), None) or getattr(record, zh, None)
        if name:
            return str(name)
    return str(record.id)


def record_at(ds: Dataset, reference: str, tables: tuple[str, ...]) -> Any:  # noqa: ANN401 (any record)
    """Return the record that a reference names, ``None`` where the dataset lacks it.

    Args:
        ds: The dataset.
        reference: An id, with its table before it where there are several (``places:lishui``).
        tables: The tables that it can be in.

    Example:
        >>> import zjreform as zj
        >>> record_at(zj.load(), "places:lishui", ("organisations", "places")).name_en
        'Lishui'
    """
    table, colon, key = reference.partition(":")
    return getattr(ds, table).get(key) if colon else getattr(ds, tables[0]).get(reference)


def names_at(ds: Dataset, references: Iterable[str], field: FieldSchema, lang: str) -> list[str]:
    """Return the names of the records that a field refers to, each reference itself where the dataset lacks it.

    Example:
        >>> import zjreform as zj
        >>> from zjreform.records.schema import schema_of
        >>> places = next(field for field in schema_of("cases").fields if field.name == "places")
        >>> names_at(zj.load(), ("nanhu", "no-such-place"), places, "en")
        ['Nanhu', 'no-such-place']
    """
    found = ((reference, record_at(ds, reference, field.column.refs)) for reference in references)
    return [reference if record is None else name_of(record, lang) for reference, record in found]


def holder(record: Any, table: str) -> Dataset | None:  # noqa: ANN401 (any record)
    """Return the bundled dataset where it holds the record, so that what belongs to it can be shown; else ``None``.

    Example:
        >>> import zjreform as zj
        >>> holder(zj.load().cases[0], "cases") is zj.load()
        True
    """
    ds = load()
    return ds if getattr(ds, table).get(record.id) == record else None
