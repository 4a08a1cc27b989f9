"""Builds the site into ``docs/_build/html``: Sphinx with warnings as errors, then an index that finds Chinese words. Opens no socket.

Usage: python tools/build_site.py [FOLDER]

Sphinx's own search finds no Chinese word on an English page; Pagefind does where it is told that the pages are Chinese.
"""

import shutil
import subprocess
import sys
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


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS / "_build" / "html")
