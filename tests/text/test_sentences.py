"""Paragraphs and sentences: where they begin, and their numbers."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreform.text.sentences import Numbered, number_at, paragraphs_of, sentences_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("减了3天。又减2天。", ["减了3天。", "又减2天。"]),
        ("他说：“快！”大家点头。", ["他说：“快！”", "大家点头。"]),
        ("一、成效\n减了3天", ["一、成效", "减了3天"]),  # a heading is one
        ("真的吗？！是。", ["真的吗？！", "是。"]),  # two marks close one sentence
        ("约2.5天；共3天，", ["约2.5天；共3天，"]),  # a point, a semicolon and a comma end none
        ("\n \u3000\n", []),  # blanks alone
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    """A sentence ends behind its mark with the quotes that close there, and with its line."""
    assert [text[start:end] for start, end in sentences_of(text)] == sentences


def test_paragraphs_are_lines_with_text() -> None:
    """Lines of blanks alone do not count."""
    text = "\n甲\n\u3000\n乙"
    assert [text[start:end] for start, end in paragraphs_of(text)] == ["甲", "乙"]
    assert [Numbered.of(text).at(at)[0] for at in (0, 1, 3, 5)] == [1, 1, 1, 2]


@given(st.text("甲3。！” \n", max_size=40))
def test_numbers_never_fall(text: str) -> None:
    """From one character to the next, blanks apart, numbers rise by one at most, and a new paragraph is a new sentence."""
    numbered = Numbered.of(text)
    pairs = [numbered.at(at) for at in range(len(text)) if text[at].strip()]
    for (paragraph, sentence), (later, next_one) in pairwise(pairs):
        assert 0 <= later - paragraph <= next_one - sentence <= 1
    assert number_at(numbered.sentences, len(text)) == len(numbered.sentences)
