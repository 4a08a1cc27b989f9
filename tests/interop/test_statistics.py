"""For R, Stata and archives: what the scripts load is what the tables hold, and the descriptions name every variable."""

import csv
import json
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import zjreform as zj
from zjreform.columns.column import Edtf
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of
from zjreform.resources import read_bytes, read_text

DS = zj.load()
DDI = "{ddi:codebook:2_5}"
ASKED = """
source("load.R")
cat(nrow(awards), nrow(metrics), nrow(mentions), "\\n")
cat(levels(cases$level), is.ordered(cases$level), is.ordered(cases$domain), "\\n")
cat(as.character(cases$level[cases$id == "nanhu-company-setup"]), "\\n")
parcels <- metrics[metrics$id == "lishui-land-parcels", ]
cat(format(parcels$period_start), format(parcels$period_end), "\\n")
cat(metrics$value[metrics$id == "nanhu-setup-time-before"], class(metrics$value), class(awards$position), "\\n")
cat(sum(is.na(pairings$like_with_like)), sum(pairings$like_with_like), "\\n")
cat(places$name_zh[places$id == "lishui"] == "\\u4e3d\\u6c34\\u5e02", places$code[places$id == "lishui"], "\\n")
cat(length(cases$places[[which(cases$id == "longgang-town-to-city")]]), "\\n")
cat(format(zj_day("2018-08/2018-10")), format(zj_day("2018-08/2018-10", TRUE)), "")
cat(is.na(zj_day("2017/..", TRUE)), format(zj_day("2018-34", TRUE)), "\\n")
"""


