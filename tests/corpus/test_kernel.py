"""The kernel gives the rows of the plain loop, in schemas that are fixed."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from tests.corpus.plain import CORPORA, MINE, OPTIONS, Text, change_rows, figure_rows, in_order, term_rows

import zjreform as zj
from zjreform import corpus

TYPES: dict[str, Callable[[list[str | None]], Any]] = {
    "string": lambda texts: pa.array(texts, pa.string()),
    "large_string": lambda texts: pa.array(texts, pa.large_string()),
    "string_view": lambda texts: pa.array(texts, pa.string_view()),
    "dictionary": lambda texts: pa.array(texts, pa.string()).dictionary_encode(),
    "dictionary of large_string": lambda texts: pa.array(texts, pa.large_string()).dictionary_encode(),
}


def batch_of(texts: Sequence[Text], kind: str = "string") -> pa.RecordBatch:
    """Return texts as a batch."""
    return pa.record_batch(
        [TYPES[kind]([id for id, _ in texts]), TYPES[kind]([text for _, text in texts])], names=["id", "text"]
    )


@pytest.mark.parametrize("name", CORPORA)
@pytest.mark.parametrize("kind", TYPES)
class TestRows:
    """Whatever Arrow type texts have."""

    @pytest.mark.parametrize("option", OPTIONS)
    def test_figures(self, name: str, kind: str, option: str) -> None:
        """The rows are the loop's, the schema is the stated one."""
        made = corpus.figures_batch(batch_of(CORPORA[name], kind), **OPTIONS[option])
        assert made.schema.equals(corpus.FIGURES, check_metadata=True)
        made.validate(full=True)
        assert in_order(made.to_pylist()) == in_order(figure_rows(CORPORA[name], **OPTIONS[option]))

    def test_changes(self, name: str, kind: str) -> None:
        """Before, after and the stated amount, side by side."""
        made = corpus.changes_batch(batch_of(CORPORA[name], kind))
        assert made.schema.equals(corpus.CHANGES, check_metadata=True)
        assert in_order(made.to_pylist()) == in_order(change_rows(CORPORA[name]))

    @pytest.mark.parametrize("lexicon", [None, MINE])
    def test_terms(self, name: str, kind: str, lexicon: zj.Lexicon | None) -> None:
        """With the bundled words and with one's own."""
        made = corpus.terms_batch(batch_of(CORPORA[name], kind), lexicon=lexicon)
        assert made.schema.equals(corpus.TERMS, check_metadata=True)
        assert in_order(made.to_pylist()) == in_order(term_rows(CORPORA[name], lexicon=lexicon))


def test_rows_come_in_the_order_of_the_texts() -> None:
    """Texts in their order, figures in order of their places."""
    texts = CORPORA["normal"]
    surfaces = [figure.surface for _, text in texts for figure in zj.figures(text or "")]
    assert corpus.figures_batch(batch_of(texts)).column("surface").to_pylist() == surfaces


def test_a_number_that_fits_no_column_is_held_exactly() -> None:
    """Thirds stand as numerator and denominator; nothing is rounded."""
    row = corpus.figures_batch(batch_of([("a", "三分之一")])).to_pylist()[0]
    assert (row["value"], row["value_numerator"], row["value_denominator"]) == (None, Decimal(100), Decimal(3))


def test_a_table_is_taken_as_a_batch() -> None:
    """Some engines give tables of several chunks."""
    parts = [batch_of(CORPORA["normal"][place : place + 5]) for place in range(0, 12, 5)]
    made = corpus.figures_batch(pa.Table.from_batches(parts))
    assert made.equals(corpus.figures_batch(batch_of(CORPORA["normal"])))


def test_ids_of_any_type_are_texts() -> None:
    """Whole numbers are written as such."""
    batch = pa.record_batch([pa.array([1, 2]), pa.array(["3天", "5天"])], names=["n", "words"])
    assert corpus.figures_batch(batch, id="n", text="words").column("id").to_pylist() == ["1", "2"]


