"""SQLite: keys hold, views answer, lists have link tables, and Datasette shows labels, facets and links."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.interop.made import made_dataset

import zjreform as zj
from zjreform.records.index import TABLES


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled dataset as a database."""
    return zj.load().write_sqlite(tmp_path_factory.mktemp("sqlite") / "zj.sqlite").path


@pytest.fixture
def connection(database: Path) -> Iterator[sqlite3.Connection]:
    """A connection to it."""
    with closing(sqlite3.connect(database)) as found:
        yield found


RESERVED = frozenset({
    "abort", "action", "add", "all", "alter", "and", "as", "asc", "before", "between", "by", "case", "check",
    "collate", "column", "constraint", "count", "create", "current_date", "default", "delete", "desc", "distinct",
    "do", "drop", "each", "else", "end", "escape", "except", "exists", "filter", "first", "following", "for",
    "foreign", "from", "group", "having", "if", "in", "index", "inner", "insert", "intersect", "into", "is", "join",
    "key", "last", "left", "like", "limit", "natural", "not", "null", "of", "offset", "on", "or", "order", "outer",
    "over", "partition", "plan", "primary", "range", "references", "release", "rename", "replace", "right", "row",
    "rows", "select", "set", "start", "table", "temp", "then", "to", "transaction", "trigger", "union", "unique",
    "update", "using", "values", "view", "when", "where", "window", "with",
})  # fmt: skip


def test_keys_hold(connection: sqlite3.Connection) -> None:
    """SQLite finds no dangling key and no damage; keys are declared."""
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    keys = {(row[3], row[2]) for row in connection.execute('PRAGMA foreign_key_list("awards")')}
    assert keys == {("round", "rounds"), ("tier", "tiers"), ("case", "cases"), ("organisation", "organisations")}


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_whole(name: str, connection: sqlite3.Connection) -> None:
    """As many rows as records, and a row of the codebook for each column."""
    assert connection.execute(f'SELECT count(*) FROM "{name}"').fetchone() == (len(getattr(zj.load(), name)),)  # noqa: S608
    described = connection.execute(
        'SELECT count(*) FROM codebook WHERE "table" = ? AND value IS NULL', [name]
    ).fetchone()
    assert described[0] == len(getattr(zj.load(), name).schema.header)


def test_views_have_one_row_for_each_record(connection: sqlite3.Connection) -> None:
    """No join fans out."""
    views = {"award_list": "awards", "case_list": "cases", "metric_list": "metrics", "mention_list": "mentions"}
    for view, table in views.items():
        ids = [row[0] for row in connection.execute(f'SELECT id FROM "{view}"')]  # noqa: S608
        assert sorted(ids) == sorted(getattr(zj.load(), table).ids), view


def test_link_tables_hold_lists_as_rows(connection: sqlite3.Connection) -> None:
    """Each item of a list, and each reference to one of several tables, is a row with its key."""
    links = connection.execute("SELECT cases, places FROM cases_places ORDER BY rowid").fetchall()
    assert links == [(case.id, place) for case in zj.load().cases for place in case.places]
    about = connection.execute("SELECT metrics FROM metrics_about WHERE cases = 'nanhu-company-setup'").fetchall()
    expected = [metric.id for metric in zj.load().metrics if metric.about == "cases:nanhu-company-setup"]
    assert [row[0] for row in about] == expected


def test_values_outside_of_a_closed_list_are_refused(database: Path) -> None:
    """The database itself guards the closed lists."""
    with (
        closing(sqlite3.connect(database)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="CHECK constraint failed"),
    ):
        connection.execute("UPDATE cases SET level = 'conty'")


def test_exact_numbers_stand_beside_floats(tmp_path: Path) -> None:
    """A third is a text, and no rounded number stands for it."""
    path = made_dataset().write_sqlite(tmp_path / "zj.sqlite").path
    with closing(sqlite3.connect(path)) as connection:
        rows = dict(connection.execute("SELECT id, json_array(value, value_text, days) FROM metrics"))
    assert json.loads(rows["made-metric-2"]) == [None, "1/3", None]
    assert json.loads(rows["made-metric-0"]) == [8.0, "8", 8.0]


FETCH = """
import asyncio, json, sys
from datasette.app import Datasette

async def fetch(database, metadata, addresses):
    client = Datasette([database], metadata=metadata).client
    found = {name: await client.get(address) for name, address in addresses.items()}
    return {name: [page.status_code, page.text] for name, page in found.items()}

print(json.dumps(asyncio.run(fetch(*json.loads(sys.argv[1])))))
"""


@pytest.fixture(scope="module")
def pages(database: Path) -> dict[str, str]:
    """Rows and pages as Datasette serves them, from a process of its own: it leaves its connections to the collector."""
    metadata = json.loads(database.with_name("zj.metadata.json").read_text(encoding="utf-8"))
    command = [sys.executable, "-W", "ignore", "-c", FETCH, json.dumps([str(database), metadata, ADDRESSES])]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    found: dict[str, tuple[int, str]] = {name: tuple(page) for name, page in json.loads(done.stdout).items()}
    assert {status for status, _ in found.values()} == {200}
    return {name: text for name, (_, text) in found.items()}


ADDRESSES = {
    "facets": "/zj/cases.json?_facet=domain&_facet=coverage&_labels=on&_shape=objects",
    "lists": "/zj/cases.json?_facet_array=places",
    "view": "/zj/metric_list.json?_shape=objects",
    "page": "/zj/awards",
    "links": "/zj/cases_places.json?_labels=on",
}


class TestDatasette:
    """The pages that a reader opens."""

    def test_facets_count(self, pages: dict[str, str]) -> None:
        """The facet of domains counts as Python does, and lists facet by item."""
        found = json.loads(pages["facets"])["facet_results"]["domain"]["results"]
        counts = {row["value"]: row["count"] for row in found}
        assert counts == {
            str(code.value): len(rows) for code, rows in zj.load().cases.group(lambda case: case.domain).items()
        }
        places = {
            row["value"]: row["count"] for row in json.loads(pages["lists"])["facet_results"]["places"]["results"]
        }
        assert places["hangzhou"] == sum("hangzhou" in case.places for case in zj.load().cases)

    def test_links_carry_labels(self, pages: dict[str, str]) -> None:
        """A key is shown as the Chinese name of what it leads to."""
        rows = json.loads(pages["links"])["rows"]
        names = {place.id: place.name_zh for place in zj.load().places}
        assert all(row["places"]["label"] == names[row["places"]["value"]] for row in rows)

    def test_pages_open(self, pages: dict[str, str]) -> None:
        """Every page is served, with the licence and the way to the codebook."""
        assert set(pages) == set(ADDRESSES)
        assert "Creative Commons Attribution" in pages["page"]
        assert 'href="codebook?table=awards"' in pages["page"]


def test_views_need_no_quotes(tmp_path: Path) -> None:
    """No column of a view is a reserved word, and metrics have their ends."""
    path = zj.load().write(tmp_path / "zj.sqlite").path
    with closing(sqlite3.connect(path)) as connection:
        for view in ("award_list", "case_list", "metric_list", "mention_list"):
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({view})")]
            assert RESERVED.isdisjoint(names), view
        rows = connection.execute(
            "select low, high, days_high from metric_list where id = 'hundred-day-limit'"
        ).fetchall()
        assert rows == [(None, 100, 100.0)]
        found = connection.execute("select case_id, count(*) from metric_list group by case_id order by 2 desc limit 1")
        assert found.fetchone()[1] > 20
