"""REFI-QDA projects (MAXQDA, ATLAS.ti, NVivo): a zip file with ``project.qde`` and the texts.

Offsets are code points, which the project says in a note; readers of it disagree on the unit, so that each selection carries its quotation
as its name.
"""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from zjreform.drafting.exchange.spans import PROGRAM, CodedSpan, coders_of
from zjreform.errors import DatasetError, Problem

_NAME: Final = "urn:QDA-XML:project:1.0"
_TIME: Final = (1980, 1, 1, 0, 0, 0)
_DATE: Final = "1980-01-01T00:00:00Z"
_NOTE: Final = (
    "Offsets count Unicode code points of the texts with LF line ends; the name of each selection is its quotation."
)
_EMPTY: Final = "(empty)"
_MOST: Final = 200_000_000


def write_refi(spans: Sequence[CodedSpan], texts: Mapping[str, str], path: Path) -> None:
    """Write a project; codes are a tree of fields and values, coders are users, proposals belong to the user ``program``."""
    project = ET.Element(f"{{{_NAME}}}Project", {"name": "zjreform", "origin": "zjreform", "creationDateTime": _DATE})
    users = ET.SubElement(project, f"{{{_NAME}}}Users")
    for coder in (*coders_of(spans), PROGRAM):
        ET.SubElement(users, f"{{{_NAME}}}User", {"guid": _guid("user", coder), "name": coder})
    codes = ET.SubElement(ET.SubElement(project, f"{{{_NAME}}}CodeBook"), f"{{{_NAME}}}Codes")
    for field in dict.fromkeys(one.field for one in spans):
        parent = ET.SubElement(
            codes, f"{{{_NAME}}}Code", {"guid": _guid("code", field), "name": field, "isCodable": "false"}
        )
        for value in dict.fromkeys(one.value or _EMPTY for one in spans if one.field == field):
            ET.SubElement(
                parent, f"{{{_NAME}}}Code", {"guid": _guid("code", field, value), "name": value, "isCodable": "true"}
            )
    sources = ET.SubElement(project, f"{{{_NAME}}}Sources")
    for name in texts:
        _write_source(sources, name, [one for one in spans if one.document == name])
    note = ET.SubElement(
        ET.SubElement(project, f"{{{_NAME}}}Notes"), f"{{{_NAME}}}Note", {"guid": _guid("note"), "name": "offsets"}
    )
    ET.SubElement(note, f"{{{_NAME}}}PlainTextContent").text = _NOTE
    ET.register_namespace("", _NAME)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        content = ET.tostring(project, encoding="utf-8", xml_declaration=True)
        archive.writestr(zipfile.ZipInfo("project.qde", _TIME), content, zipfile.ZIP_DEFLATED)
        for name, text in texts.items():
            archive.writestr(
                zipfile.ZipInfo(f"sources/{_guid('text', name)}.txt", _TIME), text.encode(), zipfile.ZIP_DEFLATED
            )


def _write_source(sources: ET.Element, name: str, spans: Sequence[CodedSpan]) -> None:
    source = ET.SubElement(
        sources, f"{{{_NAME}}}TextSource",
        {"guid": _guid("source", name), "name": name, "plainTextPath": f"internal://{_guid('text', name)}.txt"},
    )  # fmt: skip
    for number, one in enumerate(spans):
        user = _guid("user", one.coder)
        selection = ET.SubElement(
            source,
            f"{{{_NAME}}}PlainTextSelection",
            {
                "guid": _guid("selection", name, str(number)),
                "name": one.quote,
                "startPosition": str(one.start),
                "endPosition": str(one.end),
                "creatingUser": user,
                "creationDateTime": _DATE,
            },
        )
        coding = ET.SubElement(
            selection, f"{{{_NAME}}}Coding",
            {"guid": _guid("coding", name, str(number)), "creatingUser": user, "creationDateTime": _DATE},
        )  # fmt: skip
        ET.SubElement(coding, f"{{{_NAME}}}CodeRef", {"targetGUID": _guid("code", one.field, one.value or _EMPTY)})


def read_refi(path: Path) -> list[CodedSpan]:
    """Return the spans of a project as it counts them.

    Raises:
        DatasetError: The file is no such project, or a selection has no quotation in its name.
    """
    project = _project(path)
    users = {one.get("guid"): one.get("name", "") for one in project.iter(f"{{{_NAME}}}User")}
    codes: dict[str | None, tuple[str, str]] = {}
    for parent in project.iter(f"{{{_NAME}}}Code"):
        for child in parent.findall(f"{{{_NAME}}}Code"):
            codes[child.get("guid")] = (parent.get("name", ""), child.get("name", ""))
    spans = []
    for source in project.iter(f"{{{_NAME}}}TextSource"):
        for one in source.findall(f"{{{_NAME}}}PlainTextSelection"):
            for coding in one.findall(f"{{{_NAME}}}Coding"):
                reference = coding.find(f"{{{_NAME}}}CodeRef")
                field, value = codes.get(None if reference is None else reference.get("targetGUID"), ("", ""))
                coder = users.get(coding.get("creatingUser") or one.get("creatingUser"), "")
                spans.append(
                    CodedSpan(
                        document=source.get("name", ""),
                        start=int(one.get("startPosition", "-1")),
                        end=int(one.get("endPosition", "-1")),
                        quote=one.get("name") or "",
                        field=field,
                        value=None if value == _EMPTY else value,
                        coder=coder,
                        proposed=coder == PROGRAM,
                    )
                )
    unquoted = [one for one in spans if not one.quote]
    if unquoted:
        shown = f"{unquoted[0].start}-{unquoted[0].end}"
        raise DatasetError([Problem(path.name, 0, "name", shown, "the quotation as the name of the selection")])
    return spans


def _project(path: Path) -> ET.Element:
    try:
        with zipfile.ZipFile(path) as archive:
            info = archive.getinfo("project.qde")
            if info.file_size > _MOST:
                raise DatasetError(
                    [Problem(path.name, 0, "project.qde", str(info.file_size), f"at most {_MOST} bytes")]
                )
            content = archive.read(info)
    except (zipfile.BadZipFile, KeyError) as error:
        raise DatasetError(
            [Problem(path.name, 0, "", str(error), "a REFI-QDA project: a zip file with project.qde")]
        ) from None
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise DatasetError([Problem(path.name, 0, "project.qde", "a document type", "XML without one")])
    try:
        return ET.fromstring(content)  # noqa: S314 (no document type, so that no entity expands)
    except ET.ParseError as error:
        raise DatasetError([Problem(path.name, 0, "project.qde", str(error), "well-formed XML")]) from None


def _guid(*parts: str) -> str:
    return str(uuid5(NAMESPACE_URL, "/".join(("zjreform", *parts))))
