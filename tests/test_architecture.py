"""The architecture holds: rooms import only from rooms above them, files stay short, the public names are pinned."""

import ast
import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.every import every

import zjreform
from zjreform.lazy import REACHED

PACKAGE = Path(zjreform.__file__).parent
READER = ("quantity", "text", "mending", "words")
MODULES = sorted(PACKAGE.rglob("*.py"))
ORDER = (
    "version",
    "stored",
    "alike",
    "lazy",
    "errors",
    "arguments",
    "renamed",
    "limits",
    "options",
    "resources",
    "fold",
    "code",
    "display",
    "wording",
    "html",
    "columns",
    "words",
    "quantity",
    "mending",
    "text",
    "records",
    "tabular",
    "publish",
    "corpus",
    "dataset",
    "drafting",
    "views",
    "cli",
    "__main__",
)
LONGEST_FILE = 400


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported(path: Path) -> Iterator[str]:
    """Give the modules of the package that a module imports, wherever it does, each as ``room.module``; ``""`` is the package itself."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "zjreform":
            home = (node.module or "").removeprefix("zjreform").removeprefix(".")
            yield from (f"{home}.{name.name}".strip(".") if _is_package(home) else home for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (n.name.removeprefix("zjreform.") for n in node.names if n.name.split(".")[0] == "zjreform")


def _is_package(home: str) -> bool:
    return (PACKAGE / home.replace(".", "/")).is_dir()


def _imports(path: Path) -> Iterator[str]:
    return (name.split(".")[0] for name in _imported(path))


@every(MODULES)
def test_a_room_imports_only_from_rooms_above_it(path: Path) -> None:
    """A module may use its own room and those listed before it."""
    room = _room(path)
    if room == "__init__":
        return
    allowed = {*ORDER[: ORDER.index(room)], room}
    assert set(_imports(path)) <= allowed


def test_no_module_imports_itself_by_way_of_others() -> None:
    """Every module can be read after those that it imports: there is no circle, in a room or between rooms."""
    graph = {_dotted(path): sorted(set(_imported(path))) for path in MODULES}
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " → ".join((*way[way.index(name) :], name))
        if name not in done:
            for following in graph.get(name, ()):
                visit(following, (*way, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def test_one_table_is_the_only_way_upwards() -> None:
    """What a class reaches above itself stands in ``lazy.REACHED``, each name exists, and no other module imports by name."""
    for target in REACHED.values():
        module, _, name = target.rpartition(".")
        assert callable(getattr(importlib.import_module(f"zjreform.{module}"), name)), target
    by_name = {_dotted(path) for path in MODULES if "import_module(f" in path.read_text(encoding="utf-8")}
    assert by_name == {"__init__", "corpus", "lazy", "records.schema", "views.cards.index"}


@every(MODULES)
def test_files_are_short(path: Path) -> None:
    """No module is longer than a reader takes in."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@every([path for path in MODULES if path.relative_to(PACKAGE).parts[0] in READER])
def test_constants_of_words_say_what_they_are(path: Path) -> None:
    """A constant of the reader that holds Chinese has a line behind it; rules have names and examples of their own."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    for node, behind in zip(body, [*body[1:], None], strict=True):
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        source = ast.unparse(node.value)
        if any("\u3400" <= char <= "\u9fff" for char in source) and "Rule(" not in source:
            said = isinstance(behind, ast.Expr) and isinstance(behind.value, ast.Constant)
            assert said, f"line {node.lineno}: {ast.unparse(node).splitlines()[0][:60]}"


def test_room_inits_hold_a_docstring_only() -> None:
    """Names live in modules, not in the package of a room; `corpus`, which users call by its name, has a lazy table of them."""
    for path in PACKAGE.glob("*/__init__.py"):
        if path.parent.name == "corpus":
            continue
        body = ast.parse(path.read_text(encoding="utf-8")).body
        assert [type(node) for node in body] == [ast.Expr], path


def test_public_names_are_where_the_package_says() -> None:
    """Each public name has a home that holds it, and the typed stub is made from the table."""
    homes = vars(zjreform)["_HOME"]
    assert sorted(homes) == sorted(zjreform.__all__)
    for name, module in homes.items():
        assert hasattr(importlib.import_module(f"zjreform.{module}"), name), name
    current = subprocess.run(
        [sys.executable, str(PACKAGE.parent.parent / "tools" / "build_stub.py"), "--check"], check=False
    )
    assert current.returncode == 0


def test_unknown_public_name_is_an_attribute_error() -> None:
    """A misspelt name fails as in any module."""
    with pytest.raises(AttributeError, match="'figurs'"):
        getattr(zjreform, "figurs")  # noqa: B009 (a constant would not type-check)


def test_importing_reads_nothing() -> None:
    """Importing the package loads neither typing nor re nor any room."""
    code = "import sys; sys.path.insert(0, sys.argv[1]); old = set(sys.modules); import zjreform; print(*set(sys.modules) - old)"
    command = [sys.executable, "-S", "-c", code, str(PACKAGE.parent)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["zjreform"]


@every([path for path in Path(__file__).parent.rglob("*.py") if "pytest.raises(" in path.read_text(encoding="utf-8")])
def test_every_error_that_is_expected_is_looked_at(path: Path) -> None:
    """Each ``raises`` says what the error says, or keeps it under a name that is read in the same function."""
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(function, ast.FunctionDef):
            continue
        nodes = list(ast.walk(function))
        read = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
        for item in (item for node in nodes if isinstance(node, ast.With) for item in node.items):
            if isinstance(item.context_expr, ast.Call) and ast.unparse(item.context_expr.func) == "pytest.raises":
                said = {word.arg for word in item.context_expr.keywords} & {"match", "check"}
                kept = isinstance(item.optional_vars, ast.Name) and item.optional_vars.id in read
                assert said or kept, f"line {item.context_expr.lineno}"
