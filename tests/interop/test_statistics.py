"""For R, Stata and archives: what the scripts load is what the tables hold, and the descriptions name every variable."""

import json
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import zjreform as zj
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
