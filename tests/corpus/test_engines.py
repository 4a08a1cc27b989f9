"""Every runner returns exactly the rows of the plain loop, on two workers at least: the files runner, engines, and their recipes.

Spark, Ray and Daft take long to start: they run where ``ZJREFORM_ENGINES`` is set and they are installed, which ``.ci/engines.sh`` sees
to; a test that is skipped says which of the two is missing.
"""

import importlib.util
import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.corpus.plain import CORPORA, OPTIONS, Text, change_rows, figure_rows, in_order, term_rows

import zjreform as zj
from zjreform import corpus
from zjreform.corpus.lists import found_lists

LOOPS: dict[str, Callable[..., list[dict[str, Any]]]] = {
    "figures": figure_rows,
    "changes": change_rows,
    "terms": term_rows,
}
Rows = list[dict[str, Any]]
Runner = Callable[[str, Sequence[Text], dict[str, Any], Path], Rows]


def table_of(texts: Sequence[Text]) -> pa.Table:
    """Return texts as a table."""
    ids, words = [id for id, _ in texts], [text for _, text in texts]
    return pa.table([pa.array(ids, pa.string()), pa.array(words, pa.string())], names=["id", "text"])


def needs(package: str) -> None:
    """Skip, with the reason, where a package is absent or the heavy ones are not asked for."""
    if package in {"pyspark", "ray", "daft"} and not os.environ.get("ZJREFORM_ENGINES"):
        pytest.skip(f"{package} runs in .ci/engines.sh, which sets ZJREFORM_ENGINES")
    if importlib.util.find_spec(package) is None:
        pytest.skip(f"{package} is not installed")


def by_files(what: str, texts: Sequence[Text], options: dict[str, Any], folder: Path) -> Rows:
    """Two worker processes over files; ids that are null stand as the place of the row, which this takes back."""
    lines = [json.dumps({"id": id, "text": text}, ensure_ascii=False) for id, text in texts]
    for half in (0, 1):
        (folder / f"{half}.jsonl").write_text("".join(f"{line}\n" for line in lines[half::2]), encoding="utf-8")
    run = {"figures": corpus.figures, "changes": corpus.changes, "terms": corpus.terms}[what]
    run([folder / "0.jsonl", folder / "1.jsonl"], folder / "out.parquet", workers=2, **options)
    rows: Rows = pq.read_table(folder / "out.parquet").to_pylist()
    return [{**row, "id": None if ".jsonl:" in row["id"] else row["id"]} for row in rows]


def by_duckdb(what: str, texts: Sequence[Text], options: dict[str, Any], _: Path) -> Rows:
    """A query over a table, on two threads."""
    import duckdb

    with duckdb.connect(config={"threads": 2}) as con:
        corpus.duckdb.register(con, **options)
        con.register("docs", table_of(texts))
        query = f"select id, unnest(f) from (select id, unnest(zj_{what}(text)) as f from docs)"
        reader: Any = con.sql(query).arrow()
        table = reader.read_all() if hasattr(reader, "read_all") else reader
        rows: Rows = table.to_pylist()
        return rows


def by_polars(what: str, texts: Sequence[Text], options: dict[str, Any], _: Path) -> Rows:
    """A lazy frame, collected in streams."""
    import polars as pl

    assert corpus.polars.__name__ == "zjreform.corpus.polars"  # importing it makes the expressions known
    frame = pl.DataFrame(table_of(texts)).lazy()
    texts_of: Any = pl.col("text")
    found = getattr(texts_of.zj, what)(**options).alias("found")
    query = frame.select("id", found).explode("found").filter(pl.col("found").is_not_null()).unnest("found")
    return query.collect(engine="streaming").to_dicts()


def by_dask(what: str, texts: Sequence[Text], options: dict[str, Any], _: Path) -> Rows:
    """A bag of two partitions."""
    import dask.bag

    bag: Any = dask.bag
    halves = bag.from_sequence([table_of(texts[half::2]) for half in (0, 1)], npartitions=2)
    kernel = getattr(corpus, f"{what}_batch")
    tables = halves.map(lambda part: kernel(part, **options)).compute(scheduler="threads", num_workers=2)
    return [row for table in tables for row in table.to_pylist()]


