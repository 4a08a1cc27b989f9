"""Folding: one character to one, once and for all."""

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreform.fold import fold, fold_table

TOOL = Path(__file__).parent.parent / "tools" / "build_fold.py"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("５.4萬餘件", "5.4万余件"),
        ("辦公　廳", "办公 厅"),
        ("臺灣的億元", "台湾的亿元"),
        ("\uf98e", "年"),  # a compatibility ideograph
        ("①²", "①²"),  # circled and superscript digits number or annotate; they do not count
        ("二〇一八", "二〇一八"),
    ],
)
def test_folds(text: str, folded: str) -> None:
    """Traditional, full-width and compatibility forms become plain ones; what only looks like a digit stays."""
    assert fold(text) == folded


@given(st.text())
def test_length_stays_and_folding_twice_changes_nothing(text: str) -> None:
    """Offsets into the folded text are offsets into the original."""
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_every_variant_folds_to_what_folds_to_itself() -> None:
    """One step is enough, for each character of the table."""
    for code, plain in fold_table().items():
        assert fold(chr(code)) == plain == fold(plain)


def test_no_letter_becomes_a_digit() -> None:
    """Only digits fold to digits."""
    for code, plain in fold_table().items():
        if plain.isdecimal():
            assert unicodedata.category(chr(code)) == "Nd", chr(code)


@pytest.mark.skipif(not TOOL.exists(), reason="the tests run apart from the tree that holds the tools")
def test_the_table_is_current() -> None:
    """The bundled table is what the tool makes from OpenCC's."""
    done = subprocess.run([sys.executable, str(TOOL), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
