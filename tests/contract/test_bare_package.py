"""What the package promises where nothing but its three requirements is installed, on every Python."""

import importlib.util
from pathlib import Path

import pytest

import zjreform as zj

FORMS = ("folder", "package.zip", "package.json", "package.sqlite")


def test_every_public_name_arrives() -> None:
    """No public name needs an extra before it is used."""
    missing = [name for name in zj.__all__ if not hasattr(zj, name)]
    assert missing == []


@pytest.mark.parametrize("form", FORMS)
def test_the_bundled_data_survives_every_form_of_the_standard_library(form: str, tmp_path: Path) -> None:
    """Written and read again, the dataset is equal to itself."""
    ds, path = zj.load(), tmp_path / form
    writers = {".json": ds.write_json, ".sqlite": ds.write_sqlite}
    written = writers.get(path.suffix, ds.write)(path)
    assert zj.read(written.path) == ds


def test_a_missing_extra_is_named() -> None:
    """A frame without its library is one error that says what to install."""
    if importlib.util.find_spec("pandas") is not None:
        assert len(zj.load().awards.to_pandas()) == len(zj.load().awards)
        return
    with pytest.raises(zj.ExtraMissingError, match=r"zjreform\[pandas\]"):
        zj.load().awards.to_pandas()


def test_the_reader_needs_no_extra() -> None:
    """Figures, changes and terms of a sentence."""
    text = "企业开办时间由8个工作日压缩至1个工作日，最多跑一次事项占98.5%以上。"
    assert [str(figure.quantity) for figure in zj.figures(text)] == ["8个工作日", "1个工作日", "98.5%以上"]
    assert [str(change.change.decrease) for change in zj.changes(text)] == ["87.5%"]
    assert [span.term for span in zj.terms(text)] == ["run-at-most-once"]
