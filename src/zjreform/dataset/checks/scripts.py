"""Texts in the language that their column is for, seen by their script."""

import re
from collections.abc import Iterator

from zjreform.columns.schema import FieldSchema
from zjreform.dataset.checks.view import View, problem
from zjreform.errors import Problem
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of

_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
_LATIN = r"[A-Za-z\u00c0-\u024f]"


def languages(view: View) -> Iterator[Problem]:
    """Yield Chinese columns without a Chinese character, and English ones that hold more Chinese than Latin words."""
    han, latin = re.compile(_HAN), re.compile(f"{_LATIN}{{2,}}")
    for table in TABLES:
        for field in schema_of(table).fields:
            chinese = _chinese(field)
            if chinese is None or not any(view.column(table, field.name)):
                continue
            for record, line in view.each(table):
                value = getattr(record, field.name)
                for text in value if field.many else (value,):
                    if not text:
                        continue
                    if chinese and not han.search(text) and latin.search(text):
                        yield problem(
                            table,
                            line,
                            field.name,
                            text,
                            "a text in Chinese",
                            "exchange the two languages, or translate it",
                        )
                    if not chinese and len(han.findall(text)) > len(latin.findall(text)):
                        yield problem(
                            table,
                            line,
                            field.name,
                            text,
                            "a text in English",
                            "exchange the two languages, or translate it",
                        )


def _chinese(field: FieldSchema) -> bool | None:
    """Return whether a column is for Chinese (``True``) or English texts (``False``); ``None`` for any other column."""
    ending = field.name.rpartition("_")[2]
    return {"zh": True, "hant": True, "en": False}.get(ending) if field.kind is str and "_" in field.name else None
