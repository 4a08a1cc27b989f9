"""What errors, problems and reports say, in English or in Chinese.

An error carries English; here it is said in the language that is shown. What a message is put together of stands once, as data
(``data/messages.tsv``): an English phrase with ``{}`` for what varies, and the Chinese for it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from zjreform.arguments import ArgumentError
from zjreform.display import shown_language
from zjreform.errors import (
    BasisError,
    BoundError,
    DatasetError,
    DimensionError,
    DocumentError,
    ExtraMissingError,
    FontMissingError,
    NotOneError,
    ParseError,
    Problem,
    RecordError,
    UnknownIdError,
    UnknownValueError,
    listed,
)
from zjreform.resources import read_text


def message(error: Any) -> str:  # noqa: ANN401 (an error of this package or a problem)
    """Return what an error or a problem says, in the language that is shown.

    Example:
        >>> from zjreform.display import language
        >>> with language("zh"):
        ...     print(message(UnknownIdError("cases", "nanhu", ("nanhu-company-setup",))))
        cases 中没有编号 'nanhu'；是否指 'nanhu-company-setup'？
    """
    if shown_language() != "zh":
        return str(error.english())
    said = next((said for kind, said in _SAID.items() if isinstance(error, kind)), None)
    return phrase(error.english()) if said is None else said(error)


def phrase(english: str) -> str:
    """Return the Chinese of a phrase, with what varies in it; one that is not known stays as it is.

    Example:
        >>> phrase("a number of at least 1"), phrase("did you mean 'county'?"), phrase("no phrase")
        ('不小于 1 的数', "是否指 'county'？", 'no phrase')
    """
    whole, patterns = _phrases()
    if english in whole:
        return whole[english]
    for pattern, chinese in patterns:
        found = pattern.fullmatch(english)
        if found:
            return chinese.format(*map(phrase, found.groups()))
    first, parted, rest = english.partition("; ")
    return f"{phrase(first)}；{phrase(rest)}" if parted else english


def told(english: str) -> str:
    """Return a phrase in the language that is shown.

    Example:
        >>> told("a unit")
        'a unit'
    """
    return phrase(english) if shown_language() == "zh" else english


def phrases() -> dict[str, str]:
    """Return the Chinese of each English phrase.

    Example:
        >>> phrases()["a unit"]
        '单位'
    """
    lines = read_text("messages.tsv").splitlines()[1:]
    return dict(line.split("\t") for line in lines)


@cache
def _phrases() -> tuple[dict[str, str], list[tuple[re.Pattern[str], str]]]:
    """The phrases without anything that varies, and the patterns of the others, those that say most first."""
    known = phrases()
    open_ones = sorted((english for english in known if "{}" in english), key=len, reverse=True)
    patterns = [(re.compile(_pattern(english), re.DOTALL), known[english]) for english in open_ones]
    return {english: chinese for english, chinese in known.items() if "{}" not in english}, patterns


def _pattern(english: str) -> str:
    return "(.+?)".join(map(re.escape, english.split("{}")))


def lines(problems: Sequence[Problem]) -> list[str]:
    """Return a line for each problem as `listed` does, in the language that is shown.

    Example:
        >>> lines([Problem("a.csv", 2, "level", "x", "a unit")])
        ["a.csv row 2, level: expected a unit, got 'x'"]
    """
    found = listed(problems)
    return (
        found
        if shown_language() != "zh"
        else [_MORE.sub(r"\1：同类问题另有 \2 个，至第 \3 行", line) for line in found]
    )


_MORE = re.compile(r"\A(.*): ([0-9]+) more of this kind, up to row ([0-9]+)", re.DOTALL)


def _problem(problem: Problem) -> str:
    where = (
        problem.file
        + (f" 第 {problem.row} 行" if problem.row else "")
        + (f"，{problem.field}" if problem.field else "")
    )
    remedy = f"（{phrase(problem.remedy)}）" if problem.remedy else ""
    return f"{where}：应为{phrase(problem.expected)}，现为 {problem.shown!r}{remedy}"


def _meant(close: Iterable[str]) -> str:
    return f"；是否指 {'、'.join(map(repr, close))}？" if close else ""


def _value(error: UnknownValueError) -> str:
    known = f"可选值：{'、'.join(map(str, error.known))}" if error.known else ""
    return f"{error.field} 没有值 {error.value!r}{_meant(error.close) or '。'}{known}"


def _document(error: DocumentError) -> str:
    return f"{error.path!r} 无法读取：{phrase(error.reason)}{f'（{phrase(error.remedy)}）' if error.remedy else ''}"


def _one(error: NotOneError) -> str:
    remedy = f"：{phrase(error.remedy)}" if error.remedy else ""
    return f"{error.table} 应只有一条记录，现有 {error.count} 条{remedy}"


_SAID: dict[type, Callable[[Any], str]] = {
    Problem: _problem,
    UnknownIdError: lambda error: f"{error.table} 中没有编号 {error.id!r}{_meant(error.close)}",
    UnknownValueError: _value,
    NotOneError: _one,
    ParseError: lambda error: f"{error.quoted()} 的第 {error.at} 个字符处无法读取（应为：{phrase(error.expected)}）",
    DimensionError: lambda error: f"{error.value!r} 的量纲是 {error.found}，此处需要 {error.expected}",
    BasisError: lambda error: (
        f"{error.value!r} 以 {error.found} 计，不能直接换算为 {error.expected}：{phrase(error.remedy)}"
    ),
    BoundError: lambda error: f"由 {error.value!r} 的界不能判定{phrase(error.asked)}",
    DatasetError: lambda error: "\n  ".join([f"数据包有 {len(error.problems)} 个问题", *lines(error.problems)]),
    DocumentError: _document,
    RecordError: lambda error: f"{error.record}.{error.field}：应为{phrase(error.expected)}，现为 {error.value}",
    ArgumentError: lambda error: f"{error.name} 应为 {phrase(error.expected)}，现为 {error.value!r}",
    ExtraMissingError: lambda error: f"需要安装 {error.package}：pip install 'zjreform[{error.extra}]'",
    FontMissingError: lambda error: f"没有安装能显示中文的字体；已查找 {'、'.join(error.families)}",
}
"""By error: its message in Chinese."""
