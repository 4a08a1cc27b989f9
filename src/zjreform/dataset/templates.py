"""An empty package to code new documents into: files with headers, ``datapackage.json`` and a codebook to read beside it."""

from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from zjreform.alike import close_to
from zjreform.arguments import told
from zjreform.dataset.containers import DESCRIPTOR
from zjreform.dataset.writing import KNOWN, json_bytes
from zjreform.errors import UnknownValueError
from zjreform.publish.codebook_page import codebook_page
from zjreform.publish.data_package import Resource, data_package
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of
from zjreform.tabular.atomic import new_folder
from zjreform.tabular.csv_text import write_sheet


@told
def template(
    folder: str | PathLike[str],
    *,
    tables: Iterable[str] | None = None,
    version: str = "0.1.0",
    extends: bool = True,
    overwrite: bool = False,
) -> Path:
    """Write an empty package and return its folder.

    Args:
        folder: Where to write it.
        tables: Names of the tables to make files for; all by default.
        version: Version of the new data.
        extends: References may name rows of the bundled dataset (its places, indicators, rounds, …).
        overwrite: Replace a package that stands there.

    Raises:
        UnknownValueError: There is no such table.
        FileExistsError: The folder exists and *overwrite* is false, or it holds other files.

    Example:
        >>> import tempfile, zjreform as zj
        >>> folder = zj.template(tempfile.mkdtemp() + "/mine", tables=["sources", "metrics"])
        >>> sorted(path.name for path in folder.iterdir())
        ['CODEBOOK.md', 'datapackage.json', 'metrics.csv', 'sources.csv']
    """
    wanted = list(TABLES) if tables is None else list(tables)
    for name in wanted:
        if name not in TABLES:
            raise UnknownValueError("table", name, close_to(name, TABLES))
    ordered = [name for name in TABLES if name in wanted]
    target = Path(folder)
    own = {"extends": "bundled"} if extends else {}
    with new_folder(target, overwrite=overwrite, known=KNOWN) as new:
        for name in ordered:
            (new / f"{name}.csv").write_bytes(write_sheet(schema_of(name).header, ()))
        resources = [Resource(name, f"{name}.csv") for name in ordered]
        (new / DESCRIPTOR).write_bytes(json_bytes({**data_package(resources, version, (), own), **_OWN_WORDS}))
        (new / "CODEBOOK.md").write_text(codebook_page(ordered), encoding="utf-8", newline="\n")
    return target


_OWN_WORDS = {
    "name": "my-documents",
    "title": "Documents coded after the schema of zjreform",
    "description": "Say here what the documents are and who coded them.",
    "contributors": [{"title": "Your name", "roles": ["author"]}],
    "keywords": [],
}
"""What the maker of a package replaces."""
