"""Tables: look-up, slices, sorting, grouping, equality, pickling."""

import copy
import pickle
import re
from concurrent.futures import ThreadPoolExecutor

import pytest

import zjreform as zj

DS = zj.load()


def test_lookup_by_id_number_and_slice() -> None:
    """An id and a number give a record, a slice a table."""
    first = DS.cases[0]
    assert DS.cases[first.id] is first
    assert DS.cases[-1].id == DS.cases.ids[-1]
    assert DS.cases[:3].ids == DS.cases.ids[:3]
    assert DS.cases.get("no-such-case") is None
    keys: tuple[object, ...] = (first.id, "no-such-case")
    assert [key in DS.cases for key in keys] == [True, False]
    assert first in DS.cases


def test_unknown_id_names_close_ones() -> None:
    """The error carries the table, the id and what is spelt alike."""
    with pytest.raises(zj.UnknownIdError, match=re.escape("did you mean 'nanhu-company-setup'")) as caught:
        DS.cases["nanhu-company-set-up"]
    assert (caught.value.table, caught.value.id) == ("cases", "nanhu-company-set-up")


def test_other_keys_are_refused() -> None:
    """A key that is no id, number or slice is a type error that names it."""
    with pytest.raises(TypeError, match=re.escape("expected an id, a number or a slice, got 1.5")):
        DS.cases[1.5]  # type: ignore[call-overload]
    with pytest.raises(IndexError, match="out of range"):
        DS.cases[93]


def test_one_refuses_none_and_several() -> None:
    """one() answers only when there is exactly one."""
    with pytest.raises(LookupError, match="found 93"):
        DS.cases.one()
    with pytest.raises(LookupError, match="expected one record in cases, found 0"):
        DS.cases[:0].one()
    assert DS.cases[:1].one() is DS.cases[0]


def test_sort_and_group_keep_every_record() -> None:
    """Sorting and grouping lose nothing."""
    by_title = DS.cases.sort(lambda case: case.title_en)
    assert sorted(by_title.ids) == sorted(DS.cases.ids)
    assert by_title.sort(lambda case: case.title_en, reverse=True)[-1] == by_title[0]
    groups = DS.cases.group(lambda case: case.round)
    assert sum(map(len, groups.values())) == len(DS.cases)


def test_a_table_is_no_sequence() -> None:
    """Frame libraries must not take it for a list of objects."""
    from collections.abc import Collection, Sequence  # noqa: PLC0415

    table: object = DS.cases
    assert isinstance(table, Collection)
    assert not isinstance(table, Sequence)


def test_records_and_tables_cannot_be_changed() -> None:
    """Neither a record nor the dataset can be assigned to."""
    with pytest.raises(AttributeError, match="can't set attribute"):
        DS.cases[0].title_en = "other"  # type: ignore[misc]
    with pytest.raises(AttributeError, match="can't set attribute"):
        DS.cases = DS.cases[:1]  # type: ignore[misc]


def test_equality_and_hash_are_of_the_content() -> None:
    """Copies are equal, parts are not, and pickling gives an equal dataset."""
    again = pickle.loads(pickle.dumps(DS))  # noqa: S301 (our own bytes)
    assert again == DS
    assert hash(again) == hash(DS)
    assert copy.deepcopy(DS.cases) == DS.cases
    assert DS.cases[:1] != DS.cases
    assert DS.cases != DS.awards


def test_load_gives_all_threads_one_object() -> None:
    """The dataset is read once, whoever comes first."""
    with ThreadPoolExecutor(8) as pool:
        assert len({id(ds) for ds in pool.map(lambda _: zj.load(), range(16))}) == 1


def test_reprs_say_what_is_held() -> None:
    """A repr names the table, its size and its first ids."""
    assert repr(DS.tiers[:1]) == "<Table tiers: 1 record: pmi-4-special>"
    assert repr(DS).startswith(f"<Dataset {zj.DATA_VERSION}: 93 cases, 99 awards")


def test_html_escapes_and_names_what_it_shows() -> None:
    """A notebook shows the size of each table, and the first rows of a table with nothing unescaped."""
    assert "<td>awards</td><td>99</td>" in DS._repr_html_()
    shown = DS.cases._repr_html_()
    assert "cases: 93 records, first 10 shown" in shown
    assert "深化互联网法院试点" in DS.find_cases(round="mpro-2018")._repr_html_()
