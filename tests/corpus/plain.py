"""The plain loop that every runner must agree with, and the inputs that all of them get."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import zjreform as zj
from zjreform.quantity.columns import QUANTITY_COLUMNS, flattened
from zjreform.quantity.quantities import Quantity

MINE = zj.Lexicon(names=["三色管理"], terms={"三色管理": "three-colours"})

Text = tuple[str | None, str | None]
"""An id and a text."""

CORPORA: Mapping[str, Sequence[Text]] = {
    "normal": [
        (f"d{place}", text)
        for place, text in enumerate(
            (
                "2018年，办理时间由200多个工作日压缩至86个工作日内，申报材料由23份精简到7份。",
                "推行三色管理，涉及3家；第三届大会于2018年6月开幕，近八成事项“最多跑一次”。",
                "比例为三分之一，2至5天内办结，每千人口3.2张床位，税收增长三成以上，共40471.9254亿元。",
                "约1/3的事项、12345678901234567890123456789个字，气温3℃。",
            )
            * 3
        )
    ],
    "empty": [],
    "nulls": [("a", None), (None, "压缩至3天"), (None, None)],
    "one row": [("a", "压缩至3天")],
    "no hit": [("a", "没有数字"), ("b", ""), ("c", "也没有")],
    "astral": [("𠮷", "𠮷🎉由8天压缩至1天𝟙"), ("b", "👨‍👩‍👧‍👦共𠮷30人")],
}
OPTIONS: Mapping[str, Mapping[str, Any]] = {
    "plain": {},
    "every kind": {"kinds": [kind.value for kind in zj.Kind]},
    "own lexicon": {"lexicon": MINE, "kinds": ["quantity", "name"]},
    "region": {"region": "CN"},
}


def cells(quantity: Quantity | None) -> dict[str, Any]:
    """Return the cells of a quantity by the list that all frames use."""
    names = [part.name for part in QUANTITY_COLUMNS]
    return dict.fromkeys(names) if quantity is None else dict(zip(names, flattened(quantity), strict=True))


def figure_rows(texts: Iterable[Text], **options: Any) -> list[dict[str, Any]]:  # noqa: ANN401 (as the function called takes)
    """Return the rows of figures, one cell after another."""
    return [
        {
            "id": key,
            **{
                name: getattr(one, name)
                for name in ("start", "end", "surface", "kind", "sense", "per", "edtf", "ordinal")
            },
            **cells(one.quantity),
        }
        for key, text in texts
        if text is not None
        for one in zj.figures(text, **options)
    ]


def change_rows(texts: Iterable[Text], **options: Any) -> list[dict[str, Any]]:  # noqa: ANN401 (as the function called takes)
    """Return the rows of changes."""
    return [
        {
            "id": key,
            **{name: getattr(one, name) for name in ("start", "end", "verb", "direction")},
            "surface": text[one.start : one.end],
            "sense": one.change.sense,
            **{
                f"{role}_{name}": cell
                for role in ("before", "after", "stated")
                for name, cell in cells(getattr(one.change, role)).items()
            },
        }
        for key, text in texts
        if text is not None
        for one in zj.changes(text, **options)
    ]


def term_rows(texts: Iterable[Text], **options: Any) -> list[dict[str, Any]]:  # noqa: ANN401 (as the function called takes)
    """Return the rows of terms."""
    names = ("start", "end", "surface", "term")
    return [
        {"id": key, **{name: getattr(one, name) for name in names}}
        for key, text in texts
        if text is not None
        for one in zj.terms(text, **options)
    ]


def in_order(rows: Iterable[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
    """Return rows as tuples in one order, whatever order a cluster gives them in."""
    cells = [tuple(sorted((name, _plain(value)) for name, value in row.items())) for row in rows]
    return sorted(cells, key=repr)


def _plain(value: object) -> str:
    """Return a cell as a text for an exact comparison; a number by its value, not by its spelling."""
    return str(value.normalize()) if isinstance(value, Decimal) else str(value)
