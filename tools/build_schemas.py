"""Rebuild every file that is generated from the record classes and the data: ``python tools/build_schemas.py [--check]``.

``--check`` writes nothing, names each file that is out of step, and exits with 1 if there is one.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import opencc

import zjreform as zj
from zjreform.publish import licence
from zjreform.publish.archives import datacite, ddi_codebook, zenodo
from zjreform.publish.codebook import CODEBOOK, codebook_entries
from zjreform.publish.codebook_page import codebook_page
from zjreform.publish.croissant import croissant
from zjreform.publish.csvw import csvw_metadata
from zjreform.publish.data_package import OTHER_FILES, Resource, data_package, other_resource
from zjreform.publish.json_schema import change_schema, figure_schema, file_schema, quantity_schema, record_schema
from zjreform.publish.skos import taxonomy
from zjreform.publish.statistics import load_do, load_r
from zjreform.records.index import TABLES
from zjreform.tabular.csv_text import write_sheet
from zjreform.tabular.structure import record_cells

ROOT = Path(__file__).parent.parent
DATA = ROOT / "src" / "zjreform" / "data"


def generated() -> Iterator[tuple[Path, bytes]]:
    """Yield each generated file and the bytes it must have."""
    ds = zj.load()
    csv = {f"{name}.csv": (DATA / f"{name}.csv").read_bytes() for name in TABLES}
    resources = [Resource(name, f"{name}.csv", csv[f"{name}.csv"], (), len(getattr(ds, name))) for name in TABLES]
    package = data_package(resources, ds.version, ds.sources)
    codebook = write_sheet(CODEBOOK.header, (record_cells(entry, CODEBOOK.fields) for entry in codebook_entries()))
    yield DATA / "codebook.csv", codebook
    for name in OTHER_FILES:
        path = DATA / f"{name}.csv"
        package["resources"].append(other_resource(name, codebook if name == "codebook" else path.read_bytes()))
    yield DATA / "datapackage.json", as_json(package)
    yield DATA / "csvw-metadata.json", as_json(csvw_metadata(ds.version))
    yield DATA / "croissant.json", as_json(croissant(ds.version, csv))
    yield DATA / "datacite.json", as_json(datacite(ds.version))
    yield ROOT / ".zenodo.json", as_json(zenodo(ds.version))
    yield DATA / "ddi-codebook.xml", ddi_codebook(ds.version, ds.sizes())
    yield DATA / "load.R", load_r().encode()
    yield DATA / "load.do", load_do().encode()
    yield DATA / "schemas" / "dataset.schema.json", as_json(file_schema())
    yield DATA / "schemas" / "change.schema.json", as_json(change_schema())
    yield DATA / "schemas" / "figure.schema.json", as_json(figure_schema())
    yield DATA / "schemas" / "quantity.schema.json", as_json(quantity_schema())
    for name in TABLES:
        yield DATA / "schemas" / f"{name}.schema.json", as_json(record_schema(name))
    traditional = opencc.OpenCC("s2t").convert
    yield DATA / "taxonomy.ttl", taxonomy(ds.terms, traditional, ds.version).encode()
    yield ROOT / "docs" / "codebook.md", codebook_page().encode()
    yield ROOT / "CITATION.cff", citation_file(ds.version).encode()


def citation_file(version: str) -> str:
    """Return ``CITATION.cff``: the software, with the dataset as a reference."""
    quoted = json.dumps
    lines = [
        "cff-version: 1.2.0",
        "message: If you use this library or its data, please cite them as below.",
        "type: software",
        "title: zjreform (Python library)",
        f"version: {zj.__version__}",
        "authors:",
        f"  - name: {licence.MAKERS}",
        f"license: {licence.CODE_LICENCE}",
        f"abstract: {quoted(licence.DESCRIPTION, ensure_ascii=False)}",
        "keywords:",
        *(f"  - {word}" for word in licence.KEYWORDS),
        "references:",
        "  - type: data",
        f"    title: {quoted(licence.TITLE_EN, ensure_ascii=False)}",
        f"    version: {version}",
        f"    year: {licence.year_of(version)}",
        "    authors:",
        f"      - name: {licence.MAKERS}",
        f"    license: {licence.LICENCE}",
    ]
    return "\n".join(lines) + "\n"


def as_json(content: object) -> bytes:
    """Return content as JSON that a person can read."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def main(*, check: bool) -> int:
    """Write the files, or name those that are out of step; return the exit code."""
    stale = [(path, data) for path, data in generated() if not path.is_file() or path.read_bytes() != data]
    for path, data in stale:
        print(("out of step: " if check else "wrote ") + str(path.relative_to(ROOT)))
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
