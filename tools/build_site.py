"""Builds the site into ``docs/_build/html``: Sphinx with warnings as errors, then an index that finds Chinese words. Opens no socket.

Usage: python tools/build_site.py [FOLDER]

Sphinx's own search finds no Chinese word on an English page; Pagefind does where it is told that the pages are Chinese.
"""

import shutil
import subprocess
import sys
from importlib.metadata import files
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"


def build(target: Path) -> None:
    """Build the pages and their search index into a folder, which is emptied first.

    Raises:
        subprocess.CalledProcessError: A page has a warning, or the index cannot be made.
    """
    shutil.rmtree(target, ignore_errors=True)
    subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", str(DOCS), str(target)], check=True
    )
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pagefind",
            "--site",
            str(target),
            "--force-language",
            "zh",
            "--root-selector",
            "article",
        ],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    for name in ("furo", "sphinx"):
        text = next(file for file in files(name) or () if file.name.startswith("LICENSE")).read_text("utf-8")
        (target / "_static" / f"{name}-LICENSE.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS / "_build" / "html")
