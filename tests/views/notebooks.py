"""Runs a notebook that is kept as text and compares what its cells print with what the page says.

Usage: python -m tests.views.notebooks [--write]
"""

import re
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "notebooks"
CELL = re.compile(r"```python\n(.*?)\n```\n\n(?:```text\n(.*?)\n```\n)?", re.DOTALL)


def ran(path: Path) -> list[str]:
    """Run a notebook in a kernel of its own and return what each cell prints or shows as text."""
    import jupytext  # type: ignore[import-untyped]  # noqa: PLC0415 (an optional library)
    from nbclient import NotebookClient  # noqa: PLC0415 (as above)

    notebook = jupytext.read(path)
    notebook.cells = [
        cell
        for cell in notebook.cells
        if cell.cell_type == "code" and "python" in cell.metadata.get("language", "python")
    ]
    NotebookClient(notebook, timeout=240, kernel_name="python3").execute()
    return [_unversioned("".join(map(_text, cell.outputs)).rstrip("\n")) for cell in notebook.cells]


def _unversioned(text: str) -> str:
    """Leave out what changes with every release of the data: its version and the hashes of tables."""
    return re.sub(r"; sha256:[0-9a-f]{64}", "", re.sub(r"\b20\d\d\.\d\d\.\d+\b", "(version)", text))


def _text(output: Any) -> str:  # noqa: ANN401 (a notebook's output)
    if output.output_type == "stream":
        return str(output.text) if output.name == "stdout" else ""
    return str(output.get("data", {}).get("text/plain", "")) + "\n"


def stated(path: Path) -> list[str]:
    """Return what the page says that each cell prints."""
    return [found[2] or "" for found in CELL.finditer(path.read_text(encoding="utf-8"))]


def write(path: Path) -> None:
    """Set what a notebook prints into its page, to be looked at before it is kept."""
    outputs = iter(ran(path))

    def filled(found: re.Match[str]) -> str:
        output = next(outputs)
        return f"```python\n{found[1]}\n```\n\n" + (f"```text\n{output}\n```\n" if output else "")

    path.write_text(CELL.sub(filled, path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


if __name__ == "__main__" and "--write" in sys.argv[1:]:
    for each in sorted(FOLDER.glob("*.md")):
        write(each)
