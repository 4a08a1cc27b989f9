"""The notebooks: executed in a kernel, each cell prints what the page says."""

from pathlib import Path

import pytest
from tests.views.notebooks import FOLDER, ran, stated

for library in ("jupytext", "nbclient", "ipykernel", "altair", "pandas"):
    pytest.importorskip(library, reason=f"notebooks need {library}")


@pytest.mark.slow  # a kernel for each
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.md")), ids=lambda path: path.stem)
def test_a_notebook_prints_what_its_page_says(path: Path) -> None:
    """Cell by cell."""
    assert ran(path) == stated(path)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.md")), ids=lambda path: path.stem)
def test_a_notebook_states_its_n_and_how_to_cite(path: Path) -> None:
    """Near the top and at the end."""
    text = path.read_text(encoding="utf-8")
    assert "**n = " in text.partition("```python")[0]
    assert "cite()" in text.rpartition("## How to cite")[2]
