"""Packages of users: declared columns are allowed, everything else is refused with place and remedy."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.interop.made import made_dataset
from tests.interop.test_round_trips import made_extended

import zjreform as zj

Descriptor = dict[str, Any]


def _change(folder: Path, change: Callable[[Descriptor], object]) -> None:
    path = folder / "datapackage.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _resource(content: Descriptor, name: str) -> Descriptor:
    found: Descriptor = next(resource for resource in content["resources"] if resource["name"] == name)
    return found


def _declare(content: Descriptor, **field: object) -> Descriptor:
    _resource(content, "cases")["schema"]["fields"].append(field)
    return content


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A written package."""
    return made_dataset().write(tmp_path / "p").path


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda c: c.pop("version"), "datapackage.json, version: expected a version such as '2026.11.0', got 'None'"),
        (lambda c: c.update(version=1), "version: expected a version such as '2026.11.0', got '1'"),
        (lambda c: c.pop("resources"), "resources: expected a list of files, got 'None'"),
        (lambda c: c["resources"].append({"name": "casess", "path": "x.csv"}), "expected the name of a table, once"),
        (lambda c: c["resources"].append(c["resources"][0]), "expected the name of a table, once"),
        (lambda c: _resource(c, "cases").update(path="../cases.csv"), "expected the name of a file beside datapackage.json"),
        (lambda c: _resource(c, "cases").update(path="/etc/passwd"), "expected the name of a file beside datapackage.json"),
        (lambda c: _resource(c, "cases").update(path=["cases.csv"]), "expected the name of a file beside datapackage.json"),
        (lambda c: _resource(c, "cases").pop("schema"), "schema.fields: expected a list of fields"),
        (lambda c: _resource(c, "cases")["schema"]["fields"].pop(3), "schema.fields: expected first the fields id,title_zh"),
        (lambda c: _declare(c, name="note"), "got \"'note'\" (columns of your own begin with x_, in lower case)"),
        (lambda c: _declare(c, name="x_note", type="geojson"), "type: expected one of string, integer, number, boolean, got \"'geojson'\""),
        (lambda c: [_declare(c, name="x_a") for _ in range(2)], "expected each column once, got 'x_a'"),
        (lambda c: _declare(c, name="x_note", type="string"), "cases.csv row 1: expected the header"),
        (lambda c: _resource(c, "cases").update(hash="sha256:00"), "cases.csv: expected the hash sha256:00"),
        (lambda c: c["resources"].remove(_resource(c, "tiers")), "does not list' (list it under resources, or move it elsewhere)"),
        (lambda c: c.update(zjreform={"extends": "somewhere"}), "zjreform.extends: expected 'bundled', or nothing"),
        (lambda c: c.update(zjreform={"extents": "bundled"}), "zjreform.extents: expected extends, spreadsheet_safe or extensions"),
        (lambda c: c.update(zjreform={"spreadsheet_safe": "yes"}), "zjreform.spreadsheet_safe: expected true or false"),
    ],
)  # fmt: skip
def test_refused_descriptors(folder: Path, change: Callable[[Descriptor], object], expected: str) -> None:
    """Whatever a package says of itself must hold."""
    _change(folder, change)
    report = zj.validate(folder)
    assert any(expected in str(problem) for problem in report.problems), str(report)
    assert not report.ok
    with pytest.raises(zj.DatasetError) as caught:
        zj.read(folder)
    assert any(expected in str(problem) for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{", "expected well-formed JSON"),
        ("[]", "expected a JSON object, got 'list'"),
        ('{"version": "1", "version": "2"}', "expected each key of an object once, got 'version'"),
        ("[" * 100_000, "expected JSON of reasonable depth and numbers"),
        ('{"version": ' + "1" * 5000 + "}", "expected JSON of reasonable depth and numbers"),
    ],
)
def test_damaged_descriptors(folder: Path, text: str, expected: str) -> None:
    """A descriptor that is no JSON object is named, not guessed at."""
    (folder / "datapackage.json").write_text(text, encoding="utf-8")
    assert expected in str(zj.validate(folder))


def test_a_folder_without_descriptor_is_refused(folder: Path) -> None:
    """CSV files alone declare nothing; the remedy says how to get a descriptor."""
    (folder / "datapackage.json").unlink()
    assert "zj.template(folder) writes one" in str(zj.validate(folder))


def test_other_files(tmp_path: Path) -> None:
    """A path that is nothing, and a file that is no package, are told apart."""
    with pytest.raises(FileNotFoundError, match="no such file or folder"):
        zj.read(tmp_path / "nothing")
    (tmp_path / "a.txt").write_text("text", encoding="utf-8")
    with pytest.raises(zj.DatasetError, match=r"a\.txt: expected a folder, a zip file or datapackage\.json"):
        zj.read(tmp_path / "a.txt")
    for name in ("a.sqlite", "a.xlsx", "a.json"):
        (tmp_path / name).write_text("text", encoding="utf-8")
        assert not zj.validate(tmp_path / name).ok


