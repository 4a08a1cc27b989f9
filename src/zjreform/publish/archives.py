"""Descriptions for archives: DDI-Codebook 2.5, DataCite and Zenodo, generated as the other schemas are."""

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from zjreform.publish import licence
from zjreform.publish.codebook import CodebookEntry, codebook_entries
from zjreform.records.index import TABLES

DDI = "ddi:codebook:2_5"
"""Namespace of DDI-Codebook 2.5."""


def datacite(version: str) -> dict[str, Any]:
    """Return the description of the dataset for DataCite (metadata schema 4.5), without the identifier that an archive gives.

    Example:
        >>> datacite("2026.11.0")["types"]["resourceTypeGeneral"]
        'Dataset'
    """
    return {
        "creators": [{"name": licence.MAKERS, "nameType": "Organizational"}],
        "titles": [
            {"title": licence.TITLE_EN, "lang": "en"},
            {"title": licence.TITLE_ZH, "lang": "zh", "titleType": "TranslatedTitle"},
        ],
        "publisher": {"name": licence.MAKERS},
        "publicationYear": licence.year_of(version),
        "types": {"resourceType": "Data package", "resourceTypeGeneral": "Dataset"},
        "subjects": [{"subject": word} for word in licence.KEYWORDS],
        "language": "zh",
        "dates": [{"date": licence.month_of(version), "dateType": "Issued"}],
        "version": version,
        "formats": ["text/csv", "application/json"],
        "rightsList": [
            {
                "rights": licence.LICENCE_TITLE,
                "rightsUri": licence.LICENCE_PATH,
                "rightsIdentifier": licence.LICENCE,
                "rightsIdentifierScheme": "SPDX",
            }
        ],
        "descriptions": [{"description": licence.DESCRIPTION, "descriptionType": "Abstract", "lang": "en"}],
        "geoLocations": [{"geoLocationPlace": "Zhejiang, China"}],
        "schemaVersion": "http://datacite.org/schema/kernel-4",
    }


def zenodo(version: str) -> dict[str, Any]:
    """Return the description of the dataset as Zenodo takes it (``.zenodo.json``).

    Example:
        >>> zenodo("2026.11.0")["upload_type"]
        'dataset'
    """
    return {
        "upload_type": "dataset",
        "title": licence.TITLE_EN,
        "description": licence.DESCRIPTION,
        "creators": [{"name": licence.MAKERS}],
        "version": version,
        "publication_date": f"{licence.month_of(version)}-01",
        "license": licence.LICENCE.lower(),
        "language": "zho",
        "keywords": list(licence.KEYWORDS),
        "access_right": "open",
    }


def ddi_codebook(version: str, sizes: Mapping[str, int]) -> bytes:
    """Return the codebook in DDI-Codebook 2.5: study, files, variables with their categories.

    Args:
        version: Version of the data.
        sizes: Number of records of each table.

    Example:
        >>> ddi_codebook("2026.11.0", dict.fromkeys(TABLES, 1))[:38].decode()
        "<?xml version='1.0' encoding='utf-8'?>"
    """
    root = Element("codeBook", {"xmlns": DDI, "version": "2.5", "xml:lang": "en"})
    _study(root, version)
    for number, name in enumerate(TABLES, 1):
        file = _under(root, "fileDscr", ID=f"F{number}")
        text = _under(file, "fileTxt")
        _under(text, "fileName", f"{name}.csv")
        dimensions = _under(text, "dimensns")
        _under(dimensions, "caseQnty", str(sizes[name]))
        _under(text, "fileType", "text/csv; charset=utf-8")
    data = _under(root, "dataDscr")
    files = {name: f"F{number}" for number, name in enumerate(TABLES, 1)}
    entries = codebook_entries()
    values: dict[tuple[str, str], list[CodebookEntry]] = {}
    for entry in entries:
        if entry.value is not None:
            values.setdefault((entry.table, entry.column), []).append(entry)
    for entry in entries:
        if entry.value is None:
            _variable(data, entry, files[entry.table], values.get((entry.table, entry.column), []))
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _study(root: Element, version: str) -> None:
    study = _under(root, "stdyDscr")
    citation = _under(study, "citation")
    titles = _under(citation, "titlStmt")
    _under(titles, "titl", licence.TITLE_EN)
    _under(titles, "parTitl", licence.TITLE_ZH)
    _under(_under(citation, "rspStmt"), "AuthEnty", licence.MAKERS)
    made = _under(citation, "prodStmt")
    _under(made, "prodDate", licence.month_of(version))
    _under(_under(citation, "verStmt"), "version", version)
    info = _under(study, "stdyInfo")
    subject = _under(info, "subject")
    for word in licence.KEYWORDS:
        _under(subject, "keyword", word)
    _under(info, "abstract", licence.DESCRIPTION)
    covered = _under(info, "sumDscr")
    _under(covered, "nation", "China")
    _under(covered, "geogCover", "Zhejiang")
    access = _under(_under(study, "dataAccs"), "useStmt")
    _under(access, "conditions", f"{licence.LICENCE_TITLE}, {licence.LICENCE_PATH}")


def _variable(data: Element, entry: CodebookEntry, file: str, values: list[CodebookEntry]) -> None:
    shape = "discrete" if values else "contin"
    variable = _under(data, "var", ID=f"V-{entry.id}", name=entry.column, files=file, intrvl=shape)
    _under(variable, "labl", entry.label_en)
    label = _under(variable, "labl", entry.label_zh)
    label.set("xml:lang", "zh")
    for value in values:
        category = _under(variable, "catgry")
        _under(category, "catValu", str(value.value))
        _under(category, "labl", value.label_en)
        _under(category, "txt", value.definition)
    _under(
        variable, "txt", f"{entry.definition} Empty: {entry.empty_means}." if entry.empty_means else entry.definition
    )
    _under(variable, "varFormat", type="numeric" if "number" in entry.type else "character")


def _under(parent: Element, name: str, text: str = "", /, **attributes: str) -> Element:
    made = SubElement(parent, name, attributes)
    made.text = text or None
    return made