def test_r_loads_every_table(tmp_path: Path) -> None:
    """Rows, factors with their order, days, numbers and lists are those of the package."""
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("R is not installed")
    home = DS.write(tmp_path / "zj").path
    (home / "load.R").write_text(read_text("load.R"), encoding="utf-8")
    (home / "ask.R").write_text(ASKED, encoding="utf-8")
    done = subprocess.run([program, "ask.R"], cwd=home, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lines = [line.split() for line in done.stdout.splitlines()]
    assert lines[0] == [str(len(DS.awards)), str(len(DS.metrics)), str(len(DS.mentions))]
    assert lines[1] == [*(level.value for level in zj.Level), "TRUE", "FALSE"]
    assert lines[2] == ["county"]
    assert lines[3] == ["2018-12-01", "2018-12-31"]
    assert lines[4] == ["8", "numeric", "integer"]
    assert lines[5] == ["0", str(sum(row.like_with_like for row in DS.pairings))]
    assert lines[6] == ["TRUE", "331100"]
    assert lines[7] == [str(len(DS.cases["longgang-town-to-city"].places))]
    assert lines[8] == ["2018-08-01", "2018-10-31", "TRUE", "2018-06-30"]


def test_stata_script_names_every_code_and_variable() -> None:
    """No Stata is at hand: each closed list has its value labels, each column its label, each table its block."""
    script = read_text("load.do")
    for name in TABLES:
        assert f'if "`table\'" == "{name}" {{' in script
        for field in schema_of(name).fields:
            for code in field.codes if not field.many else ():
                assert f'if {field.name} == "{code.value}"' in script
    assert script.count("{") == script.count("}")


RESERVED = frozenset(("byte", "double", "float", "if", "in", "int", "long", "strL", "using", "with"))
"""Names that no variable of Stata may have, beside some that begin with an underscore and ``str`` with a number."""
NAME = r"[a-z_][a-z0-9_]{0,31}"
STATA = {
    "variable": re.compile(rf'label variable ({NAME}) "([^"`$]{{1,80}})"'),
    "define": re.compile(rf'label define ({NAME}) (\d+) "([^"`$]+)", add'),
    "values": re.compile(rf"label values ({NAME}) ({NAME})"),
    "code": re.compile(rf'replace ({NAME}) = "(\d+)" if \1 == "([^"`$]*)"'),
    "truth": re.compile(rf'replace ({NAME}) = cond\(\1 == "true", "1", cond\(\1 == "false", "0", ""\)\)'),
    "number": re.compile(rf"(?:capture )?destring ({NAME}), replace(?: force  // .*)?"),
    "day": re.compile(rf"zj_day ({NAME})"),
}
"""Commands of the blocks of tables, as the manual of Stata gives their syntax."""


def stata_blocks() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return the commands of each table with their arguments; what no command is fails."""
    blocks: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    commands: list[tuple[str, tuple[str, ...]]] = []
    for line in read_text("load.do").partition("import delimited")[2].splitlines()[1:]:
        begun = re.fullmatch(r'if "`table\'" == "([a-z_]+)" \{', line)
        if begun:
            commands = blocks.setdefault(begun[1], [])
        elif line.strip() not in {"", "}"}:
            found = [
                (name, one.groups()) for name, one in ((n, p.fullmatch(line.strip())) for n, p in STATA.items()) if one
            ]
            assert len(found) == 1, line
            commands += found
    return blocks


@pytest.mark.parametrize("table", TABLES)
def test_what_the_stata_script_does(table: str) -> None:
    """No Stata is at hand: each line keeps the grammar of its command, and what the commands do, done here, gives the right values."""
    commands = stata_blocks()[table]
    header, *rows = list(csv.reader(read_text(f"{table}.csv").splitlines(keepends=True)))
    data = {name: [row[place] for row in rows] for place, name in enumerate(header)}
    before = {name: list(cells) for name, cells in data.items()}
    labels: dict[str, dict[str, str]] = {}
    numbers: set[str] = set()
    labelled: dict[str, dict[str, str]] = {}
    named: set[str] = set()
    days: set[str] = set()
    for command, parts in commands:
        name = parts[0]
        if command == "define":
            assert labels.setdefault(name, {}).setdefault(parts[1], parts[2]) == parts[2]
            continue
        assert name in data
        assert name not in RESERVED
        if command == "code":
            data[name] = [parts[1] if cell == parts[2] else cell for cell in data[name]]
        elif command == "truth":
            data[name] = [{"true": "1", "false": "0"}.get(cell, "") for cell in data[name]]
        elif command == "number":
            numbers.add(name)
        elif command == "values":
            labelled[name] = labels[parts[1]]
        else:
            (days if command == "day" else named).add(name)
    assert named == set(header)
    for field in schema_of(table).fields:
        if field.codes and not field.many:
            english = {code.value: code.en for code in field.codes}
            shown = ["" if cell == "" else labelled[field.name][cell] for cell in data[field.name]]
            assert shown == ["" if cell == "" else english[cell] for cell in before[field.name]]
        if field.kind in {int, bool} or (field.codes and not field.many):
            assert field.name in numbers
            assert all(re.fullmatch(r"-?\d*", cell) for cell in data[field.name])
        assert (field.name in days) == (field.kind is Edtf and not field.many)


@pytest.mark.parametrize(
    ("month", "first", "last"),
    [(None, 1, 12), (5, 5, 5), (12, 12, 12), (33, 1, 3), (34, 4, 6), (36, 10, 12), (40, 1, 6), (41, 7, 12)],
)
def test_months_of_the_stata_script(month: int | None, first: int, last: int) -> None:
    """Its lines for whole years, quarters and halves give the months that EDTF means, by the functions of Stata's manual."""
    head = read_text("load.do").partition("import delimited")[0].replace("`month'", "month")
    functions = {
        "cond": lambda test, yes, no: yes if test else no,
        "missing": lambda value: value is None,
        "inrange": lambda value, low, high: value is not None and low <= value <= high,
        "month": month,
    }
    for name, expected in (("first", first), ("last", last)):
        steps = re.findall(rf"(?:generate int|replace) `{name}' = (.*?)(?: if (.*))?\n", head)
        assert len(steps) == 3
        found = None
        for value, condition in steps:
            if not condition or eval(condition, dict(functions)):  # noqa: S307 (lines of our own script)
                found = eval(value, dict(functions))  # noqa: S307 (as above)
        assert found == expected
    assert head.count("{") == head.count("}") == 1
    assert all(line.count("`") == line.count("'") for line in head.splitlines() if not line.startswith("*"))


def test_ddi_names_every_variable_with_its_categories() -> None:
    """One file for each table, one variable for each column, one category for each value."""
    root = ET.fromstring(read_bytes("ddi-codebook.xml"))  # noqa: S314 (generated here)
    assert (root.tag, root.get("version")) == (f"{DDI}codeBook", "2.5")
    assert len(root.findall(f"{DDI}fileDscr")) == len(TABLES)
    variables = root.findall(f"{DDI}dataDscr/{DDI}var")
    assert len(variables) == sum(len(schema_of(name).header) for name in TABLES)
    level = next(one for one in variables if one.get("ID") == "V-cases-level")
    assert [one.findtext(f"{DDI}catValu") for one in level.findall(f"{DDI}catgry")] == [code.value for code in zj.Level]
    assert root.findtext(f"{DDI}stdyDscr/{DDI}citation/{DDI}verStmt/{DDI}version") == zj.DATA_VERSION
    counts = [one.text for one in root.iter(f"{DDI}caseQnty")]
    assert counts == [str(size) for size in DS.sizes().values()]


def test_archives_are_told_what_they_ask_for() -> None:
    """The mandatory properties of DataCite, and what Zenodo needs to make a record."""
    cited = json.loads(read_text("datacite.json"))
    assert {"creators", "titles", "publisher", "publicationYear", "types"} <= cited.keys()
    assert cited["version"] == zj.DATA_VERSION
    deposited = json.loads((Path(__file__).parents[2] / ".zenodo.json").read_text(encoding="utf-8"))
    assert {"title", "upload_type", "description", "creators", "license"} <= deposited.keys()


def test_croissant_says_how_the_data_were_made() -> None:
    """The properties of the vocabulary of responsible AI."""
    said = json.loads(read_text("croissant.json"))
    assert {name for name in said if name.startswith("rai:")} >= {
        "rai:dataCollection",
        "rai:dataAnnotationProtocol",
        "rai:dataBiases",
        "rai:dataLimitations",
        "rai:personalSensitiveInformation",
    }
