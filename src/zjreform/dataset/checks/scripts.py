"""Texts in the language that their column is for, seen by their script."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from zjreform.columns.schema import FieldSchema
from zjreform.dataset.checks.view import View, problem
from zjreform.errors import Problem
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of

_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
_LATIN = r"[A-Za-z\u00c0-\u024f]"


def languages(view: View) -> Iterator[Problem]:
    """Yield Chinese columns without a Chinese character, and English ones that hold more Chinese than Latin words."""
    for table in TABLES:
        for field in schema_of(table).fields:
            chinese = _chinese(field)
            if chinese is None or not any(view.column(table, field.name)):
                continue
            values = view.column(table, field.name)
            distinct = set(chain.from_iterable(values)) if field.many else set(values)
            wrong = _exchanged(set(filter(None, distinct)), chinese=chinese)
            expected = "a text in Chinese" if chinese else "a text in English"
            for value, line in zip(values, view.lines[table], strict=True) if wrong else ():
                for text in value if field.many else (value,):
                    if text in wrong:
                        yield problem(
                            table, line, field.name, text, expected, "exchange the two languages, or translate it"
                        )


def _exchanged(texts: set[str], *, chinese: bool) -> set[str]:
    """Return the texts that are in the other language; all are looked through at once for a character of it."""
    han, latin = _scripts()
    if not (latin if chinese else han).search("\n".join(texts)):
        return set()
    return set(filter(_not_chinese if chinese else _not_english, texts))


def _not_chinese(text: str) -> bool:
    han, latin = _scripts()
    return han.search(text) is None and latin.search(text) is not None


def _not_english(text: str) -> bool:
    han, latin = _scripts()
    return not text.isascii() and len(han.findall(text)) > len(latin.findall(text))


@cache
def _scripts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_HAN), re.compile(f"{_LATIN}{{2,}}")


def _chinese(field: FieldSchema) -> bool | None:
    """Return whether a column is for Chinese (``True``) or English texts (``False``); ``None`` for any other column."""
    ending = field.name.rpartition("_")[2]
    return {"zh": True, "hant": True, "en": False}.get(ending) if field.kind is str and "_" in field.name else None
