"""A package that extends the bundled dataset answers against the rows it extends and counts its own."""

import csv
import pickle
from pathlib import Path

import pytest

import zjreform as zj
from zjreform.records.index import TABLES

DS = zj.load()


def package(folder: Path, **rows: list[dict[str, str]]) -> zj.Dataset:
    """Return a package that extends the bundled one, with the rows given by table."""
    zj.template(folder, tables=list(rows), extends=True)
    for table, held in rows.items():
        path = folder / f"{table}.csv"
        header = path.read_text(encoding="utf-8").splitlines()[0].split(",")
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(held)
    return zj.read(folder)


EVENT = {
    "id": "mine-lishui-city-brain",
    "kind": "adoption",
    "name_zh": "丽水采用城市大脑",
    "name_en": "Lishui takes up City Brain",
    "date": "2019-05",
    "date_status": "stated",
    "actors": "places:lishui",
    "extent": "pilot",
    "term": "city-brain",
    "place": "lishui",
}


@pytest.fixture
def mine(tmp_path: Path) -> zj.Dataset:
    """A package of one event about a place and a term of the base."""
    return package(tmp_path / "mine", events=[EVENT])


def test_questions_are_answered_against_the_base(mine: zj.Dataset) -> None:
    """Places, terms and cases of the base are known; only the package's own rows are found."""
    assert mine.find_events(place="丽水").ids == ("mine-lishui-city-brain",)
    assert mine.find_events(term="city-brain", place="Zhejiang").ids == ("mine-lishui-city-brain",)
    assert len(mine.find_events(place="Jinhua")) == 0
    assert len(mine.find_cases(place="Lishui")) == 0
    assert len(mine.find_events(term="city-brain").to_pandas(labels="en")) == 1
    assert mine.find_events(term="city-brain").to_dicts(labels="zh")[0]["term_label"] == "城市大脑"
    with pytest.raises(zj.UnknownValueError, match="no place is called 'Lishiu'; did you mean 'Lishui'"):
        mine.find_events(place="Lishiu")


def test_adoptions_and_panels_count_the_packages_own(mine: zj.Dataset) -> None:
    """Place and city come from the base, events do not."""
    rows = mine.adoptions()
    assert [(row.place, row.prefecture, row.date) for row in rows] == [("lishui", "lishui", "2019-05")]
    assert rows.to_dicts()[0]["latitude"] is not None
    with pytest.warns(zj.ZjWarning, match="1 dated event"):
        panel = mine.panel("city-brain", "M")
    assert [(row["place"], row["event"]) for row in panel] == [("lishui", 1)]
    assert len(mine.pool("rib-2019")) == 3
    assert {stratum.winners for stratum in mine.pool("rib-2019")} == {0}


def test_it_stays_a_package_of_its_own(mine: zj.Dataset) -> None:
    """Tables, sizes and pickles are of its own rows."""
    assert mine.sizes()["events"] == 1
    assert mine.sizes()["places"] == 0
    again = pickle.loads(pickle.dumps(mine))  # noqa: S301 (made here)
    assert again == mine
    assert again.find_events(place="丽水").ids == ("mine-lishui-city-brain",)
    merged = DS.merge(mine)
    assert len(merged.find_events(term="city-brain")) == len(DS.find_events(term="city-brain")) + 1


def test_a_row_of_the_base_with_another_content_is_one_error(tmp_path: Path) -> None:
    """It says to merge first."""
    other = package(tmp_path / "other", events=[{**EVENT, "id": "launch-of-the-reform"}])
    with pytest.raises(zj.DatasetError, match=r"merge the two: ds.merge\(other, on_conflict=…\)"):
        other.find_events(place="Lishui")


def test_the_whole_of_a_dataset_that_extends_nothing_is_itself() -> None:
    """No rows are copied."""
    assert DS.whole() is DS
    assert all(getattr(DS, name).home is DS for name in TABLES)
