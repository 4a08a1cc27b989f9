"""Formats of JSON: doccano JSONL, Label Studio and W3C Web Annotation; offsets are code points, which each file says where it can."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from zjreform.drafting.exchange.spans import PROGRAM, CodedSpan
from zjreform.errors import DatasetError, Problem

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_AROUND: Final = 16
_UNIT: Final = "Unicode code points, LF"
_JOINT: Final = "="


def write_doccano(spans: Sequence[CodedSpan], texts: Mapping[str, str], path: Path) -> None:
    """Write a line for each text and coder; labels are ``field=value``, proposals stand on lines of their own."""
    lines: list[str] = []
    for name, text in texts.items():
        for coder in dict.fromkeys(one.coder for one in spans if one.document == name):
            own = [one for one in spans if one.document == name and one.coder == coder]
            labels = [[one.start, one.end, _label(one)] for one in own]
            meta = {
                "document": name,
                "coder": coder,
                "proposed": coder == PROGRAM,
                "offsets": _UNIT,
                "quotes": [one.quote for one in own],
            }
            lines.append(
                json.dumps({"id": len(lines) + 1, "text": text, "label": labels, "meta": meta}, ensure_ascii=False)
            )
    path.write_bytes("".join(f"{line}\n" for line in lines).encode())


def read_doccano(path: Path) -> list[CodedSpan]:
    """Return the spans of a file; its keys may be ``label``, ``labels`` or ``entities``.

    Where a line holds no quotations they are taken from its own text, in code points, as doccano counts.

    Raises:
        DatasetError: A line is no JSON object, or has neither a text nor labels.
    """
    return [one for number, line in _lines(path) for one in _doccano_line(path.name, number, line)]


def _doccano_line(file: str, number: int, line: Mapping[str, Any]) -> Iterator[CodedSpan]:
    labels = next((line[key] for key in ("label", "labels", "entities") if key in line), None)
    if not isinstance(labels, list) or not isinstance(line.get("text"), str):
        raise DatasetError([Problem(file, number, "", ", ".join(line), "a text, and label, labels or entities")])
    meta = line.get("meta") or {}
    quotes = meta.get("quotes") or []
    for place, label in enumerate(labels):
        start, end, name = (
            (label["start_offset"], label["end_offset"], label["label"]) if isinstance(label, dict) else label[:3]
        )
        field, value = _unlabel(name)
        yield CodedSpan(
            document=str(meta.get("document") or line.get("document") or line.get("id") or number),
            start=start,
            end=end,
            quote=quotes[place] if place < len(quotes) else line["text"][start:end],
            field=field,
            value=value,
            coder=str(meta.get("coder") or ""),
            proposed=bool(meta.get("proposed")),
        )


def write_label_studio(spans: Sequence[CodedSpan], texts: Mapping[str, str], path: Path) -> None:
    """Write a task for each text: an annotation for each coder, proposals as predictions."""
    tasks = []
    for number, (name, text) in enumerate(texts.items(), 1):
        own = [one for one in spans if one.document == name]
        coders = dict.fromkeys(one.coder for one in own if not one.proposed)
        proposals = [one for one in own if one.proposed]
        task: dict[str, Any] = {
            "id": number,
            "data": {"text": text, "document": name, "offsets": _UNIT},
            "annotations": [],
        }
        for place, coder in enumerate(coders, 1):
            result = [_region(one, n) for n, one in enumerate(own) if one.coder == coder]
            task["annotations"].append({"id": place, "completed_by": {"id": place, "email": coder}, "result": result})
        task["predictions"] = (
            [{"model_version": PROGRAM, "result": [_region(one, n) for n, one in enumerate(proposals)]}]
            if proposals
            else []
        )
        tasks.append(task)
    path.write_bytes((json.dumps(tasks, ensure_ascii=False, indent=1) + "\n").encode())


def _region(one: CodedSpan, number: int) -> dict[str, Any]:
    value = {"start": one.start, "end": one.end, "text": one.quote, "labels": [_label(one)]}
    return {"id": f"r{number}", "from_name": "codes", "to_name": "text", "type": "labels", "value": value}


def read_label_studio(path: Path) -> list[CodedSpan]:
    """Return the spans of a JSON export; the flat exports have lost coders and predictions and are refused.

    Raises:
        DatasetError: The file is no list of tasks with annotations.
    """
    tasks = _loaded(path)
    if not isinstance(tasks, list) or any(not isinstance(one, dict) or "annotations" not in one for one in tasks):
        raise DatasetError(
            [Problem(path.name, 0, "", "no annotations", "the export JSON, which keeps coders and predictions")]
        )
    spans: list[CodedSpan] = []
    for number, task in enumerate(tasks, 1):
        data = task.get("data") or {}
        document = str(data.get("document") or task.get("id") or number)
        for held in task["annotations"]:
            spans += _regions(held, document, _coder(held.get("completed_by")), proposed=False)
        for held in task.get("predictions") or []:
            spans += _regions(held, document, PROGRAM, proposed=True)
    return spans


def _coder(given: object) -> str:
    return str(given.get("email") or given.get("id") or "") if isinstance(given, dict) else str(given or "")


def _regions(held: Mapping[str, Any], document: str, coder: str, *, proposed: bool) -> Iterator[CodedSpan]:
    for region in held.get("result") or []:
        value = region.get("value") or {}
        for label in value.get("labels") or []:
            field, said = _unlabel(label)
            yield CodedSpan(
                document=document, start=value["start"], end=value["end"], quote=value.get("text") or "", field=field, value=said,
                coder=coder, proposed=proposed,
            )  # fmt: skip


def write_web_annotation(spans: Sequence[CodedSpan], texts: Mapping[str, str], path: Path) -> None:
    """Write a page of annotations, each with a position, a quotation and what stands around it; proposals are of the software."""
    items = []
    for number, one in enumerate(spans, 1):
        text = texts[one.document]
        items.append(
            {
                "id": f"urn:zjreform:annotation:{number}",
                "type": "Annotation",
                "motivation": "assessing" if one.proposed else "classifying",
                "creator": {"type": "Software" if one.proposed else "Person", "nickname": one.coder},
                "body": {"type": "TextualBody", "purpose": "tagging", "value": _label(one)},
                "target": {
                    "source": one.document,
                    "selector": [
                        {"type": "TextPositionSelector", "start": one.start, "end": one.end},
                        {
                            "type": "TextQuoteSelector",
                            "exact": one.quote,
                            "prefix": text[max(0, one.start - _AROUND) : one.start],
                            "suffix": text[one.end : one.end + _AROUND],
                        },
                    ],
                },
            }
        )
    page = {
        "@context": _CONTEXT,
        "id": "urn:zjreform:annotations",
        "type": "AnnotationPage",
        "label": f"Offsets: {_UNIT}",
        "items": items,
    }
    path.write_bytes((json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode())


def read_web_annotation(path: Path) -> list[CodedSpan]:
    """Return the spans of a page or a list of annotations with a position and a quotation.

    Raises:
        DatasetError: There are none, or a target lacks one of the two selectors.
    """
    content = _loaded(path)
    items = content.get("items") if isinstance(content, dict) else content
    if not isinstance(items, list):
        raise DatasetError([Problem(path.name, 0, "items", repr(items)[:60], "a list of annotations")])
    return [_annotation(path.name, number, item) for number, item in enumerate(items, 1)]


def _annotation(file: str, number: int, item: Mapping[str, Any]) -> CodedSpan:
    target = item.get("target") or {}
    selectors = target.get("selector") or []
    by_type = {one.get("type"): one for one in (selectors if isinstance(selectors, list) else [selectors])}
    position, quote = by_type.get("TextPositionSelector"), by_type.get("TextQuoteSelector")
    if position is None or quote is None:
        raise DatasetError(
            [Problem(file, number, "selector", str(list(by_type)), "a TextPositionSelector and a TextQuoteSelector")]
        )
    creator = item.get("creator") or {}
    field, value = _unlabel(str((item.get("body") or {}).get("value", "")))
    return CodedSpan(
        document=str(target.get("source", "")),
        start=position["start"],
        end=position["end"],
        quote=quote["exact"],
        field=field,
        value=value,
        coder=str(creator.get("nickname") or creator.get("name") or "") if isinstance(creator, dict) else str(creator),
        proposed=isinstance(creator, dict) and creator.get("type") == "Software",
    )


def _label(one: CodedSpan) -> str:
    return f"{one.field}{_JOINT}{one.value or ''}"


def _unlabel(label: str) -> tuple[str, str | None]:
    field, _, value = label.partition(_JOINT)
    return field, value or None


def _loaded(path: Path) -> Any:  # noqa: ANN401 (whatever the file holds)
    try:
        return json.loads(path.read_bytes().decode("utf-8-sig"))
    except ValueError as error:
        raise DatasetError([Problem(path.name, 0, "", str(error), "JSON")]) from None


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(path.read_bytes().decode("utf-8-sig").split("\n"), 1):
        if line.strip():
            try:
                found = json.loads(line)
            except ValueError as error:
                raise DatasetError([Problem(path.name, number, "", line[:60], f"JSON ({error})")]) from None
            if not isinstance(found, dict):
                raise DatasetError([Problem(path.name, number, "", line[:60], "a JSON object")])
            yield number, found
