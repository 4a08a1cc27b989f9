"""Citations of the dataset, the software, a source, a case or a table, in four styles.

A `Work` says what is cited; each style writes it. Chinese names keep their order: in BibTeX they stand in braces, so that no style
turns them round, in CSL-JSON and RIS family and given name are apart.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from attrs import evolve, frozen

from zjreform.errors import ParseError, UnknownValueError
from zjreform.publish import licence
from zjreform.publish.names import is_chinese, parts_of
from zjreform.records.roster_codes import SourceKind
from zjreform.records.rosters import Case, Source
from zjreform.version import DATA_VERSION, __version__

LANGUAGES = ("en", "zh")
_NOTHING: Mapping[str, str] = MappingProxyType({"en": "", "zh": ""})


@frozen(kw_only=True)
class Work:
    """What is cited.

    Attributes:
        key: Key of the entry, ASCII.
        kind: ``dataset``, ``software``, ``article``, ``news``, ``book`` or ``chapter``.
        title: Title by language.
        date: ISO date, perhaps without day or month.
        people: Names of persons as printed.
        body: Name of a corporate author; ``""`` if persons are named or nobody is.
        publisher: Publisher by language.
        container: Periodical or book; ``""`` for a whole work.
        version: Version; ``""`` for none.
        isbn: ISBN; ``""`` for none.
        language: Language tag of the work.
        note: What else a reader needs, by language.
        accessed: Day on which it was read, as an ISO date; ``""`` where nobody says it.
    """

    key: str
    kind: str
    title: Mapping[str, str]
    date: str
    people: tuple[str, ...] = ()
    body: str = ""
    publisher: Mapping[str, str] = _NOTHING
    container: str = ""
    version: str = ""
    isbn: str = ""
    language: str = "en"
    note: Mapping[str, str] = _NOTHING
    accessed: str = ""


def dataset_work(note: Mapping[str, str] | None = None, suffix: str = "", version: str = DATA_VERSION) -> Work:
    """Return the dataset as a work.

    Example:
        >>> dataset_work().version == DATA_VERSION
        True
    """
    return Work(
        key=f"zjreform-data-{version}{suffix}",
        kind="dataset",
        title={"en": licence.TITLE_EN, "zh": licence.TITLE_ZH},
        date=licence.month_of(version),
        body=licence.MAKERS,
        version=version,
        note=note or {"en": f"{licence.LICENCE}.", "zh": f"{licence.LICENCE}。"},
    )


def software_work(version: str, note: Mapping[str, str] | None = None, suffix: str = "") -> Work:
    """Return the library as a work.

    Example:
        >>> software_work("1.0").kind
        'software'
    """
    return Work(
        key=f"zjreform-{version}{suffix}",
        kind="software",
        title={"en": "zjreform (Python library)", "zh": "zjreform（Python 程序库）"},
        date=licence.year_of(DATA_VERSION),
        body=licence.MAKERS,
        version=version,
        note=note or {"en": f"{licence.CODE_LICENCE} licence.", "zh": f"{licence.CODE_LICENCE} 许可。"},
    )


def source_work(source: Source) -> Work:
    """Return a source document as a work.

    Example:
        >>> import zjreform as zj
        >>> source_work(zj.load().sources["solutions-2018"]).kind
        'book'
    """
    kinds = {
        SourceKind.BOOK: "book",
        SourceKind.NEWS: "news",
        SourceKind.MAGAZINE: "article",
        SourceKind.YEARBOOK: "chapter",
    }
    return Work(
        key=source.id,
        kind=kinds[source.kind],
        title={"zh": source.title_zh, "en": source.title_en},
        date=source.published,
        people=source.authors,
        publisher={"zh": source.publisher_zh, "en": source.publisher_en},
        container=source.container_zh or "",
        isbn=source.isbn or "",
        language=source.language,
    )


def case_work(case: Case, round_names: Mapping[str, str], version: str = DATA_VERSION) -> Work:
    """Return a case as an entry of the dataset.

    Args:
        case: The case.
        round_names: Names of its round by language.
        version: Version of the data.

    Example:
        >>> import zjreform as zj
        >>> case_work(zj.load().cases[0], {"en": "a round", "zh": "某届"}).key
        'zjreform-run-at-most-once'
    """
    return Work(
        key=f"zjreform-{case.id}",
        kind="dataset",
        title={"zh": case.title_zh, "en": case.title_en},
        date=licence.month_of(version),
        body=licence.MAKERS,
        container=licence.TITLE_EN,
        version=version,
        language="zh-Hans",
        note={
            "en": f"Record {case.id} of table cases; honoured in: {round_names['en']}.",
            "zh": f"cases 表记录 {case.id}；入选：{round_names['zh']}。",
        },
    )


def table_work(query: str, records: int, content_hash: str, version: str, one: str = "record") -> Work:
    """Return a table as a part of the dataset, with the question it answers and a hash of its content; without a version, of the software.

    Example:
        >>> table_work("cases", 93, "ab", "2026.11.0").note["en"]
        'Query: cases; 93 records; sha256:ab.'
    """
    counted = {"en": f"{records} {one}{'' if records == 1 else 's'}", "zh": f"{records} {_COUNTED[one]}"}
    note = {
        "en": f"Query: {query}; {counted['en']}; sha256:{content_hash}.",
        "zh": f"查询：{query}；{counted['zh']}；sha256:{content_hash}。",
    }
    suffix = f"-{content_hash[:8]}"
    return dataset_work(note, suffix, version) if version else software_work(__version__, note, suffix)


_COUNTED = {"record": "条记录", "row": "行"}


def citation(work: Work, style: str = "text", lang: str = "en", accessed: str | None = None) -> str:
    """Return a citation.

    Args:
        work: What is cited.
        style: ``"bibtex"``, ``"csl-json"``, ``"ris"`` or ``"text"``.
        lang: Language of titles and notes, ``"en"`` or ``"zh"``.
        accessed: Day on which it was read, as an ISO date: ``urldate`` of BibTeX.

    Raises:
        UnknownValueError: There is no such style or language.
        ParseError: *accessed* is no day.

    Example:
        >>> print(citation(dataset_work(version="2026.11.0")))
        The zjreform authors (2026). zjreform: the evidence base of Zhejiang's “run at most once” reform. Version 2026.11.0. CC-BY-4.0.
    """
    if style not in STYLES:
        raise UnknownValueError("style", style, tuple(STYLES))
    if lang not in LANGUAGES:
        raise UnknownValueError("lang", lang, LANGUAGES)
    if accessed is not None:
        work = evolve(work, accessed=_day(accessed))
    return STYLES[style](work, lang)


def _day(text: str) -> str:
    try:
        day = date.fromisoformat(text).isoformat()
    except (TypeError, ValueError):
        day = ""
    if not day or day != text:
        raise ParseError(str(text), 0, "a day such as 2026-11-30")
    return day


def _is_about(work: Work) -> bool:
    """Whether the date is said to be about right or in doubt, which a plain year would hide."""
    return bool(set(work.date) & {"~", "?"})


def _year(work: Work, lang: str) -> str:
    year = work.date[:4]
    if not year:
        return "无日期" if lang == "zh" else "n.d."
    if not _is_about(work):
        return year
    return f"约{year}" if lang == "zh" else f"c. {year}"


def _text(work: Work, lang: str) -> str:
    comma, stop, left, right = ("、", "。", "（", "）") if lang == "zh" else (", ", ". ", " (", ")")
    who = comma.join(work.people) or work.body or work.publisher[lang]
    version = f"版本 {work.version}" if lang == "zh" else f"Version {work.version}"
    publisher = "" if who == work.publisher[lang] else work.publisher[lang]
    parts = (
        f"{who}{left}{_year(work, lang)}{right}",
        work.title[lang],
        work.container,
        version if work.version else "",
        publisher,
        f"ISBN {work.isbn}" if work.isbn else "",
        (f"访问日期 {work.accessed}" if lang == "zh" else f"Accessed {work.accessed}") if work.accessed else "",
        work.note[lang].rstrip("。."),
    )
    return stop.join(filter(None, parts)) + stop.strip()


_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_ENTRIES = {
    "dataset": "misc",
    "software": "misc",
    "article": "article",
    "news": "misc",
    "book": "book",
    "chapter": "incollection",
}


def bibtex_escaped(text: str) -> str:
    r"""Return a text in which no character means anything to TeX.

    Example:
        >>> print(bibtex_escaped("100% {a_b}"))
        100\% \{a\_b\}
    """
    return "".join(_SPECIAL.get(letter, letter) for letter in text)


def _bibtex(work: Work, lang: str) -> str:
    authors = " and ".join(f"{{{bibtex_escaped(name)}}}" for name in work.people or filter(None, (work.body,)))
    people = "editor" if work.kind == "book" else "author"
    container = {"article": "journal", "chapter": "booktitle"}.get(work.kind, "howpublished")
    fields = {
        people: authors,
        "title": f"{{{bibtex_escaped(work.title[lang])}}}",
        container: bibtex_escaped(work.container),
        "publisher": bibtex_escaped(work.publisher[lang]),
        "year": _year(work, lang) if work.date else "",
        "date": work.date if _is_about(work) else "",
        "month": "" if _is_about(work) else work.date[5:7].lstrip("0"),
        "version": bibtex_escaped(work.version),
        "isbn": work.isbn,
        "urldate": work.accessed,
        "language": work.language,
        "note": bibtex_escaped(work.note[lang]),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{_ENTRIES[work.kind]}{{{work.key},", *lines, "}"])


_CSL_TYPES = {
    "dataset": "dataset", "software": "software", "article": "article-magazine", "news": "article-newspaper",
    "book": "book", "chapter": "chapter",
}  # fmt: skip


def _csl(work: Work, lang: str) -> str:
    names = [_csl_name(name) for name in work.people] or ([{"literal": work.body}] if work.body else [])
    item: dict[str, object] = {
        "id": work.key,
        "type": _CSL_TYPES[work.kind],
        ("editor" if work.kind == "book" else "author"): names,
        "title": work.title[lang],
        "container-title": work.container,
        "publisher": work.publisher[lang],
        "issued": _issued(work.date) if work.date else None,
        "accessed": _issued(work.accessed) if work.accessed else None,
        "version": work.version,
        "ISBN": work.isbn,
        "language": _title_language(work, lang),
        "note": work.note[lang],
    }
    return json.dumps([{key: value for key, value in item.items() if value}], ensure_ascii=False, indent=2)


def _issued(when: str) -> dict[str, object]:
    """Return a date as CSL has it; one that is about right, or in doubt, is circa."""
    found: dict[str, object] = {"date-parts": [_date_parts(part) for part in when.split("/") if _date_parts(part)]}
    return {**found, "circa": True} if set(when) & {"~", "?"} else found


def _date_parts(when: str) -> list[int]:
    """Return year, month and day as far as a date gives them; quarters and halves of a year give the year."""
    parts = [int(part) for part in when.rstrip("~?").split("-") if part.isdecimal()]
    return parts[:1] if len(parts) > 1 and parts[1] > _MONTHS else parts


_MONTHS = 12


def _title_language(work: Work, lang: str) -> str:
    """Return the language of the title that is shown, which is what citation processors go by."""
    return "zh" if any(map(is_chinese, work.title[lang])) else "en"


def _csl_name(name: str) -> dict[str, str]:
    parts = parts_of(name)
    return {"literal": name} if parts is None else {"family": parts[0], "given": parts[1]}


_RIS_TYPES = {
    "dataset": "DATA",
    "software": "COMP",
    "article": "MGZN",
    "news": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
}


def _ris(work: Work, lang: str) -> str:
    people = "ED" if work.kind == "book" else "AU"
    parts = _date_parts(work.date.partition("/")[0])
    day = "/".join([*(f"{part:02}" for part in parts), "", ""][:3]) + "/" if parts else ""
    lines = [
        ("TY", _RIS_TYPES[work.kind]),
        *((people, _ris_name(name)) for name in work.people or filter(None, (work.body,))),
        ("TI", work.title[lang]),
        ("T2", work.container),
        ("PB", work.publisher[lang]),
        ("PY", f"{parts[0]:04}" if parts else ""),
        ("DA", day),
        ("Y2", f"{work.accessed.replace('-', '/')}/" if work.accessed else ""),
        ("ET", work.version),
        ("SN", work.isbn),
        ("LA", _title_language(work, lang)),
        ("N1", work.note[lang]),
        ("N1", f"{'日期' if lang == 'zh' else 'Date'}: {_year(work, lang)}" if _is_about(work) else ""),
        ("ID", work.key),
    ]
    kept = [f"{tag}  - {re.sub(chr(10), ' ', value)}" for tag, value in lines if value]
    return "\n".join([*kept, "ER  - "])


def _ris_name(name: str) -> str:
    """Return a name with its family name first; behind that of a body stands a comma, so that no reader parts it."""
    parts = parts_of(name)
    return f"{name}," if parts is None else f"{parts[0]}, {parts[1]}"


STYLES: Mapping[str, Callable[[Work, str], str]] = {"bibtex": _bibtex, "csl-json": _csl, "ris": _ris, "text": _text}
"""Styles by name."""
