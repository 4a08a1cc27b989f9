"""UIMA CAS as XMI, by dkpro-cassis: a file for each text, a view for each coder, the type system beside them; offsets are UTF-16.

XMI cannot hold control characters, so that a text with one is refused. The JSON form would take them; dkpro-cassis 0.12.0 cannot read its
own JSON where there is more than one view.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from zjreform.drafting.exchange.spans import PROGRAM, CodedSpan
from zjreform.errors import DatasetError, Problem
from zjreform.tabular.optional import optional

_TYPE: Final = "zjreform.Coding"
_TYPES: Final = "TypeSystem.xml"
_FEATURES: Final = ("field", "value", "quote", "coder")


def write_cas(spans: Sequence[CodedSpan], texts: Mapping[str, str], path: Path) -> None:
    """Write a folder with a CAS for each text.

    Raises:
        DatasetError: A text holds a control character.
        ExtraMissingError: dkpro-cassis is not installed.
    """
    cassis = optional("cassis", "exchange")
    path.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        types = cassis.TypeSystem()
        coding = types.create_type(_TYPE, supertypeName="uima.tcas.Annotation")
        for feature in _FEATURES:
            types.create_feature(coding, feature, "uima.cas.String")
        types.create_feature(coding, "proposed", "uima.cas.Boolean")
        cas = cassis.Cas(typesystem=types)
        cas.sofa_string, cas.sofa_mime = text, "text/plain"
        for coder in dict.fromkeys(one.coder for one in spans if one.document == name):
            view = cas.create_view(coder)
            view.sofa_string, view.sofa_mime = text, "text/plain"
            for one in spans:
                if one.document == name and one.coder == coder:
                    values: dict[str, Any] = {feature: getattr(one, feature) or "" for feature in _FEATURES}
                    view.add(coding(begin=one.start, end=one.end, proposed=one.proposed, **values))
        types.to_xml(path / _TYPES)
        try:
            cas.to_xmi(path / f"{name}.xmi")
        except ValueError as error:
            raise DatasetError(
                [Problem(name, 0, "", str(error), "a text without control characters, as XMI needs")]
            ) from None


def read_cas(path: Path) -> list[CodedSpan]:
    """Return the spans of a folder of CAS files, in code points as dkpro-cassis gives them.

    Raises:
        DatasetError: The folder holds no CAS, or no type system.
        ExtraMissingError: dkpro-cassis is not installed.
    """
    cassis = optional("cassis", "exchange")
    files = sorted(path.glob("*.xmi"))
    if not files or not (path / _TYPES).is_file():
        raise DatasetError([Problem(str(path), 0, "", "no file", f"a folder that holds .xmi files and {_TYPES}")])
    with (path / _TYPES).open("rb") as stream:
        types = cassis.load_typesystem(stream)
    spans: list[CodedSpan] = []
    for file in files:
        with file.open("rb") as stream:
            cas = cassis.load_cas_from_xmi(stream, typesystem=types)
        spans += [_span(file.stem, one) for view in cas.views for one in cas.get_view(view.sofa.sofaID).select(_TYPE)]
    return spans


def _span(document: str, one: Any) -> CodedSpan:  # noqa: ANN401 (a feature structure)
    return CodedSpan(
        document=document,
        start=one.begin,
        end=one.end,
        quote=one.quote or "",
        field=one.field or "",
        value=one.value or None,
        coder=one.coder or PROGRAM,
        proposed=bool(one.proposed),
    )
