"""The table of words: every row has both examples, each of which the reader confirms, and its cells hold characters and classes only."""

import re
from collections.abc import Callable

import pytest
from tests.every import every

import zjreform as zj
from zjreform.fold import fold
from zjreform.quantity.units import aliases, unit
from zjreform.words.edges import closes_word, goes_on, negation_before, opens_word
from zjreform.words.table import Role, Word, all_words, words

ROWS = all_words()
IDS = [f"{row.role}-{row.word}" for row in ROWS]
RUN = re.compile(r"(?:\[\^?[^\[\]()|*+?{}]+\]|[^\[\]()|*+?{}^])+")
SAYS = {
    Role.BOUND_BEFORE: {*(str(bound) for bound in zj.Bound), "ceiling"},
    Role.BOUND_BEHIND: {str(bound) for bound in zj.Bound},
    Role.VERB: {"increase", "increase_to", "decrease", "decrease_to", "level", "level_to"},
    Role.APPROXIMATION: {"about", "at_least"},
    Role.SCALE: {"half", "tenth"},
    Role.EDGE_BEFORE: {"article"},
}


def _figures(text: str) -> list[zj.Figure]:
    return list(zj.figures(text))


def _holds(text: str, word: str, right: Callable[[zj.Quantity], bool] = lambda _: True) -> bool:
    """Return whether a figure holds the word and its quantity is as it should be."""
    return any(word in fold(one.surface) and one.quantity is not None and right(one.quantity) for one in _figures(text))


def _bound(row: Word, text: str) -> bool:
    says = "at_most" if row.says == "ceiling" else row.says
    return _holds(text, row.word, lambda quantity: quantity.bound == says) or (
        row.word[0] in "已远" and _parsed(text, says)
    )


def _parsed(text: str, says: str) -> bool:
    """Return whether a figure string says so: 已 of 已超 stands outside a figure of running text, which is then 超."""
    try:
        return zj.parse(text).bound == says
    except zj.ParseError:
        return False


def _negated(row: Word, text: str) -> bool:
    return any(
        fold(one.surface).startswith(row.word)
        and one.quantity is not None
        and one.quantity.bound in {zj.Bound.AT_MOST, zj.Bound.AT_LEAST}
        for one in _figures(text)
    )


def _unit(row: Word, text: str) -> bool:
    if row.word not in aliases():
        return bool(_figures(text))
    return any(fold(one.surface).endswith(row.word) for one in _figures(text))


def _changed(row: Word, text: str) -> bool:
    says = row.says.removesuffix("_to")
    return any(one.verb == row.word and str(one.direction or "level") == says for one in zj.changes(text))


READS: dict[Role, Callable[[Word, str], bool]] = {
    Role.BOUND_BEFORE: _bound,
    Role.BOUND_BEHIND: _bound,
    Role.NEGATION: _negated,
    Role.VERB: _changed,
    Role.JOINT: lambda row, text: _holds(text, row.word, lambda quantity: quantity.upper is not None),
    Role.EDGE_BEFORE: lambda row, text: f"{row.word}一" in text and not _figures(text),
    Role.EDGE_BEHIND: _unit,
    Role.CURRENCY: lambda row, text: _holds(text, row.word, lambda quantity: quantity.unit.code == row.says),
    Role.SIGN: lambda row, text: any(fold(one.surface).startswith(row.word) for one in _figures(text)),
    Role.SCALE: lambda row, text: _holds(text, row.word),
    Role.APPROXIMATION: lambda row, text: _holds(text, row.word, lambda quantity: quantity.bound is not zj.Bound.EXACT),
}


@every(ROWS)
def test_a_row_is_whole(row: Word) -> None:
    """It has both examples, in which the word stands; it is folded; its cells hold characters and classes, and no groups."""
    assert row.word == fold(row.word)
    assert row.example
    assert row.counter_example
    assert row.word in fold(row.example)
    assert row.word in fold(row.counter_example)
    assert row.example != row.counter_example
    for cell in (row.not_behind, row.not_before):
        assert cell == fold(cell)
        assert all(RUN.fullmatch(run) for run in cell.split(" ") if cell)
    if row.role is Role.CURRENCY:
        assert unit(row.says).code == row.says
    else:
        assert row.says in SAYS.get(row.role, {""})


@every(ROWS)
def test_a_row_does_what_it_says_in_its_example_and_not_in_the_other(row: Word) -> None:
    """The reader reads the word by its role in the example; in the counter-example it stands and does not."""
    reads = READS[row.role]
    assert reads(row, row.example)
    assert not reads(row, row.counter_example)


def test_no_row_is_there_twice() -> None:
    """A word has one row for each role."""
    assert len({(row.word, row.role) for row in ROWS}) == len(ROWS)


def test_every_role_has_a_word() -> None:
    """The list of roles is closed, and none is empty."""
    assert {row.role for row in ROWS} == set(Role)


@every([row for row in ROWS if row.role is Role.EDGE_BEHIND])
def test_edges_stand_behind_spellings_that_can_be_read(row: Word) -> None:
    """Each belongs to a spelling of the table of units (or to 大), and says where it is no unit."""
    assert row.word in aliases() or row.word == "大"
    assert row.not_before


@pytest.mark.parametrize(
    ("text", "word", "at", "closed"),
    [
        ("节约25%", "约", 1, True),
        ("续约25%", "约", 1, True),  # at the beginning nothing makes 续 a part of 持续
        ("持续约25天", "约", 2, False),
        ("约25天", "约", 0, False),  # nothing stands before it
        ("担负的3万元", "负的", 1, True),
    ],
)
def test_words_that_are_the_end_of_another(text: str, word: str, at: int, *, closed: bool) -> None:
    """What stands before a word is told by its row and by that of its first letter."""
    assert closes_word(text, at, word) is closed


@pytest.mark.parametrize(
    ("text", "at", "opened"),
    [("2个多功能厅", 2, True), ("3个多月", 2, False), ("3天内", 2, False), ("3个内陆港", 2, True), ("3个多", 2, False)],
)
def test_letters_that_begin_another_word(text: str, at: int, *, opened: bool) -> None:
    """What stands behind a letter is told by every row that begins with it."""
    assert opens_word(text, at) is opened


@pytest.mark.parametrize(
    ("text", "spelling", "goes"),
    [
        ("本计划", "本", True),
        ("本计划书", "本", False),  # a class that excludes
        ("本计划", "件", False),
        ("人次之", "人次", True),  # it holds at the end, too
        ("人次之多", "人次", False),
        ("mm2", "mm", False),
        ("mmol", "mm", True),  # letters go on
    ],
)
def test_spellings_of_units_that_go_on(text: str, spelling: str, *, goes: bool) -> None:
    """A unit never ends inside another word."""
    assert goes_on(text, spelling, len(spelling)) is goes


@pytest.mark.parametrize(("text", "found"), [("不再增长", "不再"), ("分没有超过", "没有"), ("有超过", "")])
def test_the_longest_negation(text: str, found: str) -> None:
    """A negation is read whole."""
    at = max(text.find("增长"), text.find("超过"))
    assert negation_before(text, at) == found


def test_a_negation_stands_behind_the_floor() -> None:
    """What has been read already belongs to nothing else."""
    assert negation_before("没有超过", 2, 1) == ""
    assert words(Role.NEGATION)
