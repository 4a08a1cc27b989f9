"""A missing optional library gives one error that names the extra, from every method that needs it."""

import pickle
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.interop.made import made_dataset

import zjreform as zj
from zjreform.tabular.optional import optional

NEEDS: dict[str, tuple[str, str, Callable[[zj.Dataset, Path], object]]] = {
    "to_pandas": ("pandas", "pandas", lambda ds, _: ds.cases.to_pandas()),
    "to_polars": ("polars", "polars", lambda ds, _: ds.cases.to_polars()),
    "to_arrow": ("pyarrow", "arrow", lambda ds, _: ds.cases.to_arrow()),
    "arrow stream": ("pyarrow", "arrow", lambda ds, _: ds.cases.__arrow_c_stream__()),
    "write_parquet": ("pyarrow", "arrow", lambda ds, path: ds.write_parquet(path / "p")),
    "write_excel": ("xlsxwriter", "excel", lambda ds, path: ds.write_excel(path / "a.xlsx")),
}


@pytest.mark.parametrize("name", NEEDS)
def test_a_missing_library_names_its_extra(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The error says what to install, and nothing is left half written."""
    package, extra, call = NEEDS[name]
    for module in [module for module in sys.modules if module.partition(".")[0] == package]:
        monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(zj.ExtraMissingError, match=rf"needs {package}, .* pip install 'zjreform\[{extra}\]'") as caught:
        call(made_dataset(), tmp_path)
    assert pickle.loads(pickle.dumps(caught.value)).extra == extra  # noqa: S301 (our own bytes)
    assert list(tmp_path.iterdir()) == []


def test_reading_without_the_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Reading a format needs its library as well."""
    made_dataset().write_excel(tmp_path / "a.xlsx")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(zj.ExtraMissingError, match="openpyxl"):
        zj.read(tmp_path / "a.xlsx")


def test_an_error_inside_the_library_is_not_hidden(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A library that itself misses something is not reported as missing."""
    (tmp_path / "half_installed.py").write_text("import no_such_dependency\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="no_such_dependency") as caught:
        optional("half_installed", "arrow")
    assert not isinstance(caught.value, zj.ExtraMissingError)


def test_the_other_formats_need_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Packages, SQLite, JSON and dictionaries work with the runtime dependencies alone."""
    for package in ("pandas", "polars", "pyarrow", "openpyxl"):
        monkeypatch.setitem(sys.modules, package, None)
    ds = made_dataset()
    for done in (ds.write(tmp_path / "p"), ds.write_sqlite(tmp_path / "a.sqlite"), ds.write_json(tmp_path / "a.json")):
        assert zj.read(done.path) == ds
    assert len(ds.cases.to_dicts()) == 2
