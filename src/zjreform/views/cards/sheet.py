"""The parts that cards are made of: head, fields, lists."""

from collections.abc import Iterable
from typing import Any

from zjreform.code import Code
from zjreform.columns.schema import FieldSchema, TableSchema
from zjreform.dataset.dataset import Dataset
from zjreform.display import label, say
from zjreform.html import element, styled, text
from zjreform.quantity.quantities import Quantity
from zjreform.views.names import names_at

Field = tuple[str, str]
"""A label as text and its content as safe HTML."""


def card(title: str, kind: str, fields: Iterable[Field], lang: str, *, tail: str = "") -> str:
    """Return a card.

    Args:
        title: What it is about.
        kind: What sort of thing that is.
        fields: What is known of it; empty ones are left out.
        lang: Language of the card.
        tail: Safe HTML behind the fields.

    Example:
        >>> card("a<b", "case", [("id", "x"), ("none", "")], "en").endswith("<dl><dt>id</dt><dd>x</dd></dl></div>")
        True
    """
    head = element("p", text(title), class_="zj-head") if title else ""
    head += element("p", element("span", text(kind), class_="zj-tag")) if kind else ""
    listed = "".join(element("dt", text(name)) + element("dd", content) for name, content in fields if content)
    return styled(head + (element("dl", listed) if listed else "") + tail, "zj-card", lang)


def record_fields(
    record: Any,  # noqa: ANN401 (any record)
    schema: TableSchema,
    ds: Dataset | None,
    lang: str,
    *,
    without: Iterable[str] = (),
) -> list[Field]:
    """Return the filled fields of a record under their labels: codes by label, references by name, texts in the language shown.

    Example:
        >>> import zjreform as zj
        >>> from zjreform.records.schema import schema_of
        >>> record_fields(zj.load().tiers[0], schema_of("tiers"), None, "zh")[1]
        ('届次', 'pmi-4')
    """
    hidden = {*without, *(_other_language(field.name, schema, lang) for field in schema.fields)}
    fields = []
    for field in schema.fields:
        value = getattr(record, field.name)
        if field.name not in hidden and value not in {None, ()}:
            name = say(field.column.en.removesuffix(" (en)"), field.column.zh, lang)
            fields.append((name, _content(value, field, ds, lang)))
    return fields


def _other_language(name: str, schema: TableSchema, lang: str) -> str:
    """The sister of a field in the other language, ``""`` where it has none."""
    stem, _, ending = name.rpartition("_")
    wanted = "zh" if lang == "en" else "en"
    names = {field.name for field in schema.fields}
    return name if ending == wanted and f"{stem}_{lang}" in names else ""


def _content(value: object, field: FieldSchema, ds: Dataset | None, lang: str) -> str:
    several = value if isinstance(value, tuple) else (value,)
    if field.column.refs and ds is not None:
        return text("; ".join(names_at(ds, several, field, lang)))
    return text("; ".join(shown(one, lang) for one in several))


def shown(value: object, lang: str) -> str:
    """Return a value in the language shown.

    Example:
        >>> shown(True, "zh"), shown("a", "en")
        ('是', 'a')
    """
    if isinstance(value, Code):
        return label(value, lang)
    if isinstance(value, Quantity):
        return f"{value:{lang}}"
    if isinstance(value, bool):
        return say("yes" if value else "no", "是" if value else "否", lang)
    return str(value)


def listed(items: Iterable[str]) -> str:
    """Return a list of safe HTML, ``""`` where it is empty.

    Example:
        >>> listed(["a"]), listed([])
        ('<ul style="margin:0;padding-left:1.2em"><li>a</li></ul>', '')
    """
    body = "".join(element("li", item) for item in items)
    return element("ul", body, style="margin:0;padding-left:1.2em") if body else ""
