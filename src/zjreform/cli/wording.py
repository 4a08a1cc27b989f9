"""What the command line says of errors, in the language that is shown."""

from collections.abc import Callable
from typing import Any

from zjreform.display import shown_language
from zjreform.errors import (
    BasisError,
    BoundError,
    DatasetError,
    DimensionError,
    ExtraMissingError,
    NotOneError,
    ParseError,
    UnknownIdError,
    UnknownValueError,
)


def said(error: Exception) -> str:
    """Return the message of an error in the language that is shown.

    Example:
        >>> from zjreform.display import language
        >>> with language("zh"):
        ...     print(said(UnknownIdError("cases", "nanhu", ("nanhu-company-setup",))))
        cases 中没有编号 'nanhu'；是否指 'nanhu-company-setup'？
    """
    if shown_language() != "zh":
        return str(error)
    word = next((word for kind, word in _WORDS.items() if isinstance(error, kind)), None)
    return str(error) if word is None else word(error)


def _meant(close: tuple[str, ...]) -> str:
    return f"；是否指 {'、'.join(map(repr, close))}？" if close else ""


def _value(error: Any) -> str:  # noqa: ANN401 (the error of the table below)
    known = f"可选值：{'、'.join(map(str, error.known))}" if error.known else ""
    return f"{error.field} 没有值 {error.value!r}{_meant(error.close) or '。'}{known}"


_WORDS: dict[type[Exception], Callable[[Any], str]] = {
    UnknownIdError: lambda error: f"{error.table} 中没有编号 {error.id!r}{_meant(error.close)}",
    UnknownValueError: _value,
    NotOneError: lambda error: (
        f"{error.table} 应只有一条记录，现有 {error.count} 条{f'：{error.remedy}' if error.remedy else ''}"
    ),
    ParseError: lambda error: f"{error.text!r} 的第 {error.at} 个字符处无法读取（应为：{error.expected}）",
    DimensionError: lambda error: f"{error.value!r} 的量纲是 {error.found}，此处需要 {error.expected}",
    BasisError: lambda error: f"{error.value!r} 以 {error.found} 计，不能直接换算为 {error.expected}：{error.remedy}",
    BoundError: lambda error: f"由 {error.value!r} 的界不能判定{error.asked}",
    DatasetError: lambda error: "\n  ".join([f"数据包有 {len(error.problems)} 个问题", *map(str, error.problems)]),
    ExtraMissingError: lambda error: f"需要安装 {error.package}：pip install 'zjreform[{error.extra}]'",
}
"""By error: its message in Chinese."""
