"""Where the source documents are, for the tests that need them."""

import os
from functools import cache
from pathlib import Path

import pytest

import zjreform as zj

FOLDER = Path(os.environ.get("ZJREFORM_SOURCES", Path(__file__).resolve().parents[2] / "shared" / "sources"))

needs_sources = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the source documents are not here; ZJREFORM_SOURCES names their folder"
)


@cache
def source_text(source: str) -> str:
    """Return the text of a source document, exactly as the offsets count it."""
    return (FOLDER / zj.load().sources[source].file).read_bytes().decode("utf-8")
