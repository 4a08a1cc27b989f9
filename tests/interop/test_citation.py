"""Citations load in the parsers of their formats, with Chinese names in order and nothing of TeX left alive."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]
from attrs import evolve
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from tests.interop.made import made_dataset

import zjreform as zj
from zjreform.columns.column import Edtf
from zjreform.dataset.table import Table
from zjreform.publish.citation import STYLES, bibtex_escaped, citation, source_work
from zjreform.publish.names import parts_of
from zjreform.records.schema import schema_of

CFF = Path(__file__).parents[2] / "CITATION.cff"
WORKS = [None, "software", *zj.load().sources.ids, "nanhu-company-setup"]


def _bibtex(text: str) -> Any:  # noqa: ANN401 (an entry of bibtexparser)
    library = parse_string(text)
    assert library.failed_blocks == []
    (entry,) = library.entries
    return entry


@pytest.mark.parametrize("what", WORKS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_bibtex_loads(what: str | None, lang: str) -> None:
    """A parser reads one entry with an ASCII key, an author or none, a title and a year."""
    entry = _bibtex(zj.cite(what, "bibtex", lang))  # type: ignore[arg-type]
    assert re.fullmatch(r"[a-z0-9.-]+", entry.key)
    assert {"title", "year"} <= entry.fields_dict.keys()
    assert re.fullmatch(r"(c\. |约)?\d{4}", entry["year"])


def test_chinese_names_keep_their_order() -> None:
    """In braces for BibTeX, family and given name apart elsewhere; compound family names are known."""
    assert _bibtex(zj.cite("solutions-2018", "bibtex", "zh"))["editor"] == "{金雪军} and {张军}"
    (item,) = json.loads(zj.cite("solutions-2018", "csl-json", "zh"))
    assert item["editor"] == [{"family": "金", "given": "雪军"}, {"family": "张", "given": "军"}]
    assert "ED  - 金, 雪军" in zj.cite("solutions-2018", "ris")
    assert zj.cite("solutions-2018", lang="zh").startswith("金雪军、张军（2018）。")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("欧阳修", ("欧阳", "修")),
        ("司馬光", ("司馬", "光")),
        ("张军", ("张", "军")),
        ("欧阳", ("欧", "阳")),
        ("Jin Xuejun", None),
        ("浙江大学出版社", None),
        ("军", None),
    ],
)
def test_parts_of_names(name: str, parts: tuple[str, str] | None) -> None:
    """A person's name of two to four characters has parts, anything else none."""
    assert parts_of(name) == parts


def test_tex_is_escaped() -> None:
    """Every character that means something to TeX stands for itself, and decodes to itself."""
    text = r"100% {a} & b_c #1 $5 ~x ^y \z"
    source = evolve(made_dataset().sources[0], title_en=text)
    entry = _bibtex(citation(source_work(source), "bibtex"))
    assert entry["title"] == "{" + bibtex_escaped(text) + "}"
    decoded = parse_string(citation(source_work(source), "bibtex"), append_middleware=[LatexDecodingMiddleware()])
    shown = decoded.entries[0]["title"].replace("ˆ", "^")  # the decoder takes the accent for the character
    assert shown.replace("{", "").replace("}", "") == text.replace("{", "").replace("}", "")


