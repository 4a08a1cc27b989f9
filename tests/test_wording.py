"""What errors and reports say in Chinese: every phrase of the code has its Chinese, and nothing else changes."""

import ast
import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.every import every

import zjreform as zj
from zjreform.errors import DocumentError, NotOneError, Problem, RecordError
from zjreform.wording import lines, phrase, phrases, told

PACKAGE = Path(str(zj.__file__)).parent
PARTS = {
    "Problem": (4, 6),
    "problem": (4, 6),
    "_refuse": (0, 1),
    "_misnumbered": (2, 3),
    "PartError": (0, 1),
    "Refusal": (1, 2),
    "refusing": (1, 3),
    "DocumentError": (1, 3),
    "RecordError": (3, 4),
    "ParseError": (2, 3),
    "BasisError": (3, 4),
    "BoundError": (1, 2),
    "BadParameter": (0, 1),
    "Loss": (0, 1),
    "Damage": (2, 3),
}
"""By what is called: which of its arguments are English that a message shows."""
CELLS = ("tabular/cells.py", "tabular/quantity_cells.py")
"""Modules whose ``ValueError`` says what a cell could have held."""
CHINESE = re.compile("[\u4e00-\u9fff]")


def _said() -> Iterator[tuple[str, str]]:
    """Yield each phrase that the code puts into a message, ``{}`` for what varies, and where."""
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = _assigned(tree)
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            start, stop = PARTS.get(called, (0, 0))
            if called == "ValueError" and str(path).endswith(CELLS):
                start, stop = 0, 1
            for argument in node.args[start:stop]:
                for text in _templates(argument, named):
                    if re.search("[a-z]{2}", text.replace("{}", "")):
                        yield text, f"{path.relative_to(PACKAGE)}:{argument.lineno}"


def _assigned(tree: ast.AST) -> dict[str, list[ast.expr]]:
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            found.setdefault(node.target.id, []).append(node.value)
        for target in node.targets if isinstance(node, ast.Assign) else ():
            if isinstance(target, ast.Name):
                found.setdefault(target.id, []).append(node.value)  # type: ignore[attr-defined]
            elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):  # type: ignore[attr-defined]
                for one, value in zip(target.elts, node.value.elts, strict=False):  # type: ignore[attr-defined]
                    if isinstance(one, ast.Name):
                        found.setdefault(one.id, []).append(value)
    return found


def _templates(node: ast.expr, named: dict[str, list[ast.expr]]) -> list[str]:
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.JoinedStr):
        return ["".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)]
    if isinstance(node, ast.BinOp):
        left, right = _templates(node.left, named) or ["{}"], _templates(node.right, named) or ["{}"]
        return [first + second for first in left for second in right]
    if isinstance(node, ast.IfExp):
        return _templates(node.body, named) + _templates(node.orelse, named)
    if isinstance(node, ast.BoolOp):
        return [text for value in node.values for text in _templates(value, named)]
    return [text for value in named.get(getattr(node, "id", ""), ()) for text in _templates(value, {})]


SAID = dict(_said())


def test_the_code_says_much() -> None:
    """The search finds what it is for."""
    assert len(SAID) > 300


@every(SAID)
def test_every_phrase_has_its_chinese(text: str) -> None:
    """A phrase that is added to the code is added to the table as well."""
    filled = text.replace("{}", "7")
    assert text in phrases() or phrase(filled) != filled, f"{SAID[text]}: add it to data/messages.tsv"


@every(phrases())
def test_the_table(english: str) -> None:
    """The Chinese has the same gaps, says what the English says in Chinese, and no phrase is hidden by another."""
    chinese = phrases()[english]
    filled = english.replace("{}", "ⅷ")
    gaps = english.count("{}")
    assert chinese.format(*["ⅷ"] * gaps) == phrase(filled) or phrase(filled) != filled
    assert chinese.count("ⅷ") == 0
    assert len(re.findall(r"\{\d?\}", chinese)) == gaps