def by_datasets(what: str, texts: Sequence[Text], options: dict[str, Any], _: Path) -> Rows:
    """Hugging Face datasets by shards, two at a time; its own `map` fails where a batch gives no rows."""
    import datasets

    made = datasets.Dataset(table_of(texts)).with_format("arrow")
    kernel = getattr(corpus, f"{what}_batch")

    def read(shard: int) -> Rows:
        part = made.shard(2, shard)
        return [row for batch in part.iter(batch_size=2) for row in kernel(batch, **options).to_pylist()]

    with ThreadPoolExecutor(2) as pool:
        return [row for rows in pool.map(read, range(min(2, len(made)))) for row in rows]


def by_daft(what: str, texts: Sequence[Text], options: dict[str, Any], _: Path) -> Rows:
    """A method of batches, two at a time; in processes of their own for the plain question, since starting them takes seconds."""
    import daft

    from zjreform.corpus.lists import found_lists

    def found(_: Any, words: Any) -> Any:  # noqa: ANN401 (a daft.Series, a pyarrow.Array)
        return found_lists(words.to_arrow(), what, **options)

    module: Any = daft
    kind = module.DataType.from_arrow_type(found_lists(pa.array([], pa.string()), what, **options).type)
    method = module.method.batch(return_dtype=kind, batch_size=2)(found)
    apart = what == "figures" and not options and len(texts) > MANY
    finder = module.cls(max_concurrency=2, use_process=apart)(type("Finder", (), {"found": method}))()
    frame = module.from_arrow(table_of(texts))
    lists = frame.select("id", finder.found(frame["text"]).alias("found")).explode("found")
    rows: Rows = (
        lists.where(module.col("found").not_null())
        .select("id", module.functions.unnest(module.col("found")))
        .to_pylist()
    )
    return rows


MANY = 3
"""Texts from which on Daft starts processes."""


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """Return one session on two cores for all tests."""
    needs("pyspark")
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    settings: dict[str, bool | float | int | str | None] = {
        "spark.ui.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
    }
    session = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="session")
def ray() -> Iterator[Any]:
    """Return Ray on two cores for all tests."""
    needs("ray")
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    import ray

    paths = os.pathsep.join([str(Path(__file__).parents[2]), *filter(None, sys.path)])
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, runtime_env={"env_vars": {"PYTHONPATH": paths}})
    ray.data.DataContext.get_current().enable_progress_bars = False
    yield ray
    ray.shutdown()


LIGHT: dict[str, tuple[str, Runner]] = {
    "files": ("pyarrow", by_files),
    "duckdb": ("duckdb", by_duckdb),
    "polars": ("polars", by_polars),
    "dask": ("dask", by_dask),
    "datasets": ("datasets", by_datasets),
    "daft": ("daft", by_daft),
}


