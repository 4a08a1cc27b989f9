"""Text from other programs: what is made plain, what is left unread, and that every figure stands where it stood."""

import csv
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.every import every
from tests.text.evaluate import rows

import zjreform as zj
from zjreform.fold import fold_running
from zjreform.mending.mended import _rare_in, _steps, _unusual, mended
from zjreform.mending.rare import rare_from

ROWS = list(
    csv.DictReader(
        Path(__file__).with_name("mended.tsv").read_text(encoding="utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
)
RARE = "0123456789，,.．·+eE^×⁴ \u3000\u200b\u2009\u202f\u2011<>b/&;lt%o件万元个工作日（）含至一二分之点"

CODES = (
    "2043",
    "200b",
    "200c",
    "200d",
    "200e",
    "feff",
    "2007",
    "2009",
    "202f",
    "2011",
    "2012",
    "223c",
    "00ad",
    "00a0",
    "2060",
)


def _text(row: dict[str, str]) -> str:
    """Return a text of the table, in which rare characters stand as escapes."""
    text = row["text"].replace("\\n", "\n")
    for code in CODES:
        text = text.replace(f"\\u{code}", chr(int(code, 16)))
    return text


@every(ROWS)
def test_figures_of_text_from_other_programs(row: dict[str, str]) -> None:
    """Each text gives these figures, and each stands in the text as it was given."""
    text = _text(row)
    found = zj.figures(text)
    assert " ; ".join(str(figure.quantity) for figure in found) == row["figures"]
    assert all(figure.surface == text[figure.start : figure.end] for figure in found)


def test_what_is_not_rare_is_not_mended() -> None:
    """Text without anything rare takes the short way."""
    assert mended("办理时限由15个工作日压缩至3个工作日，增长3.5%。（含材料12份）") is None


def test_changes_stand_where_they_stood() -> None:
    """Offsets of changes are those of the text."""
    text = "办理时限由1\u200b5天压缩到<b>3</b>天"
    (stated,) = zj.changes(text)
    assert text[stated.start : stated.end] == "由1\u200b5天压缩到<b>3</b>天"


def test_what_is_not_read_whole_is_named() -> None:
    """What could be two numbers is left unread, and its span is known."""
    made = mended("产量\u200b4.2×105吨")
    assert made is not None
    assert list(made.unread()) == [(3, 10)]


@given(st.text(st.sampled_from(RARE), max_size=40))
def test_any_text_gives_disjoint_figures_in_order(text: str) -> None:
    """Whatever is mended, figures are in order, disjoint and stand where they say."""
    found = zj.figures(text)
    end = 0
    for figure in found:
        assert end <= figure.start < figure.end <= len(text)
        assert figure.surface == text[figure.start : figure.end]
        end = figure.end


TEXTS = [fold_running(_text(row)) for row in ROWS] + [fold_running(row["text"]) for row in rows("dev")]


@given(st.data())
def test_a_line_needs_the_steps_of_its_rare_characters_alone(data: st.DataObject) -> None:
    """The steps that are passed by would find nothing in it."""
    rest, parts = data.draw(st.sampled_from(TEXTS)).replace("\n", ""), []
    while rest:
        size = data.draw(st.integers(1, 9))
        parts.append(rest[:size])
        rest = rest[size:]
    line = data.draw(st.sampled_from((" ", "\u3000", "\xa0", "\u200b", "·", "，"))).join(parts)
    place = _unusual(line, rare_from(line, 0))
    if place is not None:
        rare = _rare_in(line, place, len(line))
        assert [one.text for one in _steps(line, rare)] == [one.text for one in _steps(line, line)]
