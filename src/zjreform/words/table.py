"""The table ``data/words.csv``: each word that can stand beside a number, its role, and what makes it a part of another word.

A cell of ``not_behind`` or ``not_before`` holds runs of characters and classes (``[与和及]``, ``[^书]``), set apart by blanks; the word is
none where one of the runs stands directly there. A class that excludes holds at the end of the text, too. Words are folded. The table is
read at first use.
"""

import csv
from collections.abc import Mapping
from functools import cache
from io import StringIO
from types import MappingProxyType

from attrs import frozen

from zjreform.code import Code
from zjreform.resources import read_text


class Role(Code):
    """What a word does beside a number.

    Example:
        >>> Role("negation").zh
        '否定词'
    """

    BOUND_BEFORE = "bound_before", "前置界词", "bound before", "Says, before a number, where the true number lies."
    BOUND_BEHIND = "bound_behind", "后置界词", "bound behind", "Says it behind a number and its unit."
    NEGATION = (
        "negation",
        "否定词",
        "negation",
        "Turns a bound word behind it round, and keeps a verb from changing anything.",
    )
    VERB = "verb", "变动动词", "verb of change", "Says that what the number counts went up or down, or only changed."
    JOINT = "joint", "连接词", "joint", "Joins two ends of one range."
    EDGE_BEFORE = "edge_before", "前界字", "edge before", "Makes the numeral behind it a part of a word."
    EDGE_BEHIND = (
        "edge_behind",
        "后界字",
        "edge behind",
        "A unit or letter behind a number that can begin another word.",
    )
    CURRENCY = "currency", "币名", "currency", "Names, before a number, the currency that it is in."
    SIGN = "sign", "正负号", "sign", "Says that the number is negative, or that it goes both ways."
    SCALE = "scale", "折算词", "scale", "Says, before or behind 半, how the half is meant."
    APPROXIMATION = (
        "approximation",
        "概数词",
        "approximation",
        "Makes the numeral that it stands in an approximate one.",
    )


@frozen
class Word:
    """One row of the table.

    Attributes:
        word: The characters, folded.
        role: What it does beside a number.
        says: What it says: a bound, the direction of a verb, the code of a currency; ``""`` where the role says it.
        not_behind: What stands before it where it is the end of another word.
        not_before: What stands behind it where it is the beginning of another word.
        example: A text in which it does what its role says.
        counter_example: A text in which it stands and does not.
        note: Why, where the row does not show it.

    Example:
        >>> words(Role.BOUND_BEFORE)["约"].says, words(Role.BOUND_BEFORE)["约"].counter_example
        ('about', '节约25天')
    """

    word: str
    role: Role
    says: str
    not_behind: str
    not_before: str
    example: str
    counter_example: str
    note: str


@cache
def all_words() -> tuple[Word, ...]:
    """Return every row of the table in its order.

    Example:
        >>> {row.role for row in all_words()} == set(Role)
        True
    """
    rows = csv.DictReader(StringIO(read_text("words.csv")))
    return tuple(
        Word(
            row["word"],
            Role(row["role"]),
            row["says"],
            row["not_behind"],
            row["not_before"],
            row["example"],
            row["counter_example"],
            row["note"],
        )
        for row in rows
    )


@cache
def words(role: Role) -> Mapping[str, Word]:
    """Return the words of a role with their rows, in the order of the table.

    Example:
        >>> "以上" in words(Role.BOUND_BEHIND), "以上" in words(Role.BOUND_BEFORE)
        (True, False)
    """
    return MappingProxyType({row.word: row for row in all_words() if row.role is role})