def test_a_long_text() -> None:
    """Ten megabytes in one cell; offsets are of the whole."""
    filler = "没有数字的一段话。" * 370_000
    row = corpus.figures_batch(batch_of([("a", filler + "压缩至3天")])).to_pylist()
    assert [(one["start"], one["surface"]) for one in row] == [(len(filler) + 3, "3天")]


class TestRefused:
    """What cannot be read is refused, also where there is no text."""

    @pytest.mark.parametrize("texts", [[], [("a", "3天")]])
    @pytest.mark.parametrize(
        ("options", "error", "message"),
        [
            ({"text": "txt"}, zj.UnknownValueError, "no column is called 'txt'; did you mean 'text'"),
            ({"id": "key"}, zj.UnknownValueError, "no column is called 'key'; did you mean 'id' or 'text'"),
            ({"kinds": ["dates"]}, zj.UnknownValueError, "no kind is called 'dates'"),
            ({"region": "XX"}, zj.UnknownValueError, "no region is called 'XX'"),
        ],
    )
    def test_unknown_names(
        self, texts: Sequence[Text], options: dict[str, Any], error: type[Exception], message: str
    ) -> None:
        """The error names what was asked for."""
        with pytest.raises(error, match=message):
            corpus.figures_batch(batch_of(texts), **options)

    @pytest.mark.parametrize("kind", [pa.int64(), pa.binary(), pa.list_(pa.string())])
    def test_no_texts(self, kind: Any) -> None:  # noqa: ANN401 (any type of pyarrow)
        """Another type is no text."""
        with pytest.raises(TypeError, match="expected a column 'text' of texts, got"):
            corpus.terms_batch(pa.record_batch([pa.array(["a"]), pa.nulls(1, kind)], names=["id", "text"]))


def test_schemas_are_fixed() -> None:
    """A column that comes, goes or changes its type is a new version."""
    shown = [f"{field.name} {field.type}" for field in corpus.FIGURES]
    assert dict(corpus.FIGURES.metadata or {}) == {b"zjreform": b"figures/1"}
    text, code = (
        "dictionary<values=string, indices=int32, ordered=0>",
        "dictionary<values=string, indices=int8, ordered=0>",
    )
    assert shown == [
        f"id {text}", "start int32", "end int32", f"surface {text}", f"kind {code}",
        "value decimal128(38, 12)", "upper decimal128(38, 12)", "lower_open bool", "upper_open bool",
        "implied_high decimal128(38, 12)", f"bound {code}", f"unit {text}",
        "low decimal128(38, 12)", "high decimal128(38, 12)", "low_open bool", "high_open bool", f"dimension {code}",
        "days double", f"day_basis {code}", *normal("days"), "workdays double", *normal("workdays"),
        "percent double", *normal("percent"), "count double", *normal("count"),
        "value_numerator decimal128(38, 0)", "value_denominator decimal128(38, 0)",
        "upper_numerator decimal128(38, 0)", "upper_denominator decimal128(38, 0)",
        f"sense {code}", f"per {text}", f"edtf {text}", "ordinal int64",
    ]  # fmt: skip
    fields = [field for schema in (corpus.FIGURES, corpus.CHANGES, corpus.TERMS) for field in schema]
    assert [field.name for field in fields if b"label_zh" not in (field.metadata or {})] == []


def normal(name: str) -> list[str]:
    """Return the ends of a normalised number with their types."""
    return [f"{name}_low double", f"{name}_high double", f"{name}_low_open bool", f"{name}_high_open bool"]


def test_names_of_the_room() -> None:
    """Every name stands in the lazy table and arrives; a misspelt one fails as in any module."""
    assert all(getattr(corpus, name) is not None for name in corpus.__all__)
    assert dir(corpus) == sorted(corpus.__all__)
    with pytest.raises(AttributeError, match="'figurs'"):
        getattr(corpus, "figurs")  # noqa: B009 (a constant would not type-check)