def test_all_problems_come_with_file_row_field_value_and_remedy(folder: Path) -> None:
    """A report lists problems of several files at once."""
    for name, old, new in (("tiers.csv", ",1,case", ",x,case"), ("awards.csv", "made-award,", "Made Award,")):
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    _change(folder, lambda c: [(r.pop("hash"), r.pop("bytes")) for r in c["resources"]])
    found = [(p.file, p.row, p.field, p.value) for p in zj.validate(folder).problems]
    assert found[:2] == [("tiers.csv", 2, "rank", "x"), ("awards.csv", 2, "id", "Made Award")]
    assert {value for *_, value in found[2:]} == {"made-award"}  # what named the award by the id that is gone
    assert all(p.remedy for p in zj.validate(folder).problems)


def test_a_changed_file_hides_no_other_problem(folder: Path) -> None:
    """Beside a hash that does not fit, and a cell that cannot be read, references and ids of all tables are checked."""
    tiers, awards = (folder / "tiers.csv"), (folder / "awards.csv")
    tiers.write_text(tiers.read_text(encoding="utf-8").replace(",1,case", ",x,case"), encoding="utf-8")
    text = awards.read_text(encoding="utf-8")
    row = text.splitlines()[1]
    awards.write_text(text + row.replace(",made-tier,", ",made-teir,") + "\n", encoding="utf-8")
    found = [
        (p.file, p.row, p.field, p.value) for p in zj.validate(folder).problems if not p.value.startswith("sha256:")
    ]
    line = len(text.splitlines()) + 1
    assert found == [
        ("tiers.csv", 2, "rank", "x"),
        ("awards.csv", 2, "id", row.partition(",")[0]),
        ("awards.csv", line, "id", row.partition(",")[0]),
        ("awards.csv", line, "tier", "made-teir"),
    ]


def test_a_table_that_cannot_be_read_makes_nothing_dangle(folder: Path) -> None:
    """Where rows are lost, references to them are not judged."""
    cases = folder / "cases.csv"
    cases.write_bytes(cases.read_bytes().replace(b"\n", b"\r\n"))
    assert {problem.file for problem in zj.validate(folder).problems} == {"cases.csv"}
    cases.unlink()
    assert [problem.file for problem in zj.validate(folder).problems] == ["datapackage.json"]


def test_a_reference_into_the_void_names_close_ids(folder: Path) -> None:
    """The remedy of a dangling reference is the id that was meant."""
    text = (folder / "awards.csv").read_text(encoding="utf-8")
    (folder / "awards.csv").write_text(text.replace(",made-tier,", ",made-teir,"), encoding="utf-8")
    _change(folder, lambda c: [(r.pop("hash"), r.pop("bytes")) for r in c["resources"]])
    (problem,) = zj.validate(folder).problems
    assert problem.remedy == "did you mean 'made-tier'?"


def test_a_zip_with_a_folder_inside(folder: Path, tmp_path: Path) -> None:
    """Zip programs add a folder; the package inside is found."""
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as archive:
        for path in folder.iterdir():
            archive.write(path, f"my-package/{path.name}")
    assert zj.read(tmp_path / "p.zip") == made_dataset()


class TestExtensions:
    """Columns of one's own."""

    def test_flow_into_frames(self) -> None:
        """They stand behind the others, typed and labelled."""
        table = made_extended().cases
        frame = table.to_arrow()
        assert frame.column_names[-3:] == ["x_note", "x_rank", "x_open"]
        assert frame.column("x_rank").to_pylist() == [3, None]
        assert (frame.schema.field("x_rank").metadata or {})[b"definition"] == b"Of our own."

    def test_stay_with_their_rows(self) -> None:
        """Slices, filters and sorting keep them; a record without a value has none."""
        table = made_extended().cases
        assert table.sort(lambda case: case.id, reverse=True).extra_values("made-case")["x_note"] == "=a;b"
        assert dict(table[1:].extra_values("other-case")) == {"x_note": None, "x_rank": None, "x_open": None}
        assert table.extra_values("made-case") == {"x_note": "=a;b", "x_rank": 3, "x_open": True}
        with pytest.raises(zj.UnknownIdError, match="cases has no id 'no'"):
            table.extra_values("no")

    def test_count_for_equality(self) -> None:
        """The same rows with other values of one's own are another table."""
        assert made_extended() == made_extended()
        assert made_extended().cases != made_dataset().cases

    def test_are_read_strictly(self, tmp_path: Path) -> None:
        """A cell of another type is a problem like any other."""
        folder = made_extended().write(tmp_path / "p").path
        text = (folder / "cases.csv").read_text(encoding="utf-8")
        (folder / "cases.csv").write_text(text.replace(",3,true", ",three,true"), encoding="utf-8")
        _change(folder, lambda c: [(r.pop("hash"), r.pop("bytes")) for r in c["resources"]])
        (problem,) = zj.validate(folder).problems
        assert (problem.field, problem.value, problem.expected) == ("x_rank", "three", "a whole number")


