"""Drafts as sheets to code in, and back."""

import re
from pathlib import Path

import pytest
from tests.drafting.invented import made

from zjreform.drafting.coding.states import FieldState
from zjreform.errors import DatasetError, UnknownValueError
from zjreform.tabular.optional import optional


class TestSheets:
    """The workbook and the sheet."""

    @pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
    def test_round_trip(self, suffix: str, tmp_path: Path) -> None:
        """Fields stand empty, marks are understood, and what was decided stands there the next time."""
        draft = made()
        path = draft.sheet(tmp_path / f"a{suffix}")
        assert draft.take(path, coder="me") == 0
        shown = next(key for key, one in draft.figures.items() if not one.withheld)
        lines = f"figure,position,status,per,case\n{shown},=,achieved,-,?\n"
        (tmp_path / "mine.csv").write_text(lines, encoding="utf-8")
        assert draft.take(tmp_path / "mine.csv", coder="me") == 4
        again = draft.copy()
        assert again.take(draft.sheet(path, overwrite=True), coder="me") == 0

    def test_as_above(self, tmp_path: Path) -> None:
        """^ is what the figure above has."""
        draft = made()
        one, other = list(draft.figures)[:2]
        (tmp_path / "a.csv").write_text(f"figure,about,per\n{one},places:yunxi,-\n{other},^,^\n", encoding="utf-8")
        draft.take(tmp_path / "a.csv", coder="me")
        assert draft.figures[other].slots["about"].value == "places:yunxi"
        assert draft.figures[other].slots["per"].state is FieldState.EMPTY

    def test_every_wrong_cell_is_named(self, tmp_path: Path) -> None:
        """Nothing is taken where anything is wrong."""
        draft = made()
        key = next(key for key, one in draft.figures.items() if one.withheld)
        (tmp_path / "a.csv").write_text(f"figure,position,status\n{key},=,achieved\nx,level,\n", encoding="utf-8")
        with pytest.raises(DatasetError) as caught:
            draft.take(tmp_path / "a.csv", coder="me")
        assert [(one.row, one.field) for one in caught.value.problems] == [(2, "position"), (3, "figure")]
        assert draft.figures[key].slots["status"].value is None

    @pytest.mark.parametrize(
        ("name", "content", "message"),
        [
            (
                "a.csv",
                b"figure,postion\nyunxi-28,before\n",
                r"postion: expected the name of a field.*did you mean 'position'",
            ),
            ("a.csv", b"key,position\nyunxi-28,before\n", "figure: expected a column with the key"),
            ("a.csv", b"", "figure: expected a column with the key"),
            ("a.csv", b"figure,base\nyunxi-28,\xff\n", "expected UTF-8, got 'byte 0xff at 21'"),
            ("a.xlsx", b"no workbook", "expected a workbook that Draft.sheet wrote"),
            ("a.json", b"{", "expected the file that the coding page saved"),
            ("a.json", b'{"sha256": "1", "rows": []}', "expected the coding of the text"),
        ],
    )
    def test_a_sheet_of_another_form(self, name: str, content: bytes, message: str, tmp_path: Path) -> None:
        """Nothing is left unread without a word."""
        (tmp_path / name).write_bytes(content)
        with pytest.raises(DatasetError, match=message):
            made().take(tmp_path / name, coder="me")

    def test_workbook(self, tmp_path: Path) -> None:
        """Drop-down lists from the codebook, the reason before the proposal, a sheet of progress; no cell is a formula but the counts."""
        path = made().sheet(tmp_path / "a.xlsx")
        book = optional("openpyxl", "excel").load_workbook(path)
        sheet = book["figures"]
        header = [cell.value for cell in sheet[1]]
        at = header.index("position")
        assert header[at - 2 : at + 1] == ["position why", "position proposed", "position"]
        assert all(cell.value in {None, ""} for cell in list(sheet.columns)[at][1:])
        lists = [rule.formula1 for rule in sheet.data_validations.dataValidation]
        assert any("before,after,change,level" in rule for rule in lists)
        assert "=COUNTA" in str(book["progress"]["D2"].value)
        with pytest.raises(FileExistsError, match=re.escape(str(path))):
            made().sheet(path)
        with pytest.raises(UnknownValueError, match=r"no form of a sheet is called '\.ods'"):
            made().sheet(tmp_path / "a.ods")
