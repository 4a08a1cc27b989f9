"""Sentences of figures, for those who hold the documents: read from copies that are identical to the ones coded."""

import hashlib
import re
from collections.abc import Mapping
from os import PathLike
from pathlib import Path

from zjreform.dataset.dataset import Dataset
from zjreform.errors import DatasetError, Problem

_LONGEST = 160
_END = re.compile(r"[。！？\n]")


def sentences(ds: Dataset, folder: str | PathLike[str]) -> Mapping[str, str]:
    """Return the sentence of each mention of a figure, by the id of the mention; none for documents that the folder lacks.

    Args:
        ds: The dataset.
        folder: Folder that holds the source texts.

    Raises:
        NotADirectoryError: There is no such folder.
        DatasetError: A copy differs from the one coded, so that offsets mean nothing; run `audit`.

    Example:
        >>> import tempfile, zjreform as zj
        >>> dict(sentences(zj.load(), tempfile.mkdtemp()))
        {}
    """
    root = Path(folder)
    if not root.is_dir():
        raise NotADirectoryError(f"expected a folder that holds the source texts, got {str(folder)!r}")
    texts = {}
    for source in ds.sources:
        path = root / source.file
        if path.exists():
            data = path.read_bytes()
            found = hashlib.sha256(data).hexdigest()
            if found != source.sha256:
                raise DatasetError([Problem(source.file, 0, "sha256", found, source.sha256, "audit the folder")])
            texts[source.id] = data.decode("utf-8")
    held = (row for row in ds.mentions if row.of.startswith("metrics:") and row.source in texts)
    return {row.id: sentence(texts[row.source], row.start, row.end) for row in held}


def sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around a span, the span in 【】, cut to what a reader takes in.

    Example:
        >>> sentence("第一句。办理时间3天。第三句。", 8, 10)
        '办理时间【3天】。'
    """
    before = text[max(0, start - _LONGEST) : start]
    first = max((match.end() for match in _END.finditer(before)), default=0)
    behind = text[end : end + _LONGEST]
    last = _END.search(behind)
    return f"{before[first:].lstrip()}【{text[start:end]}】{behind[: last.end() if last else None].rstrip()}"