class TestTemplate:
    """An empty package to begin with."""

    def test_is_valid_and_reads(self, tmp_path: Path) -> None:
        """All tables, headers only, with a codebook beside them."""
        folder = zj.template(tmp_path / "mine")
        assert zj.validate(folder).records == 0
        assert "## metrics" in (folder / "CODEBOOK.md").read_text(encoding="utf-8")

    def test_rows_may_refer_to_the_bundled_dataset(self, tmp_path: Path) -> None:
        """Unless the template says otherwise."""
        row = "mine,metrics:no-such,sources:x"
        for extends in (True, False):
            folder = zj.template(tmp_path / str(extends), tables=["tiers"], extends=extends)
            header = (folder / "tiers.csv").read_text(encoding="utf-8")
            row = "my-tier,rib-2019,奖,prize,1,case,1,not_stated,,\n"
            (folder / "tiers.csv").write_text(header + row, encoding="utf-8")
            assert zj.validate(folder).ok is extends

    def test_refuses_unknown_tables(self, tmp_path: Path) -> None:
        """Close names are offered."""
        with pytest.raises(zj.UnknownValueError, match="did you mean 'metrics'"):
            zj.template(tmp_path / "p", tables=["metric"])

    def test_replaces_nothing_unasked(self, tmp_path: Path) -> None:
        """Coded rows are not lost to a second call."""
        zj.template(tmp_path / "p")
        with pytest.raises(FileExistsError, match="pass overwrite=True"):
            zj.template(tmp_path / "p")


def test_a_zip_that_holds_a_file_twice(folder: Path, tmp_path: Path) -> None:
    """Which of the two would count is not guessed."""
    path = tmp_path / "p.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(folder / "datapackage.json", "datapackage.json")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.write(folder / "datapackage.json", "datapackage.json")
    with pytest.raises(zj.DatasetError, match=r"expected each file once, got 'datapackage\.json'"):
        zj.read(path)


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("id", 7, "row 1, id: expected a string, got '7'"),
        ("title_en", None, "row 1, title_en: expected a string"),
        ("title_en", "", "row 1, title_en: expected a string"),
        ("places", "a", "row 1, places: expected a list of strings"),
        ("places", ["a;b"], "row 1, places: expected a list of strings that are not empty and hold no ';'"),
        ("places", [""], "row 1, places: expected a list of strings"),
        ("level", "conty", "row 1, level: expected one of central, province"),
        ("x_note", "a", "row 1, x_note: expected a key of the schema, got 'an unknown key'"),
    ],
)
def test_json_is_read_strictly(key: str, value: object, expected: str, tmp_path: Path) -> None:
    """A value of another type is not turned into the right one."""
    path = made_dataset().write_json(tmp_path / "a.json").path
    content = json.loads(path.read_text(encoding="utf-8"))
    content["tables"]["cases"][0][key] = value
    path.write_text(json.dumps(content), encoding="utf-8")
    assert any(f"a.json:cases {expected}" in str(problem) for problem in zj.validate(path).problems), str(
        zj.validate(path)
    )


@pytest.mark.parametrize(
    ("part", "value", "expected"),
    [
        ("value", 8, "for value a string"),
        ("value", float("nan"), "for value a string"),
        ("value", "8.0", "a plain number such as 12.5 or 1/3"),
        ("upper_open", None, "for upper_open true or false"),
        ("upper", "", "for upper a string or null"),
        ("bound", "exactly", "a bound that is one of"),
        ("more", 1, "an object of value, upper, lower_open, upper_open, implied_high, bound, unit"),
    ],
)
def test_quantities_in_json_are_read_strictly(part: str, value: object, expected: str, tmp_path: Path) -> None:
    """Each part of a quantity has one type and one spelling."""
    path = made_dataset().write_json(tmp_path / "a.json").path
    content = json.loads(path.read_text(encoding="utf-8"))
    content["tables"]["metrics"][0]["quantity"][part] = value
    path.write_text(json.dumps(content), encoding="utf-8")
    (problem,) = zj.validate(path).problems
    assert problem.row == 1
    assert problem.field in {"quantity", part}
    assert expected in problem.expected
