"""Where a dataset begins: the bundled one, one from files, and how to cite either."""

import threading
from os import PathLike

from zjreform.arguments import told
from zjreform.dataset.bundled import bundled_table
from zjreform.dataset.dataset import Dataset
from zjreform.limits import DEFAULT, Limits
from zjreform.options import Lang, Style
from zjreform.records.rosters import Case, Source
from zjreform.version import DATA_VERSION, __version__

_LOCK = threading.Lock()
_loaded: list[Dataset] = []


def load() -> Dataset:
    """Return the bundled dataset, the same object each time.

    A table is read and checked when it is first asked for. That the tables agree with one another is checked at release;
    `validate` checks it again.

    Example:
        >>> import zjreform as zj
        >>> zj.load() is zj.load()
        True
    """
    with _LOCK:
        if not _loaded:
            _loaded.append(Dataset.deferred(DATA_VERSION, bundled_table))
    return _loaded[0]


@told
def read(
    path: str | PathLike[str], *, limits: Limits = DEFAULT, drafts: str = "refuse", lenient: bool = False
) -> Dataset:
    """Return the dataset of a package.

    Args:
        path: A folder, a zip file or ``datapackage.json``; or a file that `Dataset` wrote: ``.json``, ``.sqlite``, ``.db``, ``.xlsx``.
        limits: What the package may hold; what holds more is refused before it is taken in.
        drafts: ``"refuse"`` a package with proposals that nobody has decided, or ``"allow"`` it: then its decided rows alone are read.
        lenient: Take CSV files with some of the columns in any order, and ``TRUE`` for ``true``; ``zj.validate(path, lenient=True)`` lists
            each change. Plain reading is strict.

    Raises:
        FileNotFoundError: There is no such path.
        DatasetError: The package breaks the schema; every problem is listed with file, row, field, value and remedy.
        ExtraMissingError: The format needs an optional library.

    A package whose ``datapackage.json`` says ``"zjreform": {"extends": "bundled"}`` may refer to rows of the bundled dataset; it holds its
    own rows only until it is merged, and answers against the rows it extends.

    Example:
        >>> import tempfile, zjreform as zj
        >>> folder = zj.template(tempfile.mkdtemp() + "/mine", tables=["metrics", "mentions"])
        >>> zj.read(folder).sizes()["metrics"]
        0
    """
    from zjreform.dataset.reading import read_tables  # noqa: PLC0415 (loading reads no package)

    return Dataset.of(read_tables(path, limits=limits, drafts=drafts, changes=[] if lenient else None))


@told
def cite(
    what: str | Source | Case | None = None, style: Style = "text", lang: Lang = "en", accessed: str | None = None
) -> str:
    """Return a citation.

    Args:
        what: ``None`` or ``"dataset"``, ``"software"``, a source or a case, or the id of one.
        style: ``"bibtex"``, ``"csl-json"``, ``"ris"`` or ``"text"``.
        lang: Language of titles and notes, ``"en"`` or ``"zh"``.
        accessed: Day on which you read it, such as ``"2026-11-30"``: ``urldate`` of BibTeX. No source states one.

    Raises:
        UnknownValueError: There is no such source or case, style or language.
        ParseError: *accessed* is no day.

    Example:
        >>> import zjreform as zj
        >>> print(zj.cite("solutions-2018", lang="zh"))
        金雪军、张军（2018）。治理创新的浙江解法。浙江大学出版社。ISBN 978-7-308-17949-2。
    """
    from zjreform.publish.citation import citation, software_work  # noqa: PLC0415 (as above)

    if what == "software":
        return citation(software_work(__version__), style, lang, accessed)
    return load().cite(None if what == "dataset" else what, style, lang, accessed)