@pytest.mark.parametrize(
    ("error", "chinese"),
    [
        (Problem("cases.csv", 3, "level", "citty", "one of province, prefecture", "did you mean 'county'?"),
         "cases.csv 第 3 行，level：应为province, prefecture 之一，现为 'citty'（是否指 'county'？）"),
        (zj.ParseError("8个工作", 2, "a unit"), "'8个工作' 的第 2 个字符处无法读取（应为：单位）"),
        (zj.UnknownValueError("place", "Lishiu", ("Lishui",)), "place 没有值 'Lishiu'；是否指 'Lishui'？"),
        (NotOneError("cases", 3), "cases 应只有一条记录，现有 3 条"),
        (DocumentError("a.pdf", "it is encrypted", "remove its password"), "'a.pdf' 无法读取：已加密（请去除密码）"),
        (RecordError("Award", "position", "0", "a number of at least 1"), "Award.position：应为不小于 1 的数，现为 0"),
        (zj.ExtraMissingError("pandas", "pandas"), "需要安装 pandas：pip install 'zjreform[pandas]'"),
        (zj.BoundError("200多个 < 201个", "an order"), "由 '200多个 < 201个' 的界不能判定先后"),
    ],
)  # fmt: skip
def test_in_the_language_shown(error: Exception, chinese: str) -> None:
    """English outside of the block, Chinese inside; what travels is neither."""
    english = str(error)
    with zj.language("zh"):
        assert str(error) == chinese
        assert str(pickle.loads(pickle.dumps(error))) == chinese  # noqa: S301 (made one line before)
        assert error.english() == english  # type: ignore[attr-defined]
    assert str(error) == english
    assert not CHINESE.search(english.replace("个工作", "").replace("多个", "").replace("个", ""))


def test_many_problems() -> None:
    """An error of a package, a report and a phrase alone."""
    found = [Problem("a.csv", row, "level", "x", "a unit") for row in range(2, 90)]
    with zj.language("zh"):
        said = str(zj.DatasetError(found))
        assert said.startswith("数据包有 88 个问题\n  a.csv 第 2 行，level：应为单位，现为 'x'")
        assert lines(found)[-1] == "a.csv, level：同类问题另有 85 个，至第 89 行"
        assert told("a unit") == "单位"
        report = zj.Report("mine", 3, (), tuple(found[:1]))
        assert str(report) == "mine：3 条记录，没有问题，1 条提醒\n  提醒：a.csv 第 2 行，level：应为单位，现为 'x'"
    assert told("a unit") == "a unit"
    assert lines(found)[-1] == "a.csv, level: 85 more of this kind, up to row 89"


def test_every_kind_of_error_says_something_of_its_own() -> None:
    """No error of the package comes in English where Chinese is shown."""
    kinds = [
        kind for name in zj.__all__ if isinstance(kind := getattr(zj, name), type) and issubclass(kind, zj.ZjError)
    ]
    made: dict[str, tuple[Any, ...]] = {
        "ArgumentError": ("path", 3, "str"),
        "BasisError": ("8天", "workday", "day", "a unit"), "BoundError": ("3天", "an order"), "DatasetError": ([],),
        "DimensionError": ("5件", "count", "duration"), "DocumentError": ("a", "it is encrypted"), "ExtraMissingError": ("a", "b"),
        "FontMissingError": (("a",),), "NotOneError": ("cases", 2), "ParseError": ("a", 0, "a unit"),
        "RecordError": ("A", "b", "0", "a unit"), "ResumeError": ("a", "b"), "UnknownIdError": ("cases", "a"),
        "UnknownValueError": ("place", "a"), "ZjError": ("a unit",),
    }  # fmt: skip
    assert {kind.__name__ for kind in kinds} == set(made)
    with zj.language("zh"):
        for kind in kinds:
            assert CHINESE.search(str(kind(*made[kind.__name__]))), kind
