"""Whatever a public function is given, it works, or says in an error of its own what it takes."""

import inspect
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from tests.every import every

import zjreform as zj
from zjreform.arguments import ArgumentError, fits

TEXT = "用时由8天压缩至3天"
WRONG: tuple[Any, ...] = (None, 3, b"x", object(), [], {}, 1.5, "\ud800", "zz")
OURS = str(Path(zj.__file__).parent)
NEEDED: Mapping[str, Mapping[str, Any]] = {
    "agreement": {},
    "audit": {"folder": "."},
    "card": {"thing": zj.parse("3天")},
    "changes": {"text": TEXT},
    "cite": {},
    "codebook": {},
    "context": {"mention": "zz", "folder": "."},
    "count": {"figure": "3件"},
    "days": {"figure": "3天"},
    "document": {"path": "a.txt"},
    "draft": {"document": TEXT, "source": {"id": "a"}, "blind": True},
    "explain": {"text": TEXT},
    "explorer": {},
    "figures": {"text": TEXT},
    "from_frames": {"frames": {}},
    "highlight": {"text": TEXT},
    "load": {},
    "normalise": {"values": ["3天"], "to": "day"},
    "parse": {"text": "3天"},
    "percent": {"figure": "3%"},
    "read": {"path": "package"},
    "read_codings": {"path": "a.txt", "texts": {}, "form": "brat"},
    "settle": {},
    "template": {"folder": "new"},
    "terms": {"text": TEXT},
    "to_calendar_days": {"quantity": zj.parse("3个工作日"), "rule": zj.FiveDayWeek()},
    "to_pint": {"quantity": zj.parse("3天")},
    "to_ucum": {"of": "公顷"},
    "validate": {"what": "package"},
    "verify": {"rows": [], "texts": TEXT},
    "write_codings": {"path": "new.jsonl", "form": "doccano"},
}
"""By public function: arguments that it takes, of which one at a time is exchanged."""


def _objects() -> Iterator[tuple[str, Any]]:
    ds = zj.load()
    yield from {"Dataset": ds, "Table": ds.tiers, "Rows": ds.comparisons()[:2], "Quantity": zj.parse("3天")}.items()
    yield from {"Figure": zj.figures("用时3天")[0], "Metric": next(iter(ds.metrics)), "Diff": ds.diff(ds)}.items()
    yield from {"Card": zj.card(zj.parse("3天")), "Highlight": zj.highlight(TEXT)}.items()
    yield "Draft", zj.draft("用时5天。", source={"id": "a"}, blind=True)


METHODS = {
    f"{label}.{name}": getattr(one, name)
    for label, one in _objects()
    for name in dir(type(one))
    if not name.startswith("_") and inspect.ismethod(getattr(one, name))
}
OTHERS = {"path": "new.zip", "folder": "new", "key": "zz", "figure": "a-2", "coder": "me", "other": zj.load()}


def _calls(function: Callable[..., Any], needed: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    number = count()
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.kind in {parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD, parameter.POSITIONAL_ONLY}:
            continue
        if parameter.annotation in {bool, "bool"}:  # everything is true or false
            continue
        for wrong in WRONG:
            given = {**needed, name: wrong}
            for key, value in given.items():
                if isinstance(value, str) and value.startswith("new"):
                    given[key] = f"{next(number)}-{value}"
            yield f"{name}={wrong!r}", given


def _unsaid(function: Callable[..., Any], needed: Mapping[str, Any]) -> list[str]:
    """Return the calls that end in an error which nobody wrote."""
    found = []
    for shown, given in _calls(function, needed):
        try:
            inspect.signature(function).bind(**given)
        except TypeError:
            continue
        try:
            function(**given)
        except (zj.ZjError, FileNotFoundError, FileExistsError, IsADirectoryError, NotADirectoryError):
            continue
        except Exception as error:  # noqa: BLE001 (whatever comes is looked at)
            last = traceback.extract_tb(error.__traceback__)[-1]
            if not (last.filename.startswith(OURS) and (last.line or "").startswith("raise ")):
                found.append(f"{shown}: {type(error).__name__}: {error}")
    return found


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    zj.template("package")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@pytest.mark.parametrize("name", NEEDED)
def test_functions(name: str) -> None:
    """Each parameter in turn is given something else."""
    assert _unsaid(getattr(zj, name), NEEDED[name]) == []


@every(METHODS)
def test_methods(name: str) -> None:
    """The same for the methods of what they give."""
    method = METHODS[name]
    needed = {
        key: OTHERS[key]
        for key, parameter in inspect.signature(method).parameters.items()
        if parameter.default is parameter.empty and key in OTHERS
    }
    assert _unsaid(method, needed) == []


def test_every_function_is_tried() -> None:
    """A new one needs its arguments above."""
    functions = {name for name in zj.__all__ if inspect.isfunction(getattr(zj, name))}
    assert functions == NEEDED.keys()


def test_the_error_says_which_argument() -> None:
    """Name, what is taken and what was given; it is a TypeError as well."""
    with pytest.raises(ArgumentError, match=r"expected str or PathLike\[str\] for path, got 3"):
        zj.read(3)  # type: ignore[arg-type]
    assert issubclass(ArgumentError, TypeError)


@pytest.mark.parametrize(
    ("value", "hint", "whether"),
    [
        (["a"], list[str], True),
        (["a", 1], list[str], False),
        (b"ab", list[int] | bytes, True),
        ({"a": "b"}, Mapping[str, int], False),
        (None, str | None, True),
        (3, float, True),
        ([], str, False),
    ],
)
def test_what_fits(value: object, hint: object, whether: bool) -> None:  # noqa: FBT001 (a table)
    """What is inside of lists and mappings counts as well."""
    assert fits(value, hint) is whether