@pytest.mark.parametrize("what", WORKS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_csl_json_is_complete(what: str | None, lang: str) -> None:
    """Type, title, date and id are those of the standard."""
    (item,) = json.loads(zj.cite(what, "csl-json", lang))  # type: ignore[arg-type]
    assert item["type"] in {"dataset", "software", "article-magazine", "article-newspaper", "book", "chapter"}
    assert all(isinstance(part, int) for part in item["issued"]["date-parts"][0])
    assert item["title"]
    assert item["id"]


@pytest.mark.parametrize("what", WORKS)
def test_ris_is_well_formed(what: str | None) -> None:
    """Two letters or digits, two blanks, a hyphen; type first, end last."""
    lines = zj.cite(what, "ris").splitlines()
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
    assert lines[0].startswith("TY  - ")
    assert lines[-1] == "ER  - "


def test_a_table_adds_question_and_hash() -> None:
    """The same rows give the same hash; the question and the number of records stand beside it."""
    table = zj.load().find_awards(round="rib-2019", tier="rib-2019-special")
    text = table.cite()
    assert "Query: find_awards(round='rib-2019', tier='rib-2019-special'); 10 records; sha256:" in text
    assert table.content_hash in text
    assert f"Version {zj.DATA_VERSION}" in text
    assert table[:5].content_hash != table.content_hash
    assert "查询：cases[:1]；1 条记录" in zj.load().cases[:1].cite(lang="zh")
    assert _bibtex(table.cite("bibtex"))["note"].startswith("Query: find")


def test_questions_are_remembered() -> None:
    """Each step from the dataset to the table is part of the question."""
    ds = zj.load()
    assert ds.cases.query == "cases"
    assert (
        ds.find_cases(place="Lishui").where(lambda case: case.id != "no").sort(key=str)[1:2].query
        == "find_cases(place='Lishui').where(…).sort(str)[1:2]"
    )
    groups = ds.awards.group(lambda award: award.round)
    assert groups["rib-2019"].query == "awards.group(…)[rib-2019]"


def test_an_own_dataset_is_cited_with_its_version() -> None:
    """The version is that of the dataset asked, not of the bundled one."""
    ds = made_dataset()
    assert "Version 2026.01.0" in ds.cite()
    assert "金雪军、欧阳修（约2018）" in ds.cite("made-source", lang="zh")
    assert "Record made-case of table cases" in ds.cite(ds.cases[0])


@pytest.mark.parametrize(("style", "lang"), [("apa", "en"), ("text", "fr")])
def test_unknown_styles_and_languages(style: str, lang: str) -> None:
    """Only those that exist."""
    with pytest.raises(zj.UnknownValueError, match="'apa'" if style == "apa" else "'fr'"):
        zj.cite(style=style, lang=lang)  # type: ignore[arg-type]
    assert list(STYLES) == ["bibtex", "csl-json", "ris", "text"]


def test_unknown_works() -> None:
    """An id that no source and no case has."""
    with pytest.raises(zj.UnknownValueError, match="no source or case is called 'no-such'"):
        zj.cite("no-such")


_AGENT = {
    "type": "object",
    "properties": {"name": {"type": "string", "minLength": 1}},
    "required": ["name"],
    "additionalProperties": False,
}
_LICENCE = {"enum": ["MIT", "CC-BY-4.0"]}
CFF_SCHEMA = {
    "type": "object",
    "properties": {
        "cff-version": {"const": "1.2.0"},
        "message": {"type": "string", "minLength": 1},
        "type": {"enum": ["software", "dataset"]},
        "title": {"type": "string", "minLength": 1},
        "version": {"type": ["string", "number"]},
        "authors": {"type": "array", "minItems": 1, "uniqueItems": True, "items": _AGENT},
        "license": _LICENCE,
        "abstract": {"type": "string", "minLength": 1},
        "keywords": {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"type": "string"}},
        "references": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "type": {"enum": ["data", "book", "article"]},
                    "title": {"type": "string", "minLength": 1},
                    "version": {"type": ["string", "number"]},
                    "year": {"type": "integer"},
                    "authors": {"type": "array", "minItems": 1, "items": _AGENT},
                    "license": _LICENCE,
                },
                "required": ["authors", "title", "type"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["authors", "cff-version", "message", "title"],
    "additionalProperties": False,
}
"""The part of the schema of Citation File Format 1.2.0 that the file uses; keys outside of it are refused."""


@pytest.mark.skipif(not CFF.is_file(), reason="outside of the repository there is no CITATION.cff")
def test_citation_file() -> None:
    """The file keeps to its format and names the versions of code and data."""
    content = yaml.safe_load(CFF.read_text(encoding="utf-8"))
    Draft202012Validator(CFF_SCHEMA).validate(content)
    assert content["version"] == zj.__version__
    assert content["references"][0]["version"] == zj.DATA_VERSION


def test_bodies_editors_and_languages_as_far_as_one_file_can() -> None:
    """A comma behind a body keeps pandoc from parting its name; the language is that of the title that is shown."""
    assert "AU  - The zjreform authors," in zj.cite(style="ris")
    assert "ED  - 张, 军" in zj.cite("solutions-2018", "ris")
    assert "LA  - zh" in zj.cite("solutions-2018", "ris", "zh")
    for lang in ("zh", "en"):
        assert json.loads(zj.cite("lishui-yearbook-2019", "csl-json", lang))[0]["language"] == lang


@pytest.mark.parametrize(("published", "issued"), [
    ("2019~", {"date-parts": [[2019]], "circa": True}),
    ("2018-08/2018-10", {"date-parts": [[2018, 8], [2018, 10]]}),
    ("2018-33", {"date-parts": [[2018]]}),
])  # fmt: skip
def test_dates_that_are_no_single_day(published: str, issued: dict[str, object]) -> None:
    """A source may be dated by a quarter, an interval, or about."""
    ds = zj.load()
    changed = evolve(ds.sources["solutions-2018"], published=Edtf(published))
    other = zj.Dataset(
        version="1",
        **{**{name: getattr(ds, name) for name in ds.sizes()}, "sources": Table(schema_of("sources"), [changed])},
    )
    assert json.loads(other.cite("solutions-2018", "csl-json"))[0]["issued"] == issued
    assert f"PY  - {published[:4]}" in other.cite("solutions-2018", "ris")


def test_a_date_that_is_about_right_is_said_to_be() -> None:
    """2019~ is not 2019."""
    assert zj.cite("zjol-2018").startswith("Zhejiang Online (c. 2019). ")
    assert zj.cite("zjol-2018", lang="zh").startswith("浙江在线（约2019）。")
    assert _bibtex(zj.cite("zjol-2018", "bibtex"))["year"] == "c. 2019"
    assert json.loads(zj.cite("zjol-2018", "csl-json"))[0]["issued"]["circa"] is True


def test_a_remark_is_no_publisher() -> None:
    """What a publisher is called is a name."""
    for source in zj.load().sources:
        assert not set(source.publisher_zh) & set("（），；。"), source.id


def test_the_day_of_reading() -> None:
    """Where the reader says it, every style has it; nobody else does."""
    day = "2026-11-30"
    assert _bibtex(zj.cite("zjol-2018", "bibtex", accessed=day))["urldate"] == day
    assert json.loads(zj.cite("zjol-2018", "csl-json", accessed=day))[0]["accessed"] == {"date-parts": [[2026, 11, 30]]}
    assert "Y2  - 2026/11/30/" in zj.cite("zjol-2018", "ris", accessed=day)
    assert "Accessed 2026-11-30." in zj.cite("zjol-2018", accessed=day)
    assert "访问日期 2026-11-30。" in zj.cite("software", lang="zh", accessed=day)
    assert "urldate" not in zj.cite("zjol-2018", "bibtex")


@pytest.mark.parametrize("day", ["2026-13-01", "2026-11", "20261130", "yesterday", "", 20261130])
def test_no_day_of_reading(day: Any) -> None:  # noqa: ANN401 (what a user may give)
    """A month, another spelling and a day that no calendar has are refused."""
    with pytest.raises(zj.ParseError, match="expected a day such as 2026-11-30"):
        zj.cite("zjol-2018", accessed=day)


def test_versions_that_are_no_date() -> None:
    """A package of one's own says no year rather than a part of its version; rows made of no data are made by the software."""
    ds = evolve(zj.load(), version="0.1.0")
    assert ds.cite().startswith("The zjreform authors (n.d.). ")
    assert ds.cite(lang="zh").startswith("The zjreform authors（无日期）。")
    assert "year" not in _bibtex(ds.cite(style="bibtex"))
    assert "issued" not in json.loads(ds.cite(style="csl-json"))[0]
    assert not {"PY", "DA"} & {line[:2] for line in ds.cite(style="ris").splitlines()}
    rows = zj.figures("共3天").cite()
    assert rows.startswith(
        f"The zjreform authors ({zj.DATA_VERSION[:4]}). zjreform (Python library). Version {zj.__version__}. "
    )
    assert "Query: figures; 1 row; sha256:" in rows


def test_a_date_that_is_about_right_in_other_styles() -> None:
    """RIS knows whole years only, so that a note says it; biblatex reads the date as it is."""
    assert "N1  - Date: c. 2019" in zj.cite("zjol-2018", "ris")
    assert _bibtex(zj.cite("zjol-2018", "bibtex"))["date"] == "2019~"


@pytest.mark.parametrize("source", [row.id for row in zj.load().sources])
def test_ris_names_nobody_where_nobody_is_named(source: str) -> None:
    """A line for an author holds a name; a source without one has no such line."""
    names = [line[6:] for line in zj.cite(source, "ris", "zh").splitlines() if line[:2] in {"AU", "ED"}]
    assert all(name.strip(", ") for name in names)
    assert bool(names) == bool(zj.load().sources[source].authors)
