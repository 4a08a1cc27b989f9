"""Each schema is checked by its own tool, and each says the same of the data as Python does."""

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import csvw  # type: ignore[import-untyped]
import frictionless
import mlcroissant  # type: ignore[import-untyped]
import pytest
import rdflib
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from rdflib.namespace import SKOS
from referencing import Registry, Resource
from tests.interop.made import made_dataset
from tests.interop.test_round_trips import made_extended, own_package

import zjreform as zj
from zjreform.publish.json_schema import file_schema, record_schema
from zjreform.publish.skos import BASE, closed_lists
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of
from zjreform.tabular.json_writing import json_records

DATA = Path(zj.__file__).parent / "data"
TOOL = Path(__file__).parents[2] / "tools" / "build_schemas.py"
pytestmark = pytest.mark.filterwarnings("default")  # the tools warn of themselves


@pytest.mark.skipif(not TOOL.is_file(), reason="outside of the repository there is nothing to rebuild")
def test_every_generated_file_is_in_step() -> None:
    """Rebuilding changes no file."""
    done = subprocess.run([sys.executable, str(TOOL), "--check"], capture_output=True, text=True, check=False)
    assert done.stdout == ""
    assert done.returncode == 0


class TestDataPackage:
    """frictionless reads the package, finds it valid, and reads the same cells."""

    def test_is_valid(self) -> None:
        """Types, constraints, keys and hashes hold for every file."""
        report = frictionless.Package(str(DATA / "datapackage.json")).validate()
        assert [(task.name, error.message) for task in report.tasks for error in task.errors] == []
        assert report.valid
        assert {task.name for task in report.tasks} == {*TABLES, "units", "lexicon", "codebook"}

    @pytest.mark.parametrize("name", TABLES)
    def test_reads_row_for_row_as_python_does(self, name: str) -> None:
        """Every cell that frictionless reads is the value that Python holds."""
        package: Any = frictionless.Package(str(DATA / "datapackage.json"))
        rows = package.get_resource(name).read_rows()
        for row, expected in zip(rows, _expected(name), strict=True):
            assert {key: row[key] for key in expected} == expected

    @pytest.mark.parametrize("kind", ["made", "extended", "spreadsheet-safe", "own", "template"])
    def test_written_packages_are_valid(self, kind: str, tmp_path: Path) -> None:
        """So is every package that users write, with columns of their own and with rows that refer to the bundled ones."""
        datasets = {"extended": made_extended, "own": own_package}
        if kind == "template":
            folder = zj.template(tmp_path / "p", tables=["metrics", "mentions"])
        else:
            folder = (
                datasets.get(kind, made_dataset)()
                .write(tmp_path / "p", spreadsheet_safe=kind == "spreadsheet-safe")
                .path
            )
        report = frictionless.Package(str(folder / "datapackage.json")).validate()
        assert [(task.name, error.message) for task in report.tasks for error in task.errors] == []
        assert report.valid

    def test_closed_lists_are_enforced(self, tmp_path: Path) -> None:
        """A value outside of its list is found by frictionless, too."""
        folder = made_dataset().write(tmp_path / "p").path
        self._change(folder, "cases.csv", ",county,", ",conty,")
        found = frictionless.Package(str(folder / "datapackage.json")).validate().flatten(["type", "fieldName"])
        assert ["constraint-error", "level"] in found

    def test_dangling_references_are_found(self, tmp_path: Path) -> None:
        """A reference that leads nowhere is found by frictionless, too."""
        folder = made_dataset().write(tmp_path / "p").path
        self._change(folder, "awards.csv", ",made-tier,", ",no-tier,")
        found = frictionless.Package(str(folder / "datapackage.json")).validate().flatten(["type"])
        assert ["foreign-key"] in found

    @staticmethod
    def _change(folder: Path, file: str, old: str, new: str) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
        descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        for resource in descriptor["resources"]:
            del resource["hash"], resource["bytes"]
        (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")

    def test_says_what_an_empty_cell_means(self) -> None:
        """The label of the missing value is the meaning that the record class gives."""
        descriptor = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
        rounds = next(resource for resource in descriptor["resources"] if resource["name"] == "rounds")
        entries = next(field for field in rounds["schema"]["fields"] if field["name"] == "entries")
        assert entries["missingValues"] == [{"value": "", "label": "not stated"}]
        assert [source["zj:id"] for source in descriptor["sources"]] == list(zj.load().sources.ids)
        assert descriptor["version"] == zj.DATA_VERSION


def _expected(name: str) -> Iterator[dict[str, Any]]:
    """Yield what frictionless should read: texts, but whole numbers, truth values and decimals typed."""
    from zjreform.tabular.digest import table_cells  # noqa: PLC0415

    schema = schema_of(name)
    typed = {field.name: field.kind for field in schema.fields if not field.many and field.kind in {int, bool, Decimal}}
    typed.update(dict.fromkeys(("lower_open", "upper_open"), bool))
    readers: dict[Any, Callable[[str], Any]] = {int: int, bool: lambda cell: cell == "true", Decimal: Decimal}
    for cells in table_cells(getattr(zj.load(), name)):
        pairs = zip(schema.header, cells, strict=True)
        yield {key: None if cell == "" else readers.get(typed.get(key), str)(cell) for key, cell in pairs}


class TestJsonSchema:
    """Every schema is a schema, accepts every record, and refuses what the reader refuses."""

    REGISTRY: Registry[Any] = Registry().with_resources(
        [(f"urn:zjreform:schema:{name}", Resource.from_contents(record_schema(name))) for name in TABLES]
    )

    @pytest.mark.parametrize("path", sorted((DATA / "schemas").iterdir()), ids=lambda path: path.stem)
    def test_is_a_schema(self, path: Path) -> None:
        """The bundled file is valid JSON Schema 2020-12."""
        Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))

    @pytest.mark.parametrize("name", TABLES)
    def test_accepts_every_record(self, name: str) -> None:
        """Bundled and made records pass."""
        validator = Draft202012Validator(
            json.loads((DATA / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
        )
        for ds in (zj.load(), made_dataset()):
            for record in json_records(getattr(ds, name)):
                validator.validate(record)

    def test_accepts_the_whole_file(self, tmp_path: Path) -> None:
        """The file that ``write_json`` gives passes."""
        content = json.loads(made_dataset().write_json(tmp_path / "zj.json").path.read_text(encoding="utf-8"))
        Draft202012Validator(file_schema(), registry=self.REGISTRY).validate(content)

    @pytest.mark.parametrize(
        ("table", "key", "value"),
        [
            ("cases", "level", "conty"),
            ("cases", "title_en", ""),
            ("cases", "title_en", None),
            ("cases", "places", "a;b"),
            ("cases", "id", "Not A Slug"),
            ("sources", "characters", 0),
            ("sources", "characters", "12"),
            ("rounds", "period", "2018-6"),
            ("metrics", "quantity", {"value": "8"}),
            ("metrics", "unknown", 1),
        ],
    )
    def test_refuses(self, table: str, key: str, value: object) -> None:
        """What the reader refuses, the schema refuses."""
        record = {**json_records(getattr(made_dataset(), table))[0], key: value}
        assert not Draft202012Validator(record_schema(table)).is_valid(record)


class TestCsvw:
    """The csvw library reads every table with its types, lists and keys."""

    def test_reads_every_table(self) -> None:
        """Rows, lists and numbers are those of Python; references resolve."""
        ds = zj.load()
        group = csvw.TableGroup.from_file(DATA / "csvw-metadata.json")
        assert [table.local_name for table in group.tables] == [f"{name}.csv" for name in TABLES]
        for name, table in zip(TABLES, group.tables, strict=True):
            assert [row["id"] for row in table.iterdicts(strict=True)] == list(getattr(ds, name).ids)
        cases = list(group.tables[list(TABLES).index("cases")].iterdicts())
        assert [tuple(row["places"]) for row in cases] == [case.places for case in ds.cases]
        group.check_referential_integrity()


class TestCroissant:
    """mlcroissant loads the description without an error and gives every record."""

    def test_is_croissant_1_1(self) -> None:
        """The version is the one that is declared, and nothing is found wrong."""
        dataset = mlcroissant.Dataset(jsonld=DATA / "croissant.json")
        assert str(dataset.metadata.ctx.conforms_to.value) == "http://mlcommons.org/croissant/1.1"
        assert not dataset.metadata.ctx.issues.errors

    @pytest.mark.parametrize("name", ["cases", "metrics", "mentions"])
    def test_gives_every_record(self, name: str) -> None:
        """Neither more nor fewer rows than the table has, in its order, lists as lists."""
        table = getattr(zj.load(), name)
        records = list(mlcroissant.Dataset(jsonld=DATA / "croissant.json").records(name))
        assert [record[f"{name}/id"].decode() for record in records] == list(table.ids)
        if name == "cases":
            found = [tuple(place.decode() for place in record["cases/places"] or ()) for record in records]
            assert found == [case.places for case in table]


class TestTaxonomy:
    """rdflib reads the Turtle; every concept is labelled in three languages."""

    GRAPH = rdflib.Graph().parse(DATA / "taxonomy.ttl", format="turtle")

    def test_every_value_and_term_is_a_concept(self) -> None:
        """As many concepts as values of closed lists and terms."""
        values = sum(len(kind) for kind in closed_lists().values())
        concepts = set(self.GRAPH.subjects(rdflib.RDF.type, SKOS.Concept))
        assert len(concepts) == values + len(zj.load().terms)

    def test_every_concept_has_one_label_in_each_language(self) -> None:
        """SKOS allows one preferred label for each language."""
        for concept in self.GRAPH.subjects(rdflib.RDF.type, SKOS.Concept):
            languages = sorted(str(label.language) for label in self.GRAPH.objects(concept, SKOS.prefLabel))  # type: ignore[attr-defined]
            assert languages == ["en", "zh-Hans", "zh-Hant"], concept

    def test_labels_are_those_of_the_records(self) -> None:
        """A domain and a term carry their labels, the Traditional ones too."""
        domain, term = (
            rdflib.URIRef(f"{BASE}Domain:business_environment"),
            rdflib.URIRef(f"{BASE}term:run-at-most-once"),
        )
        assert set(map(str, self.GRAPH.objects(domain, SKOS.prefLabel))) == {
            "营商环境",
            "營商環境",
            "business environment",
        }
        assert zj.load().terms["run-at-most-once"].name_hant in set(map(str, self.GRAPH.objects(term, SKOS.prefLabel)))

    def test_related_concepts_exist(self) -> None:
        """No relation leads nowhere."""
        concepts = set(self.GRAPH.subjects(rdflib.RDF.type, SKOS.Concept))
        assert {other for _, other in self.GRAPH.subject_objects(SKOS.related)} <= concepts


class TestCodebook:
    """The codebook covers every column and value."""

    def test_has_every_column(self) -> None:
        """One row for each column of each file, in order."""
        for name in TABLES:
            columns = [entry.column for entry in zj.codebook() if entry.table == name and entry.value is None]
            header = schema_of(name).header
            assert tuple(columns[: len(header)]) == header  # behind them those that only frames have

    def test_has_every_value(self) -> None:
        """One row for each value of each closed list."""
        found = defaultdict[tuple[str, str], list[str]](list)
        for entry in zj.codebook():
            if entry.value:
                found[entry.table, entry.column].append(entry.value)
        for name in TABLES:
            for field in schema_of(name).fields:
                assert found[name, field.name] == [str(code.value) for code in field.codes]

    def test_is_a_table_like_any_other(self) -> None:
        """It can be asked, framed, pickled and cited."""
        import pickle  # noqa: PLC0415

        book = zj.codebook()
        assert pickle.loads(pickle.dumps(book)) == book  # noqa: S301 (our own bytes)
        assert len(book.to_polars()) == len(book)
        assert "Query: codebook" in book.cite()
