"""Writing codings for other tools and reading theirs."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Final

from attrs import frozen

from zjreform.alike import close_to
from zjreform.arguments import told
from zjreform.dataset.tables import Tables
from zjreform.drafting.coding.decisions import Decisions
from zjreform.drafting.exchange.brat import read_brat, write_brat
from zjreform.drafting.exchange.cas import read_cas, write_cas
from zjreform.drafting.exchange.json_forms import (
    read_doccano,
    read_label_studio,
    read_web_annotation,
    write_doccano,
    write_label_studio,
    write_web_annotation,
)
from zjreform.drafting.exchange.offsets import Counting, fitted
from zjreform.drafting.exchange.refi import read_refi, write_refi
from zjreform.drafting.exchange.spans import CodedSpan, spans_of
from zjreform.errors import DatasetError, Problem, UnknownValueError
from zjreform.tabular.atomic import new_file, new_folder
from zjreform.tabular.damage import refusing

Writer = Callable[[Sequence[CodedSpan], Mapping[str, str], Path], None]
Reader = Callable[[Path], list[CodedSpan]]
FORMS: Final[Mapping[str, tuple[Writer, Reader, bool]]] = {
    "refi-qda": (write_refi, read_refi, False),
    "brat": (write_brat, read_brat, True),
    "doccano": (write_doccano, read_doccano, False),
    "label-studio": (write_label_studio, read_label_studio, False),
    "web-annotation": (write_web_annotation, read_web_annotation, False),
    "cas": (write_cas, read_cas, True),
}
"""Each format with its writer, its reader, and whether it is a folder."""


@frozen
class ImportedCodings:
    """Codings of another tool, at their places.

    Attributes:
        spans: The codings, with offsets in code points of the texts with LF.
        counted: How the offsets of each document were counted.
    """

    spans: tuple[CodedSpan, ...]
    counted: Mapping[str, Counting]


@told
def write_codings(
    *codings: Tables | Decisions,
    path: str | PathLike[str],
    form: str,
    texts: Mapping[str, str] | None = None,
    overwrite: bool = False,
) -> Path:
    """Write codings in the format of another tool; return the path.

    Args:
        codings: Drafts, and datasets with codings; those of one document by several coders are written together.
        path: File or folder to write.
        form: ``refi-qda`` (MAXQDA, ATLAS.ti, NVivo), ``brat``, ``doccano``, ``label-studio``, ``web-annotation`` or ``cas``.
        texts: Texts of the documents of a dataset by the id of their source.
        overwrite: Replace a file that stands there; folders are never replaced.

    Raises:
        UnknownValueError: There is no such format.
        DatasetError: A coding does not stand in its text.
        FileExistsError: The path exists.
        ExtraMissingError: The format needs an optional library (``cas``).

    Offsets are code points of the text with LF line ends, which each format says where it can; a CAS counts UTF-16 in its file. Each span
    carries its quotation. An open proposal stays a proposal: of the user ``program``, a prediction, or with a mark of its own.

    Example:
        >>> import tempfile, zjreform as zj
        >>> draft = zj.draft("𠮷县用时5天", source={"id": "a"})
        >>> draft.confirm("a-4", coder="me", aggregate="each")
        >>> path = write_codings(draft, path=tempfile.mkdtemp() + "/a.jsonl", form="doccano")
        >>> found = read_codings(path, {"a": draft.text}, form="doccano")
        >>> str(found.counted["a"]), found.spans[0].quote, found.spans[0].coder
        ('code points, LF', '5天', 'me')
    """
    write, _, folder = _form(form)
    held = {**(texts or {})}
    spans: list[CodedSpan] = []
    for one in codings:
        if isinstance(one, Decisions):
            held[str(one.source.values["id"])] = one.text
        spans += spans_of(one, held)
    canonical = {
        name: text.replace("\r\n", "\n") for name, text in held.items() if any(one.document == name for one in spans)
    }
    target = Path(path)
    if folder:
        with new_folder(target, overwrite=False, known=frozenset()) as new:
            write(spans, canonical, new)
    else:
        with new_file(target, overwrite=overwrite) as new:
            write(spans, canonical, new)
    return target


@told
def read_codings(path: str | PathLike[str], texts: Mapping[str, str], *, form: str) -> ImportedCodings:
    r"""Return the codings that another tool wrote, at their places in the texts.

    Args:
        path: File or folder.
        texts: Texts by the name of their document; CRLF counts as LF.
        form: As for `write_codings`.

    Raises:
        FileNotFoundError: There is no such path.
        UnknownValueError: There is no such format.
        DatasetError: The file is damaged, names a document that is not at hand, or its offsets fit the quotations in no unit, or in two
            at different places.
        ExtraMissingError: The format needs an optional library (``cas``).

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> folder = Path(tempfile.mkdtemp())
        >>> _ = (folder / "a.ann").write_text("T1\tposition 5 7\t5天\n", encoding="utf-8")
        >>> found = read_codings(folder, {"a": "𠮷县用时5天"}, form="brat")
        >>> found.spans[0].start, str(found.counted["a"])
        (4, 'UTF-16, LF')
    """
    _, read, _ = _form(form)
    source = Path(path)
    if not source.exists():
        raise FileNotFoundError(f"no such file or folder: {str(source)!r}")
    by_document: dict[str, list[CodedSpan]] = defaultdict(list)
    with refusing(source.name, f"codings in the form {form}"):
        for one in read(source):
            by_document[one.document].append(one)
    unknown = sorted(by_document.keys() - texts.keys())
    if unknown:
        known = ", ".join(texts)
        raise DatasetError(
            [Problem(source.name, 0, "document", name, f"the name of a text: {known}") for name in unknown]
        )
    spans: list[CodedSpan] = []
    counted: dict[str, Counting] = {}
    for name, held in by_document.items():
        placed, counted[name] = fitted(held, texts[name])
        spans += placed
    return ImportedCodings(tuple(spans), counted)


def _form(form: str) -> tuple[Writer, Reader, bool]:
    if form not in FORMS:
        raise UnknownValueError("format of codings", form, close_to(form, FORMS) or list(FORMS))
    return FORMS[form]