def agree(found: Rows, what: str, texts: Sequence[Text], options: dict[str, Any]) -> None:
    """Compare with the plain loop, cell by cell, in any order of the texts."""
    assert in_order(found) == in_order(LOOPS[what](texts, **options))


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::ResourceWarning")
class TestContract:
    """One contract for all."""

    @pytest.mark.parametrize("engine", LIGHT)
    @pytest.mark.parametrize("name", CORPORA)
    def test_inputs(self, engine: str, name: str, tmp_path: Path) -> None:
        """Normal, empty, null, one-row, no-hit and astral input."""
        needs(LIGHT[engine][0])
        agree(LIGHT[engine][1]("figures", CORPORA[name], {}, tmp_path), "figures", CORPORA[name], {})

    @pytest.mark.parametrize("engine", LIGHT)
    @pytest.mark.parametrize("option", [name for name in OPTIONS if name != "plain"])
    def test_options(self, engine: str, option: str, tmp_path: Path) -> None:
        """Kinds, a lexicon of the user's and a region reach the workers."""
        needs(LIGHT[engine][0])
        options = dict(OPTIONS[option])
        agree(LIGHT[engine][1]("figures", CORPORA["normal"], options, tmp_path), "figures", CORPORA["normal"], options)

    @pytest.mark.parametrize("engine", LIGHT)
    @pytest.mark.parametrize("what", ["changes", "terms"])
    def test_what(self, engine: str, what: str, tmp_path: Path) -> None:
        """Changes and terms."""
        needs(LIGHT[engine][0])
        agree(LIGHT[engine][1](what, CORPORA["normal"], {}, tmp_path), what, CORPORA["normal"], {})

    def test_spark(self, spark: Any) -> None:  # noqa: ANN401 (a session)
        """Spark on two cores, one session for all inputs and options."""

        def run(what: str, texts: Sequence[Text], options: dict[str, Any]) -> Rows:
            frame = spark.createDataFrame(list(texts), "id string, text string").repartition(2)
            assert frame.rdd.getNumPartitions() == 2
            return [row.asDict() for row in getattr(corpus.spark, what)(frame, **options).collect()]

        for name, texts in CORPORA.items():
            agree(run("figures", texts, {}), "figures", texts, {})
            assert name
        for options in OPTIONS.values():
            agree(run("figures", CORPORA["normal"], dict(options)), "figures", CORPORA["normal"], dict(options))
        for what in ("changes", "terms"):
            agree(run(what, CORPORA["normal"], {}), what, CORPORA["normal"], {})
        with pytest.raises(zj.UnknownValueError, match="no kind is called 'dates'"):
            corpus.spark.figures(spark.createDataFrame([("a", "3天")], "id string, text string"), kinds=["dates"])

    def test_ray(self, ray: Any, tmp_path: Path) -> None:  # noqa: ANN401 (the module)
        """Ray Data on one Parquet file, in at least two tasks."""

        def run(what: str, texts: Sequence[Text], options: dict[str, Any]) -> tuple[Rows, str]:
            pq.write_table(table_of(texts), tmp_path / "a.parquet")
            found = getattr(corpus.ray, what)(
                ray.data.read_parquet(str(tmp_path / "a.parquet")), rows=4, **options
            ).materialize()
            return found.take_all(), found.stats()

        for texts in CORPORA.values():
            agree(run("figures", texts, {})[0], "figures", texts, {})
        for options in OPTIONS.values():
            found, stats = run("figures", CORPORA["normal"], dict(options))
            agree(found, "figures", CORPORA["normal"], dict(options))
        for what in ("changes", "terms"):
            agree(run(what, CORPORA["normal"], {})[0], what, CORPORA["normal"], {})
        with pytest.raises(zj.UnknownValueError, match="no kind is called 'dates'"):
            corpus.ray.figures(ray.data.from_arrow(table_of(CORPORA["normal"])), kinds=["dates"])
        tasks = re.search(r"MapBatches\(_table\)\D*?(\d+) tasks executed", stats)
        assert tasks is not None, stats
        assert int(tasks[1]) >= 2


def test_duckdb_takes_functions_anew() -> None:
    """A cell of a notebook that is run again counts, with the options that it has then."""
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as con:
        query = "select len(zj_figures('2019年由8天压缩至1天'))"
        for kinds, count in ((None, 2), (["quantity", "date"], 3), (None, 2)):
            assert corpus.duckdb.register(con, kinds=kinds).sql(query).fetchall() == [(count,)]


def test_duckdb_refuses_when_asked() -> None:
    """What is wrong with an option is said by `register`, not by a query later."""
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as con, pytest.raises(zj.UnknownValueError, match="no kind is called 'dates'"):
        corpus.duckdb.register(con, kinds=["dates"])


def test_lists_keep_their_texts() -> None:
    """DuckDB and polars get one value for a value: a list for each text, null for none."""
    lists = found_lists(pa.array(["3天，5天", None, "", "没有", "7天"]), "figures").to_pylist()
    assert [None if each is None else [row["surface"] for row in each] for each in lists] == [
        ["3天", "5天"],
        None,
        [],
        [],
        ["7天"],
    ]
