"""Figures that are none and numerals that are: said in Python, in the sheet and in the workbook; every numeral stays in the account."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from tests.drafting.invented import SOURCE

import zjreform as zj
from zjreform.drafting.coding.states import FIELDS, FieldState
from zjreform.errors import ZjError

TEXT: Final = "2018年推进一件事改革，8个工作日改为1个工作日，设12345热线，比3/4/5个。"
RUN: Final = re.compile("[0-9]+|[〇零一二三四五六七八九十百千万亿两半]+")


def drafted() -> zj.Draft:
    """Return a draft with dates, names, figures, and a numeral that no rule reads."""
    return zj.draft(TEXT, source={**SOURCE, "id": "d"})


def at(draft: zj.Draft, surface: str) -> str:
    """Return the key of the entry with a surface."""
    return next(one.key for one in draft.entries() if one.surface == surface)


def closes(draft: zj.Draft) -> bool:
    """Whether each run of numerals lies in exactly one entry, and no two entries overlap."""
    spans = sorted((one.start, one.end) for one in draft.entries())
    apart = all(first[1] <= second[0] for first, second in pairwise(spans))
    held = (sum(start <= run.start() and run.end() <= end for start, end in spans) for run in RUN.finditer(draft.text))
    return apart and all(count == 1 for count in held)


def test_the_account() -> None:
    """Every numeral is one entry, before and after somebody says otherwise."""
    draft = drafted()
    assert closes(draft)
    draft.confirm(at(draft, "8个工作日"), coder="me", kind="name", reason="a slogan")
    draft.confirm(at(draft, "2018年"), coder="me", kind="quantity", quantity="2018个", reason="a count")
    assert closes(draft)
    before = dict(draft.figures), dict(draft.numerals)
    with pytest.raises(ValueError, match="expected a span that takes numerals whole, got a part of '12345'"):
        draft.figure(TEXT.index("23"), TEXT.index("45热"), coder="me", quantity="23", reason="x")
    key = draft.figure(TEXT.index("4/5"), TEXT.index("/5"), coder="me", quantity="4个", reason="the second of three")
    assert closes(draft)
    assert next(one.surface for one in draft.numerals.values() if one.kind is None) == "3"
    assert draft.undo()
    assert key not in draft.figures
    assert (draft.figures, draft.numerals) == before


class TestNoFigure:
    """A figure that is none."""

    def test_said_with_a_reason(self) -> None:
        """It becomes a numeral; what was decided of it is kept, and comes back with it."""
        draft = drafted()
        key = at(draft, "8个工作日")
        draft.confirm(key, coder="me", position="before")
        pairs = [name for name, one in draft.offers.items() if one.table == "pairings"]
        assert pairs
        draft.confirm(key, coder="me", kind="name", reason="a slogan", note="of the hall")
        assert key not in draft.figures
        slot = draft.numerals[key].slots["kind"]
        assert (slot.state, slot.coder, slot.reason) == (FieldState.CHANGED, "me", "a slogan")
        assert slot.proposal is not None
        assert slot.proposal.value == "quantity"
        assert not set(pairs) & set(draft.offers)
        draft.confirm(key, coder="you", kind="quantity", reason="the sentence counts")
        assert draft.figures[key].slots["position"].value == "before"
        while draft.undo():
            pass
        assert draft.figures == drafted().figures
        assert draft.numerals == drafted().numerals
        assert draft.offers == drafted().offers

    @pytest.mark.parametrize(
        ("values", "message"),
        [
            ({"kind": "name"}, "expected a reason why it is name and not quantity"),
            ({"kind": "name", "reason": " "}, "expected a reason why it is name and not quantity"),
            ({"kind": "nmae", "reason": "x"}, "did you mean 'name'"),
            ({"kind": None, "reason": "x"}, "no kind of a numeral is called '-'"),
            ({"kind": "unread", "reason": "x"}, "unread"),
            (
                {"kind": "name", "reason": "x", "position": "level"},
                "no field of a numeral that is no figure is called 'position'",
            ),
            ({"kind": "date", "reason": "x", "edtf": "8个"}, "edtf"),
            ({"kind": "quantity", "quantity": "9个"}, "no field is called 'quantity'"),
        ],
    )
    def test_refused(self, values: dict[str, str | None], message: str) -> None:
        """Nothing changes where something is wrong."""
        draft = drafted()
        with pytest.raises((ValueError, ZjError), match=message):
            draft.confirm(at(draft, "8个工作日"), coder="me", **values)
        assert draft.figures == drafted().figures
        assert draft.numerals == drafted().numerals
        assert not draft.undo()

    def test_in_a_pairing(self) -> None:
        """A figure that was paired is a figure."""
        draft = drafted()
        name = next(name for name, one in draft.offers.items() if one.table == "pairings")
        draft.confirm(name, coder="me", row="take", comparator="own_past", like_with_like=True)
        with pytest.raises(ValueError, match="decline that first"):
            draft.confirm(at(draft, "8个工作日"), coder="me", kind="name", reason="x")
        draft.confirm(name, coder="me", row=None)
        draft.confirm(at(draft, "8个工作日"), coder="me", kind="name", reason="x")
        again = drafted()
        first, second = at(again, "8个工作日"), at(again, "1个工作日")
        again.offers = {}
        again.pair(first, second, coder="me", comparator="own_past", like_with_like=True)
        with pytest.raises(ValueError, match="expected a figure in no pairing"):
            again.confirm(second, coder="me", kind="name", reason="x")


class TestFigure:
    """A numeral that is a figure."""

    def test_said_with_a_reason(self) -> None:
        """It can be coded like any other, without proposals."""
        draft = drafted()
        key = at(draft, "一件事")
        with pytest.raises(zj.ParseError, match="expected "):
            draft.confirm(key, coder="me", kind="quantity", reason="it counts matters")
        with pytest.raises(ValueError, match="expected what '一件事' says, or a part of it, got 2件"):
            draft.confirm(key, coder="me", kind="quantity", quantity="2件", reason="it counts matters")
        assert key in draft.numerals
        draft.confirm(key, coder="me", kind="quantity", quantity="1件", reason="it counts matters", position="level")
        figure = draft.figures[key]
        assert (figure.surface, str(figure.quantity), figure.withheld) == ("一件", "1件", True)
        assert figure.slots["position"].value == "level"
        assert list(draft.figures) == sorted(draft.figures, key=lambda key: draft.figures[key].start)
        assert draft.undo()
        assert draft.undo()
        assert key in draft.numerals

    def test_another_kind(self) -> None:
        """A numeral may be of another kind than the rule says; only a date has a date."""
        draft = drafted()
        key = at(draft, "2018年")
        assert draft.numerals[key].values()["edtf"] == "2018"
        draft.confirm(key, coder="me", kind="name", reason="a title")
        assert draft.numerals[key].values() == {
            "kind": "name", "edtf": None, "value": None, "note": None, "date_status": None,
        }  # fmt: skip


def settle(draft: zj.Draft) -> zj.Draft:
    """Decide everything that is open."""
    for name in draft.offers:
        draft.confirm(name, coder="me", row=None)
    for key, one in list(draft.numerals.items()):
        if one.kind is None:
            draft.confirm(key, coder="me", kind="identifier")
    indicators = {one.dimension: one.id for one in reversed(list(zj.load().indicators))}
    for key, figure in draft.figures.items():
        values = {
            "about": "places:lishui", "indicator": indicators[figure.quantity.unit.dimension], "position": "level",
            "status": "achieved", "aggregate": "single", "accrual": "instant", "base_status": "not_applicable", "voice": "official",
        }  # fmt: skip
        draft.confirm(key, coder="me", **(dict.fromkeys(FIELDS) | values))
    return draft


def changed(draft: zj.Draft) -> zj.Draft:
    """Say that one figure is none, and that a name is a figure."""
    draft.confirm(at(draft, "8个工作日"), coder="me", kind="name", reason="a slogan")
    draft.confirm(at(draft, "一件事"), coder="me", kind="quantity", quantity="1件", reason="it counts matters")
    return draft


def test_in_the_package(tmp_path: Path) -> None:
    """The rows are of the right tables, the codings say who, what a rule took it for and why, and all of it merges and reads back."""
    draft = settle(changed(drafted()))
    folder = draft.write(tmp_path / "d")
    ds = zj.read(folder)
    assert "d-13" in ds.non_figures.ids
    assert ds.metrics["d-7"].quantity == zj.parse("1件")
    assert zj.audit(folder, ds).ok
    assert zj.validate(folder).problems == ()
    frame = ds.codings.to_pandas()
    columns = ["of", "coder", "value", "x_state", "x_proposed", "x_reason"]
    kinds = frame[frame["x_state"].eq("changed") & frame["field"].eq("kind")][columns]
    assert sorted(kinds.to_numpy().tolist()) == [
        ["mentions:d-13-mention", "me", "name", "changed", "quantity", "a slogan"],
        ["mentions:d-7-mention", "me", "quantity", "changed", "name", "it counts matters"],
    ]
    merged = zj.load().merge(ds)
    assert merged.non_figures["d-13"].kind is zj.Kind.NAME
    assert {row.value for row in merged.codings if row.field == "kind"} == {"name", "quantity", "identifier"}
    again = zj.Draft.read(folder)
    assert (again.figures, again.numerals) == (draft.figures, draft.numerals)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_by_sheet(suffix: str, tmp_path: Path) -> None:
    """A sheet holds figures and numerals; the kind is changed in a cell with its reason, and what is prefilled changes nothing."""
    draft = drafted()
    assert draft.take(draft.sheet(tmp_path / f"same{suffix}"), coder="me") == 0
    first, second = at(draft, "8个工作日"), at(draft, "一件事")
    (tmp_path / "mine.csv").write_text(
        f"figure,kind,quantity,reason,position,edtf\n{first},name,,a slogan,,\n{second},quantity,1件,it counts,level,\n",
        encoding="utf-8",
    )
    assert draft.take(tmp_path / "mine.csv", coder="me") == 3
    assert draft.numerals[first].kind == "name"
    assert draft.figures[second].slots["position"].value == "level"
    assert draft.copy().take(draft.sheet(tmp_path / f"b{suffix}"), coder="me") == 0


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("name,,", "why it is name and not quantity"),
        ("name,x,level", "has no such field"),
        ("nmae,x,", "did you mean 'name'"),
    ],
)
def test_sheets_refused(line: str, message: str, tmp_path: Path) -> None:
    """What is wrong is listed with its cell, and nothing is taken."""
    draft = drafted()
    (tmp_path / "a.csv").write_text(f"figure,kind,reason,position\n{at(draft, '8个工作日')},{line}\n", encoding="utf-8")
    with pytest.raises(zj.DatasetError, match=message):
        draft.take(tmp_path / "a.csv", coder="me")
    assert draft.figures == drafted().figures
