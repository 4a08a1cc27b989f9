"""SKOS: the closed lists and the terms as concept schemes in Turtle, with labels in Simplified and Traditional Chinese and English."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from zjreform.code import Code
from zjreform.publish import licence
from zjreform.records.history import Term
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of

BASE = "urn:zjreform:"
_PREFIXES = {
    "zj": BASE,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def closed_lists() -> Mapping[str, type[Code]]:
    """Return every closed list that a table uses, by the name of its class.

    Example:
        >>> list(closed_lists())[:2]
        ['SourceKind', 'DateStatus']
    """
    kinds = (field.kind for name in TABLES for field in schema_of(name).fields if field.codes)
    return {kind.__name__: kind for kind in kinds}


def taxonomy(terms: Iterable[Term], traditional: Callable[[str], str], version: str) -> str:
    """Return the taxonomy as Turtle.

    Args:
        terms: The vocabulary; a term carries its Traditional name itself.
        traditional: Gives the Traditional form of a label of a closed list.
        version: Version of the data.

    Example:
        >>> print(taxonomy([], str, "2026.11.0").splitlines()[0])
        @prefix zj: <urn:zjreform:> .
    """
    lines = [f"@prefix {name}: <{address}> ." for name, address in _PREFIXES.items()]
    for name, kind in closed_lists().items():
        lines.extend(_list_lines(name, kind, traditional, version))
    lines.extend(_term_lines(list(terms), version))
    return "\n".join(lines) + "\n"


def _list_lines(name: str, kind: type[Code], traditional: Callable[[str], str], version: str) -> Iterator[str]:
    scheme = _name("scheme", name)
    yield from _scheme(scheme, (kind.__doc__ or name).strip().partition("\n")[0], version)
    for code in kind:
        properties = {
            "skos:inScheme": [scheme],
            "skos:topConceptOf": [scheme],
            "skos:notation": [_text(str(code.value))],
            "skos:prefLabel": [_text(code.zh, "zh-Hans"), _text(traditional(code.zh), "zh-Hant"), _text(code.en, "en")],
            "skos:definition": [_text(code.definition, "en")],
        }
        yield from _concept(_name(name, str(code.value)), properties)


def _term_lines(terms: list[Term], version: str) -> Iterator[str]:
    scheme = _name("scheme", "Term")
    yield from _scheme(
        scheme, "Named reforms, platforms, mechanisms, frameworks, rules, plans, institutions and slogans.", version
    )
    for term in terms:
        definitions = [(term.definition_zh, "zh-Hans"), (term.definition_en, "en")]
        properties = {
            "skos:inScheme": [scheme],
            "skos:topConceptOf": [scheme],
            "skos:notation": [_text(term.id)],
            "skos:prefLabel": [
                _text(term.name_zh, "zh-Hans"),
                _text(term.name_hant, "zh-Hant"),
                _text(term.name_en, "en"),
            ],
            "skos:altLabel": [_text(alias, "zh") for alias in term.aliases],
            "skos:definition": [_text(text, lang) for text, lang in definitions if text],
            "skos:related": [_name("term", other) for other in term.related],
            "dct:type": [_name("TermKind", str(term.kind.value))],
        }
        yield from _concept(_name("term", term.id), properties)


def _scheme(name: str, title: str, version: str) -> Iterator[str]:
    yield ""
    yield f"{name} a skos:ConceptScheme ;"
    yield f"    dct:title {_text(title, 'en')} ;"
    yield f"    dct:license <{licence.LICENCE_PATH}> ;"
    yield f"    dct:hasVersion {_text(version)} ."


def _concept(name: str, properties: Mapping[str, list[str]]) -> Iterator[str]:
    yield ""
    yield f"{name} a skos:Concept ;"
    filled = [(key, values) for key, values in properties.items() if values]
    for number, (key, values) in enumerate(filled, 1):
        yield f"    {key} {', '.join(values)} {'.' if number == len(filled) else ';'}"


def _name(kind: str, key: str) -> str:
    return f"<{BASE}{kind}:{re.sub('[^A-Za-z0-9_-]', '-', key)}>"


def _text(text: str, lang: str = "") -> str:
    quoted = "".join(_ESCAPES.get(letter, letter) for letter in text)
    return f'"{quoted}"' + (f"@{lang}" if lang else "")
