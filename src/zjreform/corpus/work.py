"""What a worker does with a unit: reads its documents, calls the kernel once, and says what it could not read.

A text that the reader fails on is found and left out by itself; the others of its batch are read all the same.
"""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from attrs import Factory, define, frozen

from zjreform.corpus.documents import DOCUMENT_LIMITS, Document, document
from zjreform.corpus.inputs import UNPACKING, Input, open_input
from zjreform.corpus.kernel import changes_batch, figures_batch, terms_batch
from zjreform.corpus.units import Unit
from zjreform.errors import DocumentError
from zjreform.limits import Limits
from zjreform.options import Region
from zjreform.tabular.optional import optional
from zjreform.text.lexicon import Lexicon

KERNELS: Final[dict[str, Callable[..., Any]]] = {
    "figures": figures_batch,
    "changes": changes_batch,
    "terms": terms_batch,
}
"""What can be looked for, by name."""
_DIMENSIONS: Final = {"figures": "dimension", "changes": "before_dimension", "terms": "term"}


@frozen
class Task:
    """What is looked for in every unit of a run.

    Attributes:
        what: ``figures``, ``changes`` or ``terms``.
        kinds: As for ``figures``; ``None`` for quantities.
        lexicon: As for ``figures``.
        region: As for ``figures``.
        encoding: Encoding of text files; ``None`` to decide it by their bytes.
        limits: What one document may hold.
    """

    what: str
    kinds: tuple[str, ...] | None = None
    lexicon: Lexicon | None = None
    region: Region | None = None
    encoding: str | None = None
    limits: Limits = DOCUMENT_LIMITS

    def options(self) -> dict[str, Any]:
        """Return what the kernel is called with."""
        every = {"kinds": self.kinds, "lexicon": self.lexicon, "region": self.region}
        return {name: every[name] for name in _TAKEN[self.what]}


_TAKEN: Final = {"figures": ("kinds", "lexicon", "region"), "changes": ("lexicon", "region"), "terms": ("lexicon",)}


@define
class Done:
    """What came of a unit.

    Attributes:
        batch: The rows, a ``pyarrow.RecordBatch``.
        documents: How many documents and rows of tables were read.
        failures: What could not be read, each name with its reason.
        encodings: How each table was decoded, and each document that is not in UTF-8.
        losses: What the documents hold and their texts do not, by kind.
        damaged: Documents with damaged places, each with how many.
        dimensions: Rows by dimension, or by term.
        size: Bytes of the inputs that the unit stood for.
    """

    batch: Any
    documents: int = 0
    failures: list[tuple[str, str]] = Factory(list)
    encodings: dict[str, str] = Factory(dict)
    losses: dict[str, int] = Factory(dict)
    damaged: dict[str, int] = Factory(dict)
    dimensions: dict[str, int] = Factory(dict)
    size: int = 0


def run_unit(task: Task, unit: Unit) -> Done:
    """Return the rows of a unit.

    Example:
        >>> done = run_unit(Task("figures"), Unit(ids=["a"], texts=["压缩至3天"]))
        >>> done.batch.column("surface").to_pylist(), done.dimensions
        (['3天'], {'duration': 1})
    """
    ids, texts = list(unit.ids), list(unit.texts)
    done = Done(None, failures=list(unit.failures), encodings=dict(unit.encodings), size=unit.size)
    losses: Counter[str] = Counter()
    for one in unit.documents:
        try:
            read = _document(one, task)
        except (DocumentError, OSError) as error:
            reason = said(error) if isinstance(error, DocumentError) else str(error)
            done.failures.append((one.name, reason))
            continue
        ids.append(one.name)
        texts.append(read.text)
        if read.encoding.removesuffix("-sig") not in {"", "utf-8"}:
            done.encodings[one.name] = read.encoding
        for loss in read.losses:
            losses[loss.what] += loss.number
        if read.damaged:
            done.damaged[one.name] = len(read.damaged)
    done.losses = dict(losses)
    done.batch, failed = _rows(task, ids, texts)
    done.failures += failed
    done.documents = len(texts) - len(failed)
    done.dimensions = _counted(done.batch, _DIMENSIONS[task.what])
    return done


def said(error: DocumentError) -> str:
    """Return what an error says of a document without its name.

    Example:
        >>> said(DocumentError("a.pdf", "it is a scan", "pass the text"))
        'it is a scan (pass the text)'
    """
    return f"{error.reason} ({error.remedy})" if error.remedy else error.reason


def _document(one: Input, task: Task) -> Document:
    if not one.member and not one.packing:
        return document(one.path, encoding=task.encoding, limits=task.limits)
    with _unpacked(one, task.limits.bytes) as path:
        return document(path, encoding=task.encoding, limits=task.limits)


@contextmanager
def _unpacked(one: Input, most: int) -> Iterator[Path]:
    """Give the path of a packed document, unpacked; one that unpacks to too much is refused."""
    with tempfile.TemporaryDirectory(prefix="zjreform-") as folder:
        path = Path(folder, f"document{one.kind}")
        left = most
        try:
            stream, _ = open_input(one)
            with stream, path.open("wb") as kept:
                while left >= 0 and (data := stream.read(_PIECE)):
                    left -= kept.write(data)
        except (OSError, *UNPACKING) as error:
            raise DocumentError(one.name, f"it cannot be unpacked ({error})") from error
        if left < 0:
            raise DocumentError(one.name, f"it unpacks to more than {most:,} bytes", "pass limits=zj.Limits(bytes=…)")
        yield path


_PIECE: Final = 1 << 20


def _rows(task: Task, ids: list[str | None], texts: list[str | None]) -> tuple[Any, list[tuple[str, str]]]:
    kernel, options = KERNELS[task.what], task.options()
    try:
        return kernel(_batch(ids, texts), **options), []
    except Exception:  # noqa: BLE001 (the text at fault is found below)
        pa = optional("pyarrow", "arrow")
        batches, failed = [kernel(_batch([], []), **options)], []
        for key, text in zip(ids, texts, strict=True):
            try:
                batches.append(kernel(_batch([key], [text]), **options))
            except Exception as error:  # noqa: BLE001 (said, with the text's name)
                failed.append((str(key), f"the reader failed on it: {error!r}"))
        return pa.concat_batches(batches), failed


def _batch(ids: list[str | None], texts: list[str | None]) -> Any:  # noqa: ANN401 (pyarrow.RecordBatch)
    pa = optional("pyarrow", "arrow")
    return pa.record_batch([pa.array(ids, pa.string()), pa.array(texts, pa.large_string())], names=["id", "text"])


def _counted(batch: Any, name: str) -> dict[str, int]:  # noqa: ANN401 (pyarrow.RecordBatch)
    pairs = batch.column(name).dictionary_decode().value_counts().to_pylist()
    return {pair["values"]: pair["counts"] for pair in pairs if pair["values"] is not None}
